package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/paulmach/orb/geo"

	"dateline/geo/gazetteer"
)

// transliterated are the countries whose names reach Latin script through
// somebody's transliteration, so that spelling variants are common.
var transliterated = strings.Fields(`AE AF AM AZ BD BG BH BT BY CY DJ DZ EG EH ER ET GE GR IL IN IQ IR JO KG KH
	KM KW KZ LA LB LK LY MA MK MM MN MR MV NP OM PK PS QA RS RU SA SD SO SS SY TD TH TJ TM TN TR UA UZ XK YE`)

// entries makes everything that goes into the gazetteer, and a report of how
// much it is.
func (in *input) entries() ([]gazetteer.Entry, string) {
	in.trustSizes()
	in.supply()
	in.dropWords()
	in.nameSeats()
	var out []gazetteer.Entry
	for _, t := range in.towns {
		out = append(out, t.entry())
	}
	towns := len(out)
	out = append(out, in.districtEntries()...)
	districts := len(out) - towns
	out = append(out, in.divisionEntries()...)
	divisions := len(out) - towns - districts
	out = append(out, in.countryEntries()...)
	countries := len(out) - towns - districts - divisions
	out = append(out, in.regions...)
	for i, e := range out {
		out[i].Loose = slices.Contains(transliterated, e.Place.Country)
	}
	return out, fmt.Sprintf("%d towns, %d districts, %d divisions, %d countries, %d regions\n",
		towns, districts, divisions, countries, len(in.regions))
}

// sameKM is how far apart a row of the supplement and a town of the table of
// one name may be to be one place.
const sameKM = 12

// supply adds the supplement: names to a town that is there, else a new town
// in the division of the town nearest to it.
func (in *input) supply() {
	for _, e := range in.supplement {
		nearest, same := -1, -1
		var km, sameAt float64
		for i, t := range in.towns {
			if t.Country != e.country {
				continue
			}
			d := geo.DistanceHaversine(t.Point, e.point) / 1000
			if nearest < 0 || d < km {
				nearest, km = i, d
			}
			if d <= sameKM && t.feature != "PPLX" && (same < 0 || d < sameAt) && t.bearsAny(e) {
				same, sameAt = i, d
			}
		}
		if same >= 0 {
			in.towns[same].alternates = append(append(in.towns[same].alternates, e.names...), e.name)
			in.towns[same].given = append(append(in.towns[same].given, e.names...), e.name)
			continue
		}
		t := town{feature: "PPL", alternates: e.names, Place: gazetteer.Place{Name: e.name, Point: e.point, Country: e.country}}
		if nearest >= 0 {
			t.Admin1, t.Admin2 = in.towns[nearest].Admin1, in.towns[nearest].Admin2
		}
		in.towns = append(in.towns, t)
	}
}

// english are the countries where towns have English names.
var english = strings.Fields("US GB CA AU NZ IE ZA JM BS BB TT BZ GY LR SL GM GH NG KE UG ZW ZM MW BW NA FJ PG SB VU MT GI FK BM KY VG VI AG DM LC VC GD KN IN PH HK SG")

// dropWords drops alternate names that are common English words ("Soul" for
// Seoul, "Rest" for Rasht), or two of them ("White House" for Casablanca), or Chinese surnames ("Wei" for Weifang).
func (in *input) dropWords() {
	common := map[string]bool{}
	for _, w := range in.english {
		common[gazetteer.Fold(w)] = true
	}
	words := func(folded string) bool { // "White House" for Casablanca
		list := strings.Fields(folded)
		return len(list) == 2 && common[list[0]] && common[list[1]]
	}
	for i, t := range in.towns {
		main := gazetteer.Fold(t.Name)
		in.towns[i].alternates = slices.DeleteFunc(t.alternates, func(a string) bool {
			f := gazetteer.Fold(a)
			return f != main && (common[f] || words(f) && !slices.Contains(english, t.Country) || t.Country == "CN" && len(f) < 4 && strings.HasPrefix(main, f))
		})
	}
}

// nameSeats gives seats the spelling of their division's name where it is
// another spelling of their own: "Al-Muqdadiya District" is named after the
// town that the table of towns spells Al Miqdādīyah.
func (in *input) nameSeats() {
	byArea := map[string][]int{}
	for i, t := range in.towns {
		division := t.Country + "." + t.Admin1
		byArea[division] = append(byArea[division], i)
		byArea[division+"."+t.Admin2] = append(byArea[division+"."+t.Admin2], i)
	}
	for level, list := range [][]named{1: in.admin1, 2: in.admin2} {
		for _, n := range list {
			var inside []town
			for _, i := range byArea[n.Code] {
				inside = append(inside, in.towns[i])
			}
			bare := core(n.Name)
			seat, ok := seatOf(inside, level, bare)
			if !ok || !seat.bears(bare) {
				continue
			}
			for _, i := range byArea[n.Code] {
				if in.towns[i].GeonameID == seat.GeonameID && in.towns[i].Name == seat.Name {
					in.towns[i].alternates = append(in.towns[i].alternates, bare, plainArticle(bare))
				}
			}
		}
	}
}

