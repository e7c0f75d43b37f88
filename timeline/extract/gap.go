package extract

import "dateline/timeline"

// gapped reads the rest of a list in which the verb stands once: "twelve people
// were killed in X, three in Y and four in Z". Each place has its own count.
func (r *reader) gapped(s *sentence, first int) {
	f := r.frames[first]
	if f.kind != timeline.Casualties || f.noun != "" {
		r.gappedDays(s, f)
		return
	}
	for i := f.head + 1; i+3 < f.to; i++ {
		if !r.toks[i].is("and", ",") || r.toks[i+1].tag != tagNumber && !r.toks[i+1].is("another") || r.toks[i+1].time > 0 {
			continue
		}
		_, j, ok := r.number(i+1, f.to)
		if !ok {
			continue
		}
		for j < f.to && (r.toks[j].tag == tagNoun || r.toks[j].tag == tagAdjective || r.toks[j].is("others", "more")) {
			j++
		}
		if j+1 >= f.to || !r.toks[j].is("in", "near", "at") || r.toks[j+1].mention == 0 {
			continue
		}
		figures := r.figures(i+1, j)
		if len(figures) == 0 {
			n, _, _ := r.number(i+1, j)
			figures = []timeline.Figure{{Min: n, Max: n, Stated: r.phrase(i+1, j), Span: timeline.Span{Source: r.doc.ID, Start: r.toks[i+1].start, End: r.toks[j-1].end}}}
		}
		if figures[0].Of == "" && len(f.figures) > 0 {
			figures[0].Of = f.figures[0].Of
		}
		g := f
		g.from, g.figures, g.gap = i+1, figures, true
		r.frames[len(r.frames)-1].to = i
		o := &r.frames[len(r.frames)-1]
		o.figures = r.figures(o.from, i)
		r.frames = append(r.frames, g)
	}
}

// gappedDays reads the rest of a list in which the verb stands once and each
// place has its own day: "X was taken on 20 May, Y on 25 May and Z a day later".
func (r *reader) gappedDays(s *sentence, f frame) {
	if f.kind == timeline.Statement || f.quoted {
		return
	}
	day := r.timeIn(f.head+1, f.to)
	if day == 0 {
		return
	}
	for i := r.tokenOf(day) + 1; i+2 < f.to; i++ {
		if !r.toks[i].is("and", ",", ";") {
			continue
		}
		j := i + 1
		for j < f.to && r.toks[j].is("and", ",", "then", "the", "town", "city", "village", "nearby", "towns", "cities", "of", "in", "at", "on", "near") {
			j++
		}
		if j >= f.to || r.toks[j].mention == 0 || r.places[r.toks[j].mention-1].Adj {
			continue
		}
		m := r.toks[j].mention
		for j < f.to && (r.toks[j].mention == m || r.toks[j].is("on", "in", "at", "early", "late")) && r.toks[j].time == 0 {
			j++
		}
		if j >= f.to || r.toks[j].time == 0 || r.toks[j].time == day || !r.dates(r.toks[j].time) {
			continue
		}
		for x := r.toks[j].time; j < f.to && r.toks[j].time == x; {
			j++
		}
		g := f
		g.from, g.to, g.gap, g.figures = i+1, j, true, nil
		g.places = nil
		if last := &r.frames[len(r.frames)-1]; !last.gap || last.sent == f.sent {
			last.to = min(last.to, i)
		}
		r.frames = append(r.frames, g)
		i = j - 1
	}
}

// gapPlace gives the place of a telling whose verb stands with another one.
func (r *reader) gapPlace(s *sentence, f *frame) []timeline.Place {
	for i := f.from; i < f.to; i++ {
		m := r.toks[i].mention
		if m == 0 || r.places[m-1].Adj {
			continue
		}
		role := timeline.At
		for j := len(r.frames) - 1; j >= 0 && r.frames[j].sent == f.sent; j-- {
			if o := &r.frames[j]; !o.gap && o.head == f.head && len(o.places) > 0 {
				role = o.places[0].Role
			}
		}
		return []timeline.Place{{Mention: r.places[m-1], Role: role}}
	}
	return nil
}
