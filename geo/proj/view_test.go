package proj

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

var hd = orb.Point{1280, 720}

func near(a, b, tol float64) bool { return math.Abs(a-b) <= tol }

func nearPoint(a, b orb.Point, tol float64) bool {
	return near(a[0], b[0], tol) && near(a[1], b[1], tol)
}

// lonApart is the distance between two longitudes the short way.
func lonApart(a, b float64) float64 {
	d := math.Mod(math.Abs(a-b), 360)
	return math.Min(d, 360-d)
}

func TestForward(t *testing.T) {
	for _, c := range []struct {
		name string
		proj Projection
		in   orb.Point
		want orb.Point
		ok   bool
	}{
		{"mercator origin", Mercator(), orb.Point{0, 0}, orb.Point{0.5, 0.5}, true},
		{"mercator north west", Mercator(), orb.Point{-180, MaxMercatorLatitude}, orb.Point{0, 0}, true},
		{"mercator south east", Mercator(), orb.Point{180, -MaxMercatorLatitude}, orb.Point{1, 1}, true},
		{"mercator Baghdad, tile 5/19/12", Mercator(), orb.Point{44.40, 33.34}, orb.Point{0.623333, 0.401781}, true},
		{"mercator north pole", Mercator(), orb.Point{0, 90}, orb.Point{}, false},
		{"mercator south pole", Mercator(), orb.Point{0, -90}, orb.Point{}, false},
		{"mercator no number", Mercator(), orb.Point{math.NaN(), 0}, orb.Point{}, false},
		{"mercator endless", Mercator(), orb.Point{math.Inf(1), 0}, orb.Point{}, false},
		{"plain origin", PlateCarree(), orb.Point{0, 0}, orb.Point{0.5, 0.5}, true},
		{"plain north pole", PlateCarree(), orb.Point{0, 90}, orb.Point{0.5, 0.25}, true},
		{"plain south pole", PlateCarree(), orb.Point{90, -90}, orb.Point{0.75, 0.75}, true},
		{"plain beyond the pole", PlateCarree(), orb.Point{0, 90.1}, orb.Point{}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, ok := c.proj.Forward(c.in)
			if ok != c.ok || ok && !nearPoint(got, c.want, 2e-4) {
				t.Errorf("Forward(%v) = %v, %v, want %v, %v", c.in, got, ok, c.want, c.ok)
			}
		})
	}
}

func TestInverseOutside(t *testing.T) {
	for _, p := range []Projection{Mercator(), PlateCarree()} {
		for _, xy := range []orb.Point{{0.5, -0.1}, {0.5, 1.1}, {math.NaN(), 0.5}, {0.5, math.Inf(-1)}} {
			if got, ok := p.Inverse(xy); ok {
				t.Errorf("%s: Inverse(%v) = %v, want none", p.Name(), xy, got)
			}
		}
	}
	if _, ok := PlateCarree().Inverse(orb.Point{0.5, 0.2}); ok {
		t.Error("a point above the north pole of the plain projection was inverted")
	}
}

func TestByName(t *testing.T) {
	for _, p := range []Projection{Mercator(), PlateCarree()} {
		if got, ok := ByName(p.Name()); !ok || got != p {
			t.Errorf("ByName(%q) = %v, %v", p.Name(), got, ok)
		}
	}
	if p, ok := ByName("peirce"); ok {
		t.Errorf("ByName of an unknown projection = %v", p)
	}
}

func TestNormalLongitude(t *testing.T) {
	for _, c := range [][2]float64{{0, 0}, {180, -180}, {-180, -180}, {190, -170}, {-190, 170}, {540, -180}, {725, 5}, {-1e-15, -1e-15}} {
		if got := NormalLongitude(c[0]); !near(got, c[1], 1e-12) {
			t.Errorf("NormalLongitude(%v) = %v, want %v", c[0], got, c[1])
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		lon := rapid.Float64Range(-1e4, 1e4).Draw(t, "lon")
		n := NormalLongitude(lon)
		if n < -180 || n >= 180 || lonApart(n, lon) > 1e-9 {
			t.Fatalf("NormalLongitude(%v) = %v", lon, n)
		}
	})
}

