package gazetteer_test

import (
	"runtime"
	"testing"
	"time"

	"dateline/geo/gazetteer"
)

func TestLookupUnknown(t *testing.T) {
	g := open(t)
	for _, name := range []string{"", " ", "Xyzzyplugh", "-", "…", "\xff\xfe", "a b c d e f g h i j"} {
		if ms := g.Lookup(name); len(ms) != 0 {
			t.Errorf("%q: %+v", name, ms[0])
		}
	}
}

func TestLookupOrder(t *testing.T) {
	g := open(t)
	for _, name := range []string{"Georgia", "Springfield", "San Jose", "Victoria", "Santiago", "Baghdad"} {
		ms := g.Lookup(name)
		for i := 1; i < len(ms); i++ {
			a, b := ms[i-1], ms[i]
			if a.Variant != b.Variant || a.Adj != b.Adj {
				continue
			}
			high := func(m gazetteer.Match) int {
				switch p := m.Place; {
				case p.Level >= gazetteer.Division:
					return int(p.Level)
				case p.Section || p.Former:
					return 0
				}
				return 1
			}
			if high(a) < high(b) || high(a) == high(b) && a.Place.Population < b.Place.Population {
				t.Errorf("%s: %+v before %+v", name, a.Place, b.Place)
			}
		}
	}
}

func TestLookupOnce(t *testing.T) {
	g := open(t)
	for _, name := range []string{"Paris", "Samarra", "Sulaymaniyah", "Congo", "Korea", "US"} {
		seen := map[gazetteer.Place]bool{}
		for _, m := range g.Lookup(name) {
			if seen[m.Place] {
				t.Errorf("%s: %s twice", name, m.Place.Name)
			}
			seen[m.Place] = true
		}
	}
}

func TestAbbreviations(t *testing.T) {
	g := open(t)
	for name, area := range map[string]gazetteer.AreaKey{"US": "US", "UK": "GB", "IN": "US.IN", "OR": "US.OR", "NY": "US.NY"} {
		ms := g.Lookup(name)
		if len(ms) == 0 || ms[0].Place.Area != area || !ms[0].Abbrev {
			t.Errorf("%s: %+v", name, ms)
		}
	}
	if ms := g.Lookup("Iraq"); ms[0].Abbrev {
		t.Errorf("Iraq is an abbreviation: %+v", ms[0])
	}
}

func TestFuzzy(t *testing.T) {
	g := open(t)
	for _, tt := range []struct {
		name    string
		edits   int
		want    string
		country string
		off     int
	}{
		{"Baghdd", 1, "Baghdad", "IQ", 1},
		{"Bahgdad", 1, "Baghdad", "IQ", 1},
		{"Tikritt", 1, "Tikrīt", "IQ", 1},
		{"Muqdadeya", 2, "Al Miqdādīyah", "IQ", 1},
		{"Muqtadeya", 2, "Al Miqdādīyah", "IQ", 2},
		{"Fallujja", 2, "Al Fallūjah", "IQ", 1},
		{"Москвва", 1, "Moscow", "RU", 1},
	} {
		found := false
		last := 0
		for _, m := range g.Fuzzy(tt.name, tt.edits) {
			if m.Edits < 1 || m.Edits > tt.edits || m.Edits < last {
				t.Errorf("%s: %s with %d edits after %d", tt.name, m.Alias, m.Edits, last)
			}
			last = m.Edits
			found = found || m.Place.Name == tt.want && m.Place.Country == tt.country && m.Edits == tt.off
		}
		if !found {
			t.Errorf("%s: no %s in %s with %d edits", tt.name, tt.want, tt.country, tt.off)
		}
	}
	for _, m := range g.Fuzzy("Baghdad", 1) {
		if m.Alias == "baghdad" {
			t.Errorf("the name itself: %+v", m)
		}
	}
	for _, none := range []struct {
		name  string
		edits int
	}{{"", 1}, {"ab", 1}, {"Baghdad", 0}, {"Baghdad", -3}} {
		if ms := g.Fuzzy(none.name, none.edits); ms != nil {
			t.Errorf("Fuzzy(%q, %d): %d matches", none.name, none.edits, len(ms))
		}
	}
}

// Ready at once, and next to nothing on the heap.
func TestOpenIsCheap(t *testing.T) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	// The shortest of some times: other programs only make it longer.
	var g *gazetteer.Gazetteer
	var found int
	took := time.Hour
	for range 10 {
		start := time.Now()
		var err error
		if g, err = gazetteer.Open(); err != nil {
			t.Fatal(err)
		}
		found = len(g.Lookup("Muqdadiya"))
		took = min(took, time.Since(start))
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if found == 0 {
		t.Error("Muqdadiya is not found")
	}
	if took > 20*time.Millisecond {
		t.Errorf("open and look up: %v", took)
	}
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 1<<20 {
		t.Errorf("the heap grew by %d bytes", grown)
	}
	runtime.KeepAlive(g)
}

func FuzzLookup(f *testing.F) {
	for _, tt := range folds {
		f.Add(tt.name)
	}
	g := open(f)
	f.Fuzz(func(t *testing.T, name string) {
		variant := false
		for _, m := range g.Lookup(name) {
			if m.Edits != 0 || variant && !m.Variant || m.Alias == "" || m.Place.Name == "" {
				t.Fatalf("%q: %+v", name, m)
			}
			variant = m.Variant
		}
	})
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		if _, err := gazetteer.Open(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLookup(b *testing.B) {
	g := open(b)
	for b.Loop() {
		g.Lookup("Al Miqdādīyah")
	}
}

func BenchmarkFuzzy(b *testing.B) {
	g := open(b)
	for b.Loop() {
		g.Fuzzy("Muqdadeya", 2)
	}
}
