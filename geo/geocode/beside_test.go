package geocode

import (
	"math"
	"strings"
	"testing"

	"github.com/paulmach/orb"
)

var besidesTests = []struct {
	words   string
	ok      bool
	bearing float64 // -1: none
}{
	{", a village near ", true, -1},
	{" near the town of ", true, -1},
	{", on the outskirts of ", true, -1},
	{", in the eastern suburbs of ", true, -1},
	{", a southern suburb of ", true, -1},
	{", just outside ", true, -1},
	{", a town of many people to the south-west of ", true, 225},
	{", to the south\nof ", true, 180},
	{", north east of the city of ", true, 45},
	{" (west of ", true, 270},
	{", 80 km from ", false, -1},
	{" and ", false, -1},
	{". He lives near ", false, -1},
	{", which sent troops to ", false, -1},
	{"", false, -1},
}

func TestReadBesides(t *testing.T) {
	for _, c := range besidesTests {
		b, ok := readBesides(c.words)
		if ok != c.ok || ok && (b.hasBearing != (c.bearing >= 0) || b.hasBearing && b.bearing != c.bearing) {
			t.Errorf("%q: %v %+v", c.words, ok, b)
		}
	}
}

func FuzzReadBesides(f *testing.F) {
	for _, c := range besidesTests {
		f.Add(c.words)
	}
	f.Fuzz(func(t *testing.T, words string) {
		if b, ok := readBesides(words); ok && (b.words == "" || b.bearing < 0 || b.bearing >= 360) {
			t.Errorf("%q: %+v", words, b)
		}
	})
}

// TestTold: a place in no gazetteer is where the report says that it lies.
func TestTold(t *testing.T) {
	mosul := orb.Point{43.13, 36.34}
	for _, c := range []struct {
		text   string
		point  orb.Point
		radius float64
		why    string
	}{
		{"In [Qwertzstadt], 80 km south of [Mosul], and [Tikrit].", offset(mosul, 80, 180), 16, "80 km south of Mosul"},
		{"In [Qwertzstadt], 40 km from [Mosul], and [Tikrit].", mosul, 40, "40 km from Mosul"},
		{"In [Qwertzstadt], a village near [Mosul], and [Tikrit].", mosul, 30, "near Mosul"},
		{"In [Qwertzstadt], to the east of [Mosul], and [Tikrit].", offset(mosul, 30, 90), 30, "east of Mosul"},
	} {
		e := at(t, c.text, nil, nil)
		if len(e.At) == 0 || e.At[0].Name != "Qwertzstadt" || len(e.Missing) != 0 {
			t.Errorf("%s: %+v", c.text, e)
			continue
		}
		l := e.At[0]
		if distanceKM(l.Point, c.point) > 0.5 || math.Abs(l.RadiusKM-c.radius) > 1e-9 || !strings.Contains(l.Why, c.why) || l.Place.Country != "IQ" {
			t.Errorf("%s: %+v", c.text, l)
		}
	}
}

// TestStrays: a small town far from all that a report names, in a country that
// it does not speak of, is a guess and not shown; a large one, one whose
// country is named and one with nothing to judge it by are.
func TestStrays(t *testing.T) {
	for _, c := range []struct {
		text   string
		placed bool
		why    string
	}{
		{"Fighters took [Mosul], [Tikrit], [Samarra] and [Bonham].", false, "far from everything else"},
		{"Fighters took [Mosul], [Tikrit], [Samarra] and [Bonham]. The [United States] sent help.", true, ""},
		{"Fighters took [Mosul], [Tikrit], [Samarra] and [Chicago].", true, ""},
		{"Fighters took [Mosul], [Tikrit], [Samarra] and [Bonham|in=Texas].", true, ""},
		{"They came from [Mosul] to [Bonham].", true, ""},
		{"In [Bonham], a village near [Mosul], they slept.", false, "the report puts it near Mosul"},
		{"Fighters took [Mosul], [Tikrit], [Samarra] and [Baqubah].", true, ""},
	} {
		r := place(t, c.text)
		found := false
		for _, m := range r {
			if m.Mention.Name != "Bonham" && m.Mention.Name != "Chicago" && m.Mention.Name != "Baqubah" {
				continue
			}
			found = true
			if (len(m.Candidates) > 0) != c.placed || !strings.Contains(m.Why, c.why) {
				t.Errorf("%s: %+v", c.text, m)
			}
		}
		if !found {
			t.Errorf("%s: no such name", c.text)
		}
	}
}
