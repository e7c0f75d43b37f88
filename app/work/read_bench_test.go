package work

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/app/brief"
	"dateline/timeline/source"
)

// reportsOf is at least so many bytes of reports written for the tests, one
// after the other.
func reportsOf(tb testing.TB, size int) source.Document {
	tb.Helper()
	files, err := filepath.Glob("../../timeline/extract/testdata/*.txt")
	if err != nil || len(files) < 3 {
		tb.Fatalf("%d reports: %v", len(files), err)
	}
	var b bytes.Buffer
	for b.Len() < size {
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				tb.Fatal(err)
			}
			b.Write(data)
			b.WriteString("\n\n")
		}
	}
	doc, err := source.FromText("reports", b.String())
	if err != nil {
		tb.Fatal(err)
	}
	return doc
}

// prose counts the prose of a text: the plainest reading there is, against
// which the whole is measured.
func prose(text string) int { return len(strings.Fields(text)) }

// benchmarkRead reads reports of a size as a whole, from the text to events
// in order, and says how many times the time of a scan for prose that takes.
func benchmarkRead(b *testing.B, size int) {
	doc := reportsOf(b, size)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	read := func() {
		if _, err := shared.Read(context.Background(), brief.FromDocument(doc), func(string, float64) {}); err != nil {
			b.Fatal(err)
		}
	}
	read() // the data is opened and the prose are known
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	var all, scan []time.Duration
	for b.Loop() {
		t := time.Now()
		again, err := source.FromText("reports", doc.Text)
		if err != nil {
			b.Fatal(err)
		}
		doc = again
		read()
		all = append(all, time.Since(t))
		t = time.Now()
		for range 5 {
			if prose(doc.Text) == 0 {
				b.Fatal("no prose")
			}
		}
		scan = append(scan, time.Since(t)/5)
	}
	// The shortest of each: what else the computer does makes both longer.
	b.ReportMetric(float64(slices.Min(all))/float64(slices.Min(scan)), "scans")
}

func BenchmarkReadReport(b *testing.B) { benchmarkRead(b, 20_000) }

func BenchmarkReadMegabyte(b *testing.B) { benchmarkRead(b, 1_000_000) }

// TestReadIsLinear compares what reading allocates, which no other work on the
// computer changes.
func TestReadIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("reads two megabytes")
	}
	allocated := func(size int) float64 {
		doc := reportsOf(t, size)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := shared.Read(t.Context(), brief.FromDocument(doc), func(string, float64) {}); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		return float64(after.TotalAlloc-before.TotalAlloc) / float64(len(doc.Text))
	}
	allocated(10_000)
	a, b := allocated(400_000), allocated(1_600_000)
	if b > 1.5*a {
		t.Errorf("%.0f bytes for each of 0.4 MB, %.0f for each of 1.6 MB", a, b)
	}
}
