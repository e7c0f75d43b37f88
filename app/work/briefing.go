package work

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline/app/brief"
	"dateline/app/words"
	"dateline/geo/gazetteer"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/source"
)

// StepPerEvent is a briefing with a step for each event that is told. The steps
// follow their events: words, moments and camera are not kept in them.
func StepPerEvent(c Content) []brief.Step {
	var steps []brief.Step
	for _, e := range c.Events {
		if e.Status != timeline.Rejected {
			steps = append(steps, brief.Step{Event: e.ID})
		}
	}
	return steps
}

// Steps are the steps of a brief, or a step for each event if it has none.
func Steps(b brief.Brief, c Content) []brief.Step {
	if len(b.Steps) > 0 {
		return b.Steps
	}
	return StepPerEvent(c)
}

// ModeOf is the mode of that name in a brief; an unknown one is Cumulative.
func ModeOf(name string) scene.Mode {
	switch name {
	case "window":
		return scene.Window
	case "moment":
		return scene.Moment
	}
	return scene.Cumulative
}

// MomentOf is the moment that a step shows: its own, or that of its event, or
// the end.
func MomentOf(c Content, s brief.Step) time.Time {
	if !s.View.Now.IsZero() {
		return s.View.Now
	}
	if i := c.Find(s.Event); i >= 0 {
		return c.Moments[i]
	}
	return c.End()
}

// Words is what a step says.
type Words struct {
	Headline string
	When     string // of its event: "about 10 June 2014"
	Where    string // of its event: "Samarra"; "not on the map"
	Caption  string
	Source   string // "Source: Paper One, 17 May 2025 (B2). Place known to about 5 km."
	Notes    string
}

// WordsOf is what a step says: its own words, and its event's where it has none.
func WordsOf(c Content, s brief.Step) Words {
	w := Words{Headline: s.Headline, Caption: s.Caption, Notes: s.Notes}
	i := c.Find(s.Event)
	if i < 0 {
		return w
	}
	e := c.Events[i]
	if w.Headline == "" {
		w.Headline = e.Title
	}
	if w.Caption == "" {
		w.Caption = c.told(e)
	}
	if e.When.Known() {
		w.When = words.When(e.When, timeline.ClockWhen)
	}
	w.Where = where(e)
	w.Source = c.sourceLine(e)
	return w
}

// where names the places of an event that are on the map, three of them at most.
func where(e scene.Event) string {
	var names []string
	for _, l := range e.At {
		name := l.Name // as the report has it
		if name == "" {
			name = l.Place.Name
		}
		if l.Drawable() && name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	switch {
	case len(names) == 0:
		return words.T("not on the map")
	case len(names) > 3:
		return words.F("%s, %s and %d other places", names[0], names[1], len(names)-2)
	}
	if len(names) > 1 {
		last := len(names) - 1
		return words.F("%s and %s", strings.Join(names[:last], ", "), names[last])
	}
	return names[0]
}

// document is the report of that ID.
func (c Content) document(id timeline.SourceID) (source.Document, timeline.When, bool) {
	for _, r := range c.Reports {
		if r.Reading.Document.ID == id {
			return r.Reading.Document, timeline.NewWhen(r.Reading.Published, "", timeline.Span{}), true
		}
	}
	return source.Document{}, timeline.When{}, false
}

// told is the words of the report that tell an event.
func (c Content) told(e scene.Event) string {
	for _, f := range e.From {
		if d, _, ok := c.document(f.Source); ok && f.Start >= 0 && f.Start < f.End && f.End <= len(d.Text) {
			return strings.Join(strings.Fields(d.Text[f.Start:f.End]), " ")
		}
	}
	return ""
}

// sourceLine says where an event is told, how good that is judged to be, and
// how well its place is known.
func (c Content) sourceLine(e scene.Event) string {
	var from []string
	for _, f := range e.From {
		d, published, ok := c.document(f.Source)
		if !ok {
			continue
		}
		name := d.Publisher
		if name == "" {
			name = d.Name
		}
		if published.Known() {
			name += ", " + words.When(published, timeline.ClockWhen)
		}
		if name != "" && !slices.Contains(from, name) {
			from = append(from, name)
		}
	}
	var out []string
	if len(from) > 0 {
		line := words.F("Source: %s", strings.Join(from, "; "))
		if g := grades(e.Claims); g != "" {
			line += " (" + g + ")"
		}
		out = append(out, line+".")
	}
	if p := precision(e); p != "" {
		out = append(out, p)
	}
	return strings.Join(out, " ")
}

// grades are the grades that somebody gave to the accounts, each once.
func grades(claims []timeline.Claim) string {
	var out []string
	for _, cl := range claims {
		if g := string(cl.Grade); g != "" && !slices.Contains(out, g) {
			out = append(out, g)
		}
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

// precision says how well the place of an event is known.
func precision(e scene.Event) string {
	if !e.OnMap() {
		return words.T("Not placed on the map.")
	}
	for _, l := range e.At {
		switch {
		case !l.Drawable():
			continue
		case l.Area != "":
			return words.T("Place known to the province or district.")
		case l.RadiusKM > 0:
			return words.F("Place known to about %s km.", roundKM(l.RadiusKM))
		case l.Place.Level == gazetteer.Town:
			return words.T("Place known to the town.")
		}
		return ""
	}
	return ""
}

// roundKM is a number of kilometres without more digits than it deserves.
func roundKM(km float64) string {
	switch {
	case km < 1:
		return fmt.Sprintf("%.1f", math.Max(km, 0.1))
	case km < 10:
		return strconv.Itoa(int(math.Round(km)))
	case km < 100:
		return strconv.Itoa(int(math.Round(km/5)) * 5)
	}
	return strconv.Itoa(int(math.Round(km/10)) * 10)
}
