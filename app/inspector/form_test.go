package inspector

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"dateline/app/brief"
	"dateline/app/theme"
	"dateline/app/work"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/edtf"
)

// edited is a view with its fields open, and what they ask for.
type edited struct {
	*View
	edit    brief.Edit
	asked   []string
	offered []Choice
	placed  map[int]brief.Place
}

func editing(t *testing.T, f Fields) *edited {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(theme.New(theme.Light))
	e := &edited{View: New(func(f func()) { f() }), placed: make(map[int]brief.Place)}
	t.Cleanup(e.Close)
	e.Editor = Editor{
		Edit: func(what string, change func(*brief.Edit)) {
			e.asked = append(e.asked, what)
			change(&e.edit)
		},
		ReadDate:   func(s string) (edtf.Value, string, error) { return work.ReadDate(s, edtf.Value{}) },
		Complete:   func(s string) []Choice { return choices(s) },
		Candidates: func(c []Choice) { e.offered = c },
		Place:      func(i int, p brief.Place) { e.placed[i] = p },
		Leave:      func() {},
	}
	w := test.NewTempWindow(t, e.View)
	w.Resize(fyne.NewSize(340, 700))
	e.SetEvent(Event{Title: f.Title}, f, scene.Red)
	e.Edit()
	return e
}

// choices are two places for whatever is typed but "nowhere".
func choices(typed string) []Choice {
	if typed == "nowhere" {
		return nil
	}
	return []Choice{
		{Name: "First", Detail: "A", Place: brief.Place{Name: "First", Lon: 1, Lat: 2}},
		{Name: "Second", Detail: "B", Place: brief.Place{Name: "Second", Lon: 3, Lat: 4}},
	}
}

func fields() Fields {
	return Fields{
		ID: "e", Title: "Rebels take Shendi", Kind: timeline.Battle, Side: "Rebels", Sides: []string{"Rebels", "Army"},
		When:    timeline.NewWhen(edtf.OfDay(2014, 6, 13), "Friday", timeline.Span{}),
		Places:  []brief.Place{{Name: "Shendi", Role: timeline.Near, Lon: 33, Lat: 16, RadiusKM: 5, Span: timeline.Span{Source: "s", Start: 3, End: 9}}},
		Figures: []timeline.Figure{{Min: 3, Max: 3, Of: "dead", Stated: "3 dead"}},
		Claims:  []timeline.Claim{{By: "a driver", Stance: timeline.Claims}},
	}
}

func TestTitleIsOneStep(t *testing.T) {
	e := editing(t, fields())
	e.form.title.SetText("Rebels enter Shendi")
	e.form.title.FocusLost()
	e.form.title.FocusLost()
	if len(e.asked) != 1 || *e.edit.Title != "Rebels enter Shendi" {
		t.Errorf("%v, %v", e.asked, e.edit.Title)
	}
	e.form.title.SetText("  ")
	e.form.title.FocusLost()
	if len(e.asked) != 1 {
		t.Error("an empty headline is taken")
	}
}

func TestKindAndSide(t *testing.T) {
	e := editing(t, fields())
	e.form.kind.Choose(1)
	e.form.side.Choose(2)
	if *e.edit.Kind != timeline.Kinds[1] || *e.edit.Side != "Army" {
		t.Errorf("%v %v", *e.edit.Kind, *e.edit.Side)
	}
	e.form.side.Choose(0)
	if *e.edit.Side != "" {
		t.Errorf("nobody is %q", *e.edit.Side)
	}
	e.form.side.Choose(3)
	if !e.form.newSide.Visible() {
		t.Fatal("no field for another side")
	}
	e.form.newSide.SetText("Marines")
	e.form.newSide.OnSubmitted("Marines")
	if *e.edit.Side != "Marines" || e.form.newSide.Visible() {
		t.Errorf("%q", *e.edit.Side)
	}
}

func TestDateIsShownAsUnderstood(t *testing.T) {
	e := editing(t, fields())
	e.form.when.SetText("9 to 13 June 2014")
	if want := "9–13 June 2014"; len(e.form.understood.Text) < len(want) || e.form.understood.Text[:len(want)] != want {
		t.Errorf("understood as %q", e.form.understood.Text)
	}
	e.form.when.FocusLost()
	if e.edit.When == nil || e.edit.When.String() != "2014-06-09/2014-06-13" {
		t.Errorf("%v", e.edit.When)
	}
	e.form.when.SetText("the day after")
	e.form.when.FocusLost()
	if e.edit.When.String() != "2014-06-09/2014-06-13" || len(e.asked) != 1 {
		t.Error("what is not understood is taken")
	}
}

func TestPlaceIsSearchedAndChosen(t *testing.T) {
	e := editing(t, fields())
	e.form.searchFor(0)
	if len(e.offered) != 2 {
		t.Fatalf("%d places are offered on the map", len(e.offered))
	}
	e.form.search.move(1)
	e.form.search.entry.OnSubmitted("")
	p := e.placed[0]
	if p.Name != "Shendi" || p.Found != "Second" || p.Role != timeline.Near || p.Lon != 3 || p.Span.Start != 3 {
		t.Errorf("%+v", p)
	}
	if len(e.offered) != 0 {
		t.Error("the marks stay on the map")
	}
	e.form.searchFor(1)
	e.form.search.entry.SetText("nowhere")
	e.form.search.choose(0)
	e.form.search.entry.SetText("x")
	e.Choose(0) // by its mark
	if p := e.placed[1]; p.Name != "First" {
		t.Errorf("added: %+v", p)
	}
}

func TestRoleRadiusAndRemoval(t *testing.T) {
	e := editing(t, fields())
	list := (*e).form.cur.Places
	e.form.setPlaces("Remove a place", list[:0])
	if e.edit.Places == nil || len(*e.edit.Places) != 0 {
		t.Errorf("%v", e.edit.Places)
	}
	e.form.fill()
	if !e.form.search.object.Visible() {
		t.Error("an event without a place does not offer the search")
	}
}

func TestAccountsAndFigures(t *testing.T) {
	e := editing(t, fields())
	claims := append([]timeline.Claim(nil), e.form.cur.Claims...)
	claims[0].Grade = "C3"
	e.form.setClaims(claims)
	if (*e.edit.Claims)[0].Grade != "C3" {
		t.Errorf("%+v", *e.edit.Claims)
	}
	if gradeIndex("C3") != 15 || grades()[15] != "C3" || gradeIndex("") != 0 || gradeIndex("Z9") != 0 {
		t.Errorf("C3 is %d", gradeIndex("C3"))
	}
	e.form.setFigures(nil)
	if len(*e.edit.Figures) != 0 {
		t.Errorf("%+v", *e.edit.Figures)
	}
}

func TestFieldsFollowWhatChanges(t *testing.T) {
	e := editing(t, fields())
	f := fields()
	f.Title, f.Note = "Another", "seen twice"
	f.Claims = nil
	e.SetEvent(Event{Title: f.Title}, f, scene.Red)
	if e.form.title.Text != "Another" || e.form.note.Text != "seen twice" || len(e.form.claims.Objects) != 1 {
		t.Errorf("%q %q %d", e.form.title.Text, e.form.note.Text, len(e.form.claims.Objects))
	}
	f.ID = "other"
	e.SetEvent(Event{Title: f.Title}, f, scene.Red)
	if !e.Editing() || e.form.cur.ID != "other" {
		t.Error("the fields do not follow to another event")
	}
	e.Done()
	if e.Editing() {
		t.Error("they stay open")
	}
}