func TestToPageAcrossTheDateLine(t *testing.T) {
	fiji := New(Mercator(), orb.Point{179, -17}, 8000, hd)
	for _, c := range []struct {
		name string
		in   orb.Point
		dx   float64 // pixels from the centre
	}{
		{"west of it", orb.Point{178, -17}, -8000.0 / 360},
		{"at it", orb.Point{180, -17}, 8000.0 / 360},
		{"at it from the east", orb.Point{-180, -17}, 8000.0 / 360},
		{"east of it", orb.Point{-179, -17}, 2 * 8000.0 / 360},
		{"a turn further", orb.Point{181 - 360*2, -17}, 2 * 8000.0 / 360},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, ok := fiji.ToPage(c.in)
			if want := (orb.Point{640 + c.dx, 360}); !ok || !nearPoint(got, want, 1e-6) {
				t.Errorf("ToPage(%v) = %v, %v, want %v", c.in, got, ok, want)
			}
		})
	}
	if got := fiji.Bound(); got.Max[0] <= 180 || got.Min[0] >= 179 {
		t.Errorf("Bound = %v, want it to cross 180", got)
	}
	bs := fiji.Bounds()
	if len(bs) != 2 || bs[0].Max[0] != 180 || bs[1].Min[0] != -180 || bs[1].Max[0] < -179 {
		t.Errorf("Bounds = %v", bs)
	}
}

func TestSplit(t *testing.T) {
	box := func(w, e float64) orb.Bound {
		return orb.Bound{Min: orb.Point{w, -1}, Max: orb.Point{e, 1}}
	}
	for _, c := range []struct {
		name string
		in   orb.Bound
		want []orb.Bound
	}{
		{"plain", box(10, 20), []orb.Bound{box(10, 20)}},
		{"to the line", box(170, 180), []orb.Bound{box(170, 180)}},
		{"over it", box(170, 190), []orb.Bound{box(170, 180), box(-180, -170)}},
		{"over it from the east", box(-190, -170), []orb.Bound{box(170, 180), box(-180, -170)}},
		{"east before west", box(170, -170), []orb.Bound{box(170, 180), box(-180, -170)}},
		{"the world", box(-180, 180), []orb.Bound{box(-180, 180)}},
		{"the world about another centre", box(-30, 330), []orb.Bound{box(-180, 180)}},
		{"beyond", box(370, 380), []orb.Bound{box(10, 20)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Split(c.in)
			if len(got) != len(c.want) {
				t.Fatalf("Split = %v, want %v", got, c.want)
			}
			for i := range got {
				if got[i] != c.want[i] {
					t.Errorf("Split = %v, want %v", got, c.want)
				}
			}
		})
	}
}

