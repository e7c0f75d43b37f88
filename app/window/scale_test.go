package window

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"dateline/app/brief"
	"dateline/app/work"
	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/source"
)

// manyEvents is a brief of n events over ten years, at places of their own.
func manyEvents(n int) brief.Brief {
	b := brief.FromDocument(source.Document{ID: "many", Name: "many", Title: "Many", Text: "Nothing happens here."})
	start := time.Date(2010, 1, 1, 0, 0, 0, 0, time.UTC)
	b.Edits = make(map[timeline.ID]brief.Edit, n)
	sides := []string{"North", "South", "Envoys"}
	status := timeline.Accepted
	for i := range n {
		id := timeline.ID(fmt.Sprintf("own-%d", i+1))
		b.Own = append(b.Own, brief.Own{ID: id})
		title := fmt.Sprintf("Event %d at the river", i)
		when := edtf.OnDay(start.AddDate(0, 0, (i*7919)%3650))
		b.Edits[id] = brief.Edit{
			Title: &title, Kind: &timeline.Kinds[i%len(timeline.Kinds)], When: &when, Side: &sides[i%3], Status: &status,
			Places: &[]brief.Place{{Name: fmt.Sprintf("Place %d", i%500), Lon: float64(i%360) - 180, Lat: float64(i%170) - 85}},
		}
	}
	return b
}

// bare is a window for a benchmark; what is handed over waits in the queue.
func bare(b *testing.B) (*Window, chan func()) {
	b.Helper()
	queue := make(chan func(), 10_000)
	w := New(test.NewTempApp(b), work.New(), func(f func()) { queue <- f })
	w.win.Resize(fyne.NewSize(1440, 900))
	b.Cleanup(func() {
		done := make(chan bool)
		go func() { w.Close(); close(done) }()
		for {
			select {
			case <-queue:
			case <-done:
				return
			}
		}
	})
	return w, queue
}

// saved is a brief of n events in a file.
func saved(b *testing.B, n int) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "many.dateline")
	if err := brief.Save(path, manyEvents(n)); err != nil {
		b.Fatal(err)
	}
	return path
}

// wait runs what is handed over until something holds.
func wait(queue chan func(), holds func() bool) {
	for !holds() {
		(<-queue)()
	}
}

// BenchmarkOpen100000 opens a brief of 100,000 events until every pane has
// been told of them: at most 3 s.
func BenchmarkOpen100000(b *testing.B) {
	path := saved(b, 100_000)
	w, queue := bare(b)
	for b.Loop() {
		document := w.session.Document()
		w.session.OpenFile(path)
		wait(queue, func() bool { return w.session.Document() != document && len(w.list.Items()) == 100_000 })
	}
}

// BenchmarkUndo10000 changes one of 10,000 events and takes it back.
func BenchmarkUndo10000(b *testing.B) {
	path := saved(b, 10_000)
	w, queue := bare(b)
	w.session.OpenFile(path)
	wait(queue, func() bool { return len(w.list.Items()) == 10_000 })
	title := "Another"
	for b.Loop() {
		w.session.Edit("own-77", "Rename", func(e *brief.Edit) { e.Title = &title })
		w.session.Undo()
		for len(queue) > 0 {
			(<-queue)()
		}
	}
}

// BenchmarkSelect10000 selects one of 10,000 events.
func BenchmarkSelect10000(b *testing.B) {
	path := saved(b, 10_000)
	w, queue := bare(b)
	w.session.OpenFile(path)
	wait(queue, func() bool { return len(w.list.Items()) == 10_000 })
	i := 0
	for b.Loop() {
		i = (i + 1237) % 10_000
		w.session.Select(w.session.Events()[i].ID)
		for len(queue) > 0 {
			(<-queue)()
		}
	}
}
