package geocode

import (
	"context"
	"fmt"
	"slices"

	"dateline/geo/gazetteer"
	"dateline/timeline"
	"dateline/timeline/extract"
)

// maxCandidates is how many candidates a mention keeps, fewCandidates how many
// in a text that is too long to be read at once.
const (
	maxCandidates = 12
	fewCandidates = 3
)

// Place decides what every place named in a reading means and where its
// events are. Names are weighed against each other, so that a name means the
// place that suits the rest of the report; pins, a person's decisions, go
// before everything else. Nothing is dropped: what cannot be placed says why.
// The only error is that of a cancelled context.
func Place(ctx context.Context, r extract.Reading, f Finder, pins []Pin) (Result, error) {
	all, index := gather(r)
	ps := newPins(pins, f)
	resolved := make([]Resolved, len(all))
	res := Result{Mentions: resolved[:len(r.Places):len(r.Places)], Events: make([]Placed, 0, len(r.Events))}
	events := r.Events
	for k, mentions := range portions(r.Cuts, all) {
		d := newDocument(r.Document.Text, mentioned(all, mentions), f)
		if err := d.resolve(ctx); err != nil {
			return Result{}, fmt.Errorf("placing %q: %w", r.Document.Name, err)
		}
		most := maxCandidates
		if len(r.Cuts) > 0 {
			most = fewCandidates
		}
		for _, n := range d.names {
			one := d.resolved(n, ps, most)
			for _, i := range n.mentions {
				one.Mention = all[mentions[i]]
				resolved[mentions[i]] = one // the mentions of a name share their candidates
			}
		}
		for len(events) > 0 && (k == len(r.Cuts) || startOf(events[0]) < r.Cuts[k]) {
			if err := ctx.Err(); err != nil {
				return Result{}, fmt.Errorf("placing %q: %w", r.Document.Name, err)
			}
			res.Events = append(res.Events, outlined(d.event(events[0], resolved, index, ps), f))
			events = events[1:]
		}
	}
	return res, nil
}

// portions divides mentions by the places where a long text was cut, so that
// names are only weighed against those that were read with them.
func portions(cuts []int, all []timeline.Mention) [][]int {
	out := make([][]int, len(cuts)+1)
	for i, m := range all {
		k, at := slices.BinarySearch(cuts, m.Span.Start)
		if at {
			k++
		}
		out[k] = append(out[k], i)
	}
	return out
}

// mentioned picks mentions.
func mentioned(all []timeline.Mention, which []int) []timeline.Mention {
	out := make([]timeline.Mention, len(which))
	for i, k := range which {
		out[i] = all[k]
	}
	return out
}

// startOf is where an event is told.
func startOf(e timeline.Event) int {
	if len(e.Places) > 0 {
		return e.Places[0].Span.Start
	}
	if len(e.From) > 0 {
		return e.From[0].Start
	}
	return 0
}

// gather lists the mentions of a reading followed by those that only an event
// has, and tells where each is.
func gather(r extract.Reading) ([]timeline.Mention, map[mentionKey]int) {
	all := slices.Clone(r.Places)
	index := map[mentionKey]int{}
	for i, m := range all {
		index[mentionAt(m)] = i
	}
	add := func(ps []timeline.Place) {
		for _, p := range ps {
			if _, ok := index[mentionAt(p.Mention)]; !ok {
				index[mentionAt(p.Mention)] = len(all)
				all = append(all, p.Mention)
			}
		}
	}
	for _, e := range r.Events {
		add(e.Places)
		if m := e.Movement; m != nil {
			add(m.From)
			add(m.Via)
			add(m.To)
			add(m.Toward)
		}
	}
	return all, index
}

// mentionKey tells mentions apart.
type mentionKey struct {
	span timeline.Span
	key  nameKey
}

func mentionAt(m timeline.Mention) mentionKey { return mentionKey{m.Span, keyOf(m)} }

// resolved is what a name was found to mean.
func (d *document) resolved(n *name, ps pinned, most int) Resolved {
	var r Resolved
	for i := range n.senses {
		if i == most {
			break
		}
		s := &n.senses[i]
		c := Candidate{Place: s.Place, Score: score(n.senses, i), Why: d.why(n, s)}
		if s.off != nil {
			c.Score /= 2
		}
		r.Candidates = append(r.Candidates, c)
	}
	if s, ok := n.best(); !ok || s.fit == within {
		r.Why = missing(n.text, d.mentions[n.mentions[0]])
		if n.stray != "" {
			r.Why = n.stray
		}
	}
	if p, ok := ps.everywhere(n.text); ok {
		r.Pinned, r.Why = true, ""
		c := p.candidate(r.Candidates)
		r.Candidates = append([]Candidate{c}, slices.DeleteFunc(r.Candidates, func(o Candidate) bool { return same(o.Place, c.Place) })...)
	}
	return r
}

// missing says why a name has no candidates.
func missing(name string, m timeline.Mention) string {
	switch {
	case m.Class == timeline.Natural:
		return fmt.Sprintf("“%s” is a natural feature, and the gazetteer has towns, divisions and countries", name)
	case m.In != "":
		return fmt.Sprintf("“%s” is in no gazetteer; the report puts it in %s", name, m.In)
	}
	return fmt.Sprintf("“%s” is in no gazetteer", name)
}

// somewhere reports whether a candidate is the container of a place that was
// not found, rather than the place itself.
func (d *document) somewhere(m timeline.Mention, p gazetteer.Place) bool {
	n := d.byKey[keyOf(m)]
	s, ok := n.best()
	return ok && s.fit == within && same(s.Place, p)
}
