package svg

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/color"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"dateline/geo/scene"
)

var (
	black = color.NRGBA{A: 255}
	red   = color.NRGBA{200, 53, 43, 255}
	veil  = color.NRGBA{255, 255, 255, 128}
)

func box(x0, y0, x1, y1 float64) orb.LineString {
	return orb.LineString{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}}
}

func write(t testing.TB, items ...scene.Item) string {
	t.Helper()
	var buf bytes.Buffer
	if err := Write(context.Background(), &buf, scene.Scene{Size: orb.Point{200, 100}, Items: items}, Options{Title: "A <map>"}); err != nil {
		t.Fatal(err)
	}
	return buf.String()
}

// element is what is told of one element, in the order of the file.
type element struct {
	name  string
	attr  map[string]string
	text  string
	depth int
}

// elements reads a file, or says why it is no XML.
func elements(t interface{ Fatalf(string, ...any) }, file string) []element {
	var out []element
	var open []int
	d := xml.NewDecoder(strings.NewReader(file))
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatalf("no XML: %v\n%s", err, file)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			e := element{name: tok.Name.Local, attr: map[string]string{}, depth: len(open)}
			for _, a := range tok.Attr {
				e.attr[a.Name.Local] = a.Value
			}
			open = append(open, len(out))
			out = append(out, e)
		case xml.CharData:
			if len(open) > 0 {
				out[open[len(open)-1]].text += string(tok)
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		}
	}
}

func find(es []element, name string) []element {
	var out []element
	for _, e := range es {
		if e.name == name {
			out = append(out, e)
		}
	}
	return out
}

func TestPath(t *testing.T) {
	for _, c := range []struct {
		name string
		in   scene.Path
		want map[string]string // "": the attribute is not there
	}{
		{"a fill", scene.Path{Lines: orb.MultiLineString{box(1, 2, 5, 4)}, Fill: red},
			map[string]string{"d": "M1 2l4 0 0 2-4 0z", "fill": "#c8352b", "fill-opacity": "", "stroke": ""}},
		{"half of it", scene.Path{Lines: orb.MultiLineString{box(1, 2, 5, 4)}, Fill: veil},
			map[string]string{"fill": "#ffffff", "fill-opacity": "0.502"}},
		{"a narrow stroke", scene.Path{Lines: orb.MultiLineString{{{0, 0}, {3, -1}}}, Stroke: black, Width: 1.25},
			map[string]string{"d": "M0 0l3-1", "fill": "none", "stroke": "#000000", "stroke-width": "1.25", "stroke-linejoin": "", "stroke-dasharray": ""}},
		{"a wide one is round", scene.Path{Lines: orb.MultiLineString{{{0, 0}, {3, 1}}}, Stroke: black, Width: 3},
			map[string]string{"stroke-linejoin": "round"}},
		{"dashes", scene.Path{Lines: orb.MultiLineString{{{0, 0}, {3, 1}}}, Stroke: black, Width: 1, Dash: []float64{4, 2.5}},
			map[string]string{"stroke-dasharray": "4 2.5"}},
		{"dashes of nothing", scene.Path{Lines: orb.MultiLineString{{{0, 0}, {3, 1}}}, Stroke: black, Width: 1, Dash: []float64{0, 0}},
			map[string]string{"stroke-dasharray": ""}},
		{"a hole and an island", scene.Path{Lines: orb.MultiLineString{box(0, 0, 9, 9), box(2, 2, 4, 4)}, Fill: red},
			map[string]string{"d": "M0 0l9 0 0 9-9 0zM2 2l2 0 0 2-2 0z"}},
		{"small steps do not add up to errors", scene.Path{Lines: orb.MultiLineString{{{0, 0}, {0.333, 0}, {0.666, 0}, {0.999, 0}}}, Stroke: black, Width: 1},
			map[string]string{"d": "M0 0l0.33 0 0.34 0 0.33 0"}},
		{"points that are no number", scene.Path{Lines: orb.MultiLineString{{{0, 0}, {math.NaN(), 2}, {3, math.Inf(1)}, {3, 1}}}, Stroke: black, Width: 1},
			map[string]string{"d": "M0 0l3 1"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			ps := find(elements(t, write(t, c.in)), "path")
			if len(ps) != 1 {
				t.Fatalf("%d paths", len(ps))
			}
			for k, want := range c.want {
				if got := ps[0].attr[k]; got != want {
					t.Errorf("%s is %q, want %q", k, got, want)
				}
			}
		})
	}
	for name, p := range map[string]scene.Path{
		"no colour": {Lines: orb.MultiLineString{box(0, 0, 1, 1)}},
		"no width":  {Lines: orb.MultiLineString{box(0, 0, 1, 1)}, Stroke: red},
		"no lines":  {Fill: red},
		"one point": {Lines: orb.MultiLineString{{{1, 1}}}, Fill: red},
	} {
		if n := len(find(elements(t, write(t, p)), "path")); n != 0 {
			t.Errorf("%s: %d paths", name, n)
		}
	}
}

