package geocode

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/geo/gazetteer"
	"dateline/timeline"
)

// Whole stories, with every name in them and what it means. Names are marked
// as for reading.
var stories = []struct {
	name, text string
	want       []string // one for each name, in order
}{
	{
		"an advance",
		`[BAGHDAD|dateline] - Fighters took [Mosul] on Monday and [Tikrit] on Tuesday. They then pressed into
[Diyala|division] province, where they fought near [Muqdadiya], 80 km from [Baghdad's] outskirts. [Iraqi|adj] troops
went to [Samarra]. [Iran] offered help. People fled to [Saadiya].`,
		[]string{"town Baghdad IQ.07", "town Mosul IQ.15", "town Tikrit IQ.18", "division Diyala IQ.10", "town Muqdadiyah IQ.10",
			"town Baghdad IQ.07", "country IQ", "town Samarra IQ.18", "country IR", "town Saadiya IQ.10"},
	},
	{
		"a storm",
		`[PARIS|in=Texas|dateline] - A storm hit [Paris] and [Bonham]. It had come from [Dallas]. In [Georgia], far away, nobody
noticed; [Atlanta] was calm. The governor of [Texas] came from [Sherman].`,
		[]string{"town Paris US.TX", "town Paris US.TX", "town Bonham US.TX", "town Dallas US.TX", "division Georgia US.GA",
			"town Atlanta US.GA", "division Texas US.TX", "town Sherman US.TX"},
	},
	{
		"a visit",
		`[TBILISI|dateline] - The president of [Georgia] received guests from [France], [Canada] and [Iran]. He will go to
[Paris] and [London] next. [Georgian|adj] wine was served.`,
		[]string{"town Tbilisi GE.51", "country GE", "country FR", "country CA", "country IR", "town Paris FR.11", "town London GB.ENG", "country GE"},
	},
	{
		"a city under the English name of its canton",
		`[Iraq] asked the [United States] for help after [Mosul] and [Tikrit] fell. [Iran] offered help too. The [United States]
will decide. In [Geneva], an agency counted those who left [Mosul]. [Iraq] has fought since.`,
		[]string{"country IQ", "country US", "town Mosul IQ.15", "town Tikrit IQ.18", "country IR", "country US", "town Genève CH.GE", "town Mosul IQ.15", "country IQ"},
	},
	{
		"two towns of one name",
		`Trains run from [Springfield|in=Illinois] by [Chicago] to [Springfield|in=Missouri] by [St. Louis].`,
		[]string{"town Springfield US.IL", "town Chicago US.IL", "town Springfield US.MO", "town St. Louis US.MO"},
	},
	{
		"neighbours across the border",
		`In [Iran], [Ahvaz] and [Tehran] were quiet. In [Saadiya], a town of [Khuzestan], [Iranian|adj] police made arrests.`,
		[]string{"country IR", "town Ahvaz IR.15", "town Tehran IR.26", "town Saadiya IR.15", "division Khuzestan IR.15", "country IR"},
	},
}

func TestStories(t *testing.T) {
	for _, s := range stories {
		t.Run(s.name, func(t *testing.T) {
			got := place(t, s.text)
			if len(got) != len(s.want) {
				t.Fatalf("%d names, want %d", len(got), len(s.want))
			}
			for i, r := range got {
				if first(r) != s.want[i] {
					t.Errorf("name %d, %s: %s, want %s", i, r.Mention.Name, first(r), s.want[i])
				}
			}
		})
	}
}

// What a story means does not depend on the order of the other names' lookup,
// nor on names that are in no gazetteer.
func TestStoriesAreSteady(t *testing.T) {
	for _, s := range stories {
		noisy := place(t, s.text+strings.Repeat(" [Qwertzstadt] and [Asdfingen].", 5))
		for i := range s.want {
			if first(noisy[i]) != s.want[i] {
				t.Errorf("%s, with unknown names: %s is %s, want %s", s.name, noisy[i].Mention.Name, first(noisy[i]), s.want[i])
			}
		}
		twice := place(t, s.text+" "+s.text)
		for i := range s.want {
			if a, b := first(twice[i]), first(twice[i+len(s.want)]); a != s.want[i] || b != s.want[i] {
				t.Errorf("%s, told twice: %s is %s and %s, want %s", s.name, twice[i].Mention.Name, a, b, s.want[i])
			}
		}
	}
}

