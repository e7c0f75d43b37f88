package timex

import (
	"slices"
	"time"

	"dateline/data/lexicon"
	"dateline/timeline/edtf"
)

// date gives a calendar date its value.
func (r *resolver) date(n node) result {
	x := result{why: "a date in full"}
	y, ok := r.year(n), n.hasYear
	if !ok {
		y, x.why, ok = r.missingYear(n)
		x.relative = ok
	}
	if n.scale > 0 {
		return r.scaled(n, y)
	}
	if n.holiday != "" && n.month == 0 {
		return r.feast(n, y, ok, x)
	}
	yv := "XXXX"
	if ok {
		yv = yearValue(y)
	}
	switch {
	case n.unclear:
		x.why = "day and month can be either way"
	case n.season > 0:
		x.value = yv + "-" + seasonCode(n.season)
		if ok {
			x.date, x.at = edtf.OfGroup(y, 20+n.season), stamp{y: y, known: true}
			x.date = narrow(x.date, n.mod)
		}
		return x
	case n.quarter > 0:
		x.value = yv + "-Q" + itoa(n.quarter)
		if ok {
			x.date, x.at = edtf.OfGroup(y, 32+n.quarter), stamp{y: y, known: true}
		}
		return x
	case n.half > 0:
		x.value = yv + "-H" + itoa(n.half)
		if ok {
			x.date, x.at = edtf.OfGroup(y, 39+n.half), stamp{y: y, known: true}
		}
		return x
	case n.month > 0 && !ok:
		x.value = yv + "-" + two(n.month)
		if n.day > 0 {
			x.value += "-" + two(n.day)
		}
		x.value, x.typ, _ = withTime(x.value, n, edtf.Value{})
		return x
	}
	at := stamp{y: y, m: n.month, d: n.day, known: ok}
	if n.day > 0 && !dayExists(y, n.month, n.day) {
		at.d = 0
	}
	if n.shift != 0 && n.holiday == "eve" && at.d > 0 {
		at = stampOf(at.time().AddDate(0, 0, -1))
	}
	if !ok {
		x.value = yv
		return x
	}
	x.at, x.value = at, at.value()
	x.date = at.edtf()
	if at.d == 0 {
		x.date = narrow(x.date, n.mod)
		return x
	}
	x.value, x.typ, x.date = withTime(x.value, n, x.date)
	return x
}

// missingYear finds the year of a date told without one.
func (r *resolver) missingYear(n node) (int, string, bool) {
	switch {
	case n.unit == lexicon.Year: // "June of that year"
		o, why := r.origin(n.base)
		return o.y + n.shift, "the year of " + why, o.known
	case n.value != "": // "last June", "next summer"
		return r.neighbour(n)
	case n.season > 0:
		if r.narrative || !r.anchor.known {
			if !r.narrative && !r.near(n) {
				return 0, "", false
			}
			if !r.told.known && r.first.known {
				return r.first.y, "the year told before", true
			}
			return r.told.y, "the year told before", r.told.known
		}
		return r.seasonYear(n.season, r.m.tense(n)), "the season nearest to the day of publication", true
	case n.quarter > 0 || n.half > 0:
		o, why := r.origin(byMode)
		return o.y, "the year of " + why, o.known
	case n.holiday != "" && n.month == 0:
		o, why := r.origin(byMode)
		return o.y, "the year of " + why, o.known
	case n.month == 0:
		return 0, "", false
	}
	return r.yearFor(n, n.month, n.day)
}

// seasonStart is the month in which a season begins.
func seasonStart(s int) int { return 3 * s }

// seasonYear is the year of the last season of that name that has begun, or
// with a future verb the next.
func (r *resolver) seasonYear(s, tense int) int {
	begun := r.anchor.m >= seasonStart(s)
	over := s < 4 && r.anchor.m >= seasonStart(s)+3
	switch {
	case tense > 0 && over:
		return r.anchor.y + 1
	case tense <= 0 && !begun:
		return r.anchor.y - 1
	}
	return r.anchor.y
}

// neighbour resolves "last June", "this May", "next summer".
func (r *resolver) neighbour(n node) (int, string, bool) {
	o, why := r.origin(n.base)
	if !o.known {
		return 0, "", false
	}
	m := n.month
	if n.season > 0 {
		m = seasonStart(n.season)
	}
	y := o.y
	switch {
	case n.shift < 0 && (o.m == 0 || n.month > 0 && m >= o.m || n.season > 0 && m+2 >= o.m):
		y--
	case n.shift > 0 && o.m > 0 && m <= o.m, n.shift > 0 && o.m == 0:
		y++
	}
	return y, "counted from " + why, true
}

// scaled gives decades and centuries their values.
func (r *resolver) scaled(n node, y int) result {
	x := result{why: "a decade"}
	if n.bce {
		x.value = "BC" + itoa(n.year/100-1)
		if len(x.value) < 4 {
			x.value = "BC0" + itoa(n.year/100-1)
		}
		from, to := edtf.OfYear(1-n.year), edtf.OfYear(100-n.year)
		x.date, _ = edtf.Between(from, to)
		return x
	}
	v := four(y)
	if n.scale == 10 {
		x.value, x.date = v[:3], edtf.OfDecade(y)
	} else {
		x.value, x.date, x.why = v[:2], edtf.OfCentury(y), "a century"
	}
	x.date = narrow(x.date, n.mod)
	return x
}

