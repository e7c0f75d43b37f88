package work

import (
	"fmt"
	"strings"

	"dateline/geo/gazetteer"
	"dateline/geo/scene"
	"dateline/timeline"
)

// corroborated proposes which events of several reports are one, for a person
// to merge; nil for a single report. Rejected events stay out.
func corroborated(reports []Report, events []scene.Event) []timeline.Corroboration {
	if len(reports) < 2 {
		return nil
	}
	told := make([]timeline.Event, 0, len(events))
	keys := make(map[timeline.ID][]string, len(events))
	for _, e := range events {
		if e.Status != timeline.Rejected {
			told = append(told, e.Event)
			keys[e.ID] = placeKeys(e)
		}
	}
	all := timeline.Corroborate(told, func(e timeline.Event) []string { return keys[e.ID] })
	names := make(map[timeline.SourceID]string, len(reports))
	for _, r := range reports {
		d := r.Reading.Document
		names[d.ID] = firstOf(d.Publisher, d.Title, d.Name)
	}
	for i := range all {
		for k := range all[i].Counts {
			if c := &all[i].Counts[k]; c.By == "report" && names[c.Source] != "" {
				c.By = names[c.Source]
			}
		}
	}
	return all
}

// placeKeys are the places of an event below a country, one key for all
// spellings of a place that was found.
func placeKeys(e scene.Event) []string {
	var out []string
	for _, l := range e.At {
		switch {
		case l.Country || l.Place.Level == gazetteer.Country:
		case l.Place.GeonameID != 0:
			out = append(out, fmt.Sprint(l.Place.GeonameID))
		default:
			out = append(out, strings.ToLower(l.Name))
		}
	}
	for _, p := range e.Missing {
		out = append(out, strings.ToLower(p.Name))
	}
	return out
}

func firstOf(names ...string) string {
	for _, n := range names {
		if n != "" {
			return n
		}
	}
	return ""
}
