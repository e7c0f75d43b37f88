package extract

import (
	"strings"
	"time"

	"dateline/timeline"
	"dateline/timeline/edtf"
)

// date finds the expression of time that dates a telling.
func (r *reader) date(s *sentence, f *frame) {
	if f.time = r.timeIn(f.from, f.to); f.time > 0 {
		return
	}
	c := &s.clauses[f.clause]
	if p := r.conjunct(s, f.clause); p >= 0 {
		if f.time = r.timeIn(s.clauses[p].from, s.clauses[p].to); f.time > 0 {
			return
		}
	}
	// "killed three people and wounded ten on Saturday": one time for both.
	if k := f.clause + 1; k < len(s.clauses) && r.conjunct(s, k) == f.clause && f.kind == timeline.Casualties {
		if f.time = r.timeIn(s.clauses[k].from, s.clauses[k].to); f.time > 0 {
			return
		}
	}
	// "left on Sunday as troops fought": at the same time.
	if (c.intro == "when" || c.antecedent >= 0) && c.introAt > s.from { // "came in 1908, when a quake …"
		i := c.introAt - 1
		if r.toks[i].low == "," {
			i--
		}
		if i >= s.from && r.toks[i].time > 0 && r.dates(r.toks[i].time) {
			f.time = r.toks[i].time
			return
		}
	}
	if k := f.clause; k > 0 && (c.intro == "as" || c.intro == "while" || c.intro == "when") && !r.speech(s.groups[k-1].lemma) {
		if f.time = r.timeIn(s.clauses[k-1].from, s.clauses[k-1].to); f.time > 0 {
			return
		}
	}
	// "died when a bridge fell on Monday"
	if k := f.clause + 1; k < len(s.clauses) && s.clauses[k].intro == "when" {
		if f.time = r.timeIn(s.clauses[k].from, s.clauses[k].to); f.time > 0 {
			return
		}
	}
	// At the head of the sentence: "On Friday, …".
	end := r.mainSubject(s)
	if f.time = r.timeIn(s.from, min(end, f.head)); f.time > 0 {
		// unless that belongs to another clause, "After taking X on Monday, …"
		for k := range s.clauses {
			x := &s.clauses[k]
			if k != f.clause && s.groups[k].form == gerund && !has([]string{"speak", "address", "talk", "read", "write", "appear"}, s.groups[k].lemma) && x.from <= s.from+1 && r.tokenOf(f.time) < x.to && r.tokenOf(f.time) > s.groups[k].head {
				f.time = 0
			}
		}
		if f.time > 0 {
			return
		}
	}
	// In the clause it depends on, when it has no time of its own: "began on
	// Monday to …", "was hit on Friday, killing …".
	if s.groups[f.clause].form != finite && c.parent >= 0 && c.intro != "after" && c.intro != "before" && !r.speech(s.groups[c.parent].lemma) {
		p := &s.clauses[c.parent]
		f.time = r.timeIn(p.from, p.to)
		return
	}
	// "X said on Saturday that" dates the saying; the clauses after the last
	// verb of a statement date it ("…, he said on Saturday").
	if f.kind == timeline.Statement {
		for k := range s.clauses {
			x := &s.clauses[k]
			if k == f.clause && x.from < x.to {
				f.time = r.timeIn(x.from, x.to)
			}
		}
	}
}

