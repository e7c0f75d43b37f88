package cli

import (
	"strings"

	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline/timex"
)

// whyPlace says why a name was read as a place and why as this one.
func whyPlace(m geocode.Resolved) string {
	parts := []string{"read as a place"}
	switch {
	case m.Mention.Adj:
		parts[0] = "the name of a people or an adjective, for its country"
	case m.Mention.Known != "":
		parts[0] += ": " + m.Mention.Known
	}
	if m.Mention.Figurative {
		parts = append(parts, "it stands for a government or a body here")
	}
	switch {
	case m.Why != "":
		parts = append(parts, m.Why)
	case len(m.Candidates) > 0 && m.Candidates[0].Why != "":
		parts = append(parts, m.Candidates[0].Why)
	}
	return strings.Join(parts, "; ")
}

// whyTime says how an expression of time got its value.
func whyTime(t timex.Expr) string {
	why := t.Why
	if why == "" {
		why = "its words alone, as nothing is known to count it from"
	}
	switch {
	case !t.EDTF.IsZero():
		why += "; as a date " + t.EDTF.String()
	case t.Type == timex.Date || t.Type == timex.Time:
		why += "; dates no event"
	}
	return why
}

// whyEvent says from which words an event was read, and what they say of its
// date, its place and who tells it.
func whyEvent(e scene.Event, text string) string {
	var parts []string
	for _, s := range e.From {
		if s.Start >= 0 && s.Start < s.End && s.End <= len(text) {
			parts = append(parts, string(e.Kind)+" read from “"+short(oneLine(text[s.Start:s.End]), 160)+"”")
			break
		}
	}
	switch {
	case e.When.Stated != "":
		parts = append(parts, "dated by “"+oneLine(e.When.Stated)+"” as "+e.When.EDTF.String())
	case e.When.Known():
		parts = append(parts, "no date stated, so within "+e.When.EDTF.String())
	default:
		parts = append(parts, "no date known")
	}
	for _, l := range e.At {
		parts = append(parts, string(l.Role)+" "+oneLine(l.Name)+": "+l.Why)
	}
	if e.Unplaced != "" {
		parts = append(parts, "not on the map: "+e.Unplaced)
	}
	if e.Modality != "" {
		parts = append(parts, "told as "+string(e.Modality))
	}
	for _, c := range e.Claims {
		if c.By != "" {
			parts = append(parts, c.By+" "+string(c.Stance)+" it")
		}
	}
	return strings.Join(parts, "; ")
}

// short cuts a text to at most n bytes at a space.
func short(s string, n int) string {
	if len(s) <= n {
		return s
	}
	if i := strings.LastIndexByte(s[:n], ' '); i > 0 {
		return s[:i] + "…"
	}
	return strings.ToValidUTF8(s[:n], "") + "…"
}
