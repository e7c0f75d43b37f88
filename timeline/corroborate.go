package timeline

import (
	"slices"
	"sort"
	"strings"
	"time"
)

// Corroboration proposes that events of several reports are one. It changes
// none of them: a person decides.
type Corroboration struct {
	// Events are two or more, each of another report, in the order given.
	Events []ID
	// Why says in words what they have in common: "both in Lyman on
	// 2022-09-10, both battle".
	Why string
	// Counts are all their figures, each with who says so, where the reports
	// differ; empty where they agree.
	Counts []Count
}

// Count is a figure with the account that gives it.
type Count struct {
	Figure
	Event  ID
	By     string
	Source SourceID
}

// Corroborate proposes which events of different reports are the same. Events
// must share a place below a country, a day that both allow and a like kind,
// and name no different parties. Where gives keys for the places of an event
// ("geonames:692194"), the same for two spellings of one place and none for
// countries; nil compares the names. The order of the result and of the events
// in each is that of the argument.
func Corroborate(events []Event, where func(Event) []string) []Corroboration {
	if where == nil {
		where = placeNames
	}
	at := map[string][]int{} // events by place
	var pairs []likeness
	for i := range events {
		keys := where(events[i])
		slices.Sort(keys)
		for _, k := range slices.Compact(keys) {
			for _, j := range at[k] {
				if n := alike(&events[j], &events[i]); n > 0 {
					pairs = append(pairs, likeness{j, i, n})
				}
			}
			at[k] = append(at[k], i)
		}
	}
	sort.SliceStable(pairs, func(a, b int) bool { return pairs[a].score > pairs[b].score })
	groups := newGroups(events)
	for _, p := range pairs {
		groups.join(p.a, p.b)
	}
	var out []Corroboration
	for _, g := range groups.all() {
		c := Corroboration{Why: commonGround(events, g), Counts: counts(events, g)}
		for _, i := range g {
			c.Events = append(c.Events, events[i].ID)
		}
		out = append(out, c)
	}
	return out
}

// likeness is how alike two events are.
type likeness struct{ a, b, score int }

// alike judges two events that share a place: 0 for different ones.
func alike(a, b *Event) int {
	kinds := family(a.Kind, b.Kind)
	switch {
	case kinds == 0, source(a) == source(b),
		(a.Modality == Planned) != (b.Modality == Planned),
		a.Modality == Past || b.Modality == Past,
		a.Side != "" && b.Side != "" && !sameName(a.Side, b.Side) && a.Kind != Battle && b.Kind != Battle:
		return 0
	}
	lo, hi, ok := overlap(a.When, b.When)
	if !ok {
		return 0
	}
	score := kinds
	if hi.Sub(lo) <= 3*24*time.Hour {
		score += 3
	}
	if a.Side != "" && b.Side != "" && sameName(a.Side, b.Side) {
		score += 2
	}
	for _, f := range a.Figures {
		for _, g := range b.Figures {
			if f.Min == g.Min && f.Min > 2 {
				score += 2
			}
		}
	}
	return score
}

// maxSpan is the longest time within which two events that only share a place
// are still taken for one.
const maxSpan = 15 * 24 * time.Hour

// overlap is the time that both dates allow. A date that is open at its start
// reaches back maxSpan.
func overlap(a, b When) (lo, hi time.Time, ok bool) {
	bounds := func(w When) (time.Time, time.Time, bool) {
		lo, hi := w.Earliest, w.Latest
		switch {
		case lo.IsZero() && hi.IsZero():
			return lo, hi, false
		case lo.IsZero():
			lo = hi.Add(-maxSpan)
		case hi.IsZero():
			hi = lo.Add(maxSpan)
		}
		return lo, hi, true
	}
	l1, h1, ok1 := bounds(a)
	l2, h2, ok2 := bounds(b)
	if !ok1 || !ok2 {
		return lo, hi, false
	}
	if lo, hi = l1, h1; l2.After(lo) {
		lo = l2
	}
	if h2.Before(hi) {
		hi = h2
	}
	return lo, hi, !hi.Before(lo) && hi.Sub(lo) <= maxSpan+24*time.Hour
}

// family says how alike two kinds are: 2 the same, 1 two tellings of one thing,
// 0 different. What people say is compared by no rule.
func family(a, b Kind) int {
	switch {
	case a == Statement || b == Statement || a == Other || b == Other:
		return 0
	case a == b:
		return 2
	}
	for _, f := range [...][]Kind{
		{Battle, Attack, Bombardment, Casualties},
		{Advance, ChangeOfControl, Attack},
		{Advance, Deployment, Reinforcement},
		{Disaster, Casualties, Displacement},
		{Protest, Attack, Casualties},
	} {
		if slices.Contains(f, a) && slices.Contains(f, b) {
			return 1
		}
	}
	return 0
}

