package geocode

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"dateline/geo/gazetteer"
	"dateline/timeline"
)

// town is a match for a town of so many people.
func town(people int64, change ...func(*gazetteer.Match)) gazetteer.Match {
	m := gazetteer.Match{Place: gazetteer.Place{GeonameID: people, Population: people, Country: "AA", Admin1: "1"}, Official: true}
	for _, c := range change {
		c(&m)
	}
	return m
}

func TestPriorOrder(t *testing.T) {
	alias := func(m *gazetteer.Match) { m.Official = false }
	variant := func(m *gazetteer.Match) { m.Official, m.Variant = false, true }
	capital := func(m *gazetteer.Match) { m.Place.Capital = true }
	seat := func(m *gazetteer.Match) { m.Place.Seat = 1 }
	section := func(m *gazetteer.Match) { m.Place.Section = true }
	former := func(m *gazetteer.Match) { m.Place.Former = true }
	typo := func(m *gazetteer.Match) { m.Edits = 1 }
	level := func(l gazetteer.Level) func(*gazetteer.Match) {
		return func(m *gazetteer.Match) { m.Place.Level = l }
	}
	for _, c := range []struct {
		name      string
		more, few gazetteer.Match
	}{
		{"people", town(50_000), town(5_000)},
		{"capital", town(50_000, capital), town(100_000)},
		{"seat of a division", town(50_000, seat), town(60_000)},
		{"no capital by an old name", town(500_000), town(600_000, capital, alias)},
		{"main name", town(50_000), town(50_000, alias)},
		{"small town by its main name", town(5_000), town(50_000, alias)},
		{"large town by another name", town(2_000_000, alias), town(50_000)},
		{"another name, not another spelling", town(50_000, alias), town(50_000, variant)},
		{"town, not part of one", town(50_000), town(50_000, section)},
		{"standing, not a ruin", town(50_000), town(50_000, former)},
		{"as written", town(50_000), town(90_000, typo)},
		{"country", town(1_000_000, level(gazetteer.Country)), town(1_000_000)},
		{"town, not district", town(50_000), town(50_000, level(gazetteer.District))},
		{"country as spelled", town(50_000), town(1_000_000, level(gazetteer.Country), variant)},
		{"unknown people, not a hamlet", town(0), town(400)},
	} {
		if a, b := prior(c.more), prior(c.few); a <= b {
			t.Errorf("%s: %.2f is not more than %.2f", c.name, a, b)
		}
	}
}

func TestPriorGrowsWithPeople(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.Int64Range(1, 20_000_000).Draw(t, "a")
		b := rapid.Int64Range(1, 20_000_000).Draw(t, "b")
		l := rapid.SampledFrom([]gazetteer.Level{gazetteer.Town, gazetteer.District, gazetteer.Division, gazetteer.Country}).Draw(t, "level")
		m := func(n int64) gazetteer.Match {
			return gazetteer.Match{Place: gazetteer.Place{Level: l, Population: n}, Official: true}
		}
		if a < b && prior(m(a)) > prior(m(b)) {
			t.Fatalf("level %d: %d people give more than %d", l, a, b)
		}
	})
}

func TestAmong(t *testing.T) {
	country := gazetteer.Match{Place: gazetteer.Place{GeonameID: 1, Level: gazetteer.Country, Country: "IQ", Population: 22_000_000}, Official: true}
	arak := town(500_000, func(m *gazetteer.Match) { m.Official, m.Place.Seat = false, 1 })
	division := town(7_000_000, func(m *gazetteer.Match) { m.Place.Level = gazetteer.Division })
	seat := town(300_000)
	stranger := town(94_000, func(m *gazetteer.Match) { m.Official = false })
	elsewhere := town(300_000, func(m *gazetteer.Match) { m.Place.Admin1 = "2" })
	if got := among(arak, []gazetteer.Match{country, arak}); got > prior(country)-byNameMalus+1e-9 {
		t.Errorf("a further name is worth %v beside a country with %v", got, prior(country))
	}
	if among(country, []gazetteer.Match{country, arak}) != prior(country) {
		t.Error("a country loses by a town's further name")
	}
	if got := among(division, []gazetteer.Match{division, seat}); got >= prior(seat) {
		t.Error("a division comes before the town of its name in it")
	}
	if among(division, []gazetteer.Match{division, town(3_000_000, func(m *gazetteer.Match) { m.Official = false })}) >= prior(division) {
		t.Error("a division comes before the metropolis in it")
	}
	for name, o := range map[string]gazetteer.Match{"further name": stranger, "other division": elsewhere} {
		if among(division, []gazetteer.Match{division, o}) != prior(division) {
			t.Errorf("%s: the division loses", name)
		}
	}
}

