package raster

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"math"
	"strings"
	"testing"
	"time"

	sm "github.com/flopp/go-staticmaps"
	"github.com/paulmach/orb"

	"dateline/geo/proj"
	"dateline/geo/scene"
)

// rival is one map drawn by go-staticmaps and by this package: the same areas,
// paths and markers, in degrees, without tiles and without words.
type rival struct {
	view    proj.View
	areas   []orb.LineString
	paths   []orb.LineString
	markers []orb.Point
	theirs  *sm.Context
}

// rivalZoom is a whole zoom level, since go-staticmaps has no other.
const rivalZoom = 7

var (
	rivalGround = color.NRGBA{0xD3, 0xDF, 0xE6, 255}
	rivalFill   = color.NRGBA{0xF2, 0xF0, 0xEB, 255}
	rivalEdge   = color.NRGBA{0x9A, 0x93, 0x88, 255}
	rivalPath   = color.NRGBA{0x0B, 0x5F, 0xA5, 255}
)

func newRival(t testing.TB) *rival {
	centre := orb.Point{44, 33}
	r := &rival{view: proj.New(proj.Mercator(), centre, 256*math.Exp2(rivalZoom), orb.Point{1280, 720})}
	for i := 0; i < 30; i++ {
		r.areas = append(r.areas, coast(40.2+float64(i%6)*1.5, 31.2+float64(i/6)*0.9, 0.42, 800))
	}
	for i := 0; i < 20; i++ {
		var l orb.LineString
		for k := 0; k < 200; k++ {
			x := float64(k) / 26
			l = append(l, orb.Point{40.2 + x, 31 + 0.2*float64(i) + 0.1*math.Sin(x*4+float64(i))})
		}
		r.paths = append(r.paths, l)
	}
	for i := 0; i < 60; i++ {
		r.markers = append(r.markers, orb.Point{40.5 + float64(i%12)*0.6, 31.3 + float64(i/12)*0.8})
	}
	c := sm.NewContext()
	c.SetSize(1280, 720)
	c.SetZoom(rivalZoom)
	c.SetTileProvider(sm.NewTileProviderNone())
	c.SetOnline(false)
	c.SetCache(nil)
	c.OverrideAttribution("")
	c.SetBackground(rivalGround)
	told := func(ls ...orb.Point) string {
		var parts []string
		for _, p := range ls {
			parts = append(parts, fmt.Sprintf("%.6f,%.6f", p[1], p[0]))
		}
		return strings.Join(parts, "|")
	}
	for _, a := range r.areas {
		area, err := sm.ParseAreaString(told(a[:len(a)-1]...))
		if err != nil {
			t.Fatal(err)
		}
		area.Fill, area.Color, area.Weight = rivalFill, rivalEdge, 1.5
		c.AddObject(area)
	}
	for _, l := range r.paths {
		paths, err := sm.ParsePathString(told(l...))
		if err != nil {
			t.Fatal(err)
		}
		paths[0].Color, paths[0].Weight = rivalPath, 2
		c.AddObject(paths[0])
	}
	markers, err := sm.ParseMarkerString(told(append([]orb.Point{centre}, r.markers...)...))
	if err != nil {
		t.Fatal(err)
	}
	c.SetCenter(markers[0].Position)
	for _, m := range markers[1:] {
		m.Color, m.Size = red, 16
		c.AddObject(m)
	}
	r.theirs = c
	return r
}

