package work

import (
	"strings"
	"testing"

	"dateline/geo/scene"
)

func TestPartsNamed(t *testing.T) {
	for _, c := range []struct {
		list string
		want []string
		bad  string // the error says it
	}{
		{"", nil, ""},
		{"north", []string{"north"}, ""},
		{" Legend , inset,", []string{"legend", "inset"}, ""},
		{"title,legend,scale,clock,inset,as-of,north,graticule", []string{"title", "legend", "scale", "clock", "inset", "as-of", "north", "graticule"}, ""},
		{"north,compass", nil, `"compass"`},
		{"credits", nil, "as-of, north, graticule"},
	} {
		set, err := PartsNamed(c.list)
		if c.bad != "" {
			if err == nil || !strings.Contains(err.Error(), c.bad) {
				t.Errorf("%q: error %v, want one with %s", c.list, err, c.bad)
			}
			continue
		}
		var got []string
		for i, p := range Parts() {
			if set.Has(i) {
				got = append(got, p.ID)
			}
		}
		want := map[string]bool{}
		for _, id := range c.want {
			want[id] = true
		}
		if err != nil || len(got) != len(c.want) {
			t.Errorf("%q: %v, %v", c.list, got, err)
		}
		for _, id := range got {
			if !want[id] {
				t.Errorf("%q has %s", c.list, id)
			}
		}
	}
}

func TestUnitsNamed(t *testing.T) {
	for name, want := range map[string]scene.Units{
		"": scene.Kilometres, "km": scene.Kilometres, "MI": scene.Miles, "nmi": scene.NauticalMiles,
		"km+mi": scene.KilometresAndMiles, "km+nmi": scene.KilometresAndNautical,
	} {
		if got, err := UnitsNamed(name); err != nil || got != want {
			t.Errorf("%q: %v, %v", name, got, err)
		}
	}
	if _, err := UnitsNamed("leagues"); err == nil || !strings.Contains(err.Error(), "km+nmi") {
		t.Errorf("leagues: %v", err)
	}
}

// has reports whether a picture shows a part.
func has(in scene.Input, id string) bool {
	f := in.Furniture
	return map[string]bool{"title": f.Title, "legend": f.Legend, "scale": f.Scale, "clock": f.Clock, "inset": f.Inset, "as-of": in.AsOf != "", "north": f.North, "graticule": f.Graticule}[id]
}

func TestLook(t *testing.T) {
	usual := scene.Input{Furniture: scene.AllFurniture(), AsOf: "as of 1 May 2020"}
	same := usual
	Look{}.Apply(&same)
	for i, p := range Parts() {
		if has(usual, p.ID) != p.Usual {
			t.Errorf("%s is usual: %v", p.ID, has(usual, p.ID))
		}
		if has(same, p.ID) != p.Usual {
			t.Errorf("the zero look changes %s", p.ID)
		}
		for _, on := range []bool{true, false} {
			in, l := usual, Look{Show: 1 << i}
			if !on {
				l.Hide = 1 << i
			}
			l.Apply(&in)
			if has(in, p.ID) != on {
				t.Errorf("%s, wanted %v, is %v", p.ID, on, has(in, p.ID))
			}
			for k, q := range Parts() {
				if k != i && has(in, q.ID) != q.Usual {
					t.Errorf("switching %s switches %s", p.ID, q.ID)
				}
			}
			if !in.Furniture.Credits {
				t.Errorf("switching %s takes the credits away", p.ID)
			}
		}
	}
	in := usual
	Look{Units: scene.Miles, Banner: scene.Banner{Text: "Exercise", Hue: scene.Amber}, AsOf: "as of 2 May 2020"}.Apply(&in)
	if in.Furniture.Units != scene.Miles || in.Banner.Text != "Exercise" || in.AsOf != "as of 2 May 2020" {
		t.Errorf("%+v", in)
	}
}
