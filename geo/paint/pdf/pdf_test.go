package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"image"
	"image/color"
	"io"
	"math"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/go-text/typesetting/font"
	"github.com/paulmach/orb"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"dateline/geo/paint/typeset"
	"dateline/geo/scene"
)

var (
	red  = color.NRGBA{200, 53, 43, 255}
	veil = color.NRGBA{255, 255, 255, 128}
)

func box(x0, y0, x1, y1 float64) orb.LineString {
	return orb.LineString{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}}
}

func page(items ...scene.Item) Page {
	return Page{Scene: scene.Scene{Size: orb.Point{400, 200}, Items: items}}
}

func write(t testing.TB, d Document) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := Write(context.Background(), &buf, d); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func line(text string, y float64) scene.Text {
	return scene.Text{Text: text, At: orb.Point{20, y}, Size: 16, Color: black, Halo: veil, HaloWidth: 2}
}

// file is a PDF taken apart.
type file struct {
	objects map[int]string // with what was compressed unpacked
	trailer string
}

var (
	objectStart = regexp.MustCompile(`^(\d+) 0 obj\n`)
	streamHead  = regexp.MustCompile(`^<<[^\n]*?/Length (\d+)[^\n]*>>\nstream\n`)
)

// take takes a file apart by its table of contents, which must be right.
func take(t testing.TB, data []byte) file {
	t.Helper()
	at := bytes.LastIndex(data, []byte("startxref\n"))
	if !bytes.HasPrefix(data, []byte("%PDF-1.7\n")) || at < 0 {
		t.Fatal("no PDF")
	}
	start, err := strconv.Atoi(strings.Fields(string(data[at:]))[1])
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(string(data[start:]), "\n")
	if lines[0] != "xref\n" {
		t.Fatalf("the table of contents begins with %q", lines[0])
	}
	n, err := strconv.Atoi(strings.Fields(lines[1])[1])
	if err != nil {
		t.Fatal(err)
	}
	f := file{objects: map[int]string{}, trailer: strings.Join(lines[2+n:], "")}
	for i := 1; i < n; i++ {
		entry := lines[2+i]
		if len(entry) != 20 {
			t.Errorf("entry %d has %d bytes", i, len(entry))
		}
		from, err := strconv.Atoi(entry[:10])
		if err != nil {
			t.Fatal(err)
		}
		m := objectStart.FindSubmatch(data[from:])
		if m == nil || string(m[1]) != strconv.Itoa(i) {
			t.Fatalf("object %d is not where it should be", i)
		}
		body := data[from+len(m[0]):]
		if h := streamHead.FindSubmatch(body); h != nil {
			size, err := strconv.Atoi(string(h[1]))
			if err != nil {
				t.Fatal(err)
			}
			z, err := zlib.NewReader(bytes.NewReader(body[len(h[0]):][:size]))
			if err != nil {
				t.Fatalf("object %d: %v", i, err)
			}
			content, err := io.ReadAll(z)
			if err != nil {
				t.Fatalf("object %d: %v", i, err)
			}
			if !bytes.HasPrefix(body[len(h[0])+size:], []byte("\nendstream\nendobj\n")) {
				t.Errorf("object %d is not as long as it says", i)
			}
			f.objects[i] = string(h[0]) + string(content)
			continue
		}
		f.objects[i] = string(body[:bytes.Index(body, []byte("\nendobj\n"))])
	}
	return f
}

// with gives the objects that contain all of some words.
func (f file) with(words ...string) []string {
	var out []string
	for i := 1; i <= len(f.objects); i++ {
		all := true
		for _, w := range words {
			all = all && strings.Contains(f.objects[i], w)
		}
		if all {
			out = append(out, f.objects[i])
		}
	}
	return out
}

func TestPathsAndTheirLooks(t *testing.T) {
	f := take(t, write(t, Document{Pages: []Page{page(
		scene.Path{Lines: orb.MultiLineString{box(10, 20, 30, 40)}, Fill: red, Stroke: veil, Width: 3, Dash: []float64{4, 2.5}},
		scene.Path{Lines: orb.MultiLineString{{{0, 0}, {math.NaN(), 4}, {5, 5}}}, Stroke: black, Width: 1},
		scene.Path{Lines: orb.MultiLineString{box(0, 0, 1, 1)}},
	)}}))
	content := f.with("0 0 400 200 re W n")[0]
	for _, want := range []string{
		"0.75 0 0 -0.75 0 150 cm", "0.7843 0.2078 0.1686 rg", "10 20 m\n30 20 l\n30 40 l\n10 40 l\nh\nf\n",
		"/AFF80 gs", "3 w\n1 j\n[4 2.5]0 d", "h\nS\n", "[]0 d\n0 0 m\n5 5 l\nS\n", "/AFFFF gs",
	} {
		if !strings.Contains(content, want) {
			t.Errorf("%q is not in\n%s", want, content)
		}
	}
	if strings.Count(content, " m\n") != 3 {
		t.Errorf("not three outlines:\n%s", content)
	}
	if len(f.with("/AFF80<</ca 1/CA 0.502>>")) != 1 {
		t.Error("half opacity is not told")
	}
}

