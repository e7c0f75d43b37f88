package timex

import (
	"time"

	"dateline/timeline/edtf"
)

// resolver gives nodes their values one after the other.
type resolver struct {
	m         *matcher
	anchor    stamp
	narrative bool
	told      stamp // the date told last
	toldAt    int   // the token behind it
	explicit  bool  // it was told with its year
	first     stamp // the first year told anywhere in the text
}

func newResolver(m *matcher, opt Options) *resolver {
	r := &resolver{m: m, anchor: stampOf(opt.Anchor), narrative: m.narrative(opt)}
	for _, n := range m.nodes {
		if n.kind == kDate && n.hasYear && n.scale == 0 {
			r.first = stamp{y: r.year(n), known: true}
			break
		}
	}
	return r
}

// result is what a node comes to.
type result struct {
	value    string
	date     edtf.Value
	at       stamp // what it tells for those that follow
	relative bool
	why      string
	typ      Type
}

func (r *resolver) resolve(k int) Expr {
	n := r.m.nodes[k]
	if n.pair > 0 {
		n = r.shareYear(n, r.m.nodes[n.pair-1])
		r.m.nodes[k] = n
	}
	var x result
	switch n.kind {
	case kDate:
		x = r.date(n)
	case kWeekday:
		x = r.weekday(n)
	case kShift:
		x = r.shift(n)
	case kPartOf:
		x = r.partOf(n)
	case kSpan:
		x = r.span(n)
	case kPart, kClock:
		x = r.time(n)
	default:
		x = result{value: n.value, typ: n.typ, why: "fixed words"}
		switch {
		case n.value == "then":
			x = r.then()
		case n.typ == Set && !r.narrative:
			x.value = everyUnit(n.value)
		case n.value == "PAST_REF" && r.narrative && r.m.is(n.to-1, "time"):
			x.value = "PRESENT_REF" // the time of which the history tells
		}
	}
	if x.typ == "" {
		x.typ = Date
	}
	if x.at.known && (n.kind != kDate || n.scale == 0) {
		r.tell(n, x.at)
	}
	if n.approx && n.holiday == "" {
		x.date = x.date.WithApproximate()
	}
	x.date = r.bounded(n, x.date)
	t := r.m.toks
	return Expr{Start: t[n.from].start, End: t[n.to-1].end, Type: x.typ, Value: x.value, EDTF: x.date, Relative: x.relative, Why: x.why}
}

// everyUnit is the value of a set that comes again with every unit, as news is
// marked: P1D for what histories mark as XXXX-XX-XX.
func everyUnit(value string) string {
	switch value {
	case "XXXX-XX-XXTXX":
		return "PT1H"
	case "XXXX-XX-XX":
		return "P1D"
	case "XXXX-WXX":
		return "P1W"
	case "XXXX-XX":
		return "P1M"
	case "XXXX":
		return "P1Y"
	}
	return value
}

// then is the date told before, in "since then".
func (r *resolver) then() result {
	x := result{value: "PAST_REF", typ: Date, why: "fixed words"}
	if r.told.known {
		x.value, x.date, x.relative, x.why = r.told.value(), r.told.edtf(), true, "the date told before"
	}
	return x
}

// passedOver reports whether an expression is one in a history alone: news
// speaks of former ministers without telling a time.
func (r *resolver) passedOver(n node) bool {
	return !r.narrative && n.kind == kFixed && n.to == n.from+1 && r.m.is(n.from, "former")
}

// tell remembers a date for those that follow. A year told in passing does
// not move the story.
func (r *resolver) tell(n node, at stamp) {
	yearOnly := n.kind == kDate && n.hasYear && n.month == 0 && n.season == 0 && n.quarter == 0 && n.half == 0
	if yearOnly && r.told.known {
		if at.y == r.told.y {
			return
		}
		d := at.y - r.told.y
		lead := r.m.starts(n.from) || r.m.starts(n.from-1)
		adjective := r.m.is(n.from-1, "the", "'s") && r.m.class(n.to) == word
		if adjective || !lead && (d < -1 || d > 4) || n.end {
			return
		}
	}
	if r.narrative && r.anchor.known && at.y > r.anchor.y {
		return
	}
	r.told, r.toldAt, r.explicit = at, n.to, n.hasYear
}

// year is the year of a node, counted astronomically.
func (r *resolver) year(n node) int {
	if n.bce {
		return 1 - n.year
	}
	if n.short && r.narrative && r.told.known { // '89 in a story of 1790
		near := r.told.y/100*100 + n.year%100
		switch d := near - r.told.y; {
		case d > 50:
			near -= 100
		case d < -50:
			near += 100
		}
		return near
	}
	return n.year
}

