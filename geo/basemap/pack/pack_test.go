package pack

import (
	"bytes"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

// twoSquares are neighbours that share an arc: 0 is the wall between them, 1
// the rest of the west one, 2 the rest of the east one. 3 is an island.
func twoSquares() File {
	return File{
		Quantum: 0.5,
		Scale:   2000,
		Arcs: []Arc{
			{{2, 0}, {2, 2}},
			{{2, 2}, {0, 2}, {0, 0}, {2, 0}},
			{{2, 0}, {4, 0}, {4, 2}, {2, 2}},
			{{10, 0}, {12, 0}, {12, 2}, {10, 0}},
		},
		Layers: [][]Feature{
			{
				{Key: "AA.1", Name: "West", Rank: 1, Label: orb.Point{0.5, 0.5}, Parts: [][][]Ref{{{0, 1}}, {{3}}}},
				{Key: "AA.2", Name: "Ost — östlich", Parts: [][][]Ref{{{Ref(0).Reverse(), 2}}}},
			},
			{{Key: "", Name: "wall", Rank: 7, Parts: [][][]Ref{{{0}}}}},
			{},
		},
	}
}

func TestRoundTrip(t *testing.T) {
	r, err := Open(string(twoSquares().Encode()))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Layer(0)) != 2 || len(r.Layer(1)) != 1 || len(r.Layer(2)) != 0 || r.Layer(3) != nil || r.Layer(-1) != nil {
		t.Fatalf("layers of %d, %d, %d", len(r.Layer(0)), len(r.Layer(1)), len(r.Layer(2)))
	}
	west, east := r.Layer(0)[0], r.Layer(0)[1]
	if west.Key != "AA.1" || west.Name != "West" || west.Rank != 1 || west.Label != (orb.Point{0.5, 0.5}) {
		t.Errorf("west = %+v", west)
	}
	if want := (orb.Bound{Max: orb.Point{6, 1}}); west.Bound != want {
		t.Errorf("bound = %v, want %v", west.Bound, want)
	}
	if east.Name != "Ost — östlich" {
		t.Errorf("name = %q", east.Name)
	}
	got, err := r.Polygons(west)
	want := orb.MultiPolygon{
		{{{1, 0}, {1, 1}, {0, 1}, {0, 0}, {1, 0}}},
		{{{5, 0}, {6, 0}, {6, 1}, {5, 0}}},
	}
	if err != nil || cmp.Diff(want, got) != "" {
		t.Errorf("west: %v\n%s", err, cmp.Diff(want, got))
	}
	got, err = r.Polygons(east)
	want = orb.MultiPolygon{{{{1, 1}, {1, 0}, {2, 0}, {2, 1}, {1, 1}}}}
	if err != nil || cmp.Diff(want, got) != "" {
		t.Errorf("east: %v\n%s", err, cmp.Diff(want, got))
	}
	lines, err := r.Lines(r.Layer(1)[0])
	if err != nil || cmp.Diff(orb.MultiLineString{{{1, 0}, {1, 1}}}, lines) != "" {
		t.Errorf("wall = %v, %v", lines, err)
	}
}

func TestScale(t *testing.T) {
	if got, err := Scale(string(twoSquares().Encode())); err != nil || got != 2000 {
		t.Errorf("Scale = %v, %v", got, err)
	}
	f := twoSquares()
	f.Scale = -1
	for _, bad := range []string{"", magic, "DLWORLD0aaaaaaaaaaaaaaaa", string(f.Encode())} {
		if got, err := Scale(bad); !errors.Is(err, ErrDamaged) {
			t.Errorf("Scale(%.10q) = %v, %v", bad, got, err)
		}
	}
}

