package brief

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/source"
)

const floodText = "River bursts its banks\n\nOn Tuesday the water reached the <old> port & market.\n"

// full is a brief with something in every field.
func full() Brief {
	title, note, side := "Port under water", "seen by our own people", "River"
	kind, status, when := timeline.Disaster, timeline.Accepted, edtf.MustParse("2019-03-12")
	b := FromDocument(source.Document{
		ID: "5f0d2b5ea0f8", Name: "flood.html", Title: "River bursts its banks", Publisher: "Harbour Gazette",
		Published: edtf.MustParse("2019-03-13"), Text: floodText,
		Blocks: []source.Block{
			{Start: 0, End: 22, Kind: source.Heading},
			{Start: 24, End: len(floodText) - 1, Kind: source.Paragraph},
		},
		Warnings: []string{"one byte was no text"},
	})
	b.Banner, b.BannerHue = "Harbour staff only", scene.Amber
	b = b.WithPublished(0, edtf.MustParse("2019-03-14"))
	d := drawnBrief()
	b.Controls, b.Fronts, b.Routes = d.Controls, d.Fronts, d.Routes
	b = b.WithEdit("e1", func(e *Edit) {
		*e = Edit{Title: &title, Kind: &kind, When: &when, Side: &side, Status: &status, Note: &note}
	})
	b = b.WithStatus("e0", timeline.Rejected)
	b = b.WithPin(geocode.Pin{Name: "Port", Event: "e1", GeonameID: 7, Lon: 30.5, Lat: -59.25, RadiusKM: 3})
	b.Sides = []scene.Side{{Name: "River", Label: "The river", Hue: scene.Blue, Shape: scene.Square}}
	b, own := b.WithOwn("e1")
	b = b.WithEdit(own, func(e *Edit) { *e = decided().Edits["own-1"] })
	b.Eras = decided().Eras
	camera := Camera{Center: [2]float64{30, -59}, Span: [2]float64{112.5, 63.28125}}
	b.Steps = []Step{
		{
			Event: "e1", Headline: "The port", Caption: "It is under water.", Notes: "Ask who saw it.", Dwell: 2500 * time.Millisecond,
			View: View{
				Camera: camera, Mode: "window", Now: time.Date(2019, 3, 12, 6, 0, 0, 0, time.UTC),
				From: time.Date(-489, 9, 12, 0, 0, 0, 0, time.UTC), To: time.Date(12019, 3, 12, 6, 0, 0, 0, time.UTC), Hide: []string{"legend"},
			},
		},
		{Event: "e2"},
	}
	b.Bookmarks = []Bookmark{{Name: "The delta", View: View{Camera: camera}}}
	b.Show = Show{Camera: camera, Mode: "moment", Step: 2, Style: "dark", Tiles: "osm"}
	return b
}

// open reads a brief from text.
func open(s string) (Brief, error) { return Open(strings.NewReader(s)) }

func marshal(t *testing.T, b Brief) string {
	t.Helper()
	data, err := Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestRoundTrip(t *testing.T) {
	for name, b := range map[string]Brief{"full": full(), "empty": {}} {
		t.Run(name, func(t *testing.T) {
			text := marshal(t, b)
			got, err := open(text)
			if err != nil {
				t.Fatalf("%v in\n%s", err, text)
			}
			for i := range b.Reports {
				b.Reports[i].Document.ID = got.Reports[i].Document.ID // of the text
			}
			if !reflect.DeepEqual(got, b) {
				t.Errorf("got  %+v\nwant %+v", got, b)
			}
			for range 20 {
				if again := marshal(t, got); again != text {
					t.Fatalf("written again it differs:\n%s\n%s", again, text)
				}
			}
		})
	}
}

func TestIDIsOfTheText(t *testing.T) {
	b, err := open(marshal(t, full()))
	if err != nil {
		t.Fatal(err)
	}
	id := b.Reports[0].Document.ID
	b.Reports[0].Document.Text += "More."
	c, err := open(marshal(t, b))
	if err != nil {
		t.Fatal(err)
	}
	if len(id) != 12 || c.Reports[0].Document.ID == id {
		t.Errorf("IDs %q and %q", id, c.Reports[0].Document.ID)
	}
}

func TestFileIsReadable(t *testing.T) {
	text := marshal(t, full())
	for _, want := range []string{
		"{\n  \"dateline\": 2,\n  \"title\": \"River bursts its banks\",\n",
		"\n        \"On Tuesday the water reached the <old> port & market.\",\n",
		"\n        \"0-22 heading\",\n",
		"\n      \"published\": \"2019-03-14\",\n",
		"\n    \"e0\": {\n      \"status\": \"rejected\"\n    },\n    \"e1\": {\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the file lacks %q:\n%s", want, text)
		}
	}
}

