package timex

import (
	"time"

	"dateline/data/lexicon"
	"dateline/timeline/edtf"
)

// shift counts units from a base.
func (r *resolver) shift(n node) result {
	o, why := r.origin(n.base)
	guess := n.base == toContext && !o.known && !r.narrative && n.n != 0 && (n.unit > lexicon.Day || n.unit == lexicon.Day && n.shift < 0)
	if guess {
		o, why = r.anchor, "the day of publication, as no other date is told before"
	}
	if r.narrative && n.base == toAnchor {
		o = stamp{}
	}
	x := result{relative: o.known, why: "counted from " + why}
	if !o.known {
		x.why = ""
	}
	if n.n < 0 {
		return r.vague(n, o, x)
	}
	n.n, n.unit = wholeUnits(n.n, n.unit)
	delta := n.shift * int(n.n)
	switch n.unit {
	case lexicon.Day:
		x = r.days(n, o, delta, x)
		if guess { // most likely so, which is too little to date an event
			x.date, x.at = edtf.Value{}, stamp{}
		}
		return x
	case lexicon.Week, lexicon.Weekend:
		return r.weeks(n, o, delta, x)
	case lexicon.Month:
		if !o.known || o.m == 0 {
			x.value = "XXXX-XX"
			if o.known && n.n != 0 {
				x.value = yearValue(o.y) + "-XX"
			}
			return x
		}
		t := time.Date(o.y, time.Month(o.m+delta), 1, 0, 0, 0, 0, time.UTC)
		x.at = stamp{y: t.Year(), m: int(t.Month()), known: true}
		x.value, x.date = x.at.value(), narrow(x.at.edtf(), n.mod)
		return x
	case lexicon.Quarter:
		if !o.known || o.m == 0 {
			x.value = "XXXX-QX"
			return x
		}
		q := o.y*4 + (o.m-1)/3 + delta
		x.at = stamp{y: q / 4, known: true}
		x.value, x.date = four(q/4)+"-Q"+itoa(q%4+1), edtf.OfGroup(q/4, 33+q%4)
		return x
	case lexicon.Year:
		if !o.known {
			x.value = "XXXX"
			return x
		}
		x.at = stamp{y: o.y + delta, known: true}
		x.value, x.date = x.at.value(), narrow(x.at.edtf(), n.mod)
		return x
	case lexicon.Decade, lexicon.Century:
		return r.ages(n, o, delta, x)
	}
	// hours and less: within the day
	x.typ = Time
	if !o.known || o.d == 0 {
		x.value = "XXXX-XX-XXTXX"
		return x
	}
	x.at = o
	x.value, x.date = o.value(), o.edtf().WithApproximate()
	return x
}

// wholeUnits gives half a century as fifty years.
func wholeUnits(n float64, u lexicon.Unit) (float64, lexicon.Unit) {
	if n == float64(int(n)) {
		return n, u
	}
	switch u {
	case lexicon.Century:
		return 100 * n, lexicon.Year
	case lexicon.Decade:
		return 10 * n, lexicon.Year
	case lexicon.Year:
		return 12 * n, lexicon.Month
	case lexicon.Week:
		return 7 * n, lexicon.Day
	}
	return n, u
}

func (r *resolver) days(n node, o stamp, delta int, x result) result {
	if !o.known || o.d == 0 {
		x.value = "XXXX-XX-XX"
		if r.narrative && n.base == toAnchor && n.n == 0 && n.part == "" {
			x.value = "PRESENT_REF"
		}
		x.value, x.typ, _ = withTime(x.value, n, edtf.Value{})
		return x
	}
	x.at = stampOf(o.time().AddDate(0, 0, delta))
	x.value, x.date = x.at.value(), x.at.edtf()
	if n.value == "overnight" {
		x.date = edtf.DateRange(x.at.time().AddDate(0, 0, -1), x.at.time())
	}
	x.value, x.typ, x.date = withTime(x.value, n, x.date)
	return x
}

func (r *resolver) weeks(n node, o stamp, delta int, x result) result {
	if !o.known || o.d == 0 {
		x.value = "XXXX-WXX"
		if o.known {
			x.value = yearValue(o.y) + "-WXX"
		}
		if n.unit == lexicon.Weekend {
			x.value += "-WE"
		}
		return x
	}
	t := o.time()
	if n.unit == lexicon.Weekend && n.shift == 0 && isoDay(t) < 6 && r.m.is(n.to-2, "the") && !r.future(n) {
		delta--
	}
	first := monday(t).AddDate(0, 0, 7*delta)
	x.value = weekValue(first)
	if n.unit == lexicon.Weekend {
		x.value += "-WE"
		x.at = stampOf(first.AddDate(0, 0, 5))
		x.date = edtf.DateRange(first.AddDate(0, 0, 5), first.AddDate(0, 0, 6))
		return x
	}
	x.at = stampOf(first)
	if n.n != 0 && n.base != byMode { // "three weeks later" keeps the day, roughly
		x.at = stampOf(t.AddDate(0, 0, 7*delta))
		if !r.m.is(n.to-1, "week", "weeks") { // "the following week" is a week
			x.date = x.at.edtf().WithApproximate()
			return x
		}
	}
	last := first.AddDate(0, 0, 6)
	if delta == 0 && !r.narrative && !r.future(n) {
		last = t // "this week" in the past ends with the day of publication
	}
	x.date = edtf.DateRange(first, last)
	return x
}

