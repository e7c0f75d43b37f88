package scene

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"dateline/timeline"
	"dateline/timeline/edtf"
)

// panel is a part of the furniture: the room it takes, and what is in it.
type panel struct {
	box   orb.Bound
	items []Item
	hits  []Hit
}

// edge is the distance of panels from the edge of the page.
const edge = 16

// layoutPanels lays out the furniture and takes its room, so that nothing else
// is written there.
func (o *overlay) layoutPanels() {
	u, w := o.Unit, o.frame.Max[0]
	for _, p := range o.banners() {
		o.add(p)
	}
	clock := o.clock()
	room := w - 2*edge*u
	if clock.items != nil {
		room -= clock.box.Max[0] - clock.box.Min[0] + edge*u
	}
	top := o.top()
	if room < 220*u {
		room = w - 2*edge*u
		top += clock.box.Max[1] - clock.box.Min[1] + 8*u
	}
	o.add(clock)
	title := o.title(top, math.Min(room, math.Max(300*u, 0.55*w)))
	o.add(title)
	o.add(o.credits())
	chip := o.chip()
	bottom := o.frame.Max[1] - edge*u - o.bannerHeight()
	if o.addIfFree(chip) {
		bottom = chip.box.Min[1] - 8*u
	}
	o.addIfFree(o.scaleBar())
	o.addIfFree(o.north(top, clock))
	legend := o.clearest(o.legends(math.Max(title.box.Max[1], top)+8*u, bottom))
	if size(legend.box) <= legendShare*size(o.frame) {
		o.addIfFree(legend)
	}
	if in := o.clearest(o.insets()); in.items != nil {
		o.addIfFree(o.inset(in.box, o.View.Bound()))
	}
	o.addIfFree(o.notice())
	o.add(o.beyond())
	o.add(o.graticuleLabels())
}

// legendShare is how much of a page a legend may cover: on a small one it is
// left out.
const legendShare = 0.13

// size is the area of a bound.
func size(b orb.Bound) float64 { return (b.Max[0] - b.Min[0]) * (b.Max[1] - b.Min[1]) }

// small reports whether a page has room for a short title and a date alone.
func (o *overlay) small() bool {
	return o.frame.Max[0] < 600*o.Unit || o.frame.Max[1] < 420*o.Unit
}

// top is where the panels at the top begin.
func (o *overlay) top() float64 { return edge*o.Unit + o.bannerHeight() }

// clearest is the panel that hides the fewest places of events, the first of
// those: of all events, not only of those shown, so that it does not jump when
// one appears. Panels without room do not count.
func (o *overlay) clearest(ps []panel) panel {
	var homes []orb.Point
	for i := range o.Events {
		if i > crowdFrom {
			break // there are events everywhere
		}
		for _, l := range o.places(o.Events[i]) {
			if at, ok := o.page.point(l.Point); ok && l.Area == "" {
				homes = append(homes, at)
			}
		}
	}
	for _, g := range o.clusters {
		homes = append(homes, g.at)
	}
	var best panel
	least := -1
	for _, p := range ps {
		if p.items == nil || !o.space.free(p.box, true) {
			continue
		}
		n := 0
		for _, h := range homes {
			if p.box.Pad(8 * o.Unit).Contains(h) {
				n++
			}
		}
		if least < 0 || n < least {
			best, least = p, n
		}
	}
	return best
}

// addIfFree adds a panel where nothing stands yet; a page too small for all of
// the furniture goes without the rest.
func (o *overlay) addIfFree(p panel) bool {
	if p.items == nil || !o.space.free(p.box, true) {
		return false
	}
	o.add(p)
	return true
}

func (o *overlay) add(p panel) {
	if p.items == nil {
		return
	}
	o.panels = append(o.panels, p)
	o.space.take(p.box.Pad(3 * o.Unit))
}

func (o *overlay) furniture() []Item {
	var items []Item
	for _, p := range o.panels {
		items = append(items, p.items...)
		o.hits = append(o.hits, p.hits...)
	}
	return items
}

// ground is the paper that a panel stands on.
func (o *overlay) ground(id string, b orb.Bound, radius float64) Path {
	p := Path{ID: id, Class: "panel", Lines: orb.MultiLineString{rounded(b, radius)}, Fill: o.Style.Panel}
	if o.Style.Name != "light" {
		p.Stroke, p.Width = o.Style.Hairline, o.Unit
	}
	return p
}

