package extract

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/source"
)

// Portions follow each other, cover every letter of the blocks and none is
// much longer than it should be.
func TestPortionsCoverTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		for range rapid.IntRange(1, 8).Draw(t, "blocks") {
			b.WriteString(strings.Repeat(rapid.SampledFrom([]string{"Rebels took it. ", "x", "é", "\n", "\n\n", "Mosul "}).Draw(t, "words"), rapid.IntRange(0, 12000).Draw(t, "times")))
			b.WriteString("\n\n")
		}
		doc := source.Document{Text: b.String()}
		at, block := 0, 0
		for i, p := range portions(&doc) {
			if p.start < at || p.end < p.start || p.end > len(doc.Text) {
				t.Fatalf("portion %d is %d to %d, after %d", i, p.start, p.end, at)
			}
			if p.end-p.start > portionSize+longestBlock && i > 0 {
				t.Fatalf("portion %d has %d bytes", i, p.end-p.start)
			}
			if p.first != block {
				t.Fatalf("portion %d begins with block %d, want %d", i, p.first, block)
			}
			for _, bl := range p.blocks {
				if bl.Start < at || bl.End <= bl.Start || bl.End > p.end || bl.End-bl.Start > longestBlock || !utf8.ValidString(doc.Text[bl.Start:bl.End]) {
					t.Fatalf("block %d to %d in portion %d to %d", bl.Start, bl.End, p.start, p.end)
				}
				at = bl.End
			}
			block += len(p.blocks)
			at = p.end
		}
	})
}

// A long text is read as its portions are, with the offsets of the whole.
func TestTextOfSeveralPortions(t *testing.T) {
	var b strings.Builder
	for i := 0; b.Len() < 3*portionSize; i++ {
		fmt.Fprintf(&b, "Rebels attacked Mosul on Friday and killed %d soldiers, police said.\n\n", i%90+2)
	}
	doc := source.Document{ID: "0123456789ab", Text: b.String()}
	doc.Published = edtf.MustParse("2014-06-14")
	var told []float64
	r, err := Read(t.Context(), doc, names, Options{Progress: func(f float64) { told = append(told, f) }})
	if err != nil {
		t.Fatal(err)
	}
	n := strings.Count(doc.Text, "Mosul")
	if len(r.Places) != n || len(r.Times) != n {
		t.Errorf("%d places and %d times, want %d", len(r.Places), len(r.Times), n)
	}
	for _, m := range r.Places {
		if doc.Text[m.Span.Start:m.Span.End] != "Mosul" {
			t.Fatalf("a place is %q", doc.Text[m.Span.Start:m.Span.End])
		}
	}
	for _, x := range r.Times {
		if doc.Text[x.Start:x.End] != "Friday" {
			t.Fatalf("a time is %q", doc.Text[x.Start:x.End])
		}
	}
	ids := map[timeline.ID]bool{}
	for _, e := range r.Events {
		if ids[e.ID] {
			t.Fatalf("two events are %s", e.ID)
		}
		ids[e.ID] = true
	}
	if len(r.Events) < 3 {
		t.Errorf("%d events", len(r.Events))
	}
	if len(r.Cuts) < 2 || len(r.Cuts) != len(told)-1 || !slices.IsSorted(r.Cuts) || !slices.IsSorted(told) || told[len(told)-1] > 1 {
		t.Errorf("cut at %v, told %v", r.Cuts, told)
	}
}

func TestLongTextIsGivenUp(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	doc := source.Document{Text: strings.Repeat("Rebels attacked Mosul on Friday.\n\n", 3*portionSize/30)}
	calls := 0
	_, err := Read(ctx, doc, names, Options{Progress: func(float64) { calls++; cancel() }})
	if !errors.Is(err, context.Canceled) || calls != 1 {
		t.Errorf("%v after %d portions", err, calls)
	}
}
