package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestEntities holds who is named in a text to "kind name[, country]".
func TestEntities(t *testing.T) {
	kinds := map[entityKind]string{person: "person", party: "party", body: "body"}
	for _, c := range []struct {
		text string
		want []string
	}{
		{"President Ivan Petrov spoke.", []string{"person Ivan Petrov official"}},
		{"Iraqi Prime Minister Nouri al-Maliki came. Mr Maliki left.", []string{"person Nouri al-Maliki official of Iraqi"}},
		{"Grand Ayatollah Ali al-Sistani spoke.", []string{"person Ali al-Sistani official"}},
		{"US President Ann Lee spoke.", []string{"person Ann Lee official of US"}},
		{"General Hamid Osman spoke. Osman left.", []string{"person Hamid Osman official"}},
		{"Gen. Hamid Osman spoke.", []string{"person Hamid Osman official"}},
		{"UN human rights chief Anna Berg spoke.", []string{"body UN", "person Anna Berg official"}},
		{"US Secretary of State Laura Mills spoke.", []string{"person Laura Mills official of US"}},
		{"Anna Berg, the governor of Gezira, spoke.", []string{"person Anna Berg official"}},
		{"The head of the council, Abdul Karim, declared war.", []string{"person Abdul Karim official"}},
		{"Maria Lopez, a teacher, spoke.", []string{"person Maria Lopez"}},
		{"Iran's president, Hassan Amiri, spoke.", []string{"person Hassan Amiri official of Iran"}},
		{"The Islamic State in Iraq and the Levant (ISIS) spoke. ISIS left.", []string{"party Islamic State in Iraq and the Levant ISIS"}},
		{"The Rapid Support Forces (RSF) came. The RSF left.", []string{"party Rapid Support Forces RSF"}},
		{"Iranian Revolutionary Guards came. A Revolutionary Guard left.", []string{"party Revolutionary Guards of Iranian"}},
		{"The International Organization for Migration spoke.", []string{"body International Organization for Migration"}},
		{"The University of Reading spoke.", []string{"body University of Reading"}},
		{"The rebel group Free Land Men (FLM) spoke.", []string{"party Free Land Men FLM"}},
		{"Hezbollah and Hamas spoke.", []string{"party Hezbollah", "party Hamas"}},
		{"The Iraqi Army came.", nil},
		{"The Prime Minister spoke.", nil},
		{"Heavy fighting went on.", nil},
	} {
		r := parsed(c.text)
		var got []string
		for i := range r.ents {
			e := &r.ents[i]
			s := kinds[e.kind] + " " + e.name
			if e.kind != person && e.short != "" {
				s += " " + e.short
			}
			if e.official {
				s += " official"
			}
			if e.country > 0 {
				s += " of " + r.places[e.country-1].Name
			}
			got = append(got, s)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n\tgot  %q\n\twant %q", c.text, got, c.want)
		}
	}
}