func source(e *Event) SourceID {
	if len(e.From) == 0 {
		return ""
	}
	return e.From[0].Source
}

// sameName compares names of parties. One may be a part of the other, its
// initials, or its people: "Mali" and "Malian troops".
func sameName(a, b string) bool {
	if a == initials(b) || b == initials(a) {
		return true
	}
	a, b = strings.ToLower(a), strings.ToLower(b)
	x, _, _ := strings.Cut(a, " ")
	y, _, _ := strings.Cut(b, " ")
	x, y = strings.TrimRight(x, "aeiouy"), strings.TrimRight(y, "aeiouy")
	if min(len(x), len(y)) >= 3 && (strings.HasPrefix(x, y) || strings.HasPrefix(y, x)) {
		return true
	}
	return a == b || strings.HasSuffix(a, " "+b) || strings.HasSuffix(b, " "+a) || strings.HasPrefix(a, b+" ") || strings.HasPrefix(b, a+" ")
}

// initials are the first letters of the words of a name of two and more.
func initials(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 {
		return "?"
	}
	var b strings.Builder
	for _, w := range words {
		for _, c := range w {
			b.WriteRune(c)
			break
		}
	}
	return b.String()
}

// placeNames are the names of an event's places below a country.
func placeNames(e Event) []string {
	var out []string
	for _, p := range e.Places {
		if p.Class != Country && !p.Adj {
			out = append(out, strings.ToLower(p.Name))
		}
	}
	return out
}

// groups joins events of different reports.
type groups struct {
	events []Event
	of     []int // the first event of each one's group
}

func newGroups(events []Event) groups {
	g := groups{events, make([]int, len(events))}
	for i := range g.of {
		g.of[i] = i
	}
	return g
}

// join puts two groups together, unless a report would stand in both.
func (g groups) join(a, b int) {
	x, y := g.of[a], g.of[b]
	if x == y {
		return
	}
	in := map[SourceID]bool{}
	for i, o := range g.of {
		if o == x {
			in[source(&g.events[i])] = true
		}
	}
	for i, o := range g.of {
		if o == y && in[source(&g.events[i])] {
			return
		}
	}
	first, last := min(x, y), max(x, y)
	for i, o := range g.of {
		if o == last {
			g.of[i] = first
		}
	}
}

// all are the groups of two and more.
func (g groups) all() [][]int {
	members := map[int][]int{}
	for i, o := range g.of {
		members[o] = append(members[o], i)
	}
	var out [][]int
	for i := range g.of {
		if len(members[i]) > 1 {
			out = append(out, members[i])
		}
	}
	return out
}

// commonGround says what the events of a group have in common.
func commonGround(events []Event, g []int) string {
	first := &events[g[0]]
	var parts []string
	for _, p := range first.Places {
		n := 0
		for _, i := range g {
			if slices.ContainsFunc(events[i].Places, func(o Place) bool { return strings.EqualFold(o.Name, p.Name) }) {
				n++
			}
		}
		if n == len(g) && p.Class != Country {
			parts = append(parts, "in "+p.Name)
			break
		}
	}
	if len(parts) == 0 {
		parts = append(parts, "in one place")
	}
	sameDay, sameKind, sameSide := true, true, first.Side != ""
	for _, i := range g[1:] {
		e := &events[i]
		sameDay = sameDay && e.When.EDTF.String() == first.When.EDTF.String()
		sameKind = sameKind && e.Kind == first.Kind
		sameSide = sameSide && e.Side != "" && sameName(e.Side, first.Side)
	}
	if s := first.When.EDTF.String(); sameDay && s != "" {
		parts = append(parts, "on "+s)
	} else {
		parts = append(parts, "at times that agree")
	}
	if sameKind {
		parts = append(parts, "both "+string(first.Kind))
	}
	if sameSide {
		parts = append(parts, "by "+first.Side)
	}
	return strings.Join(parts, ", ")
}

// counts are the figures of a group with who says them, where they differ.
func counts(events []Event, g []int) []Count {
	var all []Count
	differ := false
	for n, i := range g {
		e := &events[i]
		for _, f := range e.Figures {
			by := "report"
			if len(e.Claims) > 0 {
				by = e.Claims[0].By
			}
			all = append(all, Count{Figure: f, Event: e.ID, By: by, Source: source(e)})
			for _, j := range g[:n] {
				for _, o := range events[j].Figures {
					differ = differ || o.Of == f.Of && (o.Min != f.Min || o.Max != f.Max)
				}
			}
		}
	}
	if !differ {
		return nil
	}
	return all
}
