package geocode

import (
	"testing"

	"dateline/geo/gazetteer"
)

func TestWhat(t *testing.T) {
	f := world()
	for _, c := range []struct{ place, want string }{
		{"country IQ", "the country Iraq"},
		{"country US", "the country United States"},
		{"division Diyala IQ.10", "a first-level division of Iraq"},
		{"division Texas US.TX", "a first-level division of the United States"},
		{"district Montgomery US.MD", "a district in Maryland, the United States"},
		{"town Tikrit IQ.18", "a town in Saladin, Iraq"},
		{"town Baghdad IQ.07", "the capital of Iraq"},
		{"town Tehran IR.26", "the capital of Iran"},
		{"town London CA.08", "a town in Canada"}, // its division is not known
	} {
		for _, p := range f.places {
			if describe(p) == c.place {
				if got := what(gazetteer.Match{Place: p}, f); got != c.want {
					t.Errorf("%s: %q, want %q", c.place, got, c.want)
				}
			}
		}
	}
	for _, c := range []struct {
		p    gazetteer.Place
		want string
	}{
		{gazetteer.Place{Name: "Europe", Level: gazetteer.Country}, "Europe, which is wider than a country"},
		{gazetteer.Place{Name: "Darfur", Level: gazetteer.District, Country: "SD"}, "a region in SD"},
		{gazetteer.Place{Name: "X", Country: "ZZ"}, "a town in ZZ"},
	} {
		if got := what(gazetteer.Match{Place: c.p}, f); got != c.want {
			t.Errorf("%s: %q, want %q", c.p.Name, got, c.want)
		}
	}
}

func TestRound(t *testing.T) {
	for n, want := range map[int64]string{
		0: "0", 7: "7", 999: "999", 1000: "1,000", 1004: "1,000", 1006: "1,010", 298_345: "298,000",
		5_672_513: "5,670,000", 999_999: "1,000,000", 12_345_678: "12,300,000",
	} {
		if got := round(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

func TestFacts(t *testing.T) {
	for _, c := range []struct {
		m    gazetteer.Match
		want string
	}{
		{gazetteer.Match{Place: gazetteer.Place{Population: 42_000}}, "; population 42,000"},
		{gazetteer.Match{}, ""},
		{gazetteer.Match{Place: gazetteer.Place{Level: gazetteer.Country, Population: 5_000_000}}, ""},
		{gazetteer.Match{Place: gazetteer.Place{Name: "Samarra", Population: 100}, Edits: 1}, "; spelled “Samarra” in the gazetteer; population 100"},
	} {
		if got := facts(c.m); got != c.want {
			t.Errorf("%+v: %q, want %q", c.m, got, c.want)
		}
	}
}

func TestWithArticle(t *testing.T) {
	for _, c := range []struct{ country, want string }{
		{"Iraq", "Iraq"}, {"United States", "the United States"}, {"Netherlands", "the Netherlands"},
		{"Dominican Republic", "the Dominican Republic"}, {"Solomon Islands", "the Solomon Islands"}, {"", ""},
	} {
		if got := withArticle(c.country); got != c.want {
			t.Errorf("%q: %q", c.country, got)
		}
	}
}

func TestBesideNamesTheNearest(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"In [Muqdadiya].", ""},
		{"In [Muqdadiya] and [Baqubah].", "near Baqubah in the same report"},
		{"In [Muqdadiya], [Baghdad], [Baqubah] and [Mosul].", "near Baqubah and Baghdad in the same report"},
		{"In [Muqdadiya], [Mosul] and [Diyala|division].", "with Diyala named in the same report"},
		{"In [Muqdadiya], [Mosul] and [Iraq].", "with Iraq named in the same report"},
		{"In [Muqdadiya] the [Iraqi|adj] army.", "with Iraq named in the same report"},
		{"In [Muqdadiya], [Paris] and [France].", ""},
	} {
		r := reading(c.text)
		d := newDocument(r.Document.Text, r.Places, world())
		if err := d.resolve(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := d.beside(d.names[0], &d.names[0].senses[0]); got != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}