func TestFit(t *testing.T) {
	v := World(Mercator(), hd)
	for _, c := range []struct {
		name   string
		bound  orb.Bound
		margin float64
		west   float64 // pixels
		centre float64 // longitude
	}{
		{"Iraq", orb.Bound{Min: orb.Point{38.8, 29.1}, Max: orb.Point{48.6, 37.4}}, 20, -1, 43.7},
		{"a wide strip", orb.Bound{Min: orb.Point{0, 10}, Max: orb.Point{40, 12}}, 40, 40, 20},
		{"over the date line", orb.Bound{Min: orb.Point{170, -1}, Max: orb.Point{-170, 1}}, 10, 10, -180},
		{"over it, beyond 180", orb.Bound{Min: orb.Point{170, -1}, Max: orb.Point{190, 1}}, 10, 10, -180},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := v.Fit(c.bound, c.margin)
			if lonApart(got.Center[0], c.centre) > 1e-6 {
				t.Errorf("centre = %v, want longitude %v", got.Center, c.centre)
			}
			nw, _ := got.ToPage(orb.Point{c.bound.Min[0], c.bound.Max[1]})
			se, _ := got.ToPage(orb.Point{c.bound.Max[0], c.bound.Min[1]})
			m := math.Min(math.Min(nw[0], nw[1]), math.Min(hd[0]-se[0], hd[1]-se[1]))
			if !near(m, c.margin, 1e-6) {
				t.Errorf("the smallest margin is %v px, want %v (%v to %v)", m, c.margin, nw, se)
			}
			if c.west >= 0 && !near(nw[0], c.west, 1e-6) {
				t.Errorf("west edge at %v, want %v", nw[0], c.west)
			}
		})
	}
	t.Run("a point", func(t *testing.T) {
		p := orb.Point{44.4, 33.3}
		got := v.Fit(p.Bound(), 20)
		if !nearPoint(got.Center, p, 1e-9) || got.MetresPerPixel() > 300 || got.MetresPerPixel() < 100 {
			t.Errorf("Fit of a point = %+v, %v m a pixel", got, got.MetresPerPixel())
		}
	})
	t.Run("no bound", func(t *testing.T) {
		if got := v.Fit(orb.Bound{Min: orb.Point{1, 1}, Max: orb.Point{0, 0}}, 0); got != v {
			t.Errorf("Fit of an empty bound moved to %+v", got)
		}
		if got := v.Fit(orb.Bound{Min: orb.Point{math.NaN(), 1}, Max: orb.Point{0, 2}}, 0); got != v {
			t.Errorf("Fit of no number moved to %+v", got)
		}
	})
	t.Run("the world", func(t *testing.T) {
		got := New(Mercator(), orb.Point{44, 33}, 9000, hd).Fit(orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}, 10)
		if got.Scale != got.MinScale() || lonApart(got.Center[0], 0) > 1e-9 {
			t.Errorf("Fit of the world = %+v", got)
		}
	})
}

func TestClamp(t *testing.T) {
	for _, c := range []struct {
		name  string
		in    View
		check func(View) bool
	}{
		{"the zero view", View{}, func(v View) bool { return v.Proj != nil && v.Scale > 0 && v.Size[0] >= 1 }},
		{"too small", View{Size: hd, Scale: 1}, func(v View) bool { return v.Scale == 1280 }},
		{"too large", View{Size: hd, Scale: 1e12}, func(v View) bool { return v.Scale == MaxScale }},
		{"no number", View{Size: hd, Scale: math.NaN(), Center: orb.Point{math.NaN(), 3}}, func(v View) bool { return v.Scale == 1280 && finite(v.Center) }},
		{"a turn too far", View{Size: hd, Scale: 4000, Center: orb.Point{404, 0}}, func(v View) bool { return near(v.Center[0], 44, 1e-9) }},
		{"north of the world", View{Size: hd, Scale: 4000, Center: orb.Point{0, 89}}, func(v View) bool {
			top, _ := v.ToPage(orb.Point{0, MaxMercatorLatitude})
			return near(top[1], 0, 1e-6)
		}},
		{"higher than the world", View{Size: orb.Point{600, 900}, Scale: 600, Center: orb.Point{0, 50}}, func(v View) bool { return near(v.Center[1], 0, 1e-9) }},
		{"plain, south", View{Proj: PlateCarree(), Size: hd, Scale: 4000, Center: orb.Point{0, -90}}, func(v View) bool {
			south, _ := v.ToPage(orb.Point{0, -90})
			return near(south[1], 720, 1e-6)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := c.in.Clamp()
			if !c.check(got) {
				t.Errorf("Clamp = %+v", got)
			}
		})
	}
}

