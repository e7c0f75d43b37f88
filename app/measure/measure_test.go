package measure

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func ptr(f float64) *float64 { return &f }

func value(t *testing.T, list []Measure, name string) float64 {
	t.Helper()
	for _, m := range list {
		if m.Name == name {
			return m.Value()
		}
	}
	t.Fatalf("no measure %q", name)
	return 0
}

func TestMatchTakesExactPairsFirst(t *testing.T) {
	gold := []Span{{0, 10}, {4, 6}}
	found := []Span{{4, 6}, {8, 12}, {20, 22}}
	if got := match(gold, found, false); got[0] != 1 || got[1] != 0 {
		t.Errorf("%v", got)
	}
	if got := match(gold, found, true); got[0] != -1 || got[1] != 0 {
		t.Errorf("exact: %v", got)
	}
	if got := match([]Span{{0, 10}}, []Span{{0, 3}, {2, 9}}, false); got[0] != 1 {
		t.Errorf("the longest overlap: %v", got)
	}
}

func TestPlaces(t *testing.T) {
	mosul := func(start int, lat float64, adj bool) Mention {
		return Mention{Span: Span{start, start + 5}, Lat: ptr(lat), Lon: ptr(43.1), Adj: adj}
	}
	gold := []Mention{mosul(0, 36.3, false), mosul(10, 36.3, false), mosul(20, 36.3, true), {Span: Span{30, 35}}}
	found := []Mention{
		mosul(0, 36.5, false),  // right
		mosul(10, 40, false),   // too far
		mosul(20, 36.3, false), // of a people: neither
		{Span: Span{30, 35}},   // found, no place in gold
		mosul(50, 36.3, false), // nothing there
		mosul(60, 36.3, true),  // not counted
	}
	got := Places(gold, found)
	for name, want := range map[string]float64{"places: found, F1": 2 * 3.0 / (4 + 3), "places: found and placed within 161 km, F1": 2 * 1.0 / (3 + 2)} {
		if v := value(t, got, name); math.Abs(v-want) > 1e-9 {
			t.Errorf("%s is %v, want %v", name, v, want)
		}
	}
}

func TestApart(t *testing.T) {
	paris, london := Mention{Lat: ptr(48.8566), Lon: ptr(2.3522)}, Mention{Lat: ptr(51.5074), Lon: ptr(-0.1278)}
	if km := apart(paris, london); math.Abs(km-343.6) > 1 {
		t.Errorf("%v km", km)
	}
	if apart(paris, paris) != 0 {
		t.Error("a place is away from itself")
	}
}

func TestTimes(t *testing.T) {
	gold := []Timex{{Span{0, 6}, "DATE", "2014-06-13"}, {Span{10, 16}, "DATE", ""}, {Span{20, 30}, "DURATION", "P2D"}}
	found := []Timex{{Span{0, 6}, "DATE", "2014-06-13"}, {Span{10, 16}, "DATE", "2014"}, {Span{22, 30}, "DATE", "P2D"}, {Span{40, 44}, "DATE", "2011"}}
	got := Times(gold, found)
	for name, want := range map[string]float64{
		"times: found, F1": 6.0 / 7, "times: found with the same words, F1": 4.0 / 7, "times: found with the right type, F1": 4.0 / 7,
		"times: found with the right value, F1": 4.0 / 5,
	} {
		if v := value(t, got, name); math.Abs(v-want) > 1e-9 {
			t.Errorf("%s is %v, want %v", name, v, want)
		}
	}
}

func incident(country, place, to string, optional bool) Incident {
	var g Incident
	g.Optional = optional
	g.Locations = append(g.Locations, struct {
		Country string `json:"country"`
		Places  []struct {
			Name string `json:"name"`
		} `json:"places"`
	}{Country: country})
	if place != "" {
		g.Locations[0].Places = append(g.Locations[0].Places, struct {
			Name string `json:"name"`
		}{place})
	}
	if to != "" {
		g.Dates = append(g.Dates, struct {
			From string `json:"from"`
			To   string `json:"to"`
		}{to, to})
	}
	return g
}

func TestEvents(t *testing.T) {
	gold := []Incident{incident("Mali", "Gao", "2012-03-31", false), incident("Mali", "Kidal", "2012-03-30", false), incident("Niger", "", "", true)}
	found := []Event{
		{Date: "2012-03-31", Place: "GAO", Country: "Mali"},
		{Date: "2012-04-15", Place: "Kidál", Country: "Mali"},
		{Country: "Niger"}, {Country: "Chad"},
	}
	got := Events(gold, found)
	for name, want := range map[string]float64{
		"events: with the right place, recall": 1, "events: with the right date, recall": 0.5, "events: with both, recall": 0.5,
		"events: proposed for each that is wanted": 1.5,
	} {
		if v := value(t, got, name); math.Abs(v-want) > 1e-9 {
			t.Errorf("%s is %v, want %v", name, v, want)
		}
	}
	if got := Events(nil, found); got[3].Count.Right != 0 {
		t.Errorf("events of a document without any are counted: %+v", got)
	}
}

func TestIntervalHoldsTheValue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var docs [][]Measure
		for range rapid.IntRange(1, 20).Draw(t, "documents") {
			n := rapid.IntRange(1, 9).Draw(t, "wanted")
			docs = append(docs, []Measure{{"x", Count{rapid.IntRange(0, n).Draw(t, "right"), n, n}, Count.F1}})
		}
		lo, hi := Interval(docs, 0, 200)
		again, _ := Interval(docs, 0, 200)
		if v := Sum(docs)[0].Value(); lo > hi || lo != again || len(docs) == 1 && (lo != v || hi != v) || lo > v+0.2 || hi < v-0.2 {
			t.Fatalf("%v is not in %v to %v", v, lo, hi)
		}
	})
	if lo, hi := Interval(nil, 0, 100); lo != 0 || hi != 0 {
		t.Error("an interval of nothing")
	}
	if Sum(nil) != nil {
		t.Error("a sum of nothing")
	}
}

func TestPlainNames(t *testing.T) {
	for in, want := range map[string]string{"Kidál": "KIDAL", "San  José-1": "SAN JOSE 1", "": "", "—": ""} {
		if got := plain(in); got != want {
			t.Errorf("%q is %q", in, got)
		}
	}
}
