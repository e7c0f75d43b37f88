package cli

import (
	"math"
	"slices"
	"strings"

	"dateline/app/work"
	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/extract"
)

// shapeAll gives the content of a brief with several reports the shape that
// extract prints.
func shapeAll(c work.Content) severalJSON {
	out := severalJSON{Reports: []extractJSON{}, Corroborated: []corroborationJSON{}}
	for i := range c.Reports {
		out.Reports = append(out.Reports, shape(c, i))
	}
	for _, p := range c.Corroborated {
		one := corroborationJSON{Events: p.Events, Why: p.Why, Counts: []countJSON{}}
		for _, n := range p.Counts {
			one.Counts = append(one.Counts, countJSON{Event: n.Event, By: n.By, figureJSON: figure(n.Figure)})
		}
		out.Corroborated = append(out.Corroborated, one)
	}
	return out
}

func figure(f timeline.Figure) figureJSON {
	one := figureJSON{Min: f.Min, Of: f.Of, Stated: f.Stated}
	if f.Max != 0 {
		one.Max = &f.Max
	}
	return one
}

// shape gives one report of a brief the shape that extract prints. Rejected
// events stay out.
func shape(c work.Content, report int) extractJSON {
	out := extractJSON{Events: []eventJSON{}, Places: []placeJSON{}, Unplaced: []unplacedJSON{}, Warnings: []string{}}
	if len(c.Reports) == 0 {
		return out
	}
	r := c.Reports[report]
	doc := r.Reading.Document
	out.Report = reportJSON{Title: doc.Title, SHA256: doc.SHA256()}
	if !r.Reading.Published.IsZero() {
		s := r.Reading.Published.String()
		out.Report.Published = &s
	}
	cp := newCodepoints(doc.Text)
	where := newWhereabouts(r.Result)
	for _, e := range c.Events {
		mine := len(c.Reports) == 1 || len(e.From) > 0 && e.From[0].Source == doc.ID
		if e.Status != timeline.Rejected && mine {
			out.Events = append(out.Events, event(e, cp, where))
		}
	}
	out.Places = places(r.Result, cp)
	out.Unplaced = unplaced(r.Result)
	out.Warnings = append(out.Warnings, warnings(r.Reading)...)
	return out
}

