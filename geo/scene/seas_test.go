package scene

import (
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo/proj"
)

// seaside is the island in a sea, with a strait too narrow for its name.
type seaside struct{ island }

func (s seaside) Features(l Layer, scale float64, within orb.Bound) []Feature {
	if l != Seas {
		return s.island.Features(l, scale, within)
	}
	ocean := feature(polys(square(-12, -8, 24, 18)), "Great Ocean", "")
	strait := feature(polys(square(-1, 4, 0, 4.5)), "The Very Narrow Strait of Aland", "")
	strait.Rank = 3
	inland := feature(polys(square(2, 2, 8, 8)), "No Sea", "")
	inland.Rank = 2
	return []Feature{ocean, inland, strait}
}

func TestSeaNames(t *testing.T) {
	in := Input{View: proj.New(proj.Mercator(), orb.Point{2, 4}, 9000, orb.Point{1100, 700}), Layers: seaside{}, Furniture: AllFurniture()}
	s := Overlay(in)
	p := newPage(in.View, orb.Point{}, 0)
	land := p.polygons(polygonsOf(square(0, 0, 20, 10))).Bound()
	named := false
	for _, it := range s.Items {
		w, ok := it.(Text)
		if !ok || w.Class != "sea-name" {
			continue
		}
		if w.Text != "Great Ocean" {
			t.Errorf("%s has a name", w.Text)
			continue
		}
		named = true
		if b := textBox(w); b.Intersects(land) {
			t.Errorf("the name at %v stands on land at %v", b, land)
		}
		if w.Font != SerifItalic || w.Spacing <= 0 {
			t.Errorf("the name is set as %+v", w)
		}
	}
	if !named {
		t.Error("the ocean has no name")
	}
}
