package pack

import (
	"encoding/binary"
	"math"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

func TestVarints(t *testing.T) {
	for _, v := range []int64{0, 1, -1, 63, 64, -64, -65, 1 << 20, -(1 << 20), math.MaxInt32, math.MinInt32, math.MaxInt64, math.MinInt64} {
		c := cursor{s: string(binary.AppendVarint(nil, v)) + "rest"}
		if got := c.varint(); got != v || c.bad || c.s != "rest" {
			t.Errorf("%d is read as %d, bad %v, left %q", v, got, c.bad, c.s)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Uint64().Draw(t, "v")
		c := cursor{s: string(binary.AppendUvarint(nil, v))}
		if got := c.uvarint(); got != v || c.bad || c.s != "" {
			t.Fatalf("%d is read as %d, bad %v", v, got, c.bad)
		}
	})
}

func TestCursorFails(t *testing.T) {
	for _, c := range []struct {
		name string
		in   string
		read func(*cursor)
	}{
		{"a varint without end", strings.Repeat("\xff", 12), func(c *cursor) { c.varint() }},
		{"a varint cut off", "\x80", func(c *cursor) { c.uvarint() }},
		{"no varint", "", func(c *cursor) { c.uvarint() }},
		{"too few bytes", "abc", func(c *cursor) { c.bytes(4) }},
		{"a negative number of bytes", "abc", func(c *cursor) { c.bytes(-1) }},
		{"half a number", "abcd", func(c *cursor) { c.uint64() }},
		{"more things than bytes", "\x05abc", func(c *cursor) { c.count(1) }},
		{"more large things than bytes", "\x02abcdef", func(c *cursor) { c.count(4) }},
		{"a string cut off", "\x05abc", func(c *cursor) { _ = c.string() }},
		{"a feature cut off", "\x01k\x01n\x00", func(c *cursor) { c.meta(1) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			cur := cursor{s: c.in}
			c.read(&cur)
			if !cur.bad {
				t.Fatalf("%q was read, %q is left", c.in, cur.s)
			}
			// Once bad it stays so, and gives nothing.
			if cur.uvarint() != 0 || cur.bytes(1) != "" || !cur.bad {
				t.Error("something was read afterwards")
			}
		})
	}
}

func TestPeek(t *testing.T) {
	c := cursor{s: "\x02ab"}
	if c.peek() != 2 || c.s != "\x02ab" || c.bad {
		t.Errorf("peek moved: %q, bad %v", c.s, c.bad)
	}
	c = cursor{s: "\x09ab"}
	if c.peek() != 0 || c.bad {
		t.Errorf("peeking at too much: bad %v", c.bad)
	}
}

func TestRef(t *testing.T) {
	for _, i := range []Ref{0, 1, 77, math.MaxInt32} {
		if i.Reverse() >= 0 || i.Reverse().Reverse() != i || i.Reverse().Arc() != i.Arc() || i.Arc() != int(i) {
			t.Errorf("%d reversed is %d, of arc %d", i, i.Reverse(), i.Reverse().Arc())
		}
	}
}

func TestMeta(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringN(0, 20, 60)
		in := Feature{
			Key: text.Draw(t, "key"), Name: text.Draw(t, "name"), Rank: rapid.IntRange(0, 300).Draw(t, "rank"),
			Label: orb.Point{rapid.Float64Range(-180, 180).Draw(t, "lon"), rapid.Float64Range(-90, 90).Draw(t, "lat")},
		}
		r, err := Open(string(File{Quantum: 0.1, Layers: [][]Feature{{in}}}.Encode()))
		if err != nil {
			t.Fatal(err)
		}
		got := r.Layer(0)[0]
		if got.Key != in.Key || got.Name != in.Name || got.Rank != in.Rank {
			t.Fatalf("%+v is read as %+v", in, got)
		}
		if math.Abs(got.Label[0]-in.Label[0]) > labelQuantum || math.Abs(got.Label[1]-in.Label[1]) > labelQuantum {
			t.Fatalf("label %v is read as %v", in.Label, got.Label)
		}
		if mp, err := r.Polygons(got); err != nil || len(mp) != 0 || got.Bound != (orb.Bound{}) {
			t.Fatalf("no geometry is read as %v in %v, %v", mp, got.Bound, err)
		}
	})
}

func TestNegativeRank(t *testing.T) {
	r, err := Open(string(File{Quantum: 1, Layers: [][]Feature{{{Rank: -5}}}}.Encode()))
	if err != nil || r.Layer(0)[0].Rank != 0 {
		t.Errorf("a negative rank is read as %+v, %v", r.Layer(0), err)
	}
}

func TestReaderIsShared(t *testing.T) {
	r, err := Open(string(twoSquares().Encode()))
	if err != nil {
		t.Fatal(err)
	}
	m := r.Layer(0)[0]
	a, err := r.Polygons(m)
	if err != nil {
		t.Fatal(err)
	}
	a[0][0][0] = orb.Point{99, 99}
	b, err := r.Polygons(m)
	if err != nil || b[0][0][0] == a[0][0][0] {
		t.Errorf("what was decoded before shows in %v, %v", b[0][0][0], err)
	}
}

func BenchmarkPolygons(b *testing.B) {
	var ring Arc
	for i := range 10_000 {
		a := float64(i) / 10_000 * 2 * math.Pi
		ring = append(ring, [2]int32{int32(1e5 * math.Cos(a)), int32(1e5 * math.Sin(a))})
	}
	ring = append(ring, ring[0])
	r, err := Open(string(File{Quantum: 1e-4, Arcs: []Arc{ring}, Layers: [][]Feature{{{Parts: [][][]Ref{{{0}}}}}}}.Encode()))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Polygons(r.Layer(0)[0]); err != nil {
			b.Fatal(err)
		}
	}
}