// feast gives a feast that moves its day.
func (r *resolver) feast(n node, y int, ok bool, x result) result {
	i := slices.IndexFunc(r.m.feasts, func(f feast) bool { return f.name == n.holiday })
	if !ok || i < 0 {
		x.value = "XXXX-XX-XX"
		return x
	}
	f := r.m.feasts[i]
	on := func(y int) (time.Time, bool) {
		if f.moves == "" {
			return time.Date(y, time.Month(f.month), f.day, 0, 0, 0, 0, time.UTC), true
		}
		return holidayDay(f.moves, y)
	}
	day, found := on(y)
	if !n.hasYear && !r.narrative && found && r.anchor.known {
		gap, t := day.Sub(r.anchor.time()), r.m.tense(n)
		switch {
		case gap > 60*24*time.Hour && t <= 0:
			day, found = on(y - 1)
		case gap < 0 && t > 0:
			day, found = on(y + 1)
		}
	}
	if !found {
		x.value = yearValue(y)
		x.at = stamp{y: y, known: true}
		x.date = x.at.edtf()
		return x
	}
	x.at = stampOf(day)
	x.value, x.date = x.at.value(), x.at.edtf()
	if f.days > 7 {
		x.value = yearValue(day.Year()) // a month of another calendar
	}
	if f.rough || f.days > 1 {
		x.date, x.why = f.bounds(day), "the day of the feast, give or take what the moon decides"
		return x
	}
	x.value, x.typ, x.date = withTime(x.value, n, x.date)
	return x
}

// narrow takes the early, middle or late third of a date, approximately.
func narrow(v edtf.Value, mod modifier) edtf.Value {
	if mod == whole || v.IsZero() {
		return v
	}
	lo, hi := v.Bounds()
	if years := hi.Year() - lo.Year() + 1; years >= 10 { // a decade has four early years and three late ones
		first, last := lo.Year(), hi.Year()
		switch cut, cut2 := (years+2)/3, (2*years+1)/3; mod {
		case early:
			last = first + cut - 1
		case middle:
			first, last = first+cut, first+cut2-1
		case late:
			first += cut2
		}
		out, _ := edtf.Between(edtf.OfYear(first), edtf.OfYear(last))
		return out.WithApproximate()
	}
	days := int(hi.Sub(lo).Hours()/24) + 1
	if days > 80 { // seasons, quarters, halves, years
		months := (days + 15) / 30
		first, third := int(lo.Month()), max(1, months/3)
		from, to := first, first+months-1
		switch mod {
		case early:
			to = first + third - 1
		case middle:
			from, to = first+third, to-third
		case late:
			from = to - third + 1
		}
		out, _ := edtf.Between(edtf.OfMonth(lo.Year(), time.Month(from)), edtf.OfMonth(lo.Year(), time.Month(to)))
		return out.WithApproximate()
	}
	a, b := lo, hi
	switch mod {
	case firstHalf:
		return edtf.DateRange(lo, lo.AddDate(0, 0, 14))
	case secondHalf:
		return edtf.DateRange(lo.AddDate(0, 0, 15), hi)
	}
	switch third := days / 3; mod {
	case early:
		b = lo.AddDate(0, 0, third-1)
	case middle:
		a, b = lo.AddDate(0, 0, third), hi.AddDate(0, 0, -third)
	case late:
		a = hi.AddDate(0, 0, 1-third)
	}
	return edtf.DateRange(a, b).WithApproximate()
}

// withTime adds the time of day to a day's value and date.
func withTime(value string, n node, date edtf.Value) (string, Type, edtf.Value) {
	switch {
	case n.clock.set:
		t := "T" + two(n.clock.hour) + ":" + two(n.clock.minute)
		if date.Precision() == edtf.Day && !date.IsInterval() {
			z := n.clock.zone
			if len(z) == 3 {
				z += ":00"
			}
			if v, err := edtf.Parse(date.String() + t + z); err == nil {
				date = v
			}
		}
		return value + t + n.clock.zone, Time, date
	case n.part != "":
		return value + "T" + n.part, Time, date
	}
	return value, Date, date
}

// weekday gives "Friday" its day.
func (r *resolver) weekday(n node) result {
	x := result{value: "XXXX-WXX-" + itoa(n.weekday)}
	o, why := r.origin(byMode)
	if !o.known || o.d == 0 {
		x.value, x.typ, _ = withTime(x.value, n, edtf.Value{})
		return x
	}
	t := o.time()
	delta := (n.weekday - isoDay(t) + 7) % 7 // days on, 0 to 6
	back := delta - 7
	if delta == 0 {
		back = 0
	}
	switch {
	case n.inWeek:
		delta = n.weekday - isoDay(t) + 7*n.shift
		if delta < 0 && n.shift == 0 && r.future(n) {
			delta += 7 // "will come this Monday", said on a Saturday
		}
		x.why = "that day of the week, counted from " + why
	case n.shift < 0:
		if delta = back; delta == 0 {
			delta = -7
		}
		x.why = "the last such day before " + why
	case n.shift > 0:
		if delta == 0 {
			delta = 7
		}
		x.why = "the next such day after " + why
	case r.narrative:
		x.why = "the first such day from " + why
	default:
		if r.future(n) {
			x.why = "the next such day from " + why
		} else {
			delta, x.why = back, "the last such day up to "+why
		}
	}
	x.relative = true
	x.at = stampOf(t.AddDate(0, 0, delta))
	x.value, x.date = x.at.value(), x.at.edtf()
	x.value, x.typ, x.date = withTime(x.value, n, x.date)
	return x
}

// future reports whether an expression speaks of what is to come.
func (r *resolver) future(n node) bool {
	t := r.m.tense(n)
	return t > 0 || t == 0 && n.prep == until && n.pair == 0
}
