package work

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"

	"dateline/app/brief"
	"dateline/data/samples"
	"dateline/geo/scene"
	"dateline/timeline"
)

// gold is what a careful reader finds in the sample.
type gold struct {
	Published string
	Places    []struct {
		Name     string
		Lat, Lon float64
		KM       float64 `json:"tolerance_km"` // 0: a country, which has no point of its own
	}
	Events []goldEvent
	// Advance is the way of a party through places, in order.
	Advance struct {
		By      string
		Through []string
	}
}

// goldEvent is one event; When and Kind list what is right.
type goldEvent struct {
	ID, What   string
	When, Kind []string
	At, After  []string
	Figure     float64
	Contested  bool
}

func readGold(t *testing.T) gold {
	t.Helper()
	data, err := os.ReadFile("../../data/samples/iraq-2014.gold.json")
	if err != nil {
		t.Fatal(err)
	}
	var g gold
	if err := json.Unmarshal(data, &g); err != nil {
		t.Fatal(err)
	}
	return g
}

func readSample(t *testing.T) Content {
	t.Helper()
	b, err := shared.Sample()
	if err != nil {
		t.Fatal(err)
	}
	c, err := shared.Read(context.Background(), b, func(string, float64) {})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// matches reports whether an event is the one meant.
func (g goldEvent) matches(e scene.Event) bool {
	var at []string
	for _, l := range e.At {
		if l.Drawable() {
			at = append(at, l.Name)
		}
	}
	slices.Sort(at)
	want := slices.Sorted(slices.Values(g.At))
	return slices.Contains(g.Kind, string(e.Kind)) && slices.Contains(g.When, e.When.EDTF.String()) &&
		slices.Equal(slices.Compact(at), want) &&
		(g.Figure == 0 || slices.ContainsFunc(e.Figures, func(f timeline.Figure) bool { return f.Min == g.Figure })) &&
		(!g.Contested || e.Contested())
}

// TestSampleIsReadAsACarefulReaderWould matches what is found with the gold,
// one to one.
func TestSampleIsReadAsACarefulReaderWould(t *testing.T) {
	g, c := readGold(t), readSample(t)
	if len(c.Events) > len(g.Events)+4 {
		t.Errorf("proposes %d events, where there are %d", len(c.Events), len(g.Events))
	}
	found := make(map[string]scene.Event)
	taken := make(map[timeline.ID]bool)
	for _, want := range g.Events {
		for _, e := range c.Events {
			if !taken[e.ID] && want.matches(e) {
				taken[e.ID], found[want.ID] = true, e
				break
			}
		}
		if _, ok := found[want.ID]; !ok {
			t.Logf("not found: %s", want.What)
		}
	}
	for _, e := range c.Events {
		if !taken[e.ID] {
			t.Logf("not matched: %s %s %q %v", e.When.EDTF, e.Kind, e.Title, e.At)
		}
	}
	if least := len(g.Events) - 2; len(found) < least {
		t.Errorf("found %d of %d events, want at least %d", len(found), len(g.Events), least)
	}
	for _, want := range g.Events {
		for _, before := range want.After {
			a, b := c.Find(found[before].ID), c.Find(found[want.ID].ID)
			if a >= 0 && b >= 0 && a > b {
				t.Errorf("%s is told before %s", want.ID, before)
			}
		}
	}
}

func TestSamplePlaces(t *testing.T) {
	g, c := readGold(t), readSample(t)
	for _, want := range g.Places {
		found := false
		for _, m := range c.Reports[0].Result.Mentions {
			if m.Mention.Name != want.Name || len(m.Candidates) == 0 {
				continue
			}
			found = true
			p := m.Candidates[0].Place.Point
			if km := geo.Distance(p, orb.Point{want.Lon, want.Lat}) / 1000; want.KM > 0 && km > want.KM {
				t.Errorf("%s is %.0f km off", want.Name, km)
			}
		}
		if !found {
			t.Errorf("%s is not found", want.Name)
		}
	}
}

func TestSampleAdvance(t *testing.T) {
	g, c := readGold(t), readSample(t)
	for _, a := range c.Axes {
		var through []string
		for _, s := range a.Stops {
			through = append(through, s.Place.Name)
		}
		if a.By == g.Advance.By && slices.Equal(through, g.Advance.Through) {
			return
		}
	}
	t.Errorf("no advance of %s through %v in %+v", g.Advance.By, g.Advance.Through, c.Axes)
}

// TestSampleBriefIsOfItsReport: both files ship, and are one report.
func TestSampleBriefIsOfItsReport(t *testing.T) {
	b, err := Open(context.Background(), "iraq-2014.txt", bytes.NewReader(samples.Report))
	if err != nil {
		t.Fatal(err)
	}
	data, err := brief.Marshal(b)
	if err != nil || !bytes.Equal(data, samples.Brief) {
		t.Errorf("%v: the brief is not of the report: run go run ./data/gen/samples", err)
	}
}