// plainArticle is a name without the Arabic article that begins it.
func plainArticle(name string) string {
	if rest, ok := strings.CutPrefix(name, "Al-"); ok {
		return rest
	}
	if rest, ok := strings.CutPrefix(name, "Al "); ok {
		return rest
	}
	return name
}

// bearsAny reports whether the town has one of the names of a row.
func (t town) bearsAny(e extra) bool {
	return t.bears(e.name) || slices.ContainsFunc(e.names, t.bears)
}

// entry is the town with the names that are worth keeping.
func (t town) entry() gazetteer.Entry {
	p := t.Place
	switch t.feature {
	case "PPLC":
		p.Capital = true
	case "PPLX":
		p.Section = true
	case "PPLQ", "PPLH", "PPLW", "PPLCH":
		p.Former = true
	case "PPLA":
		p.Seat = 1
	case "PPLA2", "PPLA3", "PPLA4", "PPLA5":
		p.Seat = int(t.feature[4] - '0')
	}
	e := gazetteer.Entry{Place: p}
	for _, alt := range t.alternates {
		if worth(alt) {
			e.Names = append(e.Names, gazetteer.Name{Text: alt})
		}
	}
	for _, name := range t.given {
		e.Names = append(e.Names, gazetteer.Name{Text: name, Abbrev: abbreviation(name)})
	}
	return e
}

// worth reports whether an alternate name is a name that people write: not an
// airport code, not a letter-by-letter transliteration in small letters.
func worth(name string) bool {
	runes := utf8.RuneCountInString(name)
	if runes < 2 || len(name) > 100 {
		return false
	}
	latin, upper, lower := false, false, false
	for _, r := range name {
		latin = latin || unicode.Is(unicode.Latin, r)
		upper = upper || unicode.IsUpper(r)
		lower = lower || unicode.IsLower(r)
	}
	switch {
	case !latin:
		return true
	case !upper:
		return false
	case runes < 3:
		return false
	}
	return lower || runes > 4
}

// districtEntries are the second-level divisions that have a town.
func (in *input) districtEntries() []gazetteer.Entry {
	towns := map[string][]town{}
	for _, t := range in.towns {
		if t.Admin2 != "" {
			key := t.Country + "." + t.Admin1 + "." + t.Admin2
			towns[key] = append(towns[key], t)
		}
	}
	var out []gazetteer.Entry
	for _, n := range in.admin2 {
		inside := towns[n.Code]
		parts := strings.SplitN(n.Code, ".", 3)
		if len(inside) == 0 || len(parts) != 3 {
			continue
		}
		p := gazetteer.Place{
			Name: n.Name, Level: gazetteer.District, Country: parts[0], Admin1: parts[1], Admin2: parts[2],
			Population: population(inside), GeonameID: districtID(parts[0], parts[2]),
		}
		if seat, ok := seatOf(inside, 2, core(n.Name)); ok {
			p.Point = seat.Point
		} else {
			p.Point = weighted(inside)
		}
		p.RadiusKM = reach(p.Point, inside)
		e := gazetteer.Entry{Place: p}
		bare := core(n.Name)
		if p.Country != "US" {
			e.Names = append(e.Names, gazetteer.Name{Text: bare})
		}
		for _, class := range []string{"District", "County"} {
			e.Names = append(e.Names, gazetteer.Name{Text: bare + " " + class})
		}
		out = append(out, e)
	}
	return out
}

// ownIDs are the countries where GeoNames uses its own ids as the codes of
// second-level divisions.
var ownIDs = strings.Fields(`AO AS AZ BA BY CM EG GE GL GM GQ HT IQ IR JP KG KP KZ LB LR ML NE PG PK PS RU SI SL SN
	SY SZ TG TJ TT UZ ZM ZW`)

// districtID is the GeoNames id of a second-level division, 0 if unknown.
func districtID(country, code string) int64 {
	id, err := strconv.ParseInt(code, 10, 64)
	if err != nil || len(code) < 5 || code[0] == '0' || !slices.Contains(ownIDs, country) {
		return 0
	}
	return id
}

// divisionEntries are the first-level divisions that have a town or a row in
// the table.
func (in *input) divisionEntries() []gazetteer.Entry {
	towns := map[string][]town{}
	for _, t := range in.towns {
		if t.Admin1 != "" {
			key := t.Country + "." + t.Admin1
			towns[key] = append(towns[key], t)
		}
	}
	var out []gazetteer.Entry
	for _, n := range in.admin1 {
		inside, known := towns[n.Code], in.divisions[n.Code]
		iso, code, ok := strings.Cut(n.Code, ".")
		if !ok || len(inside) == 0 && known.point == nil {
			continue
		}
		p := gazetteer.Place{
			GeonameID: known.id, Name: n.Name, Level: gazetteer.Division, Country: iso, Admin1: code,
			Population: population(inside),
		}
		if p.GeonameID == 0 {
			p.GeonameID = in.ids[n.Code]
		}
		switch c, ok := in.middle(gazetteer.AreaKey(n.Code)); {
		case known.point != nil:
			p.Point = *known.point
		case ok:
			p.Point = c
		default:
			p.Point = spread(inside)
		}
		p.RadiusKM = reach(p.Point, inside)
		out = append(out, gazetteer.Entry{Place: p, Names: divisionNames(n.Name, known.names, inside)})
	}
	return out
}

