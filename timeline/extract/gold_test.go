package extract

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/source"
)

// goldFile is what a careful reader takes from a report.
type goldFile struct {
	Published string
	Max       int // how many events may be proposed
	Events    []goldEvent
}

type goldEvent struct {
	What               string
	Kind               []string // any of these
	When               string   // EDTF; empty for any
	Places             []string // one of these must be among the event's; empty for any
	Side               string   // must be in the acting side's name
	Figure             float64  // must be the least of one of the figures
	Contested, Claimed bool
}

// fits scores how well an event fits: 0 not at all.
func (g *goldEvent) fits(e *timeline.Event) int {
	if !slices.Contains(g.Kind, string(e.Kind)) {
		return 0
	}
	score := 1
	if len(g.Places) > 0 {
		hit := false
		for _, p := range e.Places {
			if slices.Contains(g.Places, p.Name) {
				hit = true
			}
		}
		if !hit {
			return 0
		}
		score += 3
	}
	if g.When != "" {
		if e.When.EDTF.String() != g.When {
			return 0
		}
		score += 2
	}
	if g.Figure > 0 {
		hit := false
		for _, f := range e.Figures {
			hit = hit || f.Min == g.Figure
		}
		if !hit {
			return 0
		}
		score += 2
	}
	if g.Side != "" && !strings.Contains(e.Side, g.Side) || g.Contested && !e.Contested() || g.Claimed && !e.Claimed() {
		return 0
	}
	return score
}

// matched pairs gold and found events one to one, the best fits first.
func matched(gold []goldEvent, found []timeline.Event) []int {
	type pair struct{ g, e, score int }
	var pairs []pair
	for g := range gold {
		for e := range found {
			if s := gold[g].fits(&found[e]); s > 0 {
				pairs = append(pairs, pair{g, e, s})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return b.score - a.score })
	out := make([]int, len(gold))
	used := make([]bool, len(found))
	for _, p := range pairs {
		if out[p.g] == 0 && !used[p.e] {
			out[p.g], used[p.e] = p.e+1, true
		}
	}
	return out
}

func readFile(t testing.TB, name string, published edtf.Value) Reading {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := source.FromText(name, string(b))
	if err != nil {
		t.Fatal(err)
	}
	got, err := Read(context.Background(), doc, names, Options{Published: published})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// TestGold holds the reading of whole reports to what a careful reader takes:
// seven of eight events, at most 1.4 times as many proposed.
func TestGold(t *testing.T) {
	files, err := filepath.Glob("testdata/*.json")
	if err != nil || len(files) < 4 {
		t.Fatalf("reports: %v, %v", files, err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		t.Run(name, func(t *testing.T) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var gold goldFile
			if err := json.Unmarshal(b, &gold); err != nil {
				t.Fatal(err)
			}
			got := readFile(t, name+".txt", edtf.MustParse(gold.Published))
			pairs := matched(gold.Events, got.Events)
			found := 0
			for g, e := range pairs {
				if e == 0 {
					t.Logf("missing: %s", gold.Events[g].What)
					continue
				}
				found++
			}
			for e := range got.Events {
				x := &got.Events[e]
				what := "beyond the gold"
				if g := slices.Index(pairs, e+1); g >= 0 {
					what = gold.Events[g].What
				}
				where := ""
				for _, p := range x.Places {
					where += " " + string(p.Role) + " " + p.Name
				}
				t.Logf("%s: %s (%s, %s,%s)", what, x.Title, x.Kind, x.When.EDTF, where)
			}
			t.Logf("found %d of %d; proposed %d, at most %d", found, len(gold.Events), len(got.Events), gold.Max)
			if found*8 < len(gold.Events)*7 {
				t.Errorf("found %d of %d", found, len(gold.Events))
			}
			if len(got.Events) > gold.Max {
				t.Errorf("proposed %d, at most %d", len(got.Events), gold.Max)
			}
		})
	}
}
