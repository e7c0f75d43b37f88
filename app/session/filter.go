package session

import (
	"slices"
	"strings"

	"dateline/app/work"
	"dateline/geo/scene"
	"dateline/timeline"
)

// Filter says which events are shown, in the list, on the map and on the
// timeline alike. An empty field lets everything pass.
type Filter struct {
	Text     string // words that title, places, actors or sentences must have
	Sides    []string
	Kinds    []timeline.Kind
	Grades   []timeline.Admiralty // "F6" for those that nobody judged
	Statuses []timeline.Status
	Sources  []timeline.SourceID
}

// Empty reports whether every event passes.
func (f Filter) Empty() bool {
	return strings.TrimSpace(f.Text) == "" && len(f.Sides) == 0 && len(f.Kinds) == 0 && len(f.Grades) == 0 &&
		len(f.Statuses) == 0 && len(f.Sources) == 0
}

// Matcher is a filter made ready to be asked often.
type Matcher struct {
	f     Filter
	words []string
	text  func(timeline.Span) string
}

// Matcher makes the filter ready; text gives the words of a span, nil for
// none.
func (f Filter) Matcher(text func(timeline.Span) string) Matcher {
	return Matcher{f: f, words: strings.Fields(strings.ToLower(f.Text)), text: text}
}

// Match reports whether an event passes.
func (m Matcher) Match(e scene.Event) bool {
	f := m.f
	if len(f.Sides) > 0 && !slices.Contains(f.Sides, e.Side) || len(f.Kinds) > 0 && !slices.Contains(f.Kinds, e.Kind) ||
		len(f.Statuses) > 0 && !slices.Contains(f.Statuses, e.Status) {
		return false
	}
	if len(f.Grades) > 0 && !slices.ContainsFunc(Grades(e), func(g timeline.Admiralty) bool { return slices.Contains(f.Grades, g) }) {
		return false
	}
	if len(f.Sources) > 0 && !slices.ContainsFunc(e.From, func(s timeline.Span) bool { return slices.Contains(f.Sources, s.Source) }) {
		return false
	}
	for _, w := range m.words {
		if !m.has(e, w) {
			return false
		}
	}
	return true
}

// has reports whether a word stands anywhere in what is told of the event.
func (m Matcher) has(e scene.Event, w string) bool {
	in := func(s string) bool { return strings.Contains(strings.ToLower(s), w) }
	if in(e.Title) || in(e.Side) || in(string(e.Kind)) || in(e.When.Stated) {
		return true
	}
	for _, p := range e.Places {
		if in(p.Name) {
			return true
		}
	}
	for _, l := range e.At {
		if in(l.Place.Name) {
			return true
		}
	}
	for _, a := range e.Actors {
		if in(a.Name) || in(a.Said) {
			return true
		}
	}
	if m.text != nil {
		for _, s := range e.From {
			if in(m.text(s)) {
				return true
			}
		}
	}
	return false
}

// Grades are the grades of an event's accounts, each once; "F6" alone where
// nobody judged any.
func Grades(e scene.Event) []timeline.Admiralty {
	var out []timeline.Admiralty
	for _, c := range e.Claims {
		g := timeline.Admiralty(c.Grade.String())
		if !slices.Contains(out, g) {
			out = append(out, g)
		}
	}
	if len(out) == 0 {
		out = append(out, timeline.Admiralty("F6"))
	}
	return out
}

// Filter is the filter in force.
func (s *Session) Filter() Filter { return s.filter }

// SetFilter shows only what passes. A selected event that does not is let go.
func (s *Session) SetFilter(f Filter) {
	s.filter = f
	c := s.refilter() | FilterChanged
	if s.selected != "" && s.shown.Find(s.selected) < 0 {
		c |= s.selectEvent("")
	}
	if s.hover != "" && s.shown.Find(s.hover) < 0 {
		s.hover = ""
		c |= HoverChanged
	}
	if _, end := s.Extent(); s.clock.Mode == scene.Cumulative && !f.Empty() && len(s.Visible()) == 0 && len(s.shown.Events) > 0 {
		s.cursor = bySight
		c |= s.stop() | s.setNow(end) // what was looked for shows
	}
	s.changed(c)
}

// Shown is the content that passes the filter.
func (s *Session) Shown() work.Content { return s.shown }

// Passes reports whether an event passes the filter.
func (s *Session) Passes(id timeline.ID) bool { return s.shown.Find(id) >= 0 }

// refilter makes what is shown anew, after the brief or the filter changed.
func (s *Session) refilter() Change {
	if s.filter.Empty() {
		s.shown = s.content
		return 0
	}
	s.shown = s.content.Only(s.filter.Matcher(s.words).Match)
	return 0
}

// words are those of a span of a report.
func (s *Session) words(sp timeline.Span) string {
	for _, r := range s.brief.Reports {
		if r.Document.ID == sp.Source && 0 <= sp.Start && sp.Start <= sp.End && sp.End <= len(r.Document.Text) {
			return r.Document.Text[sp.Start:sp.End]
		}
	}
	return ""
}
