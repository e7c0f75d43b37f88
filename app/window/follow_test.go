package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"fyne.io/fyne/v2"

	"dateline/geo/basemap/tiles"
	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/edtf"
)

// seen reports whether the selected event is in the view of the map.
func (f *fixture) seen() bool {
	e, ok := f.session.SelectedEvent()
	if !ok {
		return false
	}
	b, ok := boundOf(e)
	if !ok {
		return false
	}
	v := f.world.Map()
	p, _ := v.ToPage(b.Center())
	return p[0] >= 0 && p[0] <= v.Size[0] && p[1] >= 0 && p[1] <= v.Size[1]
}

// away moves the map by hand to where no event of the sample is.
func (f *fixture) away() {
	f.world.Centre(orb.Point{-100, -20})
}

func TestFollow(t *testing.T) {
	f := newFixture(t).sample()
	f.win.Canvas().Capture()
	if !f.follow.On {
		t.Fatal("Follow is not lit at first")
	}
	f.key(fyne.KeyHome)
	f.away()
	if !f.follow.On {
		t.Error("moving the map while nothing plays puts it out")
	}
	f.key(fyne.KeySpace)
	if !f.session.Clock().Playing {
		t.Fatal("nothing plays")
	}
	f.away()
	if f.follow.On {
		t.Error("a map moved by hand while it plays still follows")
	}
	at := f.session.Selected()
	f.session.SetSpeed(8)
	f.until("it goes on to the next", func() bool { return f.session.Selected() != at })
	if f.seen() {
		t.Error("the map follows although it shall not")
	}
	f.follow.Tapped(nil)
	if !f.follow.On || !f.seen() {
		t.Errorf("lit again (%v), the event is seen: %v", f.follow.On, f.seen())
	}
	f.key(fyne.KeySpace)
	f.until("the ticker ends", func() bool { return !f.ticking })
	// A step by hand always brings its event into sight.
	f.setFollow(false)
	f.away()
	f.key(fyne.KeyEnd)
	if !f.seen() {
		t.Error("a step does not bring its event into sight")
	}
}

func TestTheSelectedEventIsRevealedAgain(t *testing.T) {
	f := newFixture(t).sample()
	f.win.Canvas().Capture()
	f.key(fyne.KeyHome)
	f.away()
	if f.seen() {
		t.Fatal("the map did not move away")
	}
	f.world.OnSelect(f.session.Selected()) // as a click on the chip at the edge does
	if !f.seen() {
		t.Error("the event is not brought into sight")
	}
}

func TestTip(t *testing.T) {
	e := scene.Event{Placed: geocode.Placed{Event: timeline.Event{
		Title: "Mill taken", When: timeline.NewWhen(edtf.MustParse("2014-06-13"), "on Friday", timeline.Span{}),
		Claims: []timeline.Claim{{Grade: "F6"}, {Grade: "B2"}},
	}, At: []geocode.Location{{Name: "Mill", Point: orb.Point{1, 1}, RadiusKM: 5}}}}
	got := tipOf(e)
	for _, want := range []string{"Mill taken\n", "13 June 2014 – “on Friday”", "Mill, ~5 km", "Graded B2"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q lacks %q", got, want)
		}
	}
	e.When, e.Claims = timeline.When{}, nil
	if got := tipOf(e); strings.Contains(got, "“") || strings.Contains(got, "Graded") {
		t.Errorf("without a date and grades it says %q", got)
	}
}

func TestEscapeEndsAMeasure(t *testing.T) {
	f := newFixture(t).sample()
	f.win.Canvas().Capture()
	f.key(fyne.KeyHome)
	f.world.MeasureFrom(orb.Point{44, 33})
	f.key(fyne.KeyEscape)
	if f.world.Measured() != "" || f.session.Selected() == "" {
		t.Errorf("measured %q, selected %q", f.world.Measured(), f.session.Selected())
	}
	f.key(fyne.KeyEscape)
	if f.session.Selected() != "" {
		t.Error("the next Escape does not clear the selection")
	}
}

func TestOwnTilesAreAskedFor(t *testing.T) {
	f := newFixture(t).sample()
	f.AskOwnTiles()
	if !f.modal() {
		t.Fatal("no dialog is open")
	}
	f.key(fyne.KeyEscape)
	if f.modal() {
		t.Fatal("Escape does not leave the dialog")
	}
	// What a person chose there is what the session keeps.
	f.session.SetTiles(tiles.OwnID("http://127.0.0.1:1/{z}/{x}/{y}.png", "© me"))
	if !f.online.Layer().Provider().Online() || f.online.Layer().Attribution() != "© me" {
		t.Errorf("the layer is %+v", f.online.Layer().Provider())
	}
	if c, _ := f.commands.ByID("view.tiles.own"); !c.On() {
		t.Error("the menu does not check it")
	}
}

func TestTilesOfABrokenFileAreSaid(t *testing.T) {
	f := newFixture(t).sample()
	f.win.Canvas().Capture()
	path := filepath.Join(t.TempDir(), "spoilt.pmtiles")
	if err := os.WriteFile(path, []byte("PMTiles\x03 and nothing else"), 0o644); err != nil {
		t.Fatal(err)
	}
	f.session.SetTiles(tiles.FileID(path))
	f.until("it is said", func() bool { return strings.Contains(wordsOf(f.note.object), "spoilt.pmtiles") })
	if c, _ := f.commands.ByID("view.tiles.file"); !c.On() {
		t.Error("the menu does not check it")
	}
	f.session.SetTiles("")
	f.until("it is gone", func() bool { return !f.note.object.Visible() })
}