func TestText(t *testing.T) {
	es := elements(t, write(t, scene.Text{ID: "a", Text: `Rock & <Roll> "x"`, At: orb.Point{10, 20}, Size: 12, Font: scene.SansBold, Color: black, Halo: veil, HaloWidth: 2, Anchor: scene.End}))
	x := find(es, "text")[0]
	for k, want := range map[string]string{"x": "10", "y": "20", "font-size": "12", "class": "bold", "text-anchor": "end", "fill": "#000000", "stroke": "#ffffff", "stroke-width": "4", "lengthAdjust": "spacingAndGlyphs"} {
		if x.attr[k] != want {
			t.Errorf("%s is %q, want %q", k, x.attr[k], want)
		}
	}
	if x.text != `Rock & <Roll> "x"` {
		t.Errorf("the text is %q", x.text)
	}
	if !strings.Contains(find(es, "style")[0].text, `.bold{font-family:"Noto Sans"`) || !strings.Contains(find(es, "style")[0].text, "sans-serif;font-weight:700") {
		t.Error("the fonts have no names or nothing that stands in")
	}
}

func TestAnchors(t *testing.T) {
	const arabic = "بغداد"
	for _, c := range []struct {
		text    string
		anchor  scene.Anchor
		spacing float64
		want    string
	}{
		{"Mosul", scene.Start, 0, ""}, {"Mosul", scene.Middle, 0, "middle"}, {"Mosul", scene.End, 0, "end"},
		{arabic, scene.Start, 0, "end"}, {arabic, scene.Middle, 0, "middle"}, {arabic, scene.End, 0, ""},
		{"Mosul", scene.Middle, 4, ""}, {arabic, scene.End, 4, ""},
	} {
		x := find(elements(t, write(t, scene.Text{Text: c.text, At: orb.Point{90, 50}, Size: 12, Color: black, Anchor: c.anchor, Spacing: c.spacing})), "text")[0]
		if x.attr["text-anchor"] != c.want {
			t.Errorf("%s anchored %d, spaced %v: anchor %q, want %q", c.text, c.anchor, c.spacing, x.attr["text-anchor"], c.want)
		}
		if rtl := x.attr["direction"] == "rtl"; rtl != (c.text == arabic) {
			t.Errorf("%s runs from the right: %v", c.text, rtl)
		}
	}
}

