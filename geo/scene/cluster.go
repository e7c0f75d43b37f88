package scene

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/paulmach/orb"

	"dateline/geo/proj"
	"dateline/timeline"
)

const (
	// crowdFrom is how many events must show before those that stand close
	// together are drawn as one; fewer are spread apart.
	crowdFrom = 120
	// clusterFrom is how many events make a cluster, in a cell of clusterCell
	// units of the page.
	clusterFrom = 4
	clusterCell = 48.0
	// clusterHits is how many members of a cluster can be pointed at.
	clusterHits = 200
)

// cluster is many events drawn as one.
type cluster struct {
	at      orb.Point
	r       float64
	members []int // of Input.Events
	shares  []share
}

// clusterRadius is the radius of the circle of n events.
func clusterRadius(n int, u float64) float64 { return (10 + 4*math.Log2(float64(max(n, 1)))) * u }

// pick decides which of the events that show are drawn one by one, and which
// as clusters.
func (o *overlay) pick() {
	all := o.visible()
	o.total = len(all)
	var single []int
	if len(all) <= crowdFrom {
		single = all
	} else {
		single = o.crowd(all)
	}
	o.shown = make([]Event, len(single))
	for i, k := range single {
		o.shown[i] = o.Events[k]
	}
}

// crowd makes clusters of events that stand close together, and gives those
// that are to be drawn one by one.
func (o *overlay) crowd(all []int) (single []int) {
	type cell [2]int32
	size := clusterCell * o.Unit
	cells := map[cell]*[]int{}
	where := make([]orb.Point, len(o.Events))
	var order []cell
	plain := o.View.Proj.Name() == proj.Mercator().Name()
	index := func(id timeline.ID) int {
		if k, ok := o.index.byID[id]; ok && id != "" {
			return k
		}
		return -1
	}
	selected, hover := index(o.Selected), index(o.Hover)
	own := 0 // events with more than a point that are drawn one by one
	for _, k := range all {
		p := &o.index.point[k]
		if !p.onMap {
			o.tally.unplaced++
			continue
		}
		if k == selected || k == hover || p.several && own < crowdFrom/4 {
			own++
			single = append(single, k)
			continue
		}
		var at orb.Point
		ok := true
		if plain {
			at = o.page.plane(p.xy)
		} else {
			at, ok = o.page.point(p.lonLat)
		}
		if !ok || !o.page.box.Contains(at) {
			o.tally.outside++
			continue
		}
		c := cell{int32((at[0] - o.page.box.Min[0]) / size), int32((at[1] - o.page.box.Min[1]) / size)}
		in := cells[c]
		if in == nil {
			in = new([]int)
			cells[c] = in
			order = append(order, c)
		}
		*in = append(*in, k)
		where[k] = at
	}
	slices.SortFunc(order, func(a, b cell) int { return cmp.Or(cmp.Compare(a[1], b[1]), cmp.Compare(a[0], b[0])) })
	var alone []int
	for _, c := range order {
		ks := *cells[c]
		if len(ks) < clusterFrom {
			alone = append(alone, ks...)
			continue
		}
		g := cluster{members: ks, r: clusterRadius(len(ks), o.Unit)}
		for _, k := range ks {
			g.at[0] += where[k][0] / float64(len(ks))
			g.at[1] += where[k][1] / float64(len(ks))
		}
		o.clusters = append(o.clusters, g)
	}
	o.clusters = merged(o.clusters, o.Unit)
	for _, k := range alone { // those under a cluster belong to it
		under := slices.IndexFunc(o.clusters, func(g cluster) bool { return dist(g.at, where[k]) < g.r+8*o.Unit })
		if under < 0 {
			single = append(single, k)
			continue
		}
		g := &o.clusters[under]
		g.members = append(slices.Clip(g.members), k)
		g.r = clusterRadius(len(g.members), o.Unit)
	}
	o.clusters = merged(o.clusters, o.Unit)
	sides := make([]Side, len(o.index.names))
	for i, n := range o.index.names {
		sides[i] = o.side(n)
	}
	for i := range o.clusters {
		o.clusters[i].shares = o.shares(o.clusters[i], sides)
	}
	slices.SortStableFunc(single, func(a, b int) int { return cmp.Compare(o.Events[a].Number, o.Events[b].Number) })
	return single
}