// tokenOf gives the first token of expression x.
func (r *reader) tokenOf(x int) int {
	start := r.times[x-1].Start
	lo, hi := 0, len(r.toks)
	for lo < hi {
		mid := (lo + hi) / 2
		if r.toks[mid].end <= start {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// timeIn gives the dating expression of tokens [lo, hi): the first, or one that
// says more exactly what the first says, "in the 20th century came in 1908".
func (r *reader) timeIn(lo, hi int) int {
	first := r.firstTime(lo, hi)
	if first == 0 || r.times[first-1].EDTF.IsZero() || r.times[first-1].EDTF.Precision() >= edtf.Day {
		return first
	}
	earliest, latest := r.boundsOf(first - 1)
	for i := max(lo, 0); i < hi && i < len(r.toks); i++ {
		x := r.toks[i].time
		if x == 0 || x == first || r.times[x-1].EDTF.IsZero() || r.times[x-1].EDTF.Precision() <= r.times[first-1].EDTF.Precision() {
			continue
		}
		if from, to := r.boundsOf(x - 1); !from.Before(earliest) && !to.After(latest) && r.firstTime(i, i+1) == x {
			return x
		}
	}
	return first
}

// firstTime gives the first dating expression of tokens [lo, hi).
func (r *reader) firstTime(lo, hi int) int {
	for i := max(lo, 0); i < hi && i < len(r.toks); i++ {
		if x := r.toks[i].time; x > 0 && r.dates(x) {
			// "until 2003", "since 2011" date no event.
			if i > 0 && r.toks[i].start == r.times[x-1].Start && (r.toks[i-1].is("until", "till", "since") || i > 1 && r.toks[i-1].low == "the" && r.toks[i-2].is("until", "since")) {
				continue
			}
			return x
		}
	}
	return 0
}

// dates reports whether an expression can date an event.
func (r *reader) dates(x int) bool {
	e := &r.times[x-1]
	if !e.EDTF.IsZero() {
		return true
	}
	// An unresolved weekday or day still says when, once a date is given.
	return r.pubDay.IsZero() && e.Value != "" && e.Value != "PRESENT_REF" && e.Value != "PAST_REF" && e.Value != "FUTURE_REF"
}

// when gives the time of a telling.
func (r *reader) when(f *frame) timeline.When {
	if f.time > 0 {
		x := &r.times[f.time-1]
		from := timeline.Span{Source: r.doc.ID, Start: x.Start, End: x.End}
		w := timeline.NewWhen(x.EDTF, r.doc.Text[x.Start:x.End], from)
		// What is planned for a day of the week is yet to come.
		if f.modality == timeline.Planned && !r.pubDay.IsZero() && x.EDTF.Precision() == edtf.Day && !w.Latest.IsZero() && w.Latest.Before(r.pubDay) && r.pubDay.Sub(w.Earliest) <= 7*24*time.Hour && r.lex.Words["weekday"][strings.ToLower(w.Stated)] {
			return timeline.NewWhen(edtf.OnDay(w.Earliest.AddDate(0, 0, 7)), w.Stated, from)
		}
		// What is told in the past cannot be later than its report.
		if !r.pubDay.IsZero() && !f.future && !w.Latest.IsZero() && !w.Earliest.IsZero() {
			end := r.pubDay.AddDate(0, 0, 1).Add(-time.Second)
			if w.Latest.After(end) && w.Earliest.Before(end) && x.EDTF.Precision() < edtf.Day {
				w.EDTF = edtf.DateRange(w.Earliest, r.pubDay)
				w.Earliest, w.Latest = w.EDTF.Bounds()
			}
		}
		return w
	}
	if r.pubDay.IsZero() {
		return timeline.When{}
	}
	if f.future {
		return timeline.NewWhen(edtf.After(r.pubDay), "", timeline.Span{})
	}
	if f.ongoing {
		return timeline.NewWhen(edtf.OnDay(r.pubDay).WithApproximate(), "", timeline.Span{})
	}
	return r.undated(f)
}

// old reports whether a telling is history told as background: more than
// four months before the report, or in an earlier year.
func (r *reader) old(f *frame) bool {
	if f.time == 0 || r.pubDay.IsZero() {
		return false
	}
	_, latest := r.times[f.time-1].EDTF.Bounds()
	if latest.IsZero() {
		return false
	}
	if p := r.times[f.time-1].EDTF.Precision(); p <= edtf.Year && p != edtf.NoPrecision && !r.times[f.time-1].EDTF.IsInterval() && latest.Before(r.pubDay) {
		return true
	}
	return latest.Before(r.pubDay.AddDate(0, -4, 0))
}

// passing reports whether history is only touched upon, and no event of its
// own: a reporter's clause without an actor or place, or what was said long ago.
func (r *reader) passing(f *frame) bool {
	if f.kind == timeline.Statement || f.nominal || f.modality == timeline.Planned || f.modality == timeline.Feared || f.quoted {
		return true
	}
	if !r.located(f) {
		p := r.times[f.time-1].EDTF.Precision()
		if p <= edtf.Year && f.kind != timeline.ChangeOfControl && !f.strong || !f.strong && f.agent.ent == 0 && f.patient.ent == 0 && f.agent.nation == "" && len(f.figures) == 0 {
			return true
		}
	}
	if f.modality == timeline.Happened {
		f.modality = timeline.Past
	}
	return false
}