func TestAlong(t *testing.T) {
	line := orb.LineString{{10, 50}, {100, 50}, {180, 20}}
	es := elements(t, write(t, scene.Text{ID: "river-Khabur", Class: "water-name", Text: "Kha bur", Size: 12, Font: scene.SerifItalic, Color: black, Along: line, Anchor: scene.Middle}))
	letters := ""
	for _, x := range find(es, "text") {
		letters += x.text
		if !strings.HasPrefix(x.attr["transform"], "translate(") {
			t.Errorf("a letter is not placed: %v", x.attr)
		}
	}
	if letters != "Khabur" {
		t.Errorf("letters %q", letters)
	}
	named := false
	for _, g := range find(es, "g") {
		named = named || g.attr["aria-label"] == "Kha bur"
	}
	if !named {
		t.Error("the letters' group does not say what they spell")
	}
	es = elements(t, write(t, scene.Text{ID: "river-ar", Text: "نهر دجلة", Size: 12, Color: black, Along: line}))
	if p := find(es, "textPath"); len(p) != 1 || p[0].text != "نهر دجلة" || p[0].attr["href"] != "#"+find(es, "path")[0].attr["id"] {
		t.Errorf("joined letters are not on a path: %v", p)
	}
}

func TestGroups(t *testing.T) {
	fill := func(id, class string) scene.Item {
		return scene.Path{ID: id, Class: class, Lines: orb.MultiLineString{box(0, 0, 1, 1)}, Fill: red}
	}
	es := elements(t, write(t,
		fill("water", "water"), fill("land", "land"),
		fill("event-3-paper", "event"), fill("event-3", "event"), scene.Text{ID: "event-3-number", Class: "number", Text: "3", Size: 9, Color: black},
		fill("event-4-shadow-1", "event"), fill("event-4", "event"),
		fill("land", "land"), fill("odd thing", "strange")))
	var got []string
	for _, e := range es {
		if e.name == "g" && e.attr["id"] != "" {
			got = append(got, fmt.Sprintf("%d:%s", e.depth, e.attr["id"]))
		}
	}
	want := "2:base 3:water 3:land 2:events 3:event-3 3:event-4 2:base-2 3:land-2 2:other 3:odd_thing"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("groups %s, want %s", s, want)
	}
	layers := 0
	for _, e := range es {
		if e.attr["groupmode"] == "layer" && e.attr["label"] != "" {
			layers++
		}
	}
	if layers != 4 {
		t.Errorf("%d layers for Inkscape", layers)
	}
}

func TestStem(t *testing.T) {
	for id, want := range map[string]string{
		"event-3": "event-3", "event-3-paper": "event-3", "event-12-number": "event-12", "event-16-11-tie": "event-16-11",
		"advance-1-shadow-2": "advance-1", "area-IQ.10-hatch": "area-IQ.10", "town-95446-name": "town-95446",
		"river-Greater Zab": "river-Greater Zab", "land": "land", "": "", "-edge": "-edge", "focus-IQ": "focus-IQ",
	} {
		if got := stem(id); got != want {
			t.Errorf("stem(%q) = %q, want %q", id, got, want)
		}
	}
}

func TestImage(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 2, 2))
	e := find(elements(t, write(t, scene.Image{ID: "tile", Bounds: orb.Bound{Min: orb.Point{10, 20}, Max: orb.Point{30, 50}}, Image: img})), "image")[0]
	if e.attr["x"] != "10" || e.attr["height"] != "30" || !strings.HasPrefix(e.attr["href"], "data:image/png;base64,iVBOR") {
		t.Errorf("%v", e.attr)
	}
	write(t, scene.Image{}, scene.Image{Image: img})
}

