package scene

import (
	"image"
	"math"
	"reflect"
	"slices"
	"sort"
	"time"

	"github.com/paulmach/orb"

	"dateline/timeline"
	"dateline/timeline/edtf"
)

// plan is an overlay laid out: all that lies on the map and around it as long
// as nothing happens but that the clock goes on. What moves then, the heads of
// arrows and the date, is made for each frame. A plan never changes, and what
// it draws depends on the instant of a frame alone, not on that at which it was
// made.
type plan struct {
	key       planKey
	o         *overlay
	events    []piece
	furniture []Item
	hits      []Hit
}

// piece is some of what lies on the map, in the order of painting: items, or
// an arrow that grows.
type piece struct {
	items []Item
	axis  *growingAxis
	// Items with an axis show once its head has come this far along its way.
	after float64
}

// planKey is all that a plan depends on.
type planKey struct {
	page     pageKey
	margin   float64
	unit     float64
	style    Style
	index    *index
	advances *timeline.Axis
	controls *Control
	fronts   *Front
	routes   *Route
	sides    *Side
	lens     [5]int // of these
	ways     uintptr
	fading   float64

	mode     Mode
	epoch    int // how much of what can change has happened
	now      time.Time
	from, to time.Time

	selected, hover         timeline.ID
	title, subtitle         string
	asOf, credits           string
	furniture               Furniture
	banner                  Banner
	clock                   string
	words                   Words
	back                    image.Image
	backCredits             string
	backBounds              orb.Bound
	backNamed, backPictures bool
}

// keptPlans is how many plans a cache keeps: those of a map and of its
// presenter, and of the steps beside the present one.
const keptPlans = 6

// plan gives what is laid out for an input, laid out now unless it is kept.
func (c *Cache) plan(in Input, x *index, p page) *plan {
	key, ok := newPlanKey(in, x, p)
	if !ok {
		return newPlan(in, x, p)
	}
	c.mu.Lock()
	if i := slices.IndexFunc(c.plans, func(k *plan) bool { return k.key == key }); i >= 0 {
		k := c.plans[i]
		copy(c.plans[1:i+1], c.plans[:i])
		c.plans[0] = k
		c.mu.Unlock()
		return k
	}
	c.mu.Unlock()
	made := newPlan(in, x, p)
	made.key = key
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.plans) < keptPlans {
		c.plans = append(c.plans, nil)
	}
	copy(c.plans[1:], c.plans)
	c.plans[0] = made
	return made
}

// newPlanKey is the key of an input; ok is false where a plan must not be kept,
// because what it depends on cannot be compared.
func newPlanKey(in Input, x *index, p page) (k planKey, ok bool) {
	_, clock := in.clockDate(x)
	k = planKey{
		page: p.key(), margin: in.Margin, unit: in.Unit, style: in.Style, index: x,
		advances: first(in.Advances), controls: first(in.Controls), fronts: first(in.Fronts),
		routes: first(in.Routes), sides: first(in.Sides),
		lens:   [5]int{len(in.Advances), len(in.Controls), len(in.Fronts), len(in.Routes), len(in.Sides)},
		fading: in.Fading, mode: in.Mode, selected: in.Selected, hover: in.Hover,
		title: in.Title, subtitle: in.Subtitle, asOf: in.AsOf, credits: in.Credits,
		furniture: in.Furniture, banner: in.Banner, clock: clock,
		backCredits: in.Backdrop.Credits, backNamed: in.Backdrop.Named, backPictures: len(in.Backdrop.Images) > 0,
	}
	if in.Words != nil {
		if !reflect.TypeOf(in.Words).Comparable() {
			return k, false
		}
		k.words = in.Words
	}
	if in.Ways != nil {
		k.ways = reflect.ValueOf(in.Ways).Pointer()
	}
	if in.Mode == Cumulative {
		k.epoch = in.epoch(x)
	} else {
		k.now, k.from, k.to = in.Now, in.From, in.To
	}
	switch len(in.Backdrop.Images) {
	case 0:
		return k, true
	case 1:
		img := in.Backdrop.Images[0]
		k.back, k.backBounds = img.Image, img.Bounds
		return k, img.Image != nil && reflect.TypeOf(img.Image).Kind() == reflect.Pointer
	}
	return k, false
}

// first is where a list begins, by which it is known again.
func first[T any](s []T) *T {
	if len(s) == 0 {
		return nil
	}
	return &s[0]
}

