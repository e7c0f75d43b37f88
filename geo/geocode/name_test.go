package geocode

import (
	"slices"
	"testing"

	"dateline/timeline"
)

var keyTests = []struct{ a, b string }{
	{"Baghdad", "BAGHDAD"},
	{"Baghdad's", "baghdad"},
	{"Damascus’", "Damascus"},
	{"Québec", "Quebec"},
	{"Sana'a", "Sanaa"},
	{"Deir ez-Zor", "deir ez zor"},
	{"U.S.", "US"},
	{" New  York ", "new york"},
}

func TestKey(t *testing.T) {
	for _, c := range keyTests {
		if key(c.a) != key(c.b) {
			t.Errorf("%q gives %q, %q gives %q", c.a, key(c.a), c.b, key(c.b))
		}
	}
	if key("Iran") == key("Iraq") {
		t.Error("Iran and Iraq are one")
	}
}

func FuzzKey(f *testing.F) {
	for _, c := range keyTests {
		f.Add(c.a)
		f.Add(c.b)
	}
	f.Add("\xf4ŷ") // a mark behind a broken letter
	f.Fuzz(func(t *testing.T, s string) {
		if k := key(s); key(k) != k {
			t.Errorf("%q: %q, then %q", s, k, key(k))
		}
	})
}

func TestSpellings(t *testing.T) {
	for _, c := range []struct {
		name string
		want []string
	}{
		{"Mosul", []string{"Mosul"}},
		{"the Hague", []string{"the Hague", "Hague"}},
		{"St. Paul's", []string{"St. Paul", "Saint Paul", "St Paul"}},
		{"U.S.", []string{"U.S.", "US"}},
		{"the", []string{"the"}},
	} {
		if got := spellings(c.name); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestSplitClass(t *testing.T) {
	for _, c := range []struct {
		name, bare string
		class      timeline.Class
	}{
		{"Diyala province", "Diyala", timeline.Division},
		{"Montgomery County", "Montgomery", timeline.District},
		{"Mosul", "Mosul", timeline.AnyClass},
		{"Province", "Province", timeline.AnyClass},
	} {
		if bare, class := splitClass(c.name); bare != c.bare || class != c.class {
			t.Errorf("%q: %q, %q", c.name, bare, class)
		}
	}
}
