package work

import (
	"fmt"
	"math"
	"testing"
	"time"

	sm "github.com/flopp/go-staticmaps"
	"github.com/golang/geo/s2"
	"github.com/paulmach/orb"

	"dateline/geo/geocode"
	"dateline/geo/proj"
	"dateline/geo/scene"
	"dateline/timeline"
)

// throng is the Middle East with its divisions, twenty paths of a thousand
// points and as many marks as asked for: as go-staticmaps draws it, and as a
// scene.
type throng struct {
	view    proj.View
	areas   []orb.Ring
	paths   []orb.LineString
	markers []orb.Point
}

func newThrong(b *testing.B, marks int) *throng {
	b.Helper()
	layers, err := shared.Layers()
	if err != nil {
		b.Fatal(err)
	}
	// A whole zoom level, since go-staticmaps has no other.
	c := &throng{view: proj.New(proj.Mercator(), orb.Point{44, 31}, 256*math.Exp2(6), orb.Point{1280, 720})}
	for _, f := range layers.Features(scene.Divisions, c.view.Scale, c.view.Bound()) {
		mp, ok := f.Geometry.(orb.MultiPolygon)
		if !ok {
			b.Fatalf("a division is a %T", f.Geometry)
		}
		for _, p := range mp {
			c.areas = append(c.areas, p[0])
		}
	}
	for i := 0; i < 20; i++ {
		var l orb.LineString
		for k := 0; k < 1000; k++ {
			x := float64(k) / 1000
			l = append(l, orb.Point{32 + 24*x, 26 + 0.5*float64(i) + 0.8*math.Sin(9*x+float64(i))})
		}
		c.paths = append(c.paths, l)
	}
	for i := 0; i < marks; i++ {
		// Spread without order or pattern.
		x, y := math.Mod(float64(i)*0.754877666, 1), math.Mod(float64(i)*0.569840296, 1)
		c.markers = append(c.markers, orb.Point{32 + 24*x, 25 + 11*y})
	}
	return c
}

// theirs is go-staticmaps' picture of it, without tiles.
func (c *throng) theirs() *sm.Context {
	m := sm.NewContext()
	m.SetSize(1280, 720)
	m.SetZoom(6)
	m.SetCenter(s2.LatLngFromDegrees(c.view.Center[1], c.view.Center[0]))
	m.SetTileProvider(sm.NewTileProviderNone())
	m.SetOnline(false)
	m.SetCache(nil)
	m.OverrideAttribution("")
	style, _ := scene.StyleByName("light")
	m.SetBackground(style.Water)
	at := func(ps []orb.Point) (out []s2.LatLng) {
		for _, p := range ps {
			out = append(out, s2.LatLngFromDegrees(p[1], p[0]))
		}
		return out
	}
	for _, a := range c.areas {
		m.AddObject(sm.NewArea(at(a), style.Border, style.Land, 1))
	}
	for _, l := range c.paths {
		m.AddObject(sm.NewPath(at(l), style.Hue(scene.Blue), 2))
	}
	for _, p := range at(c.markers) {
		m.AddObject(sm.NewMarker(p, style.Hue(scene.Red), 16))
	}
	return m
}

// input is what our picture of it is made of: with names, rivers and two axes
// of advance besides.
func (c *throng) input(b *testing.B) scene.Input {
	in := sampleInput(b, orb.Point{1280, 720})
	in.View = c.view
	axes := in.Advances
	in.Events = nil
	for i, p := range c.markers {
		in.Events = append(in.Events, scene.Event{Number: i + 1, Placed: geocode.Placed{
			Event: timeline.Event{ID: timeline.ID(fmt.Sprint(i)), Title: fmt.Sprintf("Event %d", i+1), Status: timeline.Accepted},
			At:    []geocode.Location{{Name: "a place", Point: p}},
		}})
	}
	in.Advances = axes[:min(2, len(axes))]
	in.Now = time.Time{}
	return in
}

// pathItems are the paths, projected.
func (c *throng) pathItems(in scene.Input) []scene.Item {
	var items []scene.Item
	for _, l := range c.paths {
		out := make(orb.LineString, 0, len(l))
		for _, p := range l {
			if q, ok := c.view.ToPage(p); ok {
				out = append(out, q)
			}
		}
		items = append(items, scene.Path{Class: "route", Lines: orb.MultiLineString{out}, Stroke: in.Style.Hue(scene.Blue), Width: 2})
	}
	return items
}

// markItems are the marks one by one, a pin each as go-staticmaps has it,
// whatever package scene makes of so many.
func (c *throng) markItems(in scene.Input) []scene.Item {
	var shape [27]orb.Point // of a pin whose tip is at 0, 0
	for k := 0; k <= 24; k++ {
		a := (150 + 240*float64(k)/24) * math.Pi / 180
		shape[k+1] = orb.Point{8 * math.Cos(a), -16 + 8*math.Sin(a)}
	}
	items := make([]scene.Item, 0, len(c.markers))
	for _, m := range c.markers {
		p, _ := c.view.ToPage(m)
		pin := make(orb.LineString, len(shape))
		for k, q := range shape {
			pin[k] = orb.Point{p[0] + q[0], p[1] + q[1]}
		}
		items = append(items, scene.Path{Class: "event", Lines: orb.MultiLineString{pin}, Fill: in.Style.Hue(scene.Red), Stroke: in.Style.Ink, Width: 1})
	}
	return items
}

// BenchmarkAgainstStaticMaps draws the same areas, paths and marks both ways in
// turn, and tells how many times as long go-staticmaps takes: "pins" with each
// mark drawn by itself, "events" with marks as package scene draws events. Ours
// has names, rivers and advances on top. At least 6 with 1,000 marks and 10 with
// 10,000.
func BenchmarkAgainstStaticMaps(b *testing.B) {
	for _, n := range []int{1000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			c := newThrong(b, n)
			theirs := c.theirs()
			in := c.input(b)
			bare := in
			bare.Events = nil
			s := newStudio(b)
			t := fastest(b, func() {
				if _, err := theirs.Render(); err != nil {
					b.Fatal(err)
				}
			}, func() {
				sc := scene.Build(bare)
				sc.Items = append(append(sc.Items, c.pathItems(in)...), c.markItems(in)...)
				s.paint(sc)
			}, func() {
				sc := scene.Build(in)
				sc.Items = append(sc.Items, c.pathItems(in)...)
				s.paint(sc)
			})
			ms(b, t[0], "staticmaps")
			ms(b, t[1], "pins")
			ms(b, t[2], "events")
			b.ReportMetric(float64(t[0])/float64(t[1]), "times-pins")
			b.ReportMetric(float64(t[0])/float64(t[2]), "times-events")
		})
	}
}

// BenchmarkManyEvents is a frame of 100,000 events against one of 1,000. At most
// 4.
func BenchmarkManyEvents(b *testing.B) {
	few, many := newThrong(b, 1000).input(b), newThrong(b, 100_000).input(b)
	s := newStudio(b)
	t := fastest(b, func() { s.paint(scene.Build(few)) }, func() { s.paint(scene.Build(many)) })
	ms(b, t[0], "1,000")
	ms(b, t[1], "100,000")
	b.ReportMetric(float64(t[1])/float64(t[0]), "times")
}
