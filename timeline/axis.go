package timeline

import (
	"slices"
	"strings"
)

// Axis is an axis of advance: the way of one party through several events, in order: what an
// arrow on the map shows.
type Axis struct {
	By      string  `json:"by"`
	Stops   []Stop  `json:"stops"`
	Toward  []Place `json:"toward,omitempty"` // where it is said to be heading
	Retreat bool    `json:"retreat,omitempty"`
	Claimed bool    `json:"claimed,omitempty"` // planned or only claimed: drawn dashed
}

// Stop is a place on the way and the event that tells it.
type Stop struct {
	Event ID    `json:"event"`
	Place Place `json:"place"`
}

// Axes finds the axes of advance in the events: for each party the places that
// it took, entered, or fought at, in the order of Order; and its withdrawals
// that tell from where to where. An axis of advance has two stops at least, or
// one stop and a place toward which it goes. What was rejected, denied or only
// attempted is no stop; where all that makes an axis is planned or rests on a
// party's word alone, it is Claimed. A place stands once on an axis, where it
// was first reached.
func Axes(events []Event) []Axis {
	ordered := Order(events)
	var all []Axis
	for _, by := range Parties(ordered) {
		a := Axis{By: by, Claimed: true}
		for i := range ordered {
			e := &ordered[i]
			if e.Side != by || e.Status == Rejected || e.Modality == Denied || e.Modality == Past || e.Modality == Feared {
				continue
			}
			a.Claimed = a.extend(e) && a.Claimed
		}
		a.Toward = slices.DeleteFunc(a.Toward, func(p Place) bool { return a.at(p.Name) >= 0 })
		if len(a.Stops) > 1 || len(a.Stops) == 1 && len(a.Toward) > 0 {
			all = append(all, a)
		}
	}
	return append(all, retreats(ordered)...)
}

// extend adds the places of an event to the axis. It reports whether nothing
// was added that is told as a fact.
func (a *Axis) extend(e *Event) bool {
	doubtful := e.Modality == Planned || e.Claimed()
	if e.Kind != ChangeOfControl && e.Kind != Advance && e.Kind != Battle {
		return true
	}
	added := false
	first := len(a.Stops) // where it came from is of interest at the outset only
	for _, p := range e.Places {
		if p.Class == Country || p.Adj || p.Figurative {
			continue
		}
		switch p.Role {
		case Toward:
			if !slices.ContainsFunc(a.Toward, func(o Place) bool { return strings.EqualFold(o.Name, p.Name) }) {
				a.Toward = append(a.Toward, p)
				added = true
			}
			continue
		case From, Via:
			if e.Kind != Advance {
				continue
			}
		}
		if p.Class == Natural {
			continue // a river or a range is passed, and no place to stop at
		}
		if e.Modality == Attempt || a.at(p.Name) >= 0 {
			continue
		}
		stop := Stop{Event: e.ID, Place: p}
		switch {
		case p.Role != From:
			a.Stops = append(a.Stops, stop)
		case first > 0:
			continue
		default:
			a.Stops = slices.Insert(a.Stops, 0, stop)
		}
		added = true
	}
	return doubtful || !added
}

// at gives the index of the stop at a place, -1 for none.
func (a *Axis) at(name string) int {
	return slices.IndexFunc(a.Stops, func(s Stop) bool { return strings.EqualFold(s.Place.Name, name) })
}

// retreats gives each withdrawal that tells where it began and where it led.
func retreats(ordered []Event) []Axis {
	var all []Axis
	for i := range ordered {
		e := &ordered[i]
		m := e.Movement
		if e.Kind != Withdrawal || m == nil || e.Status == Rejected || e.Modality == Denied {
			continue
		}
		a := Axis{By: e.Side, Retreat: true, Claimed: e.Modality == Planned || e.Claimed(), Toward: m.Toward}
		for _, ps := range [][]Place{m.From, m.Via, m.To} {
			for _, p := range ps {
				if a.at(p.Name) < 0 {
					a.Stops = append(a.Stops, Stop{Event: e.ID, Place: p})
				}
			}
		}
		if len(a.Stops) > 1 || len(a.Stops) == 1 && len(a.Toward) > 0 {
			all = append(all, a)
		}
	}
	return all
}