// merged puts clusters together that would cover much of one another: the
// larger takes the smaller, until none does.
func merged(gs []cluster, u float64) []cluster {
	for again := true; again; {
		again = false
		slices.SortStableFunc(gs, func(a, b cluster) int { return cmp.Compare(len(b.members), len(a.members)) })
		var out []cluster
		for _, g := range gs {
			i := slices.IndexFunc(out, func(h cluster) bool { return dist(g.at, h.at) < 0.85*(g.r+h.r) })
			if i < 0 {
				out = append(out, g)
				continue
			}
			h := &out[i]
			n, m := float64(len(h.members)), float64(len(g.members))
			h.at = lerp(h.at, g.at, m/(n+m))
			h.members = append(slices.Clip(h.members), g.members...)
			h.r = clusterRadius(len(h.members), u)
			again = true
		}
		gs = out
	}
	return gs
}

// share is how many events of a cluster act for a side.
type share struct {
	side Side
	n    int
}

// shares are the sides of a cluster, those that are told apart by colour
// first, in the order of their hues, all others together last. sides are those
// of the index.
func (o *overlay) shares(g cluster, sides []Side) []share {
	bySide := make([]int, len(sides))
	for _, k := range g.members {
		bySide[o.index.point[k].side]++
	}
	var n [len(hueOrder)]int
	var first [len(hueOrder)]Side
	for k, count := range bySide {
		if count == 0 {
			continue
		}
		i := hueIndex(sides[k].Hue)
		if n[i] == 0 {
			first[i] = sides[k]
		}
		n[i] += count
	}
	var out []share
	for i := range n {
		if n[i] > 0 {
			out = append(out, share{first[i], n[i]})
		}
	}
	return out
}

// clusterItems draws the clusters: a count in a circle, with a ring that is
// divided by side.
func (o *overlay) clusterItems() []Item {
	u, st := o.Unit, o.Style
	var items []Item
	for i, g := range o.clusters {
		id := fmt.Sprintf("cluster-%d", i+1)
		items = append(items, Path{ID: id, Class: "cluster", Lines: orb.MultiLineString{shapeRing(Circle, g.at, g.r+1.5*u)}, Fill: st.Paper})
		from := 0.0
		for k, s := range g.shares {
			to := from + float64(s.n)/float64(len(g.members))
			items = append(items, Path{
				ID: fmt.Sprintf("%s-side-%d", id, k+1), Class: "cluster",
				Lines: orb.MultiLineString{ringPart(g.at, g.r, math.Min(5*u, 0.3*g.r), from, to)}, Fill: st.Hue(s.side.Hue),
			})
			from = to
		}
		text := strconv.Itoa(len(g.members))
		if len(g.members) >= 10000 {
			text = strconv.Itoa(len(g.members)/1000) + "k"
		}
		size := math.Min(13*u+0.12*g.r, 2.2*(g.r-5*u)/float64(max(len(text), 2)))
		items = append(items, Text{ID: id + "-count", Class: "cluster", At: orb.Point{g.at[0], g.at[1] + 0.36*size}, Text: text, Font: SansSemibold, Size: size, Color: st.Ink, Anchor: Middle})
		ids := make([]timeline.ID, 0, clusterHits)
		for _, k := range g.members[:min(len(g.members), clusterHits)] {
			ids = append(ids, o.Events[k].ID)
		}
		for _, id := range ids {
			o.hits = append(o.hits, Hit{Event: id, Center: g.at, Radius: g.r, Cluster: ids})
		}
	}
	return items
}

// ringPart is the part of a ring of a width inside a radius, from one share of
// the whole turn to another, clockwise from the top.
func ringPart(c orb.Point, r, width, from, to float64) orb.LineString {
	n := int(math.Max(3, math.Ceil((to-from)*60)))
	var out orb.LineString
	at := func(r, t float64) orb.Point {
		a := 2 * math.Pi * t
		return orb.Point{c[0] + r*math.Sin(a), c[1] - r*math.Cos(a)}
	}
	for i := 0; i <= n; i++ {
		out = append(out, at(r, from+(to-from)*float64(i)/float64(n)))
	}
	for i := n; i >= 0; i-- {
		out = append(out, at(r-width, from+(to-from)*float64(i)/float64(n)))
	}
	out = append(out, out[0])
	if area(out) < 0 {
		turnRing(out)
	}
	return out
}

// showing reports whether an event shows, alone or in a cluster.
func (o *overlay) showing(id timeline.ID) bool {
	k, ok := o.index.byID[id]
	if !ok {
		return false
	}
	e := &o.Events[k]
	return e.Status != timeline.Rejected && (e.ID == o.Selected && o.Selected != "" || shows(&o.Input, e, o.index.instants[k]))
}
