// Command icon draws the program's icon: an advance on a map above a timeline.
//
//	go run ./data/gen/icon [FILE]
package main

import (
	"bytes"
	"context"
	"fmt"
	"image/color"
	"image/png"
	"io"
	"math"
	"os"

	"github.com/paulmach/orb"

	"dateline/app/file"
	"dateline/geo/paint/raster"
	"dateline/geo/scene"
)

const size = 512

func main() {
	path := "data/icon/icon.png"
	if len(os.Args) > 1 {
		path = os.Args[1]
	}
	if err := run(path); err != nil {
		fmt.Fprintln(os.Stderr, "icon:", err)
		os.Exit(1)
	}
}

func run(path string) error {
	img, err := raster.Render(context.Background(), icon(), 1)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		return err
	}
	return file.Write(path, func(w io.Writer) error {
		_, err := w.Write(out.Bytes())
		return err
	})
}

var (
	water = color.NRGBA{0xD3, 0xDF, 0xE6, 0xFF}
	land  = color.NRGBA{0xF6, 0xF4, 0xEF, 0xFF}
	line  = color.NRGBA{0xC9, 0xC3, 0xB8, 0xFF}
	red   = color.NRGBA{0xC8, 0x35, 0x2B, 0xFF}
	ink   = color.NRGBA{0x1A, 0x1A, 0x1A, 0xFF}
	paper = color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}
)

// icon is the picture, 512 by 512.
func icon() scene.Scene {
	fill := func(c color.NRGBA, rings ...orb.LineString) scene.Item {
		return scene.Path{Lines: rings, Fill: c}
	}
	stroke := func(c color.NRGBA, width float64, l orb.LineString) scene.Item {
		return scene.Path{Lines: orb.MultiLineString{l}, Stroke: c, Width: width}
	}
	way := curve(orb.Point{128, 76}, orb.Point{150, 250}, orb.Point{300, 190}, orb.Point{352, 268}, 48)
	items := []scene.Item{
		fill(land, rounded(16, 16, 496, 496, 96)),
		fill(water, coast()),
		stroke(line, 6, curve(orb.Point{330, 20}, orb.Point{300, 120}, orb.Point{430, 170}, orb.Point{490, 150}, 32)),
		fill(red, tapered(way, 18, 44)),
		fill(red, head(way, 62, 96)),
		fill(red, circle(orb.Point{128, 80}, 34)),
		fill(paper, circle(orb.Point{128, 80}, 15)),
		fill(paper, plate()),
		stroke(ink, 10, orb.LineString{{72, 428}, {440, 428}}),
		fill(red, circle(orb.Point{120, 428}, 22)),
		fill(red, circle(orb.Point{232, 428}, 22)),
		fill(ink, circle(orb.Point{368, 428}, 34)),
		fill(paper, circle(orb.Point{368, 428}, 15)),
	}
	return scene.Scene{Size: orb.Point{size, size}, Items: items}
}

// coast is the water at the left, inside the rounded square.
func coast() orb.LineString {
	edge := curve(orb.Point{16, 220}, orb.Point{90, 250}, orb.Point{60, 320}, orb.Point{150, 360}, 32)
	return append(edge, orb.Point{16, 360}, orb.Point{16, 220})
}

// plate is the lower part, where the timeline is.
func plate() orb.LineString {
	r := rounded(16, 16, 496, 496, 96)
	out := orb.LineString{}
	for _, p := range r {
		if p[1] >= 360 {
			out = append(out, p)
		}
	}
	out = append(orb.LineString{{496, 360}}, out...)
	out = append(out, orb.Point{16, 360})
	return append(out, out[0])
}

// rounded is a square with round corners, clockwise from the top right.
func rounded(x0, y0, x1, y1, r float64) orb.LineString {
	var out orb.LineString
	for i, c := range []orb.Point{{x1 - r, y0 + r}, {x1 - r, y1 - r}, {x0 + r, y1 - r}, {x0 + r, y0 + r}} {
		for k := range 17 {
			a := math.Pi/2*(float64(i)-1) + math.Pi/2*float64(k)/16
			out = append(out, orb.Point{c[0] + r*math.Cos(a), c[1] + r*math.Sin(a)})
		}
	}
	return append(out, out[0])
}

func circle(c orb.Point, r float64) orb.LineString {
	var out orb.LineString
	for k := range 65 {
		a := 2 * math.Pi * float64(k%64) / 64
		out = append(out, orb.Point{c[0] + r*math.Cos(a), c[1] + r*math.Sin(a)})
	}
	return out
}

// curve is a cubic Bézier curve in n pieces.
func curve(a, b, c, d orb.Point, n int) orb.LineString {
	var out orb.LineString
	for i := range n + 1 {
		t := float64(i) / float64(n)
		u := 1 - t
		k := [4]float64{u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t}
		out = append(out, orb.Point{
			k[0]*a[0] + k[1]*b[0] + k[2]*c[0] + k[3]*d[0],
			k[0]*a[1] + k[1]*b[1] + k[2]*c[1] + k[3]*d[1],
		})
	}
	return out
}

// side is the point beside l[i], that far to the right of the way.
func side(l orb.LineString, i int, by float64) orb.Point {
	a, b := l[max(i-1, 0)], l[min(i+1, len(l)-1)]
	dx, dy := b[0]-a[0], b[1]-a[1]
	n := math.Hypot(dx, dy)
	return orb.Point{l[i][0] - by*dy/n, l[i][1] + by*dx/n}
}

// tapered is a band along l that widens from one width to another.
func tapered(l orb.LineString, from, to float64) orb.LineString {
	var out orb.LineString
	half := func(i int) float64 { return (from + (to-from)*float64(i)/float64(len(l)-1)) / 2 }
	for i := range l {
		out = append(out, side(l, i, half(i)))
	}
	for i := len(l) - 1; i >= 0; i-- {
		out = append(out, side(l, i, -half(i)))
	}
	return append(out, out[0])
}

// head is the point of an arrow at the end of l.
func head(l orb.LineString, half, length float64) orb.LineString {
	last := len(l) - 1
	a, b := side(l, last-1, half), side(l, last-1, -half) // over the end of the band, without a seam
	dx, dy := l[last][0]-l[last-1][0], l[last][1]-l[last-1][1]
	n := math.Hypot(dx, dy)
	tip := orb.Point{l[last][0] + length*dx/n, l[last][1] + length*dy/n}
	return orb.LineString{a, b, tip, a}
}