func TestMeasures(t *testing.T) {
	v := New(Mercator(), orb.Point{0, 0}, 256*8, hd)
	if !near(v.Zoom(), 3, 1e-12) {
		t.Errorf("Zoom = %v, want 3", v.Zoom())
	}
	if want := 40075016.68 / 2048; !near(v.MetresPerPixel(), want, 0.01) {
		t.Errorf("MetresPerPixel at the equator = %v, want %v", v.MetresPerPixel(), want)
	}
	v = New(Mercator(), orb.Point{20, 60}, 256*64, hd)
	if want := 40075016.68 / (256 * 64) / 2; !near(v.MetresPerPixel(), want, 0.01) {
		t.Errorf("MetresPerPixel at 60° = %v, want %v", v.MetresPerPixel(), want)
	}
	a, _ := v.ToPage(orb.Point{20, 60.05})
	b, _ := v.ToPage(orb.Point{20, 59.95})
	if got := v.PixelsPerDegree(); !near(got, (b[1]-a[1])*10, 0.01) {
		t.Errorf("PixelsPerDegree = %v, want %v", got, (b[1]-a[1])*10)
	}
	p := New(PlateCarree(), orb.Point{20, 60}, 3600, hd)
	if got := p.PixelsPerDegree(); !near(got, 10, 1e-9) {
		t.Errorf("plain PixelsPerDegree = %v, want 10", got)
	}
}

func drawView(t *rapid.T) View {
	p := rapid.SampledFrom([]Projection{Mercator(), PlateCarree()}).Draw(t, "projection")
	return New(p,
		orb.Point{rapid.Float64Range(-400, 400).Draw(t, "lon"), rapid.Float64Range(-90, 90).Draw(t, "lat")},
		math.Exp(rapid.Float64Range(5, 18).Draw(t, "ln scale")),
		orb.Point{rapid.Float64Range(50, 4000).Draw(t, "width"), rapid.Float64Range(50, 4000).Draw(t, "height")})
}

func drawPage(t *rapid.T, v View) orb.Point {
	return orb.Point{
		rapid.Float64Range(0, 1).Draw(t, "x") * v.Size[0],
		rapid.Float64Range(0, 1).Draw(t, "y") * v.Size[1],
	}
}

func TestRoundTripProjection(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom([]Projection{Mercator(), PlateCarree()}).Draw(t, "projection")
		e := p.Extent()
		in := orb.Point{
			rapid.Float64Range(-180, 180).Draw(t, "lon"),
			rapid.Float64Range(e.Min[1], e.Max[1]).Draw(t, "lat"),
		}
		xy, ok := p.Forward(in)
		out, ok2 := p.Inverse(xy)
		if !ok || !ok2 || !nearPoint(in, out, 1e-9) {
			t.Fatalf("%v → %v %v → %v %v", in, xy, ok, out, ok2)
		}
	})
}

func TestRoundTripPage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := drawView(t)
		page := drawPage(t, v)
		ll, ok := v.ToLonLat(page)
		if !ok {
			return // above or below the world
		}
		if ll[0] < -180 || ll[0] >= 180 {
			t.Fatalf("longitude %v", ll[0])
		}
		back, ok := v.ToPage(ll)
		// At the very edges of the world-wide view both edges are the same place.
		if dx := math.Abs(back[0] - page[0]); !ok || math.Min(dx, math.Abs(dx-v.Scale)) > 1e-3 || !near(back[1], page[1], 1e-3) {
			t.Fatalf("%v → %v → %v (%+v)", page, ll, back, v)
		}
	})
}

func TestZoomAtKeepsThePoint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := drawView(t)
		page := drawPage(t, v)
		f := math.Exp(rapid.Float64Range(-3, 3).Draw(t, "ln factor"))
		under, ok := v.ToLonLat(page)
		if !ok {
			return
		}
		z := v.ZoomAt(page, f)
		if z != z.Clamp() && !nearPoint(z.Center, z.Clamp().Center, 1e-9) {
			t.Fatalf("ZoomAt gave a view that cannot be shown: %+v", z)
		}
		got, ok := z.ToPage(under)
		dx := math.Abs(got[0] - page[0])
		if !ok || math.Min(dx, math.Abs(dx-z.Scale)) > 1e-3 {
			t.Fatalf("%v moved from %v to %v", under, page, got)
		}
		// Up and down the edge of the world may come first.
		top, bottom := z.span()
		c, _ := z.Proj.Forward(z.Center)
		half := z.Size[1] / 2 / z.Scale
		if free := c[1]-half > top+1e-9 && c[1]+half < bottom-1e-9; free && !near(got[1], page[1], 1e-3) {
			t.Fatalf("%v moved from %v to %v", under, page, got)
		}
	})
}