// ages counts decades and centuries.
func (r *resolver) ages(n node, o stamp, delta int, x result) result {
	if n.n != 0 {
		if n.shift != 0 && n.n == 1 && n.base != toAnchor {
			n.kind = kSpan
			return r.span(n)
		}
		if o.known {
			years := 10
			if n.unit == lexicon.Century {
				years = 100
			}
			x.at = stamp{y: o.y + delta*years, known: true}
			x.value, x.date = x.at.value(), x.at.edtf().WithApproximate()
			return x
		}
	}
	if !o.known || o.y < 0 {
		x.value = "XXX"
		return x
	}
	v := four(o.y)
	if n.unit == lexicon.Century {
		x.value, x.date = v[:2], edtf.OfCentury(o.y)
	} else {
		x.value, x.date = v[:3], edtf.OfDecade(o.y)
	}
	x.date = narrow(x.date, n.mod)
	return x
}

// vague gives "several days ago" a rough date.
func (r *resolver) vague(n node, o stamp, x result) result {
	x.value = "PAST_REF"
	if n.shift > 0 {
		x.value = "FUTURE_REF"
	}
	if o.known {
		x.date = roughly(o, n.unit, n.shift, 2)
	}
	return x
}

// roughly is the time that lies from least units to about ten units away
// from o, a week for days; with least 0 it begins or ends with o itself.
func roughly(o stamp, u lexicon.Unit, sign, least int) edtf.Value {
	far := map[lexicon.Unit]int{lexicon.Day: 7, lexicon.Week: 8, lexicon.Month: 11, lexicon.Year: 10, lexicon.Decade: 5, lexicon.Century: 3}[u]
	if far == 0 || o.d == 0 && u < lexicon.Month || o.m == 0 && u < lexicon.Year {
		return edtf.Value{}
	}
	a, b := moved(o, u, sign*least), moved(o, u, sign*far)
	if sign < 0 {
		a, b = b, a
	}
	v, err := edtf.Between(a, b)
	if err != nil {
		return edtf.Value{}
	}
	if least > 0 {
		return v.WithApproximate()
	}
	// the end at o is exact
	if sign < 0 {
		v, _ = edtf.Between(a.WithApproximate(), b)
	} else {
		v, _ = edtf.Between(a, b.WithApproximate())
	}
	return v
}

// moved is o moved by units, as finely as the unit.
func moved(o stamp, u lexicon.Unit, by int) edtf.Value {
	t := o.time()
	switch {
	case by == 0:
		return o.edtf()
	case u == lexicon.Day:
		return edtf.OnDay(t.AddDate(0, 0, by))
	case u == lexicon.Week:
		return edtf.OnDay(t.AddDate(0, 0, 7*by))
	case u == lexicon.Month:
		return edtf.OfMonth(o.y, time.Month(o.m+by))
	case u == lexicon.Decade:
		by *= 10
	case u == lexicon.Century:
		by *= 100
	}
	return edtf.OfYear(o.y + by)
}

// partOf gives "earlier this week" its days.
func (r *resolver) partOf(n node) result {
	n.kind = kShift
	x := r.shift(n)
	o, _ := r.origin(n.base)
	if !o.known || o.d == 0 || n.unit == lexicon.Day || n.unit == lexicon.NoUnit || x.date.IsZero() {
		return x
	}
	t := o.time()
	first, last := x.date.Bounds()
	if n.unit == lexicon.Week {
		first, last = monday(t), monday(t).AddDate(0, 0, 6)
	}
	x.at = stamp{} // it moves nothing
	switch {
	case n.shift < 0 && !r.narrative && !r.anchor.time().After(first):
		x.date = edtf.OnDay(t)
	case n.shift < 0:
		x.date = edtf.DateRange(first, t.AddDate(0, 0, -1))
	case !last.Before(t.AddDate(0, 0, 1)):
		x.date = edtf.DateRange(t.AddDate(0, 0, 1), last)
	}
	return x
}

// span gives "the past two weeks" a length and the days that it takes in.
func (r *resolver) span(n node) result {
	x := result{typ: Duration, value: duration(n.n, n.unit)}
	o, why := r.origin(n.base)
	if !o.known || o.d == 0 || r.narrative {
		return x
	}
	x.relative, x.why = true, "counted from "+why
	if n.n < 0 {
		x.date = roughly(o, n.unit, n.shift, 0)
		return x
	}
	a, b := moved(o, n.unit, n.shift*int(n.n)), o.edtf()
	if n.unit < lexicon.Day {
		a = edtf.OnDay(o.time().Add(time.Duration(n.shift) * time.Duration(n.n*float64(unitLength(n.unit)))))
	}
	if n.shift > 0 {
		a, b = b, a
	}
	x.date, _ = edtf.Between(a, b)
	return x
}

func unitLength(u lexicon.Unit) time.Duration {
	switch u {
	case lexicon.Second:
		return time.Second
	case lexicon.Minute:
		return time.Minute
	}
	return time.Hour
}

// time gives a time of day without a date that of the date told before it in
// the same paragraph, or in a narrative of the date told last.
func (r *resolver) time(n node) result {
	x := result{typ: Time}
	habit := n.kind == kPart && r.m.is(n.from-1, "at", "by") && n.part == "NI" || n.part == "DT"
	ok := r.told.known && r.told.d > 0 && !habit && (r.narrative || !r.gapBetween(r.toldAt, n.from))
	if !ok && !habit && !r.narrative && r.anchor.known {
		// Most likely that day, which is too little to date an event.
		x.value, _, _ = withTime(r.anchor.value(), n, edtf.Value{})
		x.relative, x.why = true, "on the day of publication, as no other day is told before"
		return x
	}
	if !ok {
		x.value, _, _ = withTime("XXXX-XX-XX", n, edtf.Value{})
		return x
	}
	x.relative, x.why = true, "on the day told before"
	x.value, _, x.date = withTime(r.told.value(), n, r.told.edtf())
	return x
}
