package gazetteer_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"dateline/data/places"
	"dateline/geo/gazetteer"
)

// small is a gazetteer of a made-up country.
func small() []gazetteer.Entry {
	place := func(id int64, name string, level gazetteer.Level, lon, lat float64, admin1, admin2 string, people int64) gazetteer.Entry {
		return gazetteer.Entry{Loose: true, Place: gazetteer.Place{
			GeonameID: id, Name: name, Level: level, Point: orb.Point{lon, lat}, Country: "QQ", Admin1: admin1, Admin2: admin2, Population: people,
		}}
	}
	country := place(1, "Qumar", gazetteer.Country, 55, 25, "", "", 900)
	country.Names = []gazetteer.Name{{Text: "Qumari", Adj: true}, {Text: "QMR", Abbrev: true}}
	capital := place(4, "Jabalkhan", gazetteer.Town, 55.1, 25.1, "01", "7", 500)
	capital.Place.Capital, capital.Place.Seat = true, 1
	capital.Names = []gazetteer.Name{{Text: "Al Jabal"}, {Text: "Qumar"}}
	section := place(6, "Jabalkhan", gazetteer.Town, 55.11, 25.1, "01", "7", 9000)
	section.Place.Section = true
	region := place(0, "Empty Waste", gazetteer.District, 56, 26, "", "", 0)
	region.Place.RadiusKM = 250
	return []gazetteer.Entry{
		country, capital, section, region,
		place(2, "Northmark", gazetteer.Division, 55, 26, "01", "", 700),
		place(3, "Hill District", gazetteer.District, 55, 26, "01", "7", 600),
		place(5, "Sulaymabad", gazetteer.Town, -179.95, -10, "02", "", 40),
	}
}

func packed(t testing.TB, entries []gazetteer.Entry) (*gazetteer.Gazetteer, places.Files) {
	t.Helper()
	f, err := gazetteer.Pack(entries, gazetteer.Words{Common: []string{"hill"}, Person: []string{"Sulay"}, Demonym: []string{"Wasters"}})
	if err != nil {
		t.Fatal(err)
	}
	g, err := gazetteer.New(f)
	if err != nil {
		t.Fatal(err)
	}
	return g, f
}

func TestPackKeepsPlaces(t *testing.T) {
	entries := small()
	g, _ := packed(t, entries)
	if g.Len() != len(entries) {
		t.Errorf("%d places of %d", g.Len(), len(entries))
	}
	for _, e := range entries {
		want := e.Place
		switch want.Level {
		case gazetteer.Country:
			want.Area = "QQ"
		case gazetteer.Division:
			want.Area = "QQ.01"
		case gazetteer.Town, gazetteer.District:
		}
		found := false
		for _, m := range g.Lookup(want.Name) {
			found = found || m.Place == want && m.Official && !m.Variant
		}
		if !found {
			t.Errorf("%s: %+v, want %+v", want.Name, g.Lookup(want.Name), want)
		}
		if p, ok := g.ByID(want.GeonameID); want.GeonameID != 0 && (!ok || p != want) {
			t.Errorf("ByID(%d) = %+v", want.GeonameID, p)
		}
	}
}

func TestPackOrder(t *testing.T) {
	g, _ := packed(t, small())
	var got []string
	for _, m := range g.Lookup("qumar") {
		got = append(got, fmt.Sprint(m.Place.GeonameID, m.Official))
	}
	if want := []string{"1 true", "4 false"}; !slices.Equal(got, want) {
		t.Errorf("Qumar: %v, want the country, then the town that is called so", got)
	}
	got = nil
	for _, m := range g.Lookup("Jabalkhan") {
		got = append(got, fmt.Sprint(m.Place.GeonameID))
	}
	if want := []string{"4", "6"}; !slices.Equal(got, want) {
		t.Errorf("Jabalkhan: %v, want the town before its larger part", got)
	}
	if ms := g.Lookup("Suleimabad"); len(ms) != 1 || !ms[0].Variant || ms[0].Place.GeonameID != 5 {
		t.Errorf("Suleimabad: %+v", ms)
	}
	if n, s := g.Match([]string{"Wasters"}); n != 1 || !s.Demonym || s.Country {
		t.Errorf("Wasters: %d, %+v", n, s)
	}
	if n, _ := g.Match([]string{"Qmr"}); n != 0 {
		t.Error("an abbreviation counts in small letters")
	}
}