func TestDocument(t *testing.T) {
	a, b := page(line("One", 40)), page(line("Two", 40))
	a.Bookmark, b.Bookmark = "First – ä", "Second"
	a.Links = []Link{{Bounds: orb.Bound{Min: orb.Point{100, 20}, Max: orb.Point{200, 60}}, Page: 1}}
	b.Size = orb.Point{842, 595}
	f := take(t, write(t, Document{Title: "Ä title", Creator: "Dateline", Pages: []Page{a, b}}))
	if n := len(f.with("/Type/Page/")); n != 2 {
		t.Errorf("%d pages", n)
	}
	for _, words := range [][]string{
		{"/Type/Pages", "/Count 2"}, {"/MediaBox[0 0 300 150]", "/Subtype/Link", "/Rect[75 105 150 135]"}, {"/MediaBox[0 0 842 595]"},
		{"/Type/Outlines", "/Count 2"}, {"/Title<FEFF004600690072007300740020201300200" + "0E4>", "/Next"}, {"/Prev"},
		{"/Title<FEFF00C4", "/Creator<FEFF0044", "/Producer"},
	} {
		if len(f.with(words...)) != 1 {
			t.Errorf("not one object has %q", words)
		}
	}
	if strings.Contains(strings.Join(f.with("/Producer"), ""), "Date>") || len(f.with("CreationDate")) > 0 {
		t.Error("it has a date")
	}
	if !strings.Contains(f.trailer, "/Root 1 0 R") || !strings.Contains(f.trailer, "/ID[<") {
		t.Errorf("trailer %s", f.trailer)
	}
}

func TestFontsAreSubsets(t *testing.T) {
	data := write(t, Document{Pages: []Page{page(line("office Ḥilla", 40), line("بغداد لا", 80))}})
	f := take(t, data)
	if len(data) > 60_000 {
		t.Errorf("%d bytes for two words", len(data))
	}
	if n := len(f.with("/FontFile2")); n != 2 {
		t.Errorf("%d fonts, want the sans and the Arabic", n)
	}
	for _, o := range f.with("/Length1") {
		_, data, _ := strings.Cut(o, "stream\n")
		if _, err := font.ParseTTF(strings.NewReader(withCmap(t, data))); err != nil {
			t.Errorf("a subset is no font: %v", err)
		}
	}
	for _, o := range f.with("/FontName/") {
		if !regexp.MustCompile(`/FontName/[A-Z]{6}\+Noto`).MatchString(o) {
			t.Errorf("a subset is not named as one: %s", o)
		}
	}
}

// withCmap is a subset with the tables that a parser of whole fonts asks for.
func withCmap(t *testing.T, data string) string {
	f, err := parseTrueType([]byte(data))
	if err != nil {
		t.Fatal(err)
	}
	whole, err := parseTrueType(typeset.Files()[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"cmap", "name", "post", "OS/2"} {
		f.tables[name] = whole.tables[name]
	}
	return string(assemble(f.tables))
}

func TestSubsetKeepsGlyphs(t *testing.T) {
	s := typeset.NewShaper()
	for i, data := range typeset.Files() {
		whole, err := parseTrueType(data)
		if err != nil {
			t.Fatal(err)
		}
		var gids []int
		for _, g := range s.Shape("ÄéḤọ Jfi بسملا", scene.Font(i%4)).Glyphs {
			if g.Face == i {
				gids = append(gids, int(g.ID))
			}
		}
		if len(gids) == 0 {
			continue
		}
		part, err := parseTrueType(whole.subset(gids))
		if err != nil {
			t.Fatalf("face %d: %v", i, err)
		}
		seen := map[int]bool{}
		for todo := gids; len(todo) > 0; todo = todo[1:] {
			g := todo[0]
			if seen[g] {
				continue
			}
			seen[g] = true
			if !bytes.Equal(bytes.TrimRight(part.outline(g), "\x00"), bytes.TrimRight(whole.outline(g), "\x00")) {
				t.Errorf("face %d: glyph %d is another", i, g)
			}
			if part.width(g) != whole.width(g) {
				t.Errorf("face %d: glyph %d is %v wide, was %v", i, g, part.width(g), whole.width(g))
			}
			todo = append(todo, parts(whole.outline(g))...)
		}
		kept := 0
		for g := 1; g < part.glyphs; g++ {
			if part.outline(g) != nil {
				kept++
			}
		}
		if kept > len(seen) {
			t.Errorf("face %d: %d glyphs are kept of %d wanted", i, kept, len(seen))
		}
	}
}

// TestTextIsFound asks another program for the text of a page.
func TestTextIsFound(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed (Debian: poppler-utils)")
	}
	texts := []string{"office, fluff, offshore", "Al-Ḥillah naïve", "Ελλάδα Україна", "بغداد", "الموصل", "سامراء", "لا إله", "16 events, 9–14 June"}
	var items []scene.Item
	for i, s := range texts {
		items = append(items, line(s, 20+20*float64(i)))
	}
	spaced := line("SALADIN", 190)
	spaced.Spacing = 13
	bent := line("Euphrates", 0)
	bent.Font, bent.Along, bent.At = scene.SerifItalic, orb.LineString{{250, 150}, {300, 140}, {390, 100}}, orb.Point{}
	cmd := exec.Command("pdftotext", "-", "-")
	cmd.Stdin = bytes.NewReader(write(t, Document{Pages: []Page{page(append(items, spaced, bent)...)}}))
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	found := strings.Map(func(r rune) rune {
		if r >= 0x202A && r <= 0x202E || r == 0x200E || r == 0x200F || r >= 0x2066 && r <= 0x2069 {
			return -1 // marks of direction
		}
		return r
	}, norm.NFKC.String(string(out)))
	for _, want := range append(texts, "SALADIN", "Euphrates") {
		if n := strings.Count(found, norm.NFKC.String(want)); n != 1 {
			t.Errorf("%q is found %d times in\n%s", want, n, found)
		}
	}
}

