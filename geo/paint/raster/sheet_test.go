package raster

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"math"
	"slices"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"dateline/geo/scene"
)

// anything is an item of any kind somewhere on or about a page of 200 by 140.
func anything(t *rapid.T) scene.Item {
	at := orb.Point{rapid.Float64Range(-40, 240).Draw(t, "x"), rapid.Float64Range(-40, 180).Draw(t, "y")}
	hue := color.NRGBA{200, rapid.Uint8().Draw(t, "green"), 40, rapid.SampledFrom([]uint8{60, 200, 255}).Draw(t, "alpha")}
	r := rapid.Float64Range(2, 90).Draw(t, "r")
	switch rapid.IntRange(0, 5).Draw(t, "kind") {
	case 0:
		return scene.Path{Lines: orb.MultiLineString{coast(at[0], at[1], r, 90)}, Fill: hue}
	case 1:
		return scene.Path{Lines: orb.MultiLineString{coast(at[0], at[1], r/10, 24)}, Fill: hue, Stroke: black, Width: 1.5}
	case 2:
		line := orb.LineString{at, {at[0] + r, at[1] - 3}, {at[0] + 2*r, at[1] + 20}, {at[0] - r, at[1] + r}}
		return scene.Path{Lines: orb.MultiLineString{line, line}, Stroke: hue, Width: r / 12, Dash: []float64{5, 3}}
	case 3:
		return scene.Text{At: at, Text: "Tikrit", Size: 4 + r/4, Color: hue, Halo: white, HaloWidth: 2, Anchor: scene.Anchor(rapid.IntRange(0, 2).Draw(t, "anchor"))}
	case 4:
		return scene.Text{Along: orb.LineString{at, {at[0] + r, at[1] + 9}, {at[0] + 2*r, at[1]}}, Text: "Tigris", Font: scene.SerifItalic, Size: 12, Color: hue, Halo: white, HaloWidth: 1.5, Anchor: scene.Middle}
	}
	return scene.Path{Lines: orb.MultiLineString{box(0, 0, 200, 140)}, Fill: hue}
}

// afresh is a scene painted over a picture without a Sheet.
func afresh(t interface{ Fatal(...any) }, under *image.RGBA, rect image.Rectangle, s scene.Scene) []uint8 {
	img := image.NewRGBA(rect)
	if under != nil {
		copy(img.Pix, under.Pix)
	}
	if err := New().Over(context.Background(), img, s, 1); err != nil {
		t.Fatal(err)
	}
	return img.Pix
}

// Whatever changes, the picture is the one that would be painted from nothing.
func TestSheetIsWhatIsPaintedAfresh(t *testing.T) {
	ground := render(t, page(200, 140, scene.Path{Lines: orb.MultiLineString{coast(90, 60, 50, 300)}, Fill: red}), 1)
	r := New()
	rapid.Check(t, func(t *rapid.T) {
		var under *image.RGBA
		rect := image.Rect(0, 0, 200, 140)
		if rapid.Bool().Draw(t, "over a picture") {
			under = ground
		} else if rapid.Bool().Draw(t, "about another point") {
			rect = image.Rect(-30, -20, 170, 120)
			under = image.NewRGBA(rect)
		}
		sheet := r.Sheet()
		items := rapid.SliceOfN(rapid.Custom(anything), 0, 8).Draw(t, "items")
		var img *image.RGBA
		for range rapid.IntRange(1, 4).Draw(t, "frames") {
			items = slices.Clone(items)
			switch n := len(items); rapid.IntRange(0, 4).Draw(t, "change") {
			case 0:
				items = append(items, anything(t))
			case 1:
				items = slices.Insert(items, rapid.IntRange(0, n).Draw(t, "at"), anything(t))
			case 2:
				if n > 0 {
					at := rapid.IntRange(0, n-1).Draw(t, "gone")
					items = slices.Delete(items, at, at+1)
				}
			case 3:
				if n > 1 {
					items[0], items[n-1] = items[n-1], items[0]
				}
			}
			s := scene.Scene{Size: orb.Point{200, 140}, Items: items}
			into := img // the last picture itself
			if rapid.Bool().Draw(t, "new picture") {
				into = nil
			}
			var err error
			if img, err = sheet.Paint(context.Background(), into, under, s, 1); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(img.Pix, afresh(t, under, rect, s)) {
				t.Fatalf("%d items: not what is painted afresh", len(items))
			}
		}
	})
}