// shareYear gives one end of a range the year of the other.
func (r *resolver) shareYear(n, other node) node {
	if n.kind == kClock && other.clock.set && other.kind != kClock { // "between 2 and 4 p.m. on Friday"
		other.clock, other.from, other.to, other.pair, other.end, other.prep = n.clock, n.from, n.to, n.pair, n.end, n.prep
		return other
	}
	if n.kind != kDate || other.kind != kDate || n.hasYear || !other.hasYear || n.end || other.scale > 0 {
		return n
	}
	n.year, n.hasYear, n.bce = other.year, true, other.bce
	if n.month > other.month && other.month > 0 {
		n.year--
	}
	return n
}

// origin is the date that a relative expression is counted from.
func (r *resolver) origin(b base) (stamp, string) {
	switch {
	case b == toAnchor && r.narrative, b == toAnchor, b == byMode && !r.narrative:
		return r.anchor, "the day of publication"
	case b == toContext && !r.told.known && !r.narrative:
		return stamp{}, ""
	}
	return r.told, "the date told before"
}

// yearFor finds the year of a month and day told without one, d being 0 for a
// whole month.
func (r *resolver) yearFor(n node, m, d int) (y int, why string, ok bool) {
	near := r.near(n)
	if r.narrative || near {
		c := r.told
		if !c.known {
			c = r.first
		}
		if c.known {
			y = c.y
			if c.m > 0 && m-c.m <= -8 {
				y++
			}
			return y, "the year told before", true
		}
	}
	if !r.anchor.known {
		return 0, "", false
	}
	a := r.anchor
	y = a.y
	later := m > a.m || m == a.m && d > a.d
	switch t := r.m.tense(n); {
	case later && t < 0 && (d == 0 || m-a.m > 1 || m > a.m && d >= a.d), later && t == 0 && n.prep != until && m-a.m > 2:
		y--
	case !later && (t > 0 || n.prep == until && t >= 0) && (m < a.m || d > 0 && d < a.d):
		if (m-a.m+12)%12 <= 9 {
			y++
		}
	}
	return y, "the year nearest to the day of publication", true
}

// near reports whether a date of another year was told with its year in this
// sentence or the one before it: then the story is still there.
func (r *resolver) near(n node) bool {
	if !r.told.known || !r.explicit || r.toldAt > n.from || r.told.y == r.anchor.y || r.gapBetween(r.toldAt, n.from) {
		return false
	}
	sentences := 0
	for i := r.toldAt; i < n.from; i++ {
		if r.m.is(i, ".", "!", "?") {
			sentences++
		}
	}
	return sentences <= 1
}

// gapBetween reports whether a paragraph ends between two tokens.
func (r *resolver) gapBetween(from, to int) bool {
	if to-from > 60 {
		return true
	}
	for i := from; i <= to && i < len(r.m.toks); i++ {
		if r.m.toks[i].gap {
			return true
		}
	}
	return false
}

// bounded applies the preposition before a date: "since 10 June".
func (r *resolver) bounded(n node, v edtf.Value) edtf.Value {
	if v.IsZero() || n.prep == noPrep || n.kind == kSpan || n.kind == kPart || n.kind == kClock || n.pair > 0 {
		return v
	}
	if (n.part != "" || n.clock.hour == 24) && (n.prep == before || n.prep == after) {
		return v // "before dawn on Friday" is on Friday
	}
	lo, hi := v.Bounds()
	if v.Precision() > edtf.Day {
		if n.prep == before || n.prep == after {
			return v.WithApproximate() // "shortly after noon"
		}
		v = edtf.OnDay(lo)
	}
	switch n.prep {
	case until:
		return edtf.Until(v)
	case since, after:
		if n.prep == after {
			v = edtf.OnDay(hi.Add(time.Second))
		}
		if r.anchor.known && !r.narrative && !r.anchor.time().Before(lo) {
			if w, err := edtf.Between(v, r.anchor.edtf()); err == nil {
				return w
			}
		}
		return edtf.Since(v)
	case before:
		return edtf.Before(lo.Add(-time.Second))
	}
	return v
}

// joinRanges gives both ends of each range the date of the whole.
func (r *resolver) joinRanges(out []Expr) {
	for k, n := range r.m.nodes {
		if n.pair == 0 || n.end || n.pair-1 >= len(out) {
			continue
		}
		a, b := &out[k], &out[n.pair-1]
		if a.EDTF.IsZero() || b.EDTF.IsZero() {
			continue
		}
		v, err := edtf.Between(a.EDTF, b.EDTF)
		if other := r.m.nodes[n.pair-1]; err != nil && n.kind == kDate && other.kind == kDate && !n.hasYear && !other.hasYear && n.month > 0 {
			// "from May until July": the year of the end holds for both
			lo, _ := b.EDTF.Bounds()
			if n.year, n.hasYear = lo.Year(), true; n.month > other.month {
				n.year--
			}
			x := r.date(n)
			a.Value, a.EDTF = x.value, x.date
			v, err = edtf.Between(a.EDTF, b.EDTF)
		}
		if err != nil {
			continue
		}
		a.EDTF, b.EDTF = v, v
		a.WholeStart, a.WholeEnd = a.Start, b.End
		b.WholeStart, b.WholeEnd = a.Start, b.End
	}
}
