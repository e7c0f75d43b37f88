package geocode

import (
	"context"
	"errors"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/extract"
)

// place resolves a marked text and gives what each name in it means.
func place(t *testing.T, text string, pins ...Pin) []Resolved {
	t.Helper()
	res, err := Place(context.Background(), reading(text), world(), pins)
	if err != nil {
		t.Fatal(err)
	}
	return res.Mentions
}

func first(r Resolved) string {
	if len(r.Candidates) == 0 {
		return "nothing"
	}
	return describe(r.Candidates[0].Place)
}

// Each row gives what the first name of a text means, or the one marked "*".
var meanings = []struct {
	name, text, want string
}{
	{"country", "The army of [Iraq] advanced.", "country IQ"},
	{"town alone", "Fighting in [Mosul].", "town Mosul IQ.15"},
	{"capital over division", "A bomb in [Baghdad].", "town Baghdad IQ.07"},
	{"division when called so", "A raid in [Baghdad|division] province.", "division Baghdad IQ.07"},
	{"division only", "They entered [Diyala].", "division Diyala IQ.10"},
	{"Homs city", "Shells fell on [Homs].", "town Homs SY.11"},
	{"Homs province", "[Homs|division] province is quiet.", "division Homs SY.11"},
	{"Aleppo city beside its province", "[*Aleppo] was hit; [Aleppo|division] province was quiet.", "town Aleppo SY.09"},
	{"New York", "She lives in [New York].", "town New York City US.NY"},
	{"New York state", "The state of [New York|division] voted.", "division New York US.NY"},
	{"great city", "A summit in [Paris].", "town Paris FR.11"},
	{"great city in a country story", "From [the United States] he flew to [*Paris].", "town Paris FR.11"},
	{"small namesake among neighbours", "Storms hit [Sherman], [*Paris] and [Bonham] in northern [Texas].", "town Paris US.TX"},
	{"container", "A clinic in [Rockville|in=Maryland].", "town Rockville US.MD"},
	{"no container, larger", "A clinic in [Rockville].", "town Rockville US.IL"},
	{"container carried over", "A clinic in [Rockville|in=Maryland] closed. [*Rockville] has others.", "town Rockville US.MD"},
	{"two containers", "From [Springfield|in=Illinois] to [*Springfield|in=Missouri].", "town Springfield US.MO"},
	{"other container", "From [*Springfield|in=Illinois] to [Springfield|in=Missouri].", "town Springfield US.IL"},
	{"Iraq's, not Iran's larger one", "Fighting in [Iraq] reached [*Saadiya] after [Baqubah].", "town Saadiya IQ.10"},
	{"Iran's in an Iranian story", "In [Iran], police came to [*Saadiya] from [Ahvaz].", "town Saadiya IR.15"},
	{"only the country helps", "[Iraq]: troops of [Iraq] held [*Marwan], the [Iraqi|adj] army said.", "town Marwan IQ.10"},
	{"demonym", "An [Iraqi|adj] source spoke.", "country IQ"},
	{"state among states", "Voters in [Tennessee], [Texas] and [*Georgia] went to the polls with [Atlanta].", "division Georgia US.GA"},
	{"country among its towns", "In [Tbilisi], the parliament of [*Georgia] met.", "country GE"},
	{"dateline", "[LONDON|dateline] - The court sat.", "town London GB.ENG"},
	{"accents and case", "Trucks left [MOSUL] today.", "town Mosul IQ.15"},
	{"alternate name", "They fought near [Muqdadiya].", "town Muqdadiyah IQ.10"},
	{"possessive", "[Baghdad's] limits.", "town Baghdad IQ.07"},
	{"saint", "A match in [St Louis].", "town St. Louis US.MO"},
	{"one letter off", "They fought in [Samara].", "town Samarra IQ.18"},
	{"too short for spelling", "In [Homz] it rained.", "nothing"},
	{"county", "Police of [Montgomery|district] County.", "district Montgomery US.MD"},
	{"unknown", "Near [Qwertzstadt].", "nothing"},
	{"unknown in a division", "A farm at [Qwertzstadt|in=Maryland].", "division Maryland US.MD"},
	{"unknown in a country", "A farm at [Qwertzstadt|in=Iraq].", "nothing"},
	{"namesake not in the container", "[Paris|in=Tennessee] has a tower.", "division Tennessee US.TN"},
	{"stated distance decides", "At [*Marwan], 80 km from [Ahvaz], shots fell; [Iraq] and [Iran] watched.", "town Marwan IR.15"},
}

