package extract

import (
	"context"
	"strings"
	"testing"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/source"
)

// fakeAtlas is the gazetteer of the tests with the countries of its towns.
type fakeAtlas struct{ fakeNames }

func (fakeAtlas) Countries(name string) []string {
	switch strings.ToLower(name) {
	case "nyala", "el fasher", "singa", "wad madani", "gedaref", "darfur", "omdurman":
		return []string{"Sudan"}
	case "adre":
		return []string{"Chad"}
	case "khartoum":
		return []string{"Sudan"}
	case "cairo":
		return []string{"Egypt", "United States"}
	case "tajoura", "kaya":
		return []string{"Burkina Faso", "Sudan"}
	case "lima":
		return []string{"Peru"}
	}
	return nil
}

func (fakeAtlas) CapitalOf(name string) string {
	return map[string]string{"khartoum": "Sudan", "cairo": "Egypt", "lima": "Peru"}[strings.ToLower(name)]
}

// readWith reads a report of 14 June 2014 with the tests' atlas.
func readWith(t *testing.T, text string) []timeline.Event {
	t.Helper()
	got, err := Read(context.Background(), source.Document{ID: "0123456789ab", Text: text}, fakeAtlas{names}, Options{Published: edtf.MustParse("2014-06-14")})
	if err != nil {
		t.Fatal(err)
	}
	return got.Events
}

// TestHomeByTowns: the country in which the towns of a report lie is what it
// is about, however often its neighbours are named.
func TestHomeByTowns(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Rebels captured Nyala on Monday and Singa on Tuesday. Chadian officers and Chadian traders watched from Adre.\n\nChadian papers wrote of little else. Sudan's army held out in Wad Madani.\n\nAt least 80 people were killed.", "Sudan"},
		// Of two countries that have a town of the name it speaks for the one that the others are in.
		{"Troops took Nyala and Singa on Monday. Chad, Chad and again Chad. Sudan said nothing. Kaya fell on Tuesday.\n\nAt least 80 people were killed.", "Sudan"},
		// Without towns names count.
		{"Chad and Chad again. Sudan.\n\nAt least 80 people were killed.", "Chad"},
	} {
		events := readWith(t, c.text)
		last := events[len(events)-1]
		got := ""
		for i := range events {
			if e := &events[i]; e.Kind == timeline.Casualties {
				last = *e
			}
		}
		if len(last.Places) > 0 {
			got = last.Places[0].Name
		}
		if got != c.want || last.Kind != timeline.Casualties {
			t.Errorf("%s\n\tgot  %s at %q\n\twant %s", c.text, last.Kind, got, c.want)
		}
	}
}

// TestHomeDeterministic: what a report is about does not hang on the order of
// a map.
func TestHomeDeterministic(t *testing.T) {
	const text = "Chad and Sudan met Egypt and Peru in Cairo. Iraq and Iran stayed away.\n\nAt least 80 people were killed."
	first := gists(readWith(t, text))
	for range 20 {
		if again := gists(readWith(t, text)); again != first {
			t.Fatalf("%s\nand\n%s", first, again)
		}
	}
}

// gists writes events in lines.
func gists(events []timeline.Event) string {
	var lines []string
	for i := range events {
		lines = append(lines, gist(&events[i]))
	}
	return strings.Join(lines, "\n")
}
