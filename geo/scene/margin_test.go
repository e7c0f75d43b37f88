package scene

import (
	"reflect"
	"testing"

	"github.com/paulmach/orb"
)

// textAt is where a text of a class stands, and whether there is one.
func textAt(s Scene, class, text string) (orb.Point, bool) {
	for _, it := range s.Items {
		if t, ok := it.(Text); ok && t.Class == class && t.Text == text {
			return t.At, true
		}
	}
	return orb.Point{}, false
}

func TestPartsAreTheOverlay(t *testing.T) {
	in := campaign()
	events, furniture := Parts(in)
	all := Overlay(in)
	if got := append(events.Items, furniture.Items...); !reflect.DeepEqual(got, all.Items) {
		t.Errorf("the parts have %d items, the whole %d", len(got), len(all.Items))
	}
	if !reflect.DeepEqual(events.Hits, all.Hits) || len(furniture.Hits) != 0 {
		t.Error("the hits are not with the events")
	}
	if _, ok := textAt(furniture, "title", in.Title); !ok {
		t.Error("the title is not with the furniture")
	}
	if _, ok := textAt(events, "title", in.Title); ok {
		t.Error("the title is with the events")
	}
}

func TestMarginShowsWhatLiesBeyondTheView(t *testing.T) {
	in := campaign()
	// A view of the west, so that much of the island is beyond its right edge.
	in.View = in.View.Pan(-350, 0)
	size := in.View.Size
	beyond := func(events Scene) int {
		n := 0
		for _, h := range events.Hits {
			if h.Radius > 0 && h.Center[0] > size[0] {
				n++
			}
		}
		return n
	}
	events, furniture := Parts(in)
	if n := beyond(events); n != 0 {
		t.Fatalf("without a margin %d marks lie beyond the view", n)
	}
	in.Margin = 250
	wide, same := Parts(in)
	if n := beyond(wide); n == 0 {
		t.Error("with a margin no mark lies beyond the view")
	}
	if wide.Size != events.Size || same.Size != furniture.Size {
		t.Error("a margin changes the size of the view")
	}
	for _, it := range same.Items {
		var b orb.Bound
		switch it := it.(type) {
		case Path:
			b = it.Lines.Bound()
		case Text:
			b = it.At.Bound()
		}
		if !inBox(orb.Bound{Max: size}.Pad(2*edge), b) {
			t.Errorf("furniture at %v is beyond the view", b)
		}
	}
	for _, f := range [...]struct{ class, text string }{{"title", in.Title}, {"credits", in.Credits + " · " + in.AsOf}} {
		a, ok1 := textAt(furniture, f.class, f.text)
		b, ok2 := textAt(same, f.class, f.text)
		if !ok1 || !ok2 || a != b {
			t.Errorf("%q moves from %v to %v", f.text, a, b)
		}
	}
}

func TestMarginOfTheBase(t *testing.T) {
	in := campaign()
	in.Margin = 100
	s := Base(in)
	if want := (orb.Point{in.View.Size[0] + 200, in.View.Size[1] + 200}); s.Size != want {
		t.Fatalf("the base is %v, want %v", s.Size, want)
	}
	at := func(s Scene) orb.Point {
		for _, it := range s.Items {
			if p, ok := it.(Path); ok && p.ID == "land" {
				return p.Lines[0].Bound().Min
			}
		}
		t.Fatal("no land")
		return orb.Point{}
	}
	in.Margin = 0
	a, b := at(Base(in)), at(s)
	if b[0]-a[0] < 99 || b[0]-a[0] > 101 || b[1]-a[1] < 99 || b[1]-a[1] > 101 {
		t.Errorf("the land's corner is at %v, with a margin at %v", a, b)
	}
}

func TestNamesStayInTheViewWhereTheyCan(t *testing.T) {
	in := campaign()
	in.View = in.View.Pan(-200, 0)
	events, _ := Parts(in)
	at, ok := textAt(events, "country-name", "ALAND")
	if !ok {
		t.Skip("the view has no room for the name")
	}
	in.Margin = 300
	wide, _ := Parts(in)
	if b, ok := textAt(wide, "country-name", "ALAND"); !ok || b[0] < 0 || b[0] > in.View.Size[0] {
		t.Errorf("the name stands at %v, without a margin at %v", b, at)
	}
}