func TestMeanings(t *testing.T) {
	for _, c := range meanings {
		t.Run(c.name, func(t *testing.T) {
			i := max(strings.Count(strings.SplitN(c.text, "[*", 2)[0], "["), 0)
			if !strings.Contains(c.text, "[*") {
				i = 0
			}
			got := place(t, strings.Replace(c.text, "[*", "[", 1))
			if first(got[i]) != c.want {
				t.Errorf("%s = %s, want %s\n%+v", got[i].Mention.Name, first(got[i]), c.want, got[i].Candidates)
			}
		})
	}
}

func TestWhy(t *testing.T) {
	for _, c := range []struct {
		text string
		at   int
		want []string // parts of the reason, in order
	}{
		{"Fighting reached [Muqdadiya] in [Diyala|division] province, near [Baqubah].", 0,
			[]string{"a town in Diyala, Iraq", "near Baqubah", "population 298,000"}},
		{"In [Iraq], [Mosul] fell.", 1, []string{"a town in Nineveh, Iraq", "with Iraq named", "population 1,700,000"}},
		{"A clinic in [Rockville|in=Maryland].", 0, []string{"as the report says (Maryland)"}},
		{"[Paris|in=Tennessee] has a tower.", 0, []string{"“Paris”", "the report puts it in Tennessee"}},
		{"They fought in [Samara].", 0, []string{"spelled “Samarra” in the gazetteer"}},
		{"A raid in [Baghdad|division] province.", 0, []string{"first-level division of Iraq", "called so in the report"}},
		{"An [Iraqi|adj] source.", 0, []string{"the country Iraq", "named by its people"}},
		{"In [Tikrit], 150 km from [Baghdad], they rested.", 0, []string{"lies 150 km from Baghdad as stated"}},
		{"In [Tikrit], 20 km from [Baghdad], they rested.", 0, []string{"but the report says 20 km from Baghdad", "156 km from there"}},
		{"[Paris] is a capital.", 0, []string{"the capital of France"}},
	} {
		got := place(t, c.text)[c.at]
		if len(got.Candidates) == 0 {
			t.Errorf("%s: no candidates", c.text)
			continue
		}
		rest := got.Candidates[0].Why
		for _, w := range c.want {
			i := strings.Index(rest, w)
			if i < 0 {
				t.Errorf("%s: why %q has no %q in its place", c.text, got.Candidates[0].Why, w)
				break
			}
			rest = rest[i:]
		}
	}
}

func TestContradictedDistanceLowersTheScore(t *testing.T) {
	right := place(t, "In [Tikrit], 150 km from [Baghdad], they rested.")[0].Candidates[0].Score
	wrong := place(t, "In [Tikrit], 20 km from [Baghdad], they rested.")[0].Candidates[0].Score
	if wrong >= right/1.5 {
		t.Errorf("score %v where the distance is contradicted, %v where it agrees", wrong, right)
	}
}

func TestMissingSaysWhy(t *testing.T) {
	for text, want := range map[string]string{
		"Near [Qwertzstadt].":                 "“Qwertzstadt” is in no gazetteer",
		"At [Qwertzstadt|in=Iraq] it rained.": "“Qwertzstadt” is in no gazetteer; the report puts it in Iraq",
		"On the [Qwertz|natural] river.":      "“Qwertz” is a natural feature, and the gazetteer has towns, divisions and countries",
	} {
		if got := place(t, text)[0]; got.Why != want || len(got.Candidates) > 0 {
			t.Errorf("%s: %q, want %q", text, got.Why, want)
		}
	}
}

func TestSomewhereInIsNotFound(t *testing.T) {
	got := place(t, "A farm at [Qwertzstadt|in=Maryland] by [Rockville|in=Maryland].")
	if want := "“Qwertzstadt” is in no gazetteer; the report puts it in Maryland"; got[0].Why != want || first(got[0]) != "division Maryland US.MD" {
		t.Errorf("%q, %s", got[0].Why, first(got[0]))
	}
	if got[1].Why != "" {
		t.Errorf("%q of a place that was found", got[1].Why)
	}
}

