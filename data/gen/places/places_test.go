package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
)

const tables = "../../places/tables"

func TestParseTowns(t *testing.T) {
	line := "42\tÁbad\tAbad\tAbd,ABD,Ábadō,abado,آباد\t33.5\t44.25\tP\tPPLC\tIQ\t\t10\t7\t\t\t1200\t\t60\tAsia/Baghdad\t2020-01-01"
	got, err := parseTowns([]byte(line + "\n" + line + "\n"))
	if err != nil || len(got) != 2 {
		t.Fatal(len(got), err)
	}
	e := got[0].entry()
	want := gazetteer.Place{GeonameID: 42, Name: "Ábad", Point: orb.Point{44.25, 33.5}, Country: "IQ", Admin1: "10", Admin2: "7", Population: 1200, Capital: true}
	if e.Place != want {
		t.Errorf("%+v, want %+v", e.Place, want)
	}
	var names []string
	for _, n := range e.Names {
		names = append(names, n.Text)
	}
	if want := []string{"Abd", "Ábadō", "آباد", "Abad"}; !slices.Equal(names, want) {
		t.Errorf("names %q, want %q", names, want)
	}
	for _, bad := range []string{"1\tx", strings.Replace(line, "33.5", "north", 1)} {
		if _, err := parseTowns([]byte(bad)); err == nil || !strings.Contains(err.Error(), "line 1") {
			t.Errorf("%.20q: %v", bad, err)
		}
	}
}

func TestFeatures(t *testing.T) {
	for feature, want := range map[string]gazetteer.Place{
		"PPL": {}, "PPLX": {Section: true}, "PPLH": {Former: true}, "PPLA": {Seat: 1}, "PPLA3": {Seat: 3}, "PPLC": {Capital: true},
	} {
		if got := (town{feature: feature}).entry().Place; got != want {
			t.Errorf("%s: %+v", feature, got)
		}
	}
}

func TestWorth(t *testing.T) {
	for name, want := range map[string]bool{
		"Mosul": true, "BGW": false, "LON": false, "mo su er": false, "al-Mawsil": true, "Ur": false, "الموصل": true, "京": false,
		"東京": true, "": false, "Ōta": true, "BAGHDAD": true, strings.Repeat("Long ", 30): false,
	} {
		if got := worth(name); got != want {
			t.Errorf("worth(%q) = %v", name, got)
		}
	}
}