func (o *overlay) title(top, room float64) panel {
	if !o.Furniture.Title || strings.TrimSpace(o.Title) == "" {
		return panel{}
	}
	u := o.Unit
	pad, head, sub, most := 14.0, 20.0, 13.5, 2
	subtitle := o.Subtitle
	if o.small() {
		pad, head, most, subtitle = 10, 15, 1, ""
	}
	lines := wrap(o.Measure, o.Title, SansSemibold, head*u, room-2*pad*u, most)
	under := wrap(o.Measure, subtitle, Sans, sub*u, room-2*pad*u, 1)
	w := math.Max(widest(o.Measure, lines, SansSemibold, head*u), widest(o.Measure, under, Sans, sub*u)) + 2*pad*u
	h := (2*11 + 1.2*head*float64(len(lines)) + 22*float64(len(under)) - 2) * u
	if o.small() {
		h -= 6 * u
	}
	b := box(edge*u, top, w, h)
	items := []Item{o.ground("title", b, 6*u)}
	y := b.Min[1] + (h-(1.2*head*float64(len(lines))+22*float64(len(under))-2)*u)/2 + 0.9*head*u
	for i, l := range lines {
		items = append(items, Text{ID: fmt.Sprintf("title-%d", i+1), Class: "title", At: orb.Point{b.Min[0] + pad*u, y}, Text: l, Font: SansSemibold, Size: head * u, Color: o.Style.Ink})
		y += 1.2 * head * u
	}
	for _, l := range under {
		items = append(items, Text{ID: "subtitle", Class: "title", At: orb.Point{b.Min[0] + pad*u, y - 1*u}, Text: l, Font: Sans, Size: sub * u, Color: o.Style.Label})
	}
	return panel{box: b, items: items}
}

// clockDate is the moment: never finer than the event that is current, when
// that one is what the clock stands in. The second result is what the clock
// needs room for, so that its panel is as wide on every day of a month.
func (in Input) clockDate(x *index) (date, room string) {
	if in.Mode == Window && !in.From.IsZero() && !in.To.IsZero() {
		date = in.formatWhen(timeline.NewWhen(edtf.DateRange(in.From, in.To), "", timeline.Span{}), timeline.ClockWhen)
		return date, date
	}
	if k, ok := x.byID[in.Selected]; ok && in.Selected != "" && !x.rejected[k] {
		w := in.Events[k].When
		inside := !w.Earliest.After(in.Now) && (w.Latest.IsZero() || !w.Latest.Before(in.Now))
		if w.Known() && (in.Now.IsZero() || inside && !w.Earliest.IsZero()) {
			date = in.formatWhen(w, timeline.ClockWhen)
			return date, date
		}
	}
	if in.Now.IsZero() {
		return "", ""
	}
	month := fmt.Sprintf(" %s %d", in.Now.Month(), in.Now.Year())
	return in.sayDate(strconv.Itoa(in.Now.Day()) + month), in.sayDate("28" + month)
}

// clockID is that of the date on the clock.
const clockID = "clock-date"

// clock shows the moment.
func (o *overlay) clock() panel {
	if !o.Furniture.Clock {
		return panel{}
	}
	date, room := o.clockDate(o.index)
	o.date = date
	if date == "" {
		return panel{}
	}
	u := o.Unit
	sub := o.say([...]string{Cumulative: "cumulative", Window: "window", Moment: "moment"}[o.Mode])
	n := len(o.Events)
	if k := o.current(); k > 0 {
		sub += " · " + fmt.Sprintf(o.say("event %d of %d"), k, n)
	} else {
		sub += " · " + o.events(o.total)
		if o.total != n {
			sub += " " + fmt.Sprintf(o.say("of %d"), n)
		}
	}
	size, small := 22*u, 12*u
	if o.frame.Max[0] < 700*u {
		size = 18 * u
	}
	right := o.frame.Max[0] - edge*u
	if o.small() {
		size = 14 * u
		w := o.Measure.Width(room, SansSemibold, size) + 18*u
		b := box(right-w, o.top(), w, size+18*u)
		return panel{box: b, items: []Item{
			o.ground("clock", b, 6*u),
			Text{ID: clockID, Class: "clock", At: orb.Point{right - w/2, b.Min[1] + 8*u + 0.8*size}, Text: date, Font: SansSemibold, Size: size, Color: o.Style.Ink, Anchor: Middle},
		}}
	}
	w := math.Max(o.Measure.Width(room, SansSemibold, size), o.Measure.Width(sub, Sans, small)) + 24*u
	b := box(right-w, o.top(), w, size+small+24*u)
	mid := (b.Min[0] + b.Max[0]) / 2
	return panel{box: b, items: []Item{
		o.ground("clock", b, 6*u),
		Text{ID: clockID, Class: "clock", At: orb.Point{mid, b.Min[1] + 9*u + 0.8*size}, Text: date, Font: SansSemibold, Size: size, Color: o.Style.Ink, Anchor: Middle},
		Text{ID: "clock-mode", Class: "clock", At: orb.Point{mid, b.Max[1] - 9*u}, Text: sub, Font: Sans, Size: small, Color: o.Style.LabelMinor, Anchor: Middle},
	}}
}