func TestSizeAndTitle(t *testing.T) {
	var buf bytes.Buffer
	s := scene.Scene{Size: orb.Point{3508, 2480}}
	if err := Write(context.Background(), &buf, s, Options{Title: "A <map>", Description: "D & E", Width: "297mm", Height: "210mm"}); err != nil {
		t.Fatal(err)
	}
	es := elements(t, buf.String())
	if a := es[0].attr; a["width"] != "297mm" || a["height"] != "210mm" || a["viewBox"] != "0 0 3508 2480" {
		t.Errorf("%v", a)
	}
	if find(es, "title")[0].text != "A <map>" || find(es, "desc")[0].text != "D & E" {
		t.Error("the title or the description is another")
	}
	for _, size := range []orb.Point{{}, {-4, 5}, {math.NaN(), 5}, {math.Inf(1), 5}} {
		if err := Write(context.Background(), &buf, scene.Scene{Size: size}, Options{}); !errors.Is(err, ErrSize) {
			t.Errorf("of %v: %v", size, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	buf.Reset()
	s.Items = []scene.Item{scene.Text{Text: "x", Size: 9, Color: black}}
	if err := Write(ctx, &buf, s, Options{}); !errors.Is(err, context.Canceled) || buf.Len() > 0 {
		t.Errorf("after its end: %v, %d bytes", err, buf.Len())
	}
}

func TestSameBytes(t *testing.T) {
	items := []scene.Item{
		scene.Path{ID: "a", Lines: orb.MultiLineString{box(0, 0, 9, 9)}, Fill: red, Stroke: black, Width: 1},
		scene.Text{ID: "b", Text: "office بغداد", At: orb.Point{9, 9}, Size: 12, Color: black},
		scene.Text{ID: "c", Text: "along", Along: orb.LineString{{0, 0}, {90, 40}}, Size: 12, Color: black},
	}
	want := write(t, items...)
	for i := 0; i < 20; i++ {
		if write(t, items...) != want {
			t.Fatalf("file %d differs", i)
		}
	}
}

// TestAnythingIsXML: whatever a scene holds, the file is well formed and no two
// elements have the same name.
func TestAnythingIsXML(t *testing.T) {
	number := rapid.OneOf(rapid.Float64(), rapid.Float64Range(-50, 250), rapid.Just(math.NaN()), rapid.Just(math.Inf(1)))
	point := rapid.Custom(func(t *rapid.T) orb.Point { return orb.Point{number.Draw(t, "x"), number.Draw(t, "y")} })
	line := rapid.Custom(func(t *rapid.T) orb.LineString { return rapid.SliceOfN(point, 0, 6).Draw(t, "line") })
	rapid.Check(t, func(t *rapid.T) {
		var items []scene.Item
		for i := rapid.IntRange(0, 6).Draw(t, "items"); i > 0; i-- {
			id, class := rapid.String().Draw(t, "id"), rapid.SampledFrom([]string{"land", "event", "number", "?"}).Draw(t, "class")
			if rapid.Bool().Draw(t, "path") {
				items = append(items, scene.Path{ID: id, Class: class, Lines: orb.MultiLineString{line.Draw(t, "l")}, Fill: red, Stroke: veil, Width: number.Draw(t, "width"), Dash: []float64{number.Draw(t, "dash")}})
				continue
			}
			it := scene.Text{ID: id, Class: class, At: point.Draw(t, "at"), Text: rapid.String().Draw(t, "text"), Size: number.Draw(t, "size"), Color: black, Halo: veil, HaloWidth: 1, Spacing: rapid.Float64Range(0, 9).Draw(t, "spacing"), Anchor: scene.Anchor(rapid.IntRange(0, 2).Draw(t, "anchor"))}
			if rapid.Bool().Draw(t, "bent") {
				it.Along = line.Draw(t, "along")
			}
			items = append(items, it)
		}
		var buf bytes.Buffer
		if err := Write(context.Background(), &buf, scene.Scene{Size: orb.Point{200, 100}, Items: items}, Options{}); err != nil {
			t.Fatalf("%v", err)
		}
		seen := map[string]bool{}
		for _, e := range elements(t, buf.String()) {
			for k, v := range e.attr {
				if strings.Contains(v, "NaN") || strings.Contains(v, "Inf") {
					t.Fatalf("%s is %q", k, v)
				}
			}
			if id := e.attr["id"]; id != "" {
				if seen[id] {
					t.Fatalf("two elements are called %q", id)
				}
				seen[id] = true
			}
		}
	})
}
