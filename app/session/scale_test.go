package session

import (
	"fmt"
	"testing"
	"time"

	"dateline/app/brief"
	"dateline/app/work"
	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/source"
)

// large is a brief of n events over ten years at places of their own.
func large(n int) brief.Brief {
	b := brief.FromDocument(source.Document{ID: "large", Name: "large", Title: "large", Text: "a 2014-06-10"})
	start := time.Date(2010, 1, 1, 0, 0, 0, 0, time.UTC)
	b.Edits = make(map[timeline.ID]brief.Edit, n)
	sides := []string{"North", "South", "Envoys"}
	for i := range n {
		id := timeline.ID(fmt.Sprintf("own-%d", i+1))
		b.Own = append(b.Own, brief.Own{ID: id})
		title := fmt.Sprintf("Event %d at the river", i)
		when := edtf.OnDay(start.AddDate(0, 0, (i*7919)%3650))
		status := timeline.Accepted
		b.Edits[id] = brief.Edit{
			Title: &title, Kind: &timeline.Kinds[i%len(timeline.Kinds)], When: &when, Side: &sides[i%3], Status: &status,
			Places: &[]brief.Place{{Name: fmt.Sprintf("Place %d", i%500), Lon: float64(i%360) - 180, Lat: float64(i%170) - 85}},
		}
	}
	return b
}

// scaled is a session with a large brief.
func scaled(t testing.TB, n int) *Session {
	t.Helper()
	s := New(Deps{Engine: arranging{&engine{}}, Do: func(f func()) { f() }})
	b := large(n)
	s.set(b, work.Arrange(b, nil))
	return s
}

func BenchmarkArrange10000(b *testing.B) {
	large := large(10_000)
	for b.Loop() {
		work.Arrange(large, nil)
	}
}

func BenchmarkArrange100000(b *testing.B) {
	large := large(100_000)
	for b.Loop() {
		work.Arrange(large, nil)
	}
}

func BenchmarkFilter10000(b *testing.B) {
	s := scaled(b, 10_000)
	on := false
	for b.Loop() {
		on = !on
		f := Filter{}
		if on {
			f.Text = "river 77"
		}
		s.SetFilter(f)
	}
}

func BenchmarkSelect10000(b *testing.B) {
	s := scaled(b, 10_000)
	i := 0
	for b.Loop() {
		i = (i + 1237) % 10_000
		s.Select(s.Events()[i].ID)
	}
}

func BenchmarkEditAndUndo10000(b *testing.B) {
	s := scaled(b, 10_000)
	title := "Another"
	for b.Loop() {
		s.Edit("own-77", "Rename", func(e *brief.Edit) { e.Title = &title })
		s.Undo()
	}
}

func BenchmarkOpen100000(b *testing.B) {
	data, err := brief.Marshal(large(100_000))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(len(data))/1e6, "MB")
	for b.Loop() {
		got, err := brief.Unmarshal(data)
		if err != nil {
			b.Fatal(err)
		}
		work.Arrange(got, nil)
	}
}

func TestLargeBriefIsWhole(t *testing.T) {
	s := scaled(t, 2000)
	if n := len(s.Events()); n != 2000 {
		t.Fatalf("%d events", n)
	}
	s.SetFilter(Filter{Sides: []string{"North"}})
	if n := len(s.Shown().Events); n != 667 {
		t.Errorf("%d of the North", n)
	}
	s.SelectAll()
	s.Reject(s.Selection()...)
	s.Undo()
	for _, e := range s.Events() {
		if e.Status != timeline.Accepted {
			t.Fatalf("%s is %s", e.ID, e.Status)
		}
	}
}
