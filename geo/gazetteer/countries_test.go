package gazetteer_test

import (
	"slices"
	"testing"
)

func TestCountries(t *testing.T) {
	g := open(t)
	for _, c := range []struct {
		name  string
		first string
		with  string // among the others
	}{
		{"Mosul", "Iraq", ""},
		{"Tripoli", "Libya", "Lebanon"},
		{"Iraqi", "Iraq", ""},
		{"Iraq", "Iraq", ""},
		{"Goma", "Democratic Republic of the Congo", ""},
		{"Valencia", "", "Spain"},
	} {
		got := g.Countries(c.name)
		if len(got) == 0 || c.first != "" && got[0] != c.first || c.with != "" && !slices.Contains(got, c.with) {
			t.Errorf("%s: %q, want %s first and %s", c.name, got, c.first, c.with)
		}
		if len(got) > 12 {
			t.Errorf("%s: %d countries", c.name, len(got))
		}
	}
	for _, none := range []string{"", "Qqzzx", "   "} {
		if got := g.Countries(none); len(got) != 0 {
			t.Errorf("%q: %q", none, got)
		}
	}
}