func TestUnknownFieldsAreKept(t *testing.T) {
	text := marshal(t, full())
	for _, at := range []string{
		`"dateline": 2`, `"name": "flood.html"`, `"status": "rejected"`, `"mode": "moment"`, `"radius_km": 3`,
		`"hue": "blue"`, `"headline": "The port"`, `"mode": "window"`, `"name": "The delta"`,
	} {
		text = strings.Replace(text, at, at+`, "zz_later": {"b": [1, 2.50], "a": null}`, 1)
	}
	b, err := open(text)
	if err != nil {
		t.Fatal(err)
	}
	b = b.WithStatus("e0", timeline.Accepted).WithPublished(0, edtf.MustParse("2019"))
	if n := strings.Count(marshal(t, b), `"zz_later": {`); n != 9 {
		t.Errorf("kept %d of 9:\n%s", n, marshal(t, b))
	}
	if !strings.Contains(marshal(t, b), "2.50") {
		t.Error("a number was written in another way")
	}
}

// damaged are files that are refused, with what the message says.
var damaged = []struct{ name, text, want string }{
	{"empty", "", "line 1"},
	{"no JSON", "Dear reader,", "line 1"},
	{"cut off", "{\n \"dateline\": 1,\n \"title\": \"a", "line 3"},
	{"comma", "{\n \"dateline\": 1,\n}", "line 3"},
	{"a list", `[1]`, "expected"},
	{"no version", `{"title": "a"}`, `"dateline"`},
	{"version in words", `{"dateline": "one"}`, "dateline"},
	{"version nought", `{"dateline": 0}`, "version 0"},
	{"title", `{"dateline": 1, "title": 7}`, "title: a number"},
	{"reports", `{"dateline": 1, "reports": {}}`, "reports"},
	{"report", `{"dateline": 1, "reports": [7]}`, "report 1"},
	{"date", `{"dateline": 1, "reports": [{"published": "2014-13-45"}]}`, "report 1, published"},
	{"text", `{"dateline": 1, "reports": [{}, {"text": "one string"}]}`, "report 2, text"},
	{"NUL", `{"dateline": 1, "reports": [{"text": ["a\u0000b"]}]}`, "NUL"},
	{"block", `{"dateline": 1, "reports": [{"text": ["abc"], "blocks": ["0-9 paragraph"]}]}`, "block 1"},
	{"block kind", `{"dateline": 1, "reports": [{"text": ["abc"], "blocks": ["0-3 verse"]}]}`, "verse"},
	{"block overlap", `{"dateline": 1, "reports": [{"text": ["abc"], "blocks": ["0-2 paragraph", "1-3 paragraph"]}]}`, "block 2"},
	{"block in a letter", `{"dateline": 1, "reports": [{"text": ["é"], "blocks": ["0-1 paragraph"]}]}`, "block 1"},
	{"kind", `{"dateline": 1, "edits": {"e": {"kind": "picnic"}}}`, "picnic"},
	{"status", `{"dateline": 1, "edits": {"e": {"status": "perhaps"}}}`, "edit of e"},
	{"pin", `{"dateline": 1, "pins": [{"name": "a", "lon": 0, "lat": 91}]}`, "pin 1"},
	{"pin of a later kind", `{"dateline": 1, "pins": [7]}`, "pin 1: a number"},
	{"side", `{"dateline": 2, "sides": [{"name": 7}]}`, "side 1: a number"},
	{"show", `{"dateline": 2, "show": {"center": [999, 0], "span": [1, 1]}}`, "show"},
	{"show of version 1", `{"dateline": 1, "show": {"center": [999, 0], "scale": 1}}`, "show"},
	{"scale of version 1", `{"dateline": 1, "show": {"center": [9, 0], "scale": -1}}`, "show"},
	{"steps", `{"dateline": 2, "steps": 7}`, "steps: a number"},
	{"dwell", `{"dateline": 2, "steps": [{"dwell": -1}]}`, "step 1, dwell"},
	{"dwell for ever", `{"dateline": 2, "steps": [{"dwell": 1e300}]}`, "step 1, dwell"},
	{"view", `{"dateline": 2, "steps": [{}, {"view": []}]}`, "step 2, view"},
	{"instant", `{"dateline": 2, "steps": [{"view": {"now": "2019-13-01T00:00:00Z"}}]}`, "step 1, view, now"},
	{"flat camera", `{"dateline": 2, "bookmarks": [{"view": {"center": [0, 0], "span": [1, 0]}}]}`, "bookmark 1, view"},
	{"not UTF-8", "{\"dateline\": 1, \"title\": \"\xff\"}", "UTF-8"},
}

