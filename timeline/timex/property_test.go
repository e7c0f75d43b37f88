package timex

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// checkExprs is what holds of every answer.
func checkExprs(t interface{ Fatalf(string, ...any) }, text string, out []Expr) {
	last := 0
	for _, e := range out {
		if e.Start < last || e.End <= e.Start || e.End > len(text) {
			t.Fatalf("expression %d-%d after %d in %q", e.Start, e.End, last, text)
		}
		last = e.End
		if e.Value == "" || e.Type == "" {
			t.Fatalf("%q has value %q and type %q", text[e.Start:e.End], e.Value, e.Type)
		}
		lo, hi := e.EDTF.Bounds()
		if !lo.IsZero() && !hi.IsZero() && hi.Before(lo) {
			t.Fatalf("%q is from %s to %s", text[e.Start:e.End], lo, hi)
		}
	}
}

var vocabulary = strings.Fields("On In By the a last next this early late mid - June May March 3 5 14 31 1990 2014 , . Friday Saturday yesterday today " +
	"two several weeks days years ago later earlier of from to between and since until morning night 2 p.m. : 30 GMT Christmas Easter summer winter " +
	"every day daily now recent former the past 10 year month week will was said BC '90s 1980s Q3 quarter half second century 161430ZMAY14 weekend")

func TestFindProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sep := rapid.SampledFrom([]string{" ", "", "\n", " \n\n"}).Draw(t, "sep")
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(vocabulary), 1, 30).Draw(t, "words"), " ") + sep + strings.Join(rapid.SliceOfN(rapid.SampledFrom(vocabulary), 0, 10).Draw(t, "more"), sep)
		opt := Options{Mode: Mode(rapid.IntRange(0, 2).Draw(t, "mode"))}
		if rapid.Bool().Draw(t, "anchored") {
			opt.Anchor = time.Date(2014, 1, rapid.IntRange(1, 365).Draw(t, "day"), 0, 0, 0, 0, time.UTC)
		}
		checkExprs(t, text, Find(text, opt))
	})
}

// TestWeekdaysProperty: a weekday with a verb of the past is never after the
// day of publication, and never more than six days before it.
func TestWeekdaysProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := time.Date(2014, 1, rapid.IntRange(1, 3650).Draw(t, "day"), 0, 0, 0, 0, time.UTC)
		name := time.Weekday(rapid.IntRange(0, 6).Draw(t, "weekday"))
		got := Find("On "+name.String()+" the army took the town.", Options{Anchor: day})
		if len(got) != 1 {
			t.Fatalf("%d expressions", len(got))
		}
		lo, _ := got[0].EDTF.Bounds()
		if lo.Weekday() != name || lo.After(day) || day.Sub(lo) > 6*24*time.Hour {
			t.Fatalf("%s before %s is %s", name, day, lo)
		}
	})
}

func TestLinear(t *testing.T) {
	text := strings.Repeat("On Friday 3 and 5 May 2014 they fought for two and a half years, the day before yesterday. ", 2000)
	start := time.Now()
	n := len(Find(text, Options{Anchor: saturday()}))
	if d := time.Since(start); n < 8000 || d > 30*time.Second {
		t.Errorf("%d expressions in %s", n, d)
	}
}

func FuzzFind(f *testing.F) {
	for _, table := range [][]struct{ text, want string }{
		anchored, told, undated, clocks, counts, standing, neighbours, years, weekdays, calendars, shifts, hours, ranges, numbers, telexes, stories, tenses, adrift,
	} {
		for _, c := range table {
			f.Add(strings.NewReplacer("[", "", "]", "").Replace(c.text))
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkExprs(t, text, Find(text, Options{Anchor: saturday()}))
		checkExprs(t, text, Find(text, Options{Mode: Narrative}))
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("The rebels took the port on Friday after three weeks of fighting, and the army drew back to the hills. ", 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text, Options{Anchor: saturday()})
	}
}