// scene projects everything, as go-staticmaps does in its Render and the scene
// package in its Base: points that add nothing to a line are dropped.
func (r *rival) scene() scene.Scene {
	s := scene.Scene{Size: r.view.Size}
	c, _ := r.view.Proj.Forward(r.view.Center)
	project := func(p orb.Point) orb.Point {
		q, _ := r.view.Proj.Forward(p)
		return orb.Point{s.Size[0]/2 + (q[0]-c[0])*r.view.Scale, s.Size[1]/2 + (q[1]-c[1])*r.view.Scale}
	}
	line := func(l orb.LineString) orb.MultiLineString {
		out := make(orb.LineString, 0, len(l))
		for i, p := range l {
			q := project(p)
			if n := len(out); n > 0 && i < len(l)-1 && math.Abs(q[0]-out[n-1][0]) < 0.35 && math.Abs(q[1]-out[n-1][1]) < 0.35 {
				continue
			}
			out = append(out, q)
		}
		return orb.MultiLineString{out}
	}
	s.Items = append(s.Items, scene.Path{Lines: orb.MultiLineString{box(0, 0, s.Size[0], s.Size[1])}, Fill: rivalGround})
	for _, a := range r.areas {
		s.Items = append(s.Items, scene.Path{Lines: line(a), Fill: rivalFill, Stroke: rivalEdge, Width: 1.5})
	}
	for _, l := range r.paths {
		s.Items = append(s.Items, scene.Path{Lines: line(l), Stroke: rivalPath, Width: 2})
	}
	for _, m := range r.markers {
		p := project(m)
		pin := orb.LineString{p}
		for k := 0; k <= 24; k++ {
			a := (150 + 240*float64(k)/24) * math.Pi / 180
			pin = append(pin, orb.Point{p[0] + 8*math.Cos(a), p[1] - 16 + 8*math.Sin(a)})
		}
		s.Items = append(s.Items, scene.Path{Lines: orb.MultiLineString{append(pin, p)}, Fill: red, Stroke: black, Width: 1})
	}
	return s
}

// TestSamePictureAsStaticMaps holds the two against one another, so that what
// is compared in the benchmark is the same picture.
func TestSamePictureAsStaticMaps(t *testing.T) {
	r := newRival(t)
	ours := render(t, r.scene(), 1)
	theirs, err := r.theirs.Render()
	if err != nil {
		t.Fatal(err)
	}
	if theirs.Bounds() != ours.Rect {
		t.Fatalf("pictures of %v and %v", ours.Rect, theirs.Bounds())
	}
	for _, shift := range []int{0, 200} { // moved aside, the two must differ
		far := 0
		for y := 0; y < 720; y++ {
			for x := 0; x < 1280; x++ {
				a := ours.RGBAAt(x, y)
				cr, cg, cb, _ := theirs.At((x+shift)%1280, y).RGBA()
				d := math.Abs(float64(a.R)-float64(cr>>8)) + math.Abs(float64(a.G)-float64(cg>>8)) + math.Abs(float64(a.B)-float64(cb>>8))
				if d > 150 {
					far++
				}
			}
		}
		if share := float64(far) / (1280 * 720); (share < 0.03) != (shift == 0) {
			t.Errorf("moved by %d pixels, %.1f %% of the pixels differ", shift, 100*share)
		}
	}
}

// BenchmarkAgainstStaticMaps draws the same areas, paths and markers both ways
// in turn, projecting included, and tells how many times as long go-staticmaps
// takes. It compares the fastest of each, which another program on the machine
// disturbs least.
func BenchmarkAgainstStaticMaps(b *testing.B) {
	r, own := newRival(b), New()
	var img *image.RGBA
	ours, theirs := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
	for b.Loop() {
		start := time.Now()
		var err error
		if img, err = own.RenderInto(context.Background(), img, r.scene(), 1); err != nil {
			b.Fatal(err)
		}
		between := time.Now()
		if _, err := r.theirs.Render(); err != nil {
			b.Fatal(err)
		}
		ours, theirs = min(ours, between.Sub(start)), min(theirs, time.Since(between))
	}
	b.ReportMetric(float64(ours.Microseconds())/1000, "ours-ms")
	b.ReportMetric(float64(theirs.Microseconds())/1000, "staticmaps-ms")
	b.ReportMetric(float64(theirs)/float64(ours), "times")
}
