// Package eventlist is the list of a brief's events.
package eventlist

import (
	"math"
	"slices"
	"strings"

	"dateline/app/words"
	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
)

// Meta is the second line of an event in the list: when, where, and what is
// special about it. "13 Jun · near Muqdadiya, ~15 km".
func Meta(e scene.Event) string {
	parts := []string{words.When(e.When, timeline.ShortWhen), Where(e)}
	switch {
	case e.Status == timeline.Rejected:
		parts = append(parts, words.T("rejected"))
	case e.Contested():
		parts = append(parts, words.T("accounts differ"))
	case e.Modality == timeline.Attempt:
		parts = append(parts, words.T("attempted"))
	case e.Modality == timeline.Planned:
		parts = append(parts, words.T("planned"))
	case e.Modality == timeline.Feared:
		parts = append(parts, words.T("feared"))
	case e.Modality == timeline.Denied:
		parts = append(parts, words.T("denied"))
	case e.Claimed():
		parts = append(parts, words.T("claimed"))
	}
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	return strings.Join(parts, " · ")
}

// When is an event's date in a few words, "no date" if it has none.
func When(e scene.Event) string {
	if s := words.When(e.When, timeline.ShortWhen); s != "" {
		return s
	}
	return words.T("no date")
}

// Where says in a few words where an event is drawn, and if it is not, that.
func Where(e scene.Event) string {
	var names, countries []string
	for _, l := range e.At {
		if !l.Drawable() {
			countries = appendNew(countries, l.Name)
			continue
		}
		names = appendNew(names, place(l))
	}
	switch {
	case len(names) > 0 && len(names) <= 3:
		return strings.Join(names, ", ")
	case len(names) > 3:
		return words.F("%s and %d more", strings.Join(names[:2], ", "), len(names)-2)
	case len(countries) > 0:
		return words.T("not placed") + " · " + strings.Join(countries[:min(2, len(countries))], ", ")
	}
	return words.T("not placed")
}

// place names a location with how exactly it is known.
func place(l geocode.Location) string {
	switch {
	case l.Area != "":
		return l.Name + " · " + words.T("area")
	case l.RadiusKM >= 1 && l.Role == timeline.Near:
		return words.F("near %s, ~%d km", l.Name, int(math.Round(l.RadiusKM)))
	case l.RadiusKM >= 1:
		return words.F("%s, ~%d km", l.Name, int(math.Round(l.RadiusKM)))
	case l.Role == timeline.Toward:
		return words.F("toward %s", l.Name)
	}
	return l.Name
}

func appendNew(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// Reviewed counts the events that a person has accepted or rejected.
func Reviewed(events []scene.Event) (n, of int) {
	for _, e := range events {
		if e.Status != timeline.Proposed {
			n++
		}
	}
	return n, len(events)
}
