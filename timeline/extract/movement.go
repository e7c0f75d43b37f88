package extract

import (
	"strconv"
	"strings"

	"dateline/timeline"
)

// movement reads who moves from where to where.
func (r *reader) movement(f *frame, e *timeline.Event) *timeline.Movement {
	if !f.movesTo() && !(f.kind == timeline.Attack && f.compass != "") {
		return nil
	}
	by := f.agent.name
	if f.kind == timeline.Displacement && (f.passive || drives(f.lemma)) {
		by = f.patient.name
	}
	m := &timeline.Movement{By: by, Retreat: f.kind == timeline.Withdrawal}
	for _, p := range e.Places {
		switch p.Role {
		case timeline.From:
			m.From = append(m.From, p)
		case timeline.Via:
			m.Via = append(m.Via, p)
		case timeline.Toward:
			m.Toward = append(m.Toward, p)
		case timeline.To, timeline.At:
			if f.kind == timeline.Withdrawal || f.kind == timeline.Displacement && p.Role == timeline.At {
				m.From = append(m.From, p)
			} else {
				m.To = append(m.To, p)
			}
		}
	}
	if way, deg, ok := strings.Cut(f.compass, ":"); ok {
		x, _ := strconv.ParseFloat(deg, 64)
		if way == "from" {
			for _, p := range e.Places {
				if p.Role == timeline.At || p.Role == timeline.To || p.Role == timeline.Near {
					p.Role, p.Bearing, p.HasBearing = timeline.From, x, true
					m.From = append(m.From, p)
					break
				}
			}
			x += 180
		}
		m.Direction = compassName(x)
	}
	if len(m.From)+len(m.Via)+len(m.To)+len(m.Toward) == 0 && m.Direction == "" {
		return nil
	}
	return m
}

func compassName(deg float64) string {
	names := [...]string{"north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest"}
	return names[int(deg/45+0.5)%8]
}

// taking reports whether an entry into a town is part of its capture told just
// before: "took X … Troops entered the town on Saturday".
func (r *reader) taking(a, b *frame) bool {
	return a.kind == timeline.ChangeOfControl && b.kind == timeline.Advance && b.lemma == "enter" && !a.denial && !b.denial && a.modality == b.modality &&
		abs(b.sent-a.sent) <= 3 && commonPlaces(a, b) > 0 && r.sidesAgree(a, b) > 0 && r.timesAgree(a, b)
}