// A pin moves its name and leaves the others alone.
func TestPinLeavesTheRestOfAStory(t *testing.T) {
	s := stories[0]
	got := place(t, s.text, Pin{Name: "Tikrit", Lon: 1, Lat: 2})
	for i, r := range got {
		if r.Mention.Name == "Tikrit" {
			if !r.Pinned || r.Candidates[0].Place.Point != [2]float64{1, 2} {
				t.Errorf("the pinned name: %+v", r)
			}
			continue
		}
		if r.Pinned || first(r) != s.want[i] {
			t.Errorf("%s: %s, pinned %v", r.Mention.Name, first(r), r.Pinned)
		}
	}
}

func TestNearKM(t *testing.T) {
	last := 0.0
	for _, c := range []struct {
		people int64
		km     float64
	}{{9_999, 10}, {10_000, 15}, {199_999, 15}, {200_000, 20}, {999_999, 20}, {1_000_000, 30}, {20_000_000, 30}} {
		got := nearKM(gazetteer.Place{Population: c.people})
		if got != c.km || got < last {
			t.Errorf("%d people: %v km, want %v", c.people, got, c.km)
		}
		last = got
	}
	if got := nearKM(gazetteer.Place{}); got != nearTownKM {
		t.Errorf("unknown people: %v", got)
	}
	if got := nearKM(gazetteer.Place{Level: gazetteer.District}); got <= districtKM {
		t.Errorf("near a district: %v, not more than in it", got)
	}
}

// wide is the shared world with a continent and a region that is no division.
func wide() fake {
	f := world()
	f.places = append(slices.Clone(f.places),
		gazetteer.Place{GeonameID: 900, Name: "Europe", Level: gazetteer.Country},
		gazetteer.Place{GeonameID: 901, Name: "Azawad", Level: gazetteer.District, Country: "FR", Population: 1_000_000})
	return f
}

func TestWideRegions(t *testing.T) {
	for _, c := range []struct {
		text     string
		country  bool
		radius   float64
		unplaced string
	}{
		{"In [Europe].", true, 0, "Europe is wider than a country"},
		{"In [Europe] and [Iran].", true, 0, "only a country is named: Iran; Europe is wider than a country"},
		{"In [Azawad].", false, regionKM, ""},
	} {
		r := reading(c.text)
		e := timeline.Event{ID: "e"}
		for _, m := range r.Places {
			e.Places = append(e.Places, timeline.Place{Mention: m, Role: timeline.At})
		}
		r.Events = []timeline.Event{e}
		res, err := Place(context.Background(), r, wide(), nil)
		if err != nil {
			t.Fatal(err)
		}
		got := res.Events[0]
		if l := got.At[0]; l.Country != c.country || l.RadiusKM != c.radius || got.Unplaced != c.unplaced {
			t.Errorf("%s: %+v, %q", c.text, l, got.Unplaced)
		}
	}
}

// Scores of one name can be compared: the same evidence twice is worth more.
func TestMoreEvidenceMoreScore(t *testing.T) {
	score := func(text, want string) float64 {
		r := place(t, text)
		for _, c := range r[len(r)-1].Candidates {
			if describe(c.Place) == want {
				return c.Score
			}
		}
		return 0
	}
	last := -1.0
	for _, before := range []string{"", "[Iraq]. ", "[Iraq], [Baqubah]. ", "[Iraq], [Baqubah], [Diyala|division], [Muqdadiyah]. "} {
		got := score(before+"[Saadiya]", "town Saadiya IQ.10")
		if got <= last {
			t.Errorf("%q: %v, not more than %v", before, got, last)
		}
		last = got
	}
}

func ExampleFind() {
	for _, c := range Find("Rockville, Maryland", "", world())[:1] {
		fmt.Println(c.Place.Name, c.Place.Admin1, c.Why)
	}
	// Output: Rockville MD a town in Maryland, the United States; population 66,000
}
