package extract

import (
	"context"
	"os"
	"strconv"
	"strings"
	"testing"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/source"
)

// sentencesFile holds short texts with the events that they tell, as text of
// a report of Saturday 14 June 2014. A text stands on a line; each line after
// it that begins with "= " is one of its events:
//
//	= kind modality | EDTF | role place, … | min-max of, … | who stance, …
//
// Columns at the end may be left out where they are empty. A text without such
// a line tells no event. "#" begins a comment.
const sentencesFile = "testdata/sentences.txt"

type goldSentence struct {
	line   int
	text   string
	events []string
}

func goldSentences(t testing.TB) []goldSentence {
	t.Helper()
	b, err := os.ReadFile(sentencesFile)
	if err != nil {
		t.Fatal(err)
	}
	var all []goldSentence
	n := 0
	for line := range strings.Lines(string(b)) {
		n++
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case strings.HasPrefix(line, "= ") && len(all) > 0:
			last := &all[len(all)-1]
			last.events = append(last.events, strings.TrimPrefix(line, "= "))
		default:
			all = append(all, goldSentence{line: n, text: line})
		}
	}
	return all
}

// gist writes an event as a line of the file does.
func gist(e *timeline.Event) string {
	kind := string(e.Kind)
	if e.Modality != "" {
		kind += " " + string(e.Modality)
	}
	var places, figures, claims []string
	for _, p := range e.Places {
		places = append(places, string(p.Role)+" "+p.Name)
	}
	for _, f := range e.Figures {
		s := strconv.FormatFloat(f.Min, 'f', -1, 64) + "-"
		if f.Max > 0 {
			s += strconv.FormatFloat(f.Max, 'f', -1, 64)
		}
		figures = append(figures, s+" "+f.Of)
	}
	for _, c := range e.Claims {
		if c.By != "report" || c.Stance != timeline.Reports {
			claims = append(claims, c.By+" "+string(c.Stance))
		}
	}
	s := strings.Join([]string{kind, e.When.EDTF.String(), strings.Join(places, ", "), strings.Join(figures, ", "), strings.Join(claims, ", ")}, " | ")
	return strings.TrimRight(s, " |")
}

// TestGists holds the reading of each text to its events.
func TestGists(t *testing.T) {
	all := goldSentences(t)
	if len(all) < 150 {
		t.Fatalf("%d texts", len(all))
	}
	for _, s := range all {
		doc := source.Document{ID: "0123456789ab", Text: s.text}
		got, err := Read(context.Background(), doc, names, Options{Published: edtf.MustParse("2014-06-14")})
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for i := range got.Events {
			lines = append(lines, gist(&got.Events[i]))
		}
		if g, w := strings.Join(lines, "\n"), strings.Join(s.events, "\n"); g != w {
			t.Errorf("%s:%d: %s\ngot\n%s\nwant\n%s", sentencesFile, s.line, s.text, g, w)
		}
	}
}