func TestCollapsedRings(t *testing.T) {
	f := File{Quantum: 1,
		Arcs: []Arc{
			{{0, 0}, {9, 0}, {9, 9}, {0, 0}},
			{{2, 1}, {3, 1}, {2, 1}},
		},
		Layers: [][]Feature{{
			{Key: "hole", Parts: [][][]Ref{{{0}, {1}}}},
			{Key: "outer", Parts: [][][]Ref{{{1}, {0}}}},
		}}}
	r, err := Open(string(f.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := r.Polygons(r.Layer(0)[0]); err != nil || len(got) != 1 || len(got[0]) != 1 {
		t.Errorf("a collapsed hole: %v, %v", got, err)
	}
	if got, err := r.Polygons(r.Layer(0)[1]); err != nil || len(got) != 0 {
		t.Errorf("a collapsed outer ring: %v, %v", got, err)
	}
}

func TestEncodeIsStable(t *testing.T) {
	want := twoSquares().Encode()
	for range 20 {
		if !bytes.Equal(twoSquares().Encode(), want) {
			t.Fatal("the same file gives other bytes")
		}
	}
}

func TestArcsRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		coord := rapid.Int32Range(-1_800_000, 1_800_000)
		points := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) [2]int32 {
			return [2]int32{coord.Draw(t, "x"), coord.Draw(t, "y")}
		}), 2, 40).Draw(t, "points")
		f := File{Quantum: 1e-4, Arcs: []Arc{points}, Layers: [][]Feature{{{Parts: [][][]Ref{{{0}}, {{^Ref(0)}}}}}}}
		r, err := Open(string(f.Encode()))
		if err != nil {
			t.Fatal(err)
		}
		m := r.Layer(0)[0]
		got, err := r.Lines(m)
		if err != nil || len(got) != 2 || len(got[0]) != len(points) {
			t.Fatalf("%v, %v", got, err)
		}
		for i, p := range points {
			want := orb.Point{float64(p[0]) * 1e-4, float64(p[1]) * 1e-4}
			if got[0][i] != want || got[1][len(points)-1-i] != want {
				t.Fatalf("point %d is %v and %v, want %v", i, got[0][i], got[1][len(points)-1-i], want)
			}
			if !m.Bound.Contains(want) {
				t.Fatalf("%v is outside of the bound %v", want, m.Bound)
			}
		}
	})
}

func TestOpenDamaged(t *testing.T) {
	whole := string(twoSquares().Encode())
	for n := range len(whole) {
		if _, err := Open(whole[:n]); !errors.Is(err, ErrDamaged) {
			t.Fatalf("the first %d bytes of %d open: %v", n, len(whole), err)
		}
	}
	if _, err := Open(whole + "x"); !errors.Is(err, ErrDamaged) {
		t.Errorf("a byte too many opens: %v", err)
	}
	f := twoSquares()
	f.Quantum = -1
	if _, err := Open(string(f.Encode())); !errors.Is(err, ErrDamaged) {
		t.Errorf("a negative quantum opens: %v", err)
	}
}

func TestBadReference(t *testing.T) {
	f := twoSquares()
	r, err := Open(string(f.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	for _, ref := range []Ref{4, ^Ref(4), 1 << 30, -1 << 31} {
		if _, ok := r.appendArc(nil, ref); ok {
			t.Errorf("arc %d was found", ref)
		}
	}
}

func FuzzOpen(f *testing.F) {
	whole := twoSquares().Encode()
	f.Add(whole)
	f.Add(whole[:len(whole)-1])
	f.Add([]byte(magic))
	f.Add([]byte{})
	for i := range whole {
		b := bytes.Clone(whole)
		b[i] ^= 0x81
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := Open(string(data))
		if err != nil {
			if !errors.Is(err, ErrDamaged) {
				t.Fatalf("an error of another kind: %v", err)
			}
			return
		}
		for i := range 4 {
			for _, m := range r.Layer(i) {
				if mp, err := r.Polygons(m); err == nil {
					for _, p := range mp {
						if len(p) == 0 || len(p[0]) < 4 {
							t.Fatalf("a polygon without an outer ring: %v", p)
						}
					}
				}
				_, _ = r.Lines(m)
			}
		}
	})
}