func TestOneLetter(t *testing.T) {
	for in, want := range map[string]string{"لا": "\uFEFB", "لأ": "\uFEF7", "ff": "ff", "ب": "ب", "بغ": "بغ"} {
		if got := oneLetter(in); got != want {
			t.Errorf("oneLetter(%q) = %q (%U), want %q", in, got, []rune(got), want)
		}
	}
}

func TestImage(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 3, 2))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	b := orb.Bound{Min: orb.Point{10, 20}, Max: orb.Point{40, 80}}
	f := take(t, write(t, Document{Pages: []Page{page(scene.Image{Image: img, Bounds: b}, scene.Image{})}}))
	if len(f.with("/Subtype/Image")) != 1 || len(f.with("/SMask")) != 0 || len(f.with("q 30 0 0 -60 10 80 cm /I0 Do Q")) != 1 {
		t.Error("an opaque picture is not as it should be")
	}
	img.SetNRGBA(1, 1, color.NRGBA{A: 9})
	if f := take(t, write(t, Document{Pages: []Page{page(scene.Image{Image: img, Bounds: b})}})); len(f.with("/SMask")) != 1 {
		t.Error("opacity is lost")
	}
}

func TestFaults(t *testing.T) {
	for name, d := range map[string]Document{
		"no pages":   {},
		"no size":    {Pages: []Page{{}}},
		"too large":  {Pages: []Page{{Scene: scene.Scene{Size: orb.Point{1e6, 10}}}}},
		"no number":  {Pages: []Page{{Scene: scene.Scene{Size: orb.Point{math.NaN(), 10}}}}},
		"a bad size": {Pages: []Page{{Scene: scene.Scene{Size: orb.Point{10, 10}}, Size: orb.Point{-1, 5}}}},
	} {
		if err := Write(context.Background(), io.Discard, d); !errors.Is(err, ErrSize) {
			t.Errorf("%s: %v", name, err)
		}
	}
	p := page()
	p.Links = []Link{{Page: 7}}
	if err := Write(context.Background(), io.Discard, Document{Pages: []Page{p}}); err == nil {
		t.Error("a link to nowhere is written")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var buf bytes.Buffer
	if err := Write(ctx, &buf, Document{Pages: []Page{page(line("x", 9))}}); !errors.Is(err, context.Canceled) || buf.Len() > 0 {
		t.Errorf("after its end: %v, %d bytes", err, buf.Len())
	}
}

func TestSameBytes(t *testing.T) {
	d := Document{Title: "x", Pages: []Page{page(line("office بغداد", 40), scene.Path{Lines: orb.MultiLineString{box(0, 0, 9, 9)}, Fill: veil, Stroke: red, Width: 1}), page(line("more", 30))}}
	want := write(t, d)
	for i := 0; i < 20; i++ {
		if !bytes.Equal(write(t, d), want) {
			t.Fatalf("file %d differs", i)
		}
	}
}

func FuzzTrueType(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte("\x00\x01\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00head\x00\x00\x00\x00\x00\x00\x00\x00\xFF\xFF\xFF\xFF"))
	whole, err := parseTrueType(typeset.Files()[3])
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole.subset([]int{3, 36, 120}))
	f.Fuzz(func(t *testing.T, data []byte) {
		tt, err := parseTrueType(data)
		if err != nil {
			return
		}
		again, err := parseTrueType(tt.subset([]int{1, 2, 3, 70000}))
		if err != nil {
			t.Fatalf("a subset cannot be read: %v", err)
		}
		if g := again.outline(1); g != nil && !bytes.HasPrefix(g, tt.outline(1)) {
			t.Error("glyph 1 is another")
		}
	})
}

func TestAnyNumberIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Float64().Draw(t, "v")
		s := string(number(nil, v, 3))
		got, err := strconv.ParseFloat(s, 64)
		if err != nil || strings.ContainsAny(s, "eE") || math.Abs(v) < largest && math.Abs(got-v) > 0.00051 {
			t.Fatalf("%v is written %q", v, s)
		}
	})
	if s := string(number(nil, math.NaN(), 2)) + string(number(nil, -0.001, 2)); s != "00" {
		t.Errorf("%q", s)
	}
}