func TestSheetPaintsOnlyWhatChanged(t *testing.T) {
	s, r := sample(), New()
	sheet := r.Sheet()
	paint := func(dst *image.RGBA) *image.RGBA {
		img, err := sheet.Paint(context.Background(), dst, nil, s, 1)
		if err != nil {
			t.Fatal(err)
		}
		return img
	}
	first := paint(nil)
	if again := paint(nil); again != first {
		t.Error("a scene that did not change got a new picture")
	}
	s.Items = slices.Clone(s.Items)
	last := len(s.Items) - 1
	text := s.Items[last].(scene.Text)
	text.Text = "7"
	s.Items[last] = text
	kept := slices.Clone(first.Pix)
	second := paint(nil)
	if second == first || !bytes.Equal(first.Pix, kept) {
		t.Error("the picture that was handed out has changed")
	}
	// What lies elsewhere is taken over, not painted.
	for i := range second.Pix[:4*1280*20] {
		second.Pix[i] ^= 0x55
	}
	text.Text = "8"
	s.Items = slices.Clone(s.Items)
	s.Items[last] = text
	if third := paint(nil); !bytes.Equal(third.Pix[:4*1280*20], second.Pix[:4*1280*20]) {
		t.Error("all of the picture was painted")
	}
	if n := testing.AllocsPerRun(3, func() {
		text.Text = fmt.Sprint(len(text.Text))
		s.Items[last] = text
		first = paint(first)
	}); n > 64 {
		t.Errorf("%v allocations", n)
	}
}

func TestSheetOfAnotherSizeOrGround(t *testing.T) {
	r := New()
	sheet := r.Sheet()
	mark := scene.Path{Lines: orb.MultiLineString{box(2, 2, 9, 9)}, Fill: red}
	for i, c := range []struct {
		w, scale float64
		under    *image.RGBA
	}{
		{20, 1, nil}, {30, 1, nil}, {30, 2, nil}, {30, 2, nil},
		{30, 1, render(t, page(30, 10), 1)}, {30, 1, render(t, page(30, 10, scene.Path{Lines: orb.MultiLineString{box(0, 0, 30, 10)}, Fill: black}), 1)},
		{30, 1, nil},
	} {
		s := scene.Scene{Size: orb.Point{c.w, 10}, Items: []scene.Item{mark}}
		img, err := sheet.Paint(context.Background(), nil, c.under, s, c.scale)
		if err != nil {
			t.Fatal(err)
		}
		want := image.NewRGBA(image.Rect(0, 0, int(c.w*c.scale), int(10*c.scale)))
		if c.under != nil {
			copy(want.Pix, c.under.Pix)
		}
		if err := New().Over(context.Background(), want, s, c.scale); err != nil || img.Rect != want.Rect || !bytes.Equal(img.Pix, want.Pix) {
			t.Errorf("picture %d differs, or is %v instead of %v (%v)", i, img.Rect, want.Rect, err)
		}
	}
	for _, scale := range []float64{0, -1, math.NaN()} {
		if _, err := sheet.Paint(context.Background(), nil, nil, scene.Scene{Size: orb.Point{4, 4}}, scale); !errors.Is(err, ErrSize) {
			t.Errorf("at scale %v: %v", scale, err)
		}
	}
}

func TestSheetAfterOneGivenUp(t *testing.T) {
	sheet := New().Sheet()
	s := sample()
	img, err := sheet.Paint(context.Background(), nil, nil, s, 1)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	less := scene.Scene{Size: s.Size, Items: s.Items[:len(s.Items)-20]}
	if _, err := sheet.Paint(ctx, img, nil, less, 1); !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v, want context.Canceled", err)
	}
	again, err := sheet.Paint(context.Background(), img, nil, less, 1)
	if err != nil || !bytes.Equal(again.Pix, afresh(t, nil, again.Rect, less)) {
		t.Errorf("the picture after one that was given up differs (%v)", err)
	}
}

func TestDisjoint(t *testing.T) {
	picture := image.Rect(0, 0, 1000, 600)
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 20).Draw(t, "n")
		var rs []image.Rectangle
		for range n {
			x, y := rapid.IntRange(-100, 1050).Draw(t, "x"), rapid.IntRange(-100, 650).Draw(t, "y")
			rs = append(rs, image.Rect(x, y, x+rapid.IntRange(0, 300).Draw(t, "w"), y+rapid.IntRange(0, 300).Draw(t, "h")))
		}
		got := disjoint(slices.Clone(rs), picture)
		for i, a := range got {
			if a.Empty() || !a.In(picture) {
				t.Fatalf("%v is not in the picture", a)
			}
			for _, b := range got[:i] {
				if a.Overlaps(b) {
					t.Fatalf("%v and %v overlap", a, b)
				}
			}
		}
		for _, r := range rs {
			r = r.Intersect(picture)
			if !r.Empty() && !slices.ContainsFunc(got, func(g image.Rectangle) bool { return r.In(g) }) {
				t.Fatalf("%v is in none of %v", r, got)
			}
		}
	})
}
