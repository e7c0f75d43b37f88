package extract

import (
	"time"

	"dateline/timeline"
	"dateline/timeline/edtf"
)

// findMain finds the disaster or protest that the report is about, and its day:
// the first that it tells with a day in the ten days before its publication.
// What the report then tells of the dead, the homeless, the help and the arrests
// cannot have happened before it.
func (r *reader) findMain(rep []int) {
	if r.pubDay.IsZero() {
		return
	}
	told := 0
	for i := range r.frames {
		f := &r.frames[i]
		if rep[i] != i || f.kind == timeline.Statement || !r.worth(f) {
			continue
		}
		if told++; told > 4 {
			return
		}
		if f.kind != timeline.Disaster && f.kind != timeline.Protest || f.time == 0 || f.modality != timeline.Happened {
			continue
		}
		day, last := r.times[f.time-1].EDTF.Bounds()
		if day.IsZero() || last.IsZero() || last.Sub(day) > 24*time.Hour || day.After(r.pubDay) || r.pubDay.Sub(day) > 10*24*time.Hour {
			continue
		}
		r.mainDay, r.mainFrame = day, i
		return
	}
}

// leadsTo reports whether what a disaster or protest brings about is of a kind.
func leadsTo(main, kind timeline.Kind) bool {
	switch kind {
	case timeline.Casualties, timeline.Other:
		return true
	case timeline.Disaster, timeline.Displacement, timeline.Aid:
		return main == timeline.Disaster
	case timeline.Protest, timeline.Arrest:
		return main == timeline.Protest
	}
	return false
}

// undated is the time of a telling that gives none: after the disaster that
// the report is about, if it tells of its consequences; any time before the
// report, else.
func (r *reader) undated(f *frame) timeline.When {
	s := &r.sents[f.sent]
	if f.modality == timeline.Past || r.before(s, f) {
		return timeline.NewWhen(edtf.Before(r.pubDay), "", timeline.Span{})
	}
	if !r.mainDay.IsZero() && f.sent > r.frames[r.mainFrame].sent && leadsTo(r.frames[r.mainFrame].kind, f.kind) {
		return timeline.NewWhen(span(r.mainDay, r.pubDay), "", timeline.Span{})
	}
	return timeline.NewWhen(edtf.Before(r.pubDay), "", timeline.Span{})
}

// span is the days from one to another as a date.
func span(from, to time.Time) edtf.Value {
	if from.Equal(to) {
		return edtf.OnDay(to)
	}
	return edtf.DateRange(from, to)
}

// before reports whether the words of a telling put it before the others: a
// past perfect, "since", "so far this year".
func (r *reader) before(s *sentence, f *frame) bool {
	if f.clause < len(s.groups) {
		if g := &s.groups[f.clause]; g.past && g.perfect && (f.clause == 0 || !r.speech(s.groups[f.clause-1].lemma)) {
			return true
		}
	}
	for i := s.from; i < s.to; i++ {
		if r.toks[i].is("since", "annually", "previously", "earlier", "already", "ever", "recent", "recently", "months", "years", "decades", "weeks") {
			return true
		}
	}
	return false
}

// townWrecked reports whether a telling is of what a disaster did to a town or
// to many buildings: "most of the town was destroyed", not "his house".
func (r *reader) townWrecked(f *frame) bool {
	if f.noun != "" || !f.passive || !wrecks(f.lemma) || len(f.patient.heads) == 0 {
		return false
	}
	t := &r.toks[f.patient.heads[0]]
	return t.tag == tagNumber || t.mention > 0 || plural(t) || t.noun("settlement") || t.noun("area")
}
