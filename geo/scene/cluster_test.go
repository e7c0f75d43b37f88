package scene

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo/geocode"
	"dateline/timeline"
)

// swarm is n events at random places of the island, a third of no side.
func swarm(n int) Input {
	in := campaign()
	in.Events, in.Advances, in.Selected = make([]Event, 0, n), nil, ""
	r := rand.New(rand.NewPCG(7, 7))
	for i := range n {
		e := event(i+1, fmt.Sprintf("Event %d", i+1), [...]string{"Reds", "Blues", ""}[i%3], "2020-03-01",
			geocode.Location{Name: "x", Role: timeline.At, Point: orb.Point{10 * r.Float64(), 10 * r.Float64()}})
		e.Kind = timeline.Battle
		in.Events = append(in.Events, e)
	}
	return in
}

func clusterCounts(s Scene) (sum, n int) {
	for _, it := range s.Items {
		if w, ok := it.(Text); ok && w.Class == "cluster" {
			k, _ := strconv.Atoi(w.Text)
			sum += k
			n++
		}
	}
	return sum, n
}

func TestClustersHoldEveryEvent(t *testing.T) {
	for _, n := range []int{crowdFrom + 1, 500, 3000} {
		in := swarm(n)
		s := Overlay(in)
		sum, clusters := clusterCounts(s)
		o := &overlay{Input: in.normal()}
		o.page, o.frame = newMapPage(o.Input, orb.Point{}), orb.Bound{Max: in.View.Size}
		o.index = o.Cache.index(o.Events)
		o.pick()
		if clusters == 0 || sum+len(o.shown) != n || o.total != n {
			t.Errorf("%d events: %d in %d clusters and %d alone, %d in all", n, sum, clusters, len(o.shown), o.total)
		}
		for i, a := range o.clusters {
			if len(a.members) < clusterFrom || math.Abs(a.r-clusterRadius(len(a.members), 1)) > 1e-9 {
				t.Errorf("a cluster of %d has the radius %v", len(a.members), a.r)
			}
			for _, b := range o.clusters[:i] {
				if dist(a.at, b.at) < 0.8*(a.r+b.r) {
					t.Errorf("clusters at %v and %v cover one another", a.at, b.at)
				}
			}
		}
	}
}

func TestFewEventsAreSpread(t *testing.T) {
	in := swarm(crowdFrom)
	for i := range in.Events {
		in.Events[i].At[0].Point = orb.Point{5, 5}
	}
	if _, n := clusterCounts(Overlay(in)); n != 0 {
		t.Errorf("%d clusters", n)
	}
}

func TestClusterLeavesTheSelectedOut(t *testing.T) {
	in := swarm(400)
	in.Selected = in.Events[200].ID
	s := Overlay(in)
	if _, ok := find(s, "event-201"); !ok {
		t.Error("the selected event has no mark of its own")
	}
	if sum, _ := clusterCounts(s); sum >= 400 {
		t.Errorf("the clusters hold %d of 400", sum)
	}
}

func TestClusterRingIsDividedBySide(t *testing.T) {
	in := swarm(600)
	for i := range in.Events {
		in.Events[i].At[0].Point = orb.Point{5 + float64(i%7)/100, 5}
	}
	s := Overlay(in)
	if text(s, "cluster-1-count") != "600" {
		t.Fatalf("one cluster of %q", text(s, "cluster-1-count"))
	}
	whole := 0.0
	hues := map[string]bool{}
	for k := 1; k <= 3; k++ {
		p, ok := paths(s, fmt.Sprintf("cluster-1-side-%d", k))
		if !ok {
			t.Fatalf("no part %d of the ring", k)
		}
		hues[fmt.Sprint(p.Fill)] = true
		whole += math.Abs(area(p.Lines[0]))
	}
	r := clusterRadius(600, 1)
	if want := math.Pi * (r*r - (r-5)*(r-5)); len(hues) != 3 || math.Abs(whole/2-want) > 0.02*want {
		t.Errorf("the parts have %d colours and %.0f of the area %.0f", len(hues), whole/2, want)
	}
	if got := text(s, "legend-1"); got != "The Reds" {
		t.Errorf("the legend begins with %q", got)
	}
	c, _ := find(s, "cluster-1")
	knowing := 0
	for _, h := range s.Hits {
		if len(h.Cluster) == clusterHits && dist(h.Center, c.Center()) < 0.01 {
			knowing++
		}
	}
	if knowing != clusterHits {
		t.Errorf("%d hits know their cluster, want %d", knowing, clusterHits)
	}
	if ids := s.At(c.Center(), 0); len(ids) != clusterHits {
		t.Errorf("%d events under the pointer", len(ids))
	}
}

func TestRingPart(t *testing.T) {
	quarter := ringPart(orb.Point{50, 50}, 20, 5, 0, 0.25)
	b := quarter.Bound()
	if want := (orb.Bound{Min: orb.Point{50, 30}, Max: orb.Point{70, 50}}); math.Abs(b.Min[0]-want.Min[0]) > 0.1 || math.Abs(b.Max[1]-want.Max[1]) > 0.1 || math.Abs(b.Max[0]-70) > 0.1 {
		t.Errorf("the first quarter lies in %v, want %v", b, want)
	}
	if area(quarter) < 0 {
		t.Error("it winds the other way")
	}
}

func BenchmarkCrowd(b *testing.B) {
	for _, n := range []int{1000, 100_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			in := swarm(n)
			in.Cache = NewCache()
			for b.Loop() {
				Build(in)
			}
		})
	}
}