func TestOpenDamaged(t *testing.T) {
	for _, tt := range damaged {
		t.Run(tt.name, func(t *testing.T) {
			_, err := open(tt.text)
			var d *DamagedError
			if !errors.As(err, &d) {
				t.Fatalf("got %v", err)
			}
			if !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("says %q, want something of %q", err, tt.want)
			}
		})
	}
}

func TestOpenNewer(t *testing.T) {
	_, err := open(`{"dateline": 99, "reports": "in another form"}`)
	var v *VersionError
	if !errors.As(err, &v) || v.Version != 99 || !strings.Contains(err.Error(), "newer") {
		t.Errorf("got %v", err)
	}
}

// TestNewerIsReadOnly holds a brief of a newer program that can be understood
// to being shown and not saved.
func TestNewerIsReadOnly(t *testing.T) {
	b, err := open(strings.Replace(marshal(t, full()), `"dateline": 2`, `"dateline": 3, "later": true`, 1))
	if err != nil || b.Newer() != 3 || b.Title != full().Title || len(b.Steps) != 2 {
		t.Fatalf("%v: %+v", err, b)
	}
	var v *VersionError
	if _, err := Marshal(b.WithStatus("e1", timeline.Rejected)); !errors.As(err, &v) {
		t.Errorf("it is written: %v", err)
	}
	path := filepath.Join(t.TempDir(), "a.dateline")
	if err := Save(path, b); !errors.As(err, &v) {
		t.Errorf("it is saved: %v", err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a file is left")
	}
}

// spaces gives n spaces.
type spaces struct{ n int }

func (s *spaces) Read(p []byte) (int, error) {
	if s.n == 0 {
		return 0, io.EOF
	}
	n := min(len(p), s.n)
	for i := range p[:n] {
		p[i] = ' '
	}
	s.n -= n
	return n, nil
}

func TestOpenTooLarge(t *testing.T) {
	if _, err := Open(&spaces{100 << 20}); !errors.Is(err, ErrTooLarge) {
		t.Errorf("got %v", err)
	}
}

func TestOpenPassesReadErrorsOn(t *testing.T) {
	broken := errors.New("cable out")
	r := io.MultiReader(strings.NewReader("{"), errReader{broken})
	if _, err := Open(r); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

type errReader struct{ err error }

func (e errReader) Read([]byte) (int, error) { return 0, e.err }

func TestSave(t *testing.T) {
	path := filepath.Join(t.TempDir(), "flood.dateline")
	if !IsFile(path) || !IsFile("A.DATELINE") || IsFile("dateline") {
		t.Error("IsFile does not go by the extension")
	}
	if err := Save(path, full()); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(data, []byte(marshal(t, full()))) {
		t.Errorf("%v: wrote\n%s", err, data)
	}
}

func FuzzOpen(f *testing.F) {
	data, err := Marshal(full())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	for _, tt := range damaged {
		f.Add([]byte(tt.text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := Unmarshal(data)
		if err != nil {
			return
		}
		if b.Newer() > 0 {
			return
		}
		first, err := Marshal(b)
		if err != nil {
			t.Fatalf("read but not written: %v", err)
		}
		c, err := Unmarshal(first)
		if err != nil {
			t.Fatalf("written but not read: %v\n%s", err, first)
		}
		second, err := Marshal(c)
		if err != nil || !bytes.Equal(first, second) {
			t.Fatalf("%v: written twice it differs:\n%s\n%s", err, first, second)
		}
		for _, r := range b.Reports {
			for _, bl := range r.Document.Blocks {
				_ = r.Document.Text[bl.Start:bl.End]
			}
		}
	})
}