// epoch tells how much of what the clock brings has happened at an instant:
// between two instants of the same epoch nothing appears, ends or arrives.
func (in Input) epoch(x *index) int {
	if in.Now.IsZero() {
		return -1
	}
	n, resting := x.changed(in.Now)
	n *= 2
	if !resting {
		n++
	}
	dated := func(v edtf.Value) {
		from, to := v.Bounds()
		if !from.After(in.Now) {
			n++
		}
		if !to.IsZero() && in.Now.After(to) {
			n++
		}
	}
	for _, c := range in.Controls {
		for _, out := range c.Outlines {
			dated(out.When)
		}
	}
	for _, f := range in.Fronts {
		for _, l := range f.Lines {
			dated(l.When)
		}
	}
	for _, r := range in.Routes {
		dated(r.When)
	}
	return n
}

// changed is how many changes have come at an instant, and whether the last of
// them has only just come: then what it sets in motion still rests, so that a
// picture of that instant keeps no room for what is to come.
func (x *index) changed(now time.Time) (n int, resting bool) {
	n = sort.Search(len(x.changes), func(i int) bool { return x.changes[i].After(now) })
	if n == 0 || n == len(x.changes) {
		return n, true
	}
	last, next := x.changes[n-1], x.changes[n]
	return n, now.Sub(last) <= next.Sub(last)/50
}

// newPlan lays everything out.
func newPlan(in Input, x *index, p page) *plan {
	o := &overlay{Input: in, page: p, frame: orb.Bound{Max: in.View.Size}, index: x}
	if n, resting := x.changed(in.Now); resting && n > 0 {
		o.start = x.changes[n-1]
	}
	o.space = newSpace(o.page.box.Pad(-4 * in.Unit))
	o.sides = looks(in, o.index)
	o.pick()
	o.tally = o.count(o.tally)
	o.layoutPanels()
	controls := o.controls()
	areas := o.areas()
	o.placeMarks()
	fronts := o.fronts()
	routes := o.routes()
	advances := o.advances()
	o.spareTowns()
	labels := []piece{{items: o.eventLabels()}}
	labels = append(labels, o.advanceLabels()...)
	names := append(o.controlNames(), o.names()...)
	made := &plan{o: o}
	add := func(items ...[]Item) {
		for _, is := range items {
			if len(is) > 0 {
				made.events = append(made.events, piece{items: is})
			}
		}
	}
	add(o.graticule(), controls, areas, names, fronts, routes)
	made.events = append(made.events, advances...)
	add(o.clusterItems(), o.markItems())
	made.events = append(made.events, labels...)
	made.furniture = slices.Clip(o.furniture())
	made.hits = slices.Clip(o.hits)
	return made
}

// at is what a plan looks like at the instant of an input.
func (k *plan) at(in Input) (events, furniture Scene) {
	now := *k.o
	now.Now = in.Now
	n := 0
	for _, p := range k.events {
		n += len(p.items) + arrowItems
	}
	items := make([]Item, 0, n)
	for _, p := range k.events {
		switch {
		case p.axis == nil:
			items = append(items, p.items...)
		case p.items == nil:
			items = append(items, now.grown(p.axis)...)
		case p.axis.head(&now) >= p.after:
			items = append(items, p.items...)
		}
	}
	furniture = Scene{Size: in.View.Size, Items: k.furniture}
	if date, _ := in.clockDate(k.o.index); date != k.o.date {
		furniture.Items = withText(k.furniture, clockID, date)
	}
	return Scene{Size: in.View.Size, Items: items, Hits: k.hits}, furniture
}

// arrowItems is how many items an arrow has at most.
const arrowItems = 6

// withText are items with another text in the one of an ID.
func withText(items []Item, id, text string) []Item {
	out := slices.Clone(items)
	for i, it := range out {
		if t, ok := it.(Text); ok && t.ID == id {
			t.Text = text
			out[i] = t
		}
	}
	return out
}

// growingAxis is an arrow whose head is under way to its next stop.
type growingAxis struct {
	id    string
	kind  arrowKind
	by    string
	stops []stop
	curve []orb.Point
	index []int
	most  float64 // how far along the curve the head can come
}

// head is how far along its way the head has come.
func (g *growingAxis) head(o *overlay) float64 {
	return math.Min(o.headAt(g.stops, g.curve, g.index), g.most)
}

// grown draws an arrow as far as it has come.
func (o *overlay) grown(g *growingAxis) []Item {
	return o.axisArrow(g, part(g.curve, 0, g.head(o)))
}

// axisArrow draws an arrow as far as a path goes.
func (o *overlay) axisArrow(g *growingAxis, path []orb.Point) []Item {
	return o.arrow(g.id, path, advanceWidth*o.Unit, g.kind, o.hue(g.by), 1)
}
