package geocode

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"dateline/geo/gazetteer"
	"dateline/timeline"
)

// find is the place of the shared world that describe calls so.
func find(t *testing.T, what string) gazetteer.Place {
	t.Helper()
	for _, p := range world().places {
		if describe(p) == what {
			return p
		}
	}
	t.Fatalf("there is no %s", what)
	return gazetteer.Place{}
}

func TestHolds(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"country IQ", "town Mosul IQ.15", true},
		{"country IQ", "division Diyala IQ.10", true},
		{"country IR", "town Mosul IQ.15", false},
		{"country IQ", "country IR", false},
		{"country IQ", "country IQ", false},
		{"division Diyala IQ.10", "town Baqubah IQ.10", true},
		{"division Diyala IQ.10", "town Mosul IQ.15", false},
		{"division Khuzestan IR.15", "town Mosul IQ.15", false}, // the same code in another country
		{"division Maryland US.MD", "district Montgomery US.MD", true},
		{"division Maryland US.MD", "division Texas US.TX", false},
		{"district Montgomery US.MD", "town Rockville US.MD", true}, // near enough
		{"district Montgomery US.MD", "town Dallas US.TX", false},
		{"town Muqdadiyah IQ.10", "town Saadiya IQ.10", true}, // within 40 km
		{"town Baghdad IQ.07", "town Mosul IQ.15", false},
		{"town Baghdad IQ.07", "division Diyala IQ.10", false},
	} {
		if got := holds(find(t, c.a), find(t, c.b), world()); got != c.want {
			t.Errorf("%s holds %s: %v", c.a, c.b, got)
		}
	}
}

func TestContained(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     string
		fit      fit
	}{
		{"Rockville", "Maryland", "town Rockville US.MD", inside},
		{"Rockville", "Illinois", "town Rockville US.IL", inside},
		{"Rockville", "United States", "town Rockville US.IL", inside},
		{"Rockville", "Nowhere", "town Rockville US.IL", free},
		{"Rockville", "Texas", "division Texas US.TX", within},
		{"Rockville", "Iraq", "town Rockville US.IL", outside}, // a country is too wide to fall back on
		{"Nowhere", "Texas", "division Texas US.TX", within},
		{"Nowhere", "Chicago", "town Chicago US.IL", within},
		{"Dallas", "Chicago", "town Dallas US.TX", outside},
		{"Texas", "Tennessee", "division Texas US.TX", free}, // a list
		{"Iraq", "Iran", "country IQ", free},
	} {
		ss, full := contained(senses(c.name, timeline.AnyClass, false, false, world()), c.in, world())
		if (full != "") != (c.fit != free) {
			t.Errorf("%s in %s: the container is %q", c.name, c.in, full)
		}
		if len(ss) == 0 {
			t.Errorf("%s in %s: nothing", c.name, c.in)
			continue
		}
		if got := describe(ss[0].Place); got != c.want || ss[0].fit != c.fit {
			t.Errorf("%s in %s: %s with fit %d, want %s with %d", c.name, c.in, got, ss[0].fit, c.want, c.fit)
		}
	}
	if got, _ := contained(nil, "Iraq", world()); len(got) != 0 {
		t.Errorf("a name that is not found lies in all of a country: %+v", got)
	}
}

func TestNamesAreGrouped(t *testing.T) {
	r := reading("[Mosul], [MOSUL], [Mosul's], [Mosul|division], [Mosul|in=Iraq], [Mosul|adj] and [Tikrit].")
	d := newDocument(r.Document.Text, r.Places, world())
	var got []int
	for _, n := range d.names {
		got = append(got, len(n.mentions))
	}
	want := []int{3, 1, 1, 1, 1}
	if len(got) != len(want) {
		t.Fatalf("groups of %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("groups of %v, want %v", got, want)
		}
	}
}

func TestWeigh(t *testing.T) {
	weigh := func(text string) float64 {
		r := reading(text)
		return newDocument(r.Document.Text, r.Places, world()).names[0].weight
	}
	once := weigh("[Mosul].")
	for name, w := range map[string]float64{
		"twice":    weigh("[Mosul], [Mosul]."),
		"dateline": weigh("[Mosul|dateline]."),
	} {
		if w <= once {
			t.Errorf("%s: %v, once %v", name, w, once)
		}
	}
	if w := weigh("[Iraqi|adj]."); w >= once {
		t.Errorf("demonym: %v, name %v", w, once)
	}
	if w := weigh("[Mosul], [Mosul], [Mosul], [Mosul], [Mosul], [Mosul], [Mosul], [Mosul]."); w >= 4*once {
		t.Errorf("eight times: %v, once %v", w, once)
	}
}

func TestGap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		offsets := func(label string) []int {
			var at []int
			sum := 0
			for _, d := range rapid.SliceOfN(rapid.IntRange(0, 100), 1, 20).Draw(t, label) {
				sum += d
				at = append(at, sum)
			}
			return at
		}
		a, b := &name{at: offsets("a")}, &name{at: offsets("b")}
		want := math.Inf(1)
		for _, x := range a.at {
			for _, y := range b.at {
				want = math.Min(want, math.Abs(float64(x-y)))
			}
		}
		if got := a.gap(b); got != want || b.gap(a) != want {
			t.Fatalf("gap %v and %v, want %v", got, b.gap(a), want)
		}
	})
}