// warnings are what a person should know about a reading, each once.
func warnings(r extract.Reading) []string {
	var out []string
	add := func(w string) {
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	for _, w := range r.Document.Warnings {
		add(w)
	}
	for _, w := range r.Warnings {
		add(w)
	}
	if r.Published.IsZero() && slices.ContainsFunc(r.Events, func(e timeline.Event) bool { return !e.When.Known() }) {
		add("On the command line, give its date with --published.")
	}
	return out
}

func event(e scene.Event, cp codepoints, where whereabouts) eventJSON {
	out := eventJSON{
		ID: e.ID, Title: e.Title, Kind: e.Kind, Status: e.Status, Modality: e.Modality, Unplaced: e.Unplaced,
		When: whenJSON{
			EDTF: e.When.EDTF.String(), Stated: e.When.Stated,
			Earliest: instant(e.When.Earliest), Latest: instant(e.When.Latest),
		},
		Places: []locationJSON{}, Actors: []actorJSON{}, Figures: []figureJSON{},
		Claims: []claimJSON{}, After: append([]timeline.ID{}, e.After...), Evidence: []evidenceJSON{},
	}
	for _, l := range e.At {
		out.Places = append(out.Places, location(l))
	}
	for _, p := range e.Missing {
		out.Places = append(out.Places, locationJSON{Name: p.Name, Role: p.Role})
	}
	for _, a := range e.Actors {
		out.Actors = append(out.Actors, actorJSON{a.Name, a.Role})
	}
	for _, f := range e.Figures {
		out.Figures = append(out.Figures, figure(f))
	}
	for _, c := range e.Claims {
		out.Claims = append(out.Claims, claimJSON{c.By, c.Stance})
	}
	if m := e.Movement; m != nil {
		out.Movement = &movementJSON{
			By: m.By, Direction: m.Direction, Retreat: m.Retreat,
			From: where.all(m.From), Via: where.all(m.Via), To: where.all(m.To), Toward: where.all(m.Toward),
		}
	}
	for _, s := range e.From {
		out.Evidence = append(out.Evidence, evidence(s, cp))
	}
	return out
}

func evidence(s timeline.Span, cp codepoints) evidenceJSON {
	start := max(0, min(s.Start, len(cp.text)))
	end := max(start, min(s.End, len(cp.text)))
	return evidenceJSON{Start: cp.at(start), End: cp.at(end), Text: cp.text[start:end]}
}

// whereabouts finds what the names of a movement mean.
type whereabouts map[timeline.Span]geocode.Resolved

func newWhereabouts(r geocode.Result) whereabouts {
	w := whereabouts{}
	for _, m := range r.Mentions {
		w[m.Mention.Span] = m
	}
	return w
}

func (w whereabouts) all(ps []timeline.Place) []locationJSON {
	out := []locationJSON{}
	for _, p := range ps {
		r := w[p.Span]
		if len(r.Candidates) == 0 {
			out = append(out, locationJSON{Name: p.Name, Role: p.Role})
			continue
		}
		c := r.Candidates[0]
		l := geocode.Location{Name: p.Name, Role: p.Role, Place: c.Place, Point: c.Place.Point, Country: c.Place.Level == gazetteer.Country}
		if c.Place.Level == gazetteer.Division {
			l.Area = c.Place.Area
		}
		out = append(out, location(l))
	}
	return out
}

// places lists every place that the report names, each once, in the order of
// the text. A country that only its people stand for is not among them.
func places(r geocode.Result, cp codepoints) []placeJSON {
	type one struct {
		placeJSON
		place gazetteer.Place
		named bool
	}
	var all []one
	for _, m := range r.Mentions {
		if notFound(m) {
			continue
		}
		c := m.Candidates[0]
		i := slices.IndexFunc(all, func(o one) bool {
			return o.place.Level == c.Place.Level && o.place.GeonameID == c.Place.GeonameID && o.place.Point == c.Place.Point
		})
		if i < 0 {
			i = len(all)
			p := placeJSON{
				Name: c.Place.Name, Kind: kind(c.Place), Lat: degrees(c.Place.Point[1]), Lon: degrees(c.Place.Point[0]),
				Country: c.Place.Country, GeonameID: id(c.Place), Why: c.Why, Mentions: []rangeJSON{},
			}
			if area := c.Place.Area; area != "" {
				p.Area = &area
			}
			all = append(all, one{placeJSON: p, place: c.Place})
		}
		if !m.Mention.Adj && !all[i].named {
			all[i].named, all[i].Why = true, c.Why
			if c.Place.Level != gazetteer.Country || c.Place.Natural { // "US" is the United States
				all[i].Name = oneLine(m.Mention.Name)
				if strings.EqualFold(all[i].Name, c.Place.Name) { // "KYIV" in a dateline
					all[i].Name = c.Place.Name
				}
			}
		}
		all[i].Mentions = append(all[i].Mentions, rangeJSON{cp.at(m.Mention.Span.Start), cp.at(m.Mention.Span.End)})
	}
	out := []placeJSON{}
	for _, p := range all {
		if p.named {
			out = append(out, p.placeJSON)
		}
	}
	return out
}

// notFound reports whether a place is in no gazetteer and nobody placed it.
func notFound(r geocode.Resolved) bool { return len(r.Candidates) == 0 || r.Why != "" && !r.Pinned }

// unplaced lists the names that were not found, each once.
func unplaced(r geocode.Result) []unplacedJSON {
	out := []unplacedJSON{}
	for _, m := range r.Mentions {
		one := unplacedJSON{m.Mention.Name, m.Why}
		if notFound(m) && !slices.Contains(out, one) {
			out = append(out, one)
		}
	}
	return out
}

// degrees rounds a coordinate to about a metre.
func degrees(x float64) float64 { return round(x, 1e5) }

func round(x, unit float64) float64 { return math.Round(x*unit) / unit }
