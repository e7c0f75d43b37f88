package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
)

func TestRiver(t *testing.T) {
	e := river("Alph", []orb.Point{{10, 0}, {11, 0}, {12, 0}})
	p := e.Place
	if p.Name != "Alph River" || p.Point != (orb.Point{11, 0}) || p.RadiusKM != 111 || !p.Natural || p.Level != gazetteer.District {
		t.Errorf("%+v", p)
	}
	if len(e.Names) != 2 || e.Names[0].Text != "River Alph" || !e.Names[0].Official || e.Names[1].Text != "Alph" || e.Names[1].Official {
		t.Errorf("%+v", e.Names)
	}
	long := river("Red River", []orb.Point{{0, 0}, {5, 0}, {10, 0}})
	if long.Place.Level != gazetteer.Country || long.Place.Name != "Red River" || len(long.Names) != 0 {
		t.Errorf("%+v", long)
	}
}

func TestLoadRivers(t *testing.T) {
	dir := t.TempDir()
	write := func(text string) string {
		path := filepath.Join(dir, "rivers.txt")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	in := &input{regions: []gazetteer.Entry{{Place: gazetteer.Place{Name: "Styx River"}}}}
	if err := in.loadRivers(write("# rivers\n\nAlph: 10 0, 11 0.5\nStyx: 1 1\n")); err != nil || len(in.regions) != 2 {
		t.Errorf("%v, %+v", err, in.regions)
	}
	for _, bad := range []string{"Alph: 10\n", "Alph: x 0\n", "Alph: 10 y\n"} {
		if err := in.loadRivers(write(bad)); err == nil || !strings.Contains(err.Error(), "line 1") {
			t.Errorf("%q: %v", bad, err)
		}
	}
	if err := in.loadRivers(filepath.Join(dir, "none")); err == nil {
		t.Error("a missing table is no error")
	}
}

func TestNatural(t *testing.T) {
	for name, want := range map[string]bool{
		"Black Sea": true, "Mount Sinjar": true, "Strait of Hormuz": true, "Golan Heights": true, "Europe": false, "Donbas": false, "Green Zone": false,
	} {
		if natural(name) != want {
			t.Errorf("%s", name)
		}
	}
}

func TestFeature(t *testing.T) {
	if p := feature("Wide Desert", "XX", orb.Point{}, 900).Place; p.Level != gazetteer.Country || p.Country != "" || !p.Natural {
		t.Errorf("%+v", p)
	}
	if p := feature("Small Lake", "XX", orb.Point{}, 20).Place; p.Level != gazetteer.District || p.Country != "XX" || p.RadiusKM != 20 {
		t.Errorf("%+v", p)
	}
}

func TestParseProvinces(t *testing.T) {
	in := &input{ids: map[string]int64{}, admin1: []named{{"XX.01", "Alba Province"}, {"XX.02", "Brava"}, {"XX.03", "Cora"}, {"XX.04", "Dora"}}}
	feature := func(id, level, code, name, alt string) string {
		return `{"properties":{"gn_id":` + id + `,"gn_level":` + level + `,"gn_a1_code":"` + code + `","name":"` + name + `","name_alt":"` + alt + `"}}`
	}
	data := `{"features":[` + strings.Join([]string{
		feature("11", "1", "XX.01", "Alba", ""), feature("12", "1", "XX.02", "Elsewhere", "B|Brava"), // by its other name
		feature("13", "1", "XX.03", "Nothing like it", ""), feature("14", "2", "XX.03", "Cora", ""), feature("-1", "1", "XX.03", "Cora", ""),
		feature("15", "1", "XX.04", "Dora", ""), feature("16", "1", "XX.04", "Dora", ""), feature("17", "1", "XX.99", "Dora", ""),
	}, ",") + `]}`
	if err := in.parseProvinces([]byte(data)); err != nil {
		t.Fatal(err)
	}
	if len(in.ids) != 2 || in.ids["XX.01"] != 11 || in.ids["XX.02"] != 12 {
		t.Errorf("%v", in.ids)
	}
	if err := in.parseProvinces([]byte("{")); err == nil {
		t.Error("broken JSON is no error")
	}
}

func TestParseUrban(t *testing.T) {
	data := `{"features":[
		{"properties":{"max_pop_al":5000},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}},
		{"properties":{"max_pop_al":7},"geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[4,4],[5,4],[5,5],[4,4]]]]}}]}`
	got, err := parseUrban([]byte(data))
	if err != nil || len(got) != 3 || got[0].people != 5000 || got[2].bound.Min != (orb.Point{4, 4}) {
		t.Errorf("%v, %+v", err, got)
	}
}

func TestNaturalTable(t *testing.T) {
	list, err := rows(tables, "natural.tsv", 6)
	if err != nil || len(list) < 400 {
		t.Fatal(len(list), err)
	}
	seen := map[string]bool{}
	for _, f := range list {
		var p fields
		lat, lon, km := p.float(f[1]), p.float(f[2]), p.float(f[3])
		if p.err != nil || lat < -90 || lat > 90 || lon < -180 || lon > 180 || km < 2 || km > 2550 || len(f[0]) != 0 && len(f[0]) != 2 || seen[f[4]] {
			t.Errorf("%q: %v", f, p.err)
		}
		seen[f[4]] = true
	}
}