func TestPan(t *testing.T) {
	v := New(Mercator(), orb.Point{44, 33}, 10000, hd)
	at, _ := v.ToLonLat(orb.Point{700, 300})
	moved := v.Pan(100, -40)
	got, ok := moved.ToPage(at)
	if !ok || !nearPoint(got, orb.Point{600, 340}, 1e-6) {
		t.Errorf("after Pan(100, -40) the point at 700,300 is at %v", got)
	}
	if back := moved.Pan(-100, 40); !nearPoint(back.Center, v.Center, 1e-9) {
		t.Errorf("panning back ends at %v, want %v", back.Center, v.Center)
	}
	if all := v.Pan(10000, 0); !nearPoint(all.Center, v.Center, 1e-9) {
		t.Errorf("panning round the world ends at %v", all.Center)
	}
	if same := v.ZoomAt(orb.Point{1, 1}, math.NaN()); same != v {
		t.Errorf("zooming by no number gives %+v", same)
	}
	if r := v.Resize(orb.Point{640, 360}); !nearPoint(r.Center, v.Center, 1e-9) || r.Scale != v.Scale || r.Size[0] != 640 {
		t.Errorf("Resize = %+v", r)
	}
}

func TestBoundHoldsThePage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := drawView(t)
		ll, ok := v.ToLonLat(drawPage(t, v))
		if !ok {
			return
		}
		inside := false
		for _, b := range v.Bounds() {
			inside = inside || b.Pad(1e-6).Contains(ll)
		}
		if !inside && !near(ll[0], -180, 1e-6) {
			t.Fatalf("%v is on the page of %+v but not in %v", ll, v, v.Bounds())
		}
	})
}

func TestEndsOfTheWorld(t *testing.T) {
	v := World(Mercator(), hd)
	west, _ := v.ToPage(orb.Point{-180, 0})
	east, _ := v.ToPage(orb.Point{180, 0})
	if !near(west[0], 0, 1e-6) || !near(east[0], 1280, 1e-6) {
		t.Errorf("the world runs from %v to %v, want 0 to 1280", west[0], east[0])
	}
}

func TestShift(t *testing.T) {
	fiji := New(Mercator(), orb.Point{179, -17}, 8000, hd)
	box := func(w, e float64) orb.Bound {
		return orb.Bound{Min: orb.Point{w, -20}, Max: orb.Point{e, -10}}
	}
	for _, c := range []struct {
		name string
		in   orb.Bound
		want float64
	}{
		{"east of the line", box(-180, -178), 360},
		{"west of it", box(177, 180), 0},
		{"the far side", box(-10, 20), 0},
		{"the far side further east", box(-40, 20), 360},
		{"a turn too far", box(537, 540), -360},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := fiji.Shift(c.in); got != c.want {
				t.Errorf("Shift(%v) = %v, want %v", c.in, got, c.want)
			}
		})
	}
	a, _ := fiji.ToPageAsIs(orb.Point{-179 + fiji.Shift(box(-180, -178)), -17})
	b, _ := fiji.ToPage(orb.Point{-179, -17})
	if !nearPoint(a, b, 1e-6) {
		t.Errorf("as it is, shifted, the point is at %v, want %v", a, b)
	}
	if far, ok := fiji.ToPageAsIs(orb.Point{-179, -17}); !ok || far[0] > -7000 {
		t.Errorf("as it is the point is at %v, want it a world to the west", far)
	}
}