// current is the number of the selected event among all, 0 if there is none.
func (o *overlay) current() int {
	if k, ok := o.index.byID[o.Selected]; ok && o.Selected != "" {
		return o.Events[k].Number
	}
	return 0
}

// credits name where the map comes from, at the bottom right.
func (o *overlay) credits() panel {
	lines := o.creditLines()
	if len(lines) == 0 {
		return panel{}
	}
	u := o.Unit
	size := 11 * u
	w := widest(o.Measure, lines, Sans, size)
	at := orb.Point{o.frame.Max[0] - 8*u, o.frame.Max[1] - 7*u}
	lift := o.creditsLift()
	p := panel{box: box(at[0]-w, at[1]-size-lift, w, size*1.2+lift)}
	for i, l := range lines {
		id := "credits"
		if n := len(lines) - 1 - i; n > 0 {
			id = fmt.Sprintf("credits-%d", n+1)
		}
		y := at[1] - lift + float64(i)*creditsHeight*u
		p.items = append(p.items, Text{ID: id, Class: "credits", At: orb.Point{at[0], y}, Text: l, Font: Sans, Size: size, Color: o.Style.LabelMinor, Anchor: End, Halo: o.Style.Halo, HaloWidth: 2.5 * u})
	}
	return p
}

// chip says how many of the events shown have no mark here.
func (o *overlay) chip() panel {
	var parts []string
	if n := o.tally.unplaced; n > 0 {
		parts = append(parts, fmt.Sprintf(o.say("%d not placed"), n))
	}
	if n := o.tally.outside; n > 0 {
		parts = append(parts, fmt.Sprintf(o.say("%d outside the map"), n))
	}
	if len(parts) == 0 || !o.Furniture.Legend {
		return panel{}
	}
	u := o.Unit
	text := strings.Join(parts, ", ")
	h := 24 * u
	b := box(edge*u, o.frame.Max[1]-edge*u-o.bannerHeight()-h, o.Measure.Width(text, Sans, 12*u)+24*u, h)
	return panel{box: b, items: []Item{
		o.ground("unplaced", b, h/2),
		Text{ID: "unplaced-count", Class: "unplaced", At: orb.Point{b.Min[0] + 12*u, b.Max[1] - 8*u}, Text: text, Font: Sans, Size: 12 * u, Color: o.Style.Label},
	}}
}

// rounded is a rectangle with round corners.
func rounded(b orb.Bound, r float64) orb.LineString {
	r = math.Min(r, math.Min(b.Max[0]-b.Min[0], b.Max[1]-b.Min[1])/2)
	var out orb.LineString
	corners := [4]orb.Point{
		{b.Max[0] - r, b.Min[1] + r}, {b.Max[0] - r, b.Max[1] - r},
		{b.Min[0] + r, b.Max[1] - r}, {b.Min[0] + r, b.Min[1] + r},
	}
	const steps = 6
	for k, c := range corners {
		for i := 0; i <= steps; i++ {
			t := -math.Pi/2 + (float64(k)+float64(i)/steps)*math.Pi/2
			out = append(out, orb.Point{c[0] + r*math.Cos(t), c[1] + r*math.Sin(t)})
		}
	}
	return append(out, out[0])
}