func TestDemonymsNeverMeanTowns(t *testing.T) {
	for _, r := range place(t, "[Iraqi|adj], [French|adj] and [Paris|adj] people.") {
		for _, c := range r.Candidates {
			if l := c.Place.Level; l < 2 {
				t.Errorf("%s: %s", r.Mention.Name, describe(c.Place))
			}
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Place(ctx, reading("In [Mosul]."), world(), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestEmptyReading(t *testing.T) {
	res, err := Place(context.Background(), extract.Reading{}, world(), nil)
	if err != nil || len(res.Mentions)+len(res.Events) > 0 {
		t.Errorf("%+v, %v", res, err)
	}
}

// Whatever names a text has, each mention gets an answer, scores are shares,
// and the same text gives the same answer.
func TestProperties(t *testing.T) {
	f := world()
	rapid.Check(t, func(t *rapid.T) {
		r := extract.Reading{}
		pos := 0
		for range rapid.IntRange(0, 12).Draw(t, "n") {
			p := f.places[rapid.IntRange(0, len(f.places)-1).Draw(t, "place")]
			m := timeline.Mention{Name: p.Name, Span: timeline.Span{Start: pos, End: pos + len(p.Name)}}
			if rapid.Bool().Draw(t, "in") {
				m.In = f.places[rapid.IntRange(0, len(f.places)-1).Draw(t, "container")].Name
			}
			m.Class = rapid.SampledFrom([]timeline.Class{"", timeline.Town, timeline.Division, timeline.Natural}).Draw(t, "class")
			r.Places = append(r.Places, m)
			pos += len(p.Name) + 10
		}
		r.Document.Text = strings.Repeat("x", pos)
		one, err := Place(context.Background(), r, f, nil)
		if err != nil {
			t.Fatal(err)
		}
		two, _ := Place(context.Background(), r, f, nil)
		for i, m := range one.Mentions {
			if len(m.Candidates) == 0 && m.Why == "" {
				t.Fatalf("%s: neither candidates nor a reason", m.Mention.Name)
			}
			for j, c := range m.Candidates {
				if c.Score < 0 || c.Score > 1 || math.IsNaN(c.Score) || c.Why == "" {
					t.Fatalf("%s: candidate %+v", m.Mention.Name, c)
				}
				if c != two.Mentions[i].Candidates[j] {
					t.Fatalf("%s: %+v, then %+v", m.Mention.Name, c, two.Mentions[i].Candidates[j])
				}
			}
		}
	})
}

// A text that was cut is placed portion by portion: names are weighed against
// those of their own portion only, and every event gets its places.
func TestPlaceOfCutText(t *testing.T) {
	one := reading("In [Muqdadiya] and [Baghdad] in [Iraq].")
	two := reading("In [Muqdadiya] and [Baghdad] in [Iraq]. In [Texas], [Dallas] and [Sherman].")
	two.Events = []timeline.Event{
		{ID: "a", Places: []timeline.Place{{Mention: two.Places[0], Role: timeline.At}}},
		{ID: "b", From: []timeline.Span{{Start: 50}}},
		{ID: "c", Places: []timeline.Place{{Mention: two.Places[4], Role: timeline.At}}},
	}
	two.Cuts = []int{two.Places[3].Span.Start - 3}
	alone, err := Place(t.Context(), one, world(), nil)
	if err != nil {
		t.Fatal(err)
	}
	both, err := Place(t.Context(), two, world(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(both.Mentions) != 6 || len(both.Events) != 3 {
		t.Fatalf("%d mentions, %d events", len(both.Mentions), len(both.Events))
	}
	for i, m := range alone.Mentions {
		if got := both.Mentions[i]; got.Mention.Name != m.Mention.Name || got.Candidates[0].Score != m.Candidates[0].Score {
			t.Errorf("%s beside another portion: %v, alone %v", m.Mention.Name, got.Candidates[0].Score, m.Candidates[0].Score)
		}
	}
	for i, want := range []string{"Muqdadiya", "", "Dallas"} {
		got := ""
		if at := both.Events[i].At; len(at) > 0 {
			got = at[0].Name
		}
		if got != want {
			t.Errorf("event %d is at %q, want %q", i, got, want)
		}
	}
}
