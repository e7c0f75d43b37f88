package work

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"dateline/app/brief"
	"dateline/timeline/source"
)

// Texts that nobody wrote neither hang nor break the reading of them. The
// bound is wide: it is of minutes for what costs more than its length.
func TestHostileReports(t *testing.T) {
	if testing.Short() {
		t.Skip("reads many texts of a tenth of a megabyte")
	}
	const size = 100_000
	repeat := func(s string) string { return strings.Repeat(s, size/len(s)) }
	for name, text := range map[string]string{
		"one word":                "A" + repeat("a"),
		"words of capitals":       repeat("Abcdefgh"),
		"no spaces":               repeat("Rebels.took,Mosul;on-Friday"),
		"nested quotes":           repeat("“\"'‘"),
		"nested brackets":         repeat("([{"),
		"nested clauses":          repeat("he said that "),
		"a list of places":        repeat("Mosul, "),
		"a sentence of names":     repeat("General Hamid Osman of the Northern Front and "),
		"a sentence of dates":     repeat("June 3, 4 and 5 to Friday "),
		"unknown names":           repeat("in Qwertzuiopa, near Asdfghjklya, "),
		"names of one letter":     repeat("A. B. C. "),
		"hyphens":                 repeat("Baghdad-"),
		"apostrophes":             repeat("Iraq's'"),
		"right to left":           repeat("\u202eMosul \u202d\u2067"),
		"full stops":              repeat(". "),
		"numbers":                 repeat("1,000 to 2,000 of 3,000 "),
		"stated distances":        repeat("Mosul, 80 km from Tikrit, 80 km from "),
		"the same event":          repeat("Rebels took Mosul on Friday, killing 20 people. "),
		"pronouns":                repeat("It did. They did it to them there then. "),
		"upper case":              repeat("REBELS TOOK MOSUL ON FRIDAY AND "),
		"combining marks":         repeat("M\u0301\u0302\u0303o"),
		"other scripts":           repeat("الموصل 10 يونيو 2014 摩苏尔 Москва "),
		"headings":                repeat("# Mosul\n\n"),
		"headings with datelines": repeat("MOSUL (AP) — \n\n"),
	} {
		ctx, cancel := context.WithTimeout(t.Context(), 4*time.Minute)
		start := time.Now()
		doc, err := source.FromText(name, text)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		c, err := shared.Read(ctx, brief.FromDocument(doc), func(string, float64) {})
		cancel()
		took := time.Since(start)
		if err != nil {
			t.Errorf("%s: %v after %s", name, err, took)
			continue
		}
		if took > 4*time.Minute {
			t.Errorf("%s: %s", name, took)
		}
		t.Logf("%s: %s, %d events", name, took.Round(time.Millisecond), len(c.Events))
	}
}

// Reading a long text stops soon after it is given up.
func TestReadIsCancelled(t *testing.T) {
	doc := reportsOf(t, 1_200_000)
	ctx, cancel := context.WithCancel(t.Context())
	var given time.Time
	_, err := shared.Read(ctx, brief.FromDocument(doc), func(_ string, done float64) {
		if done > 0.05 && given.IsZero() {
			given = time.Now()
			cancel()
		}
	})
	cancel()
	if !errors.Is(err, context.Canceled) || given.IsZero() {
		t.Fatalf("%v", err)
	}
	if took := time.Since(given); took > time.Minute {
		t.Errorf("it went on for %s", took)
	}
}