func TestLikeness(t *testing.T) {
	levels := [...]gazetteer.Level{gazetteer.Town, gazetteer.District, gazetteer.Division, gazetteer.Country}
	for class, want := range map[timeline.Class]gazetteer.Level{
		timeline.Town: gazetteer.Town, timeline.District: gazetteer.District,
		timeline.Division: gazetteer.Division, timeline.Country: gazetteer.Country,
	} {
		for _, l := range levels {
			if l != want && likeness(gazetteer.Place{Level: l}, class) >= likeness(gazetteer.Place{Level: want}, class) {
				t.Errorf("%s: level %d suits as well as %d", class, l, want)
			}
		}
	}
	for _, l := range levels {
		if likeness(gazetteer.Place{Level: l}, timeline.AnyClass) != 0 {
			t.Errorf("level %d: no class says something", l)
		}
	}
	if likeness(gazetteer.Place{}, timeline.Natural) >= 0 {
		t.Error("a river may as well be a town")
	}
	river := gazetteer.Place{Level: gazetteer.Country, Natural: true}
	if likeness(river, timeline.Natural) <= 0 || likeness(river, timeline.Town) >= 0 || likeness(river, timeline.AnyClass) != 0 {
		t.Error("a natural feature is no town")
	}
}

func TestLookupFuzzy(t *testing.T) {
	for _, c := range []struct {
		name string
		want string // "" for none
	}{
		{"Samara", "Samarra"},
		{"Samarrah", "Samarra"},
		{"Tamarra", ""}, // the first letter is never wrong
		{"Rokvile", ""}, // two letters, too short for it
		{"Springfeld", "Springfield"},
		{"Sprngfeild", ""}, // three edits
		{"Muqdadiyyeh", "Muqdadiyah"},
		{"Iran", ""}, {"Irak", ""}, // short
		{"Syrias", ""}, // countries are spelled as they are
	} {
		got := lookupFuzzy(c.name, world())
		switch {
		case c.want == "" && len(got) > 0:
			t.Errorf("%s: %s", c.name, got[0].Place.Name)
		case c.want != "" && (len(got) == 0 || got[0].Place.Name != c.want):
			t.Errorf("%s: %+v, want %s", c.name, got, c.want)
		}
	}
}

func TestUnique(t *testing.T) {
	a := town(10)
	b := a
	b.Official = false
	c := town(20)
	got := unique([]gazetteer.Match{b, c, a})
	if len(got) != 2 || got[0] != c || got[1] != a {
		t.Errorf("%+v", got)
	}
}

func TestDemonyms(t *testing.T) {
	f := world()
	for _, c := range []struct {
		name string
		want string
	}{{"Iraqi", "country IQ"}, {"Iraqis", "country IQ"}, {"Texas", "division Texas US.TX"}, {"Mosul", ""}} {
		got := demonyms(lookup(c.name, f))
		if c.want == "" && len(got) == 0 {
			continue
		}
		if len(got) == 0 || describe(got[0].Place) != c.want {
			t.Errorf("%s: %+v, want %q", c.name, got, c.want)
		}
	}
}

func TestShare(t *testing.T) {
	ss := []sense{{score: 1}, {score: 3}, {score: 2}}
	share(ss)
	sum := 0.0
	for i, s := range ss {
		sum += s.share
		if i > 0 && (s.score > ss[i-1].score || s.share > ss[i-1].share) {
			t.Errorf("not in order: %+v", ss)
		}
	}
	if math.Abs(sum-1) > 1e-12 {
		t.Errorf("shares sum to %v", sum)
	}
	if want := math.Exp(-1); math.Abs(ss[1].share/ss[0].share-want) > 1e-12 {
		t.Errorf("odds %v, want %v", ss[1].share/ss[0].share, want)
	}
}

func TestScoreCountsTheSameSpot(t *testing.T) {
	here := func(l gazetteer.Level, share float64) sense {
		return sense{Match: town(1, func(m *gazetteer.Match) { m.Place.Level = l }), share: share}
	}
	away := here(gazetteer.Town, 0.2)
	away.Place.Country = "BB"
	ss := []sense{here(gazetteer.Town, 0.4), here(gazetteer.Division, 0.25), away, here(gazetteer.District, 0.15)}
	for i, want := range []float64{0.8, 0.25, 0.2, 0.15} {
		if got := score(ss, i); math.Abs(got-want) > 1e-12 {
			t.Errorf("sense %d: %v, want %v", i, got, want)
		}
	}
}
