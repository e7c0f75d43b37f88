package work

import (
	"testing"

	"dateline/app/brief"
	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/edtf"
)

func span(start, end int) timeline.Span { return timeline.Span{Source: "s", Start: start, End: end} }

// told is a report with events told at bytes 0–10, 10–20 and so on, in the
// order of their days, each in a town of its own.
func told(ids ...timeline.ID) []Report {
	var out []geocode.Placed
	for i, id := range ids {
		p := geocode.Placed{Event: timeline.Event{
			ID: id, Title: string(id), Kind: timeline.Battle, Status: timeline.Proposed, From: []timeline.Span{span(10*i, 10*i+10)},
			When:   timeline.NewWhen(edtf.OfDay(2014, 6, 10+i), "", timeline.Span{}),
			Places: []timeline.Place{{Mention: timeline.Mention{Name: "Town " + string(id), Span: span(10*i+2, 10*i+5)}, Role: timeline.At}},
		}}
		p.At = []geocode.Location{{Name: "Town " + string(id), Role: timeline.At, Point: [2]float64{float64(i), 1}}}
		out = append(out, p)
	}
	return []Report{{Result: geocode.Result{Events: out}}}
}

func edits(m map[timeline.ID]func(*brief.Edit)) brief.Brief {
	var b brief.Brief
	for id, f := range m {
		b = b.WithEdit(id, f)
	}
	return b
}

func find(t *testing.T, c Content, id timeline.ID) scene.Event {
	t.Helper()
	i := c.Find(id)
	if i < 0 {
		t.Fatalf("%s is not there", id)
	}
	return c.Events[i]
}

func TestPlacesByHand(t *testing.T) {
	b := edits(map[timeline.ID]func(*brief.Edit){"a": func(e *brief.Edit) {
		e.Places = &[]brief.Place{{Name: "Elsewhere", Lon: 20, Lat: 30, RadiusKM: 4, Role: timeline.Near}, {Name: "A division", Area: "IQ.10", Lon: 1, Lat: 2}}
	}, "b": func(e *brief.Edit) { e.Places = &[]brief.Place{} }, "c": func(e *brief.Edit) {
		e.Places = &[]brief.Place{{Name: "A country", Whole: true, Country: "IQ"}}
	}})
	c := Arrange(b, told("a", "b", "c"))
	a := find(t, c, "a")
	if len(a.At) != 2 || a.At[0].Point != [2]float64{20, 30} || a.At[0].RadiusKM != 4 || a.At[0].Role != timeline.Near || a.At[1].Area != "IQ.10" || a.At[1].Role != timeline.At {
		t.Errorf("a: %+v", a.At)
	}
	if len(a.Places) != 2 || a.Places[0].Name != "Elsewhere" || a.Places[1].Class != timeline.Division || !a.OnMap() {
		t.Errorf("a: %+v", a.Places)
	}
	if e := find(t, c, "b"); e.OnMap() || e.Unplaced == "" {
		t.Errorf("b: %+v", e.At)
	}
	if e := find(t, c, "c"); e.OnMap() || e.Unplaced == "" {
		t.Errorf("c: %+v", e.At)
	}
	if back := PlacesOf(a.Placed); back[0].Name != "Elsewhere" || back[0].Lon != 20 || back[1].Area != "IQ.10" {
		t.Errorf("as places: %+v", back)
	}
}

func TestPlacesOfKnowTheirWords(t *testing.T) {
	c := Arrange(brief.Brief{}, told("a", "b"))
	for _, e := range c.Events {
		if p := PlacesOf(e.Placed); len(p) != 1 || p[0].Span != e.Places[0].Span {
			t.Errorf("%s: %+v", e.ID, p)
		}
	}
}