// TestPlaces holds the namings of places in a text to "name/class" with "+" for
// a people's name, "*" for a figurative one and "<container".
func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		text string
		want string
	}{
		{"Rebels took Mosul.", "Mosul"},
		{"Rebels came to Kupiansk.", "Kupiansk"},
		{"They met in the northern city of Mosul.", "Mosul/town"},
		{"They met in Diyala province.", "Diyala/division"},
		{"They met in the province of Diyala.", "Diyala/division"},
		{"They met in the village of Zarqan.", "Zarqan/town"},
		{"They met in the Tarqa district.", "Tarqa/district"},
		{"Rebels shelled the Abu Shouk camp.", "Abu Shouk/town"},
		{"They met in the village of Lima Tarqa.", "Lima Tarqa/town"},
		{"They met near Lake Tarqa.", "Lake Tarqa/natural"},
		{"It struck Rockville, Maryland, on Friday.", "Rockville<Maryland Maryland"},
		{"It struck Mosul, Tikrit and Samarra.", "Mosul Tikrit Samarra"},
		{"Iraqi troops left Iraq.", "Iraqi+ Iraq/country"},
		{"They met in Reading.", ""},
		{"Reading is fun.", ""},
		{"They came in March.", ""},
		{"Jordan Smith spoke. Smith left.", ""},
		{"Abu Bakr al-Baghdadi leads it.", ""},
		{"He met President Ivan Moscow.", ""},
		{"The University of Reading spoke.", ""},
		{"The Islamic State in Iraq and the Levant spoke.", ""},
		{"The Kyiv Post reported it.", "Kyiv*"},
		{"Washington said it would help.", "Washington*"},
		{"Troops left the Moscow-backed region.", "Moscow*"},
		{"Rebels fired at Donetsk airport.", ""},
		{"Rebels fired at Kharkiv airport.", "Kharkiv"},
		{"Are you in Saadiya, Jalawla or Baghdad?", "Saadiya Jalawla Baghdad"},
		{"US troops came to us.", "US/country"},
		{"MOSUL, Iraq (Agency) – Troops came.", "MOSUL<Iraq Iraq/country"},
	} {
		r := parsed(c.text)
		for i := range r.sents {
			_ = i
		}
		r.findFigurative()
		var got []string
		for _, p := range r.places {
			s := p.Name
			if p.Class != "" {
				s += "/" + string(p.Class)
			}
			if p.Adj {
				s += "+"
			}
			if p.Figurative {
				s += "*"
			}
			if p.In != "" {
				s += "<" + p.In
			}
			if p.Known == "" {
				t.Errorf("%s: no reason for %s", c.text, p.Name)
			}
			if p.Name != r.doc.Text[p.Span.Start:p.Span.End] {
				t.Errorf("%s: %q is not at its span", c.text, p.Name)
			}
			got = append(got, s)
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.text, g, c.want)
		}
	}
}

func TestNationKey(t *testing.T) {
	for _, same := range [][]string{
		{"Iraq", "Iraqi", "Iraqis"}, {"Iran", "Iranian"}, {"US", "U.S.", "American", "United States", "America"},
		{"UK", "British", "Britain"}, {"Russia", "Russian", "Moscow"}, {"Ukraine", "Ukrainian", "Kyiv"}, {"Turkey", "Turkish"},
		{"France", "French"}, {"DR Congo", "Congolese", "Democratic Republic of Congo"}, {"South Korea", "South Korean"}, {"Nigeria", "Nigerian"},
	} {
		for _, n := range same[1:] {
			if nationKey(n) != nationKey(same[0]) {
				t.Errorf("%s is %q, %s is %q", n, nationKey(n), same[0], nationKey(same[0]))
			}
		}
	}
	seen := map[string]string{}
	for _, n := range []string{"Iraq", "Iran", "Russia", "Syria", "Sudan", "South Sudan", "Niger", "Nigeria", "North Korea", "South Korea", "Mali", "US", "UK"} {
		k := nationKey(n)
		if o, ok := seen[k]; ok {
			t.Errorf("%s and %s have one key, %q", n, o, k)
		}
		seen[k] = n
	}
}

// TestSides: the same party under several names has one side.
func TestSides(t *testing.T) {
	got := readText(t, `The paramilitary Rapid Support Forces (RSF) captured Nyala on Monday. The paramilitaries attacked Singa on Tuesday.

They shelled El Fasher on Wednesday. RSF fighters entered Wad Madani on Thursday. Sudanese troops retook Singa on Friday. The army took Tawila on Friday.`)
	var sides []string
	for _, e := range got.Events {
		sides = append(sides, fmt.Sprintf("%s %s", e.Places[0].Name, e.Side))
	}
	want := []string{"Nyala RSF", "Singa RSF", "El Fasher RSF", "Wad Madani RSF", "Singa Sudanese troops", "Tawila Sudanese troops"}
	if !slices.Equal(sides, want) {
		t.Errorf("got %q, want %q", sides, want)
	}
}