func TestPackAreas(t *testing.T) {
	g, _ := packed(t, small())
	if got := g.DivisionName("QQ.01"); got != "Northmark" {
		t.Errorf("QQ.01 is %q", got)
	}
	if _, ok := g.Division("QQ.02"); ok {
		t.Error("a division that only a town names has a place")
	}
	if p, _ := g.ByID(5); p.Admin1 != "02" {
		t.Errorf("its code is lost: %+v", p)
	}
	if d, ok := g.District("QQ", "01", "7"); !ok || d.Name != "Hill District" {
		t.Errorf("QQ.01.7 is %+v", d)
	}
	if ps := g.Near(orb.Point{179.99, -10}, 20, 0); len(ps) != 1 || ps[0].GeonameID != 5 {
		t.Errorf("across the date line: %v", ps)
	}
	if ps := g.Within(orb.Bound{Min: orb.Point{50, 20}, Max: orb.Point{60, 30}}, 0); len(ps) != 1 {
		t.Errorf("towns that are no part of a town: %v", ps)
	}
}

// The same entries give the same bytes in whatever order they come.
func TestPackIsDeterministic(t *testing.T) {
	_, want := packed(t, small())
	rapid.Check(t, func(r *rapid.T) {
		entries := rapid.Permutation(small()).Draw(r, "order")
		_, got := packed(t, entries)
		for i, pair := range [][2][]byte{
			{want.Names, got.Names}, {want.Variants, got.Variants}, {want.Words, got.Words}, {want.Lists, got.Lists},
			{want.Records, got.Records}, {want.Strings, got.Strings}, {want.Index, got.Index},
		} {
			if !bytes.Equal(pair[0], pair[1]) {
				r.Fatalf("file %d differs", i)
			}
		}
	})
}

func TestPackRefuses(t *testing.T) {
	for name, change := range map[string]func(*gazetteer.Place){
		"long name":       func(p *gazetteer.Place) { p.Name = strings.Repeat("x", 256) },
		"large id":        func(p *gazetteer.Place) { p.GeonameID = 1 << 32 },
		"negative people": func(p *gazetteer.Place) { p.Population = -1 },
	} {
		entries := small()
		change(&entries[1].Place)
		if _, err := gazetteer.Pack(entries, gazetteer.Words{}); err == nil {
			t.Errorf("%s: packed all the same", name)
		}
	}
}

// Damaged files give an error or no answers, never a crash on opening.
func TestNewRefuses(t *testing.T) {
	_, good := packed(t, small())
	for name, damage := range map[string]func(*places.Files){
		"no names":       func(f *places.Files) { f.Names = nil },
		"no variants":    func(f *places.Files) { f.Variants = []byte("x") },
		"no words":       func(f *places.Files) { f.Words = nil },
		"no index":       func(f *places.Files) { f.Index = nil },
		"cut index":      func(f *places.Files) { f.Index = f.Index[:len(f.Index)/2] },
		"cut records":    func(f *places.Files) { f.Records = f.Records[:len(f.Records)-1] },
		"nothing at all": func(f *places.Files) { *f = places.Files{} },
	} {
		f := good
		damage(&f)
		_, err := gazetteer.New(f)
		if err == nil {
			t.Errorf("%s: opened", name)
		} else if !strings.HasPrefix(err.Error(), "reading gazetteer") {
			t.Errorf("%s: %v does not say what was being done", name, err)
		}
	}
}