func TestMergedEventsAreToldAsOne(t *testing.T) {
	into := timeline.ID("b")
	b := edits(map[timeline.ID]func(*brief.Edit){"a": func(e *brief.Edit) { e.Into = &into }})
	reports := told("a", "b", "c")
	reports[0].Result.Events[2].After = []timeline.ID{"a"}
	c := Arrange(b, reports)
	if len(c.Events) != 2 || c.Find("a") >= 0 {
		t.Fatalf("%d events", len(c.Events))
	}
	e := find(t, c, "b")
	if len(e.From) != 2 || len(e.At) != 2 || len(e.Places) != 2 {
		t.Errorf("%+v", e)
	}
	if after := find(t, c, "c").After; len(after) != 1 || after[0] != "b" {
		t.Errorf("c follows %v", after)
	}
	if len(reports[0].Result.Events[1].From) != 1 {
		t.Error("what was read has changed")
	}
}

func TestMergesInACircleLoseNothing(t *testing.T) {
	a, b, gone := timeline.ID("a"), timeline.ID("b"), timeline.ID("not there")
	c := Arrange(edits(map[timeline.ID]func(*brief.Edit){
		"a": func(e *brief.Edit) { e.Into = &b }, "b": func(e *brief.Edit) { e.Into = &a }, "c": func(e *brief.Edit) { e.Into = &gone },
	}), told("a", "b", "c"))
	if len(c.Events) != 3 {
		t.Errorf("%d events", len(c.Events))
	}
}

func TestChainOfMerges(t *testing.T) {
	b, c := timeline.ID("b"), timeline.ID("c")
	got := Arrange(edits(map[timeline.ID]func(*brief.Edit){
		"a": func(e *brief.Edit) { e.Into = &b }, "b": func(e *brief.Edit) { e.Into = &c },
	}), told("a", "b", "c"))
	if len(got.Events) != 1 || len(got.Events[0].From) != 3 {
		t.Errorf("%+v", got.Events)
	}
}

func TestOwnEvents(t *testing.T) {
	b, own := brief.Brief{}.WithOwn("")
	b, twin := b.WithOwn("a")
	when := edtf.OfDay(2014, 6, 9)
	b = b.WithEdit(own, func(e *brief.Edit) { e.When = &when })
	c := Arrange(b, told("a", "b"))
	if len(c.Events) != 4 || c.Events[0].ID != own || c.Events[0].Number != 1 {
		t.Fatalf("%+v", c.Events)
	}
	if e := find(t, c, twin); e.Title != "a" || len(e.At) != 1 || e.Status != timeline.Proposed {
		t.Errorf("the twin: %+v", e)
	}
}

func TestEditsFindTheirWordsAgain(t *testing.T) {
	title := "By hand"
	b := edits(map[timeline.ID]func(*brief.Edit){
		"old":  func(e *brief.Edit) { e.Title, e.From = &title, []timeline.Span{span(11, 19)} },
		"lost": func(e *brief.Edit) { e.Title, e.From = &title, []timeline.Span{span(900, 910)} },
		"c":    func(e *brief.Edit) { e.Title, e.From = &title, []timeline.Span{span(20, 30)} },
	})
	c := Arrange(b, told("a", "b", "c"))
	if find(t, c, "b").Title != title || c.Adopted["b"] != "old" || find(t, c, "a").Title != "a" || len(c.Adopted) != 1 {
		t.Errorf("%v", c.Adopted)
	}
}

func TestOnly(t *testing.T) {
	c := Arrange(brief.Brief{}, told("a", "b", "c"))
	only := c.Only(func(e scene.Event) bool { return e.ID != "b" })
	if len(only.Events) != 2 || only.Find("c") != 1 || only.Find("b") != -1 || only.Events[1].Number != 3 || len(only.Moments) != 2 {
		t.Errorf("%+v", only.Events)
	}
	if c.Find("b") != 1 || len(c.Events) != 3 {
		t.Error("the content has changed")
	}
}

func TestWays(t *testing.T) {
	c := Arrange(edits(map[timeline.ID]func(*brief.Edit){"a": func(e *brief.Edit) {
		e.Way = &brief.Way{Points: [][2]float64{{1, 2}, {3, 4}}}
	}}), told("a"))
	if w := c.Ways["a"]; len(w) != 2 || w[1] != [2]float64{3, 4} {
		t.Errorf("%v", c.Ways)
	}
}