func TestCore(t *testing.T) {
	for name, want := range map[string]string{
		"Diyala": "Diyala", "Helmand Province": "Helmand", "Kyiv Oblast": "Kyiv", "Harris County": "Harris", "Province of Florence": "Florence",
		"Qaḑā’ Kifrī": "Kifrī", "State of Berlin": "Berlin", "Al-Muqdadiya District": "Al-Muqdadiya", " District": " District", "": "",
		"Muhafazat Hadramaout": "Muhafazat Hadramaout", "Autonomous Republic of Crimea": "Crimea",
	} {
		if got := core(name); got != want {
			t.Errorf("core(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestPlural(t *testing.T) {
	for d, want := range map[string]string{"Iraqi": "Iraqis", "Syrian": "Syrians", "Turk": "Turks", "French": "", "Chinese": "", "British": "", "Swiss": "", "Frenchmen": ""} {
		got, ok := plural(d)
		if got != want || ok != (want != "") {
			t.Errorf("plural(%q) = %q, %v", d, got, ok)
		}
	}
}

func TestAbbreviation(t *testing.T) {
	for name, want := range map[string]bool{"US": true, "U.S.": true, "UAE": true, "N.Y.": true, "Mich.": false, "Oman": false, "D.R. Congo": false} {
		if got := abbreviation(name); got != want {
			t.Errorf("abbreviation(%q) = %v", name, got)
		}
	}
}

func TestDistrictID(t *testing.T) {
	for _, tt := range []struct {
		country, code string
		want          int64
	}{{"IQ", "99063", 99063}, {"US", "48201", 0}, {"BR", "3550308", 0}, {"IQ", "01", 0}, {"IQ", "A1234", 0}, {"IQ", "012345", 0}} {
		if got := districtID(tt.country, tt.code); got != tt.want {
			t.Errorf("districtID(%s, %s) = %d", tt.country, tt.code, got)
		}
	}
}

func at(lon, lat float64, people int64) town {
	return town{feature: "PPL", Place: gazetteer.Place{Point: orb.Point{lon, lat}, Population: people}}
}

func close(a, b orb.Point) bool { return math.Hypot(a[0]-b[0], a[1]-b[1]) < 0.05 }

func TestMeans(t *testing.T) {
	towns := []town{at(10, 0, 3000), at(14, 0, 1000), at(14.01, 0, 0), at(14.02, 0, 0)}
	if p := weighted(towns); !close(p, orb.Point{11, 0}) {
		t.Errorf("weighted: %v", p)
	}
	if p := spread(towns); !close(p, orb.Point{12, 0}) {
		t.Errorf("spread: %v, the three neighbours count once", p)
	}
	if p := weighted([]town{at(179, 10, 1), at(-179, 10, 1)}); math.Abs(p[0]) < 179.9 {
		t.Errorf("across the date line: %v", p)
	}
	section := at(0, 0, 500)
	section.feature = "PPLX"
	if n := population(append(towns, section)); n != 4000 {
		t.Errorf("population %d", n)
	}
}

func TestSeat(t *testing.T) {
	towns := []town{at(1, 1, 900), at(2, 2, 50), at(3, 3, 10)}
	towns[0].Name, towns[1].Name, towns[2].Name = "Big", "Seatown", "Khalidiyah"
	towns[1].feature = "PPLA2"
	if s, ok := seatOf(towns, 2, "Elsewhere"); !ok || s.Name != "Seatown" {
		t.Errorf("the seat is %q", s.Name)
	}
	if s, ok := seatOf(towns, 2, "Khalidiya"); !ok || s.Name != "Khalidiyah" {
		t.Errorf("the town of its name is %q", s.Name)
	}
	if _, ok := seatOf(towns[:1], 2, "Elsewhere"); ok {
		t.Error("a town that is no seat")
	}
}

// The tables of the project can be read, and name no country twice.
func TestTables(t *testing.T) {
	in := input{divisions: map[string]division{}}
	if err := in.loadTables(tables); err != nil {
		t.Fatal(err)
	}
	if len(in.countries) != 250 || len(in.supplement) < 100 || len(in.people) < 1000 || len(in.demonyms) < 50 || len(in.regions) < 100 {
		t.Errorf("%d countries, %d in the supplement, %d personal names, %d peoples, %d regions",
			len(in.countries), len(in.supplement), len(in.people), len(in.demonyms), len(in.regions))
	}
	seen := map[string]bool{}
	ids := map[int64]bool{}
	for _, c := range in.countries {
		if len(c.iso) != 2 || seen[c.iso] || ids[c.id] || c.id <= 0 || c.name == "" {
			t.Errorf("%+v", c)
		}
		seen[c.iso], ids[c.id] = true, true
		if b := (orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}); !b.Contains(c.point) {
			t.Errorf("%s at %v", c.name, c.point)
		}
	}
	for _, e := range in.supplement {
		if !seen[e.country] || e.name == "" {
			t.Errorf("%+v", e)
		}
	}
	for key, d := range in.divisions {
		iso, _, ok := strings.Cut(key, ".")
		if !ok || !seen[iso] || d.id == 0 && len(d.names) == 0 {
			t.Errorf("%s: %+v", key, d)
		}
	}
}

func TestRows(t *testing.T) {
	dir := t.TempDir()
	write := func(s string) {
		if err := os.WriteFile(filepath.Join(dir, "x.tsv"), []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("# a\n\nx\ty\nz\t\n")
	if got, err := rows(dir, "x.tsv", 2); err != nil || len(got) != 2 || got[1][0] != "z" {
		t.Errorf("%v, %v", got, err)
	}
	write("x\ty\tz\n")
	if _, err := rows(dir, "x.tsv", 2); err == nil || !strings.Contains(err.Error(), "x.tsv, line 1") {
		t.Errorf("three columns for two: %v", err)
	}
	if _, err := rows(dir, "none.tsv", 2); err == nil {
		t.Error("no file, no error")
	}
}

// supplied is a country of two towns with a supplement.
func supplied() *input {
	a, b := at(44, 33, 100), at(45, 34, 5)
	a.Country, a.Admin1, a.Name, a.GeonameID = "IQ", "07", "Madinah", 1
	b.Country, b.Admin1, b.Name, b.GeonameID = "IQ", "10", "Qaryah", 2
	return &input{towns: []town{a, b}, supplement: []extra{
		{country: "IQ", name: "New Place", point: orb.Point{44.9, 34}, names: []string{"Other Name"}},
		{country: "IQ", name: "Al Madina", point: orb.Point{44.01, 33}, names: []string{"MC"}},
	}}
}

func TestSupply(t *testing.T) {
	in := supplied()
	in.supply()
	if len(in.towns) != 3 {
		t.Fatalf("%d towns", len(in.towns))
	}
	if n := in.towns[2]; n.Name != "New Place" || n.Admin1 != "10" {
		t.Errorf("the new town is %+v", n)
	}
	if !slices.Contains(in.towns[0].alternates, "Al Madina") || !slices.Contains(in.towns[0].given, "MC") {
		t.Errorf("the town that was there is %+v", in.towns[0])
	}
}

// Small inputs go through all the steps and come out as a gazetteer; the same
// inputs give the same entries.
func TestEntries(t *testing.T) {
	make := func() *input {
		in := supplied()
		in.towns[0].feature = "PPLC"
		in.towns[0].alternates = []string{"Rest", "Madiina", "مدينة"}
		in.english = []string{"rest", "china"}
		in.admin1 = []named{{"IQ.07", "Madinah Governorate"}, {"IQ.10", "Diyala"}, {"IQ.99", "Nowhere"}}
		in.countries = []country{{iso: "IQ", id: 99237, name: "Iraq", names: []string{"IRQ"}, demonyms: []string{"Iraqi"}}}
		in.territory = map[string][]string{"IQ": {"Irak", "Iraqi", "العراق"}}
		in.divisions = map[string]division{"IQ.10": {names: []string{"Dyala"}}}
		return in
	}
	entries, report := make().entries()
	again, _ := make().entries()
	if len(entries) != 6 || report != "3 towns, 0 districts, 2 divisions, 1 countries, 0 regions\n" {
		t.Fatalf("%d entries: %s", len(entries), report)
	}
	f, err := gazetteer.Pack(entries, make().words(entries))
	if err != nil {
		t.Fatal(err)
	}
	f2, err := gazetteer.Pack(again, make().words(again))
	if err != nil || !bytes.Equal(f.Names, f2.Names) || !bytes.Equal(f.Records, f2.Records) {
		t.Errorf("made again, it differs: %v", err)
	}
	g, err := gazetteer.New(f)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"Diyala": "Diyala", "Dyala province": "Diyala", "Diyala Governorate": "Diyala", "Madinah Province": "Madinah Governorate",
		"مدينة": "Madinah Governorate", "Irak": "Iraq", "العراق": "Iraq", "IRQ": "Iraq", "Other Name": "New Place", "Rest": "", "Nowhere": "",
	} {
		ms := g.Lookup(name)
		if got := append(ms, gazetteer.Match{})[0].Place.Name; got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	for _, name := range []string{"Iraqi", "Iraqis"} {
		if ms := g.Lookup(name); len(ms) != 1 || !ms[0].Adj {
			t.Errorf("%s: %+v", name, ms)
		}
	}
	if c, _ := g.Country("IQ"); c.Population != 105 {
		t.Errorf("population of the country: %d", c.Population)
	}
}

func TestUnpack(t *testing.T) {
	var buf bytes.Buffer
	zw := gzip.NewWriter(&buf)
	tw := tar.NewWriter(zw)
	for _, name := range []string{"package/a.txt", "package/b.txt"} {
		if err := tw.WriteHeader(&tar.Header{Name: name, Size: 2, Mode: 0o600, Typeflag: tar.TypeReg}); err != nil {
			t.Fatal(err)
		}
		if _, err := tw.Write([]byte("hi")); err != nil {
			t.Fatal(err)
		}
	}
	if err := tw.Close(); err != nil {
		t.Fatal(err)
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := unpack(buf.Bytes(), func(p string) bool { return p == "a.txt" })
	if err != nil || len(got) != 1 || string(got["a.txt"]) != "hi" {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := unpack([]byte("no archive"), func(string) bool { return true }); err == nil {
		t.Error("no archive, no error")
	}
}

// A package whose bytes are not the pinned ones is refused.
func TestFetchChecksSum(t *testing.T) {
	dir := t.TempDir()
	p := pkg{"some-package", "1.0.0", strings.Repeat("0", 64)}
	if err := os.WriteFile(filepath.Join(dir, "some-package-1.0.0.tgz"), []byte("other"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := p.fetch(dir, nil); err == nil || !strings.Contains(err.Error(), "sha256") {
		t.Errorf("fetched: %v", err)
	}
}