// classes are the words for a first-level division that follow its name.
var classes = []string{"Province", "Governorate", "State", "Region", "Oblast", "Department", "Prefecture"}

// divisionNames are the forms of a division's name: bare, with the words for a
// division, as the table has them, and as its seat has them in other scripts
// where both bear one name.
func divisionNames(name string, known []string, inside []town) []gazetteer.Name {
	bare := core(name)
	out := []gazetteer.Name{{Text: bare, Official: true}}
	for _, class := range classes {
		out = append(out, gazetteer.Name{Text: bare + " " + class, Official: true})
	}
	for _, k := range known {
		abbrev := abbreviation(k)
		out = append(out, gazetteer.Name{Text: k, Abbrev: abbrev})
		if !abbrev {
			for _, class := range classes {
				out = append(out, gazetteer.Name{Text: core(k) + " " + class})
			}
		}
	}
	if seat, ok := seatOf(inside, 1, bare); ok && alike(seat.Name, bare) {
		for _, alt := range seat.alternates {
			if worth(alt) {
				out = append(out, gazetteer.Name{Text: alt})
			}
		}
	}
	return out
}

// abbreviation reports whether a name counts only in capitals.
func abbreviation(name string) bool {
	folded := gazetteer.Fold(name)
	return len(folded) <= 4 && !strings.ContainsFunc(name, unicode.IsLower)
}

// countryEntries are the countries and territories.
func (in *input) countryEntries() []gazetteer.Entry {
	total := map[string]int64{}
	for _, t := range in.towns {
		if t.feature != "PPLX" {
			total[t.Country] += t.Population
		}
	}
	var out []gazetteer.Entry
	for _, c := range in.countries {
		e := gazetteer.Entry{Place: gazetteer.Place{
			GeonameID: c.id, Name: c.name, Level: gazetteer.Country, Point: c.point, Country: c.iso, Population: total[c.iso],
		}}
		for _, n := range c.names {
			e.Names = append(e.Names, gazetteer.Name{Text: n, Abbrev: abbreviation(n)})
		}
		for _, n := range in.territory[c.iso] {
			if worth(n) && !slices.Contains(c.demonyms, n) { // "Swiss" is Indonesian for Switzerland
				e.Names = append(e.Names, gazetteer.Name{Text: n})
			}
		}
		for _, d := range c.demonyms {
			e.Names = append(e.Names, gazetteer.Name{Text: d, Adj: true})
			if p, ok := plural(d); ok {
				e.Names = append(e.Names, gazetteer.Name{Text: p, Adj: true})
			}
		}
		out = append(out, e)
	}
	return out
}

// plural is the people that a demonym names, where it is made with an s.
func plural(demonym string) (string, bool) {
	for _, end := range []string{"ese", "ish", "ch", "men", "man", "iss", "woman", "s", "ux", "lic", "dic"} {
		if strings.HasSuffix(demonym, end) {
			return "", false
		}
	}
	return demonym + "s", true
}

// words are the words beside the names; an English one that names a country
// ("China") is left out.
func (in *input) words(entries []gazetteer.Entry) gazetteer.Words {
	country := map[string]bool{}
	for _, e := range entries {
		for _, n := range append([]gazetteer.Name{{Text: e.Place.Name}}, e.Names...) {
			if e.Place.Level == gazetteer.Country && !n.Abbrev {
				country[gazetteer.Fold(n.Text)] = true
			}
		}
	}
	w := gazetteer.Words{Person: in.people, Demonym: in.demonyms}
	for _, s := range in.english {
		if !country[gazetteer.Fold(s)] {
			w.Common = append(w.Common, s)
		}
	}
	return w
}

// seatOf is the town among those inside that governs at a level: one of its
// name before others, then the largest.
func seatOf(inside []town, level int, name string) (town, bool) {
	best, found := town{}, false
	for _, t := range inside {
		e := t.entry().Place
		seat := e.Seat == level || level == 1 && e.Capital
		if !seat && !t.bears(name) || e.Section {
			continue
		}
		if !found || order(t, best, name) < 0 {
			best, found = t, true
		}
	}
	return best, found
}

func order(a, b town, name string) int {
	bears := func(t town) int {
		if t.bears(name) {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(bears(a), bears(b)), cmp.Compare(b.Population, a.Population), cmp.Compare(a.GeonameID, b.GeonameID))
}

// bears reports whether the town has that name.
func (t town) bears(name string) bool {
	return alike(t.Name, name) ||
		slices.ContainsFunc(t.alternates, func(a string) bool { return worth(a) && alike(a, name) })
}

// alike reports whether two names are spellings of one.
func alike(a, b string) bool {
	return gazetteer.Skeleton(gazetteer.Fold(a)) == gazetteer.Skeleton(gazetteer.Fold(b))
}
