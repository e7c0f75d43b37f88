package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"dateline/app/brief"
	"dateline/app/work"
	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/extract"
	"dateline/timeline/timex"
)

// countries is a Finder that only knows the names of countries.
type countries struct{ geocode.Finder }

func (countries) CountryName(iso2 string) string { return map[string]string{"ML": "Mali"}[iso2] }

// byWord finds every "Gao" and every "Monday" in a text.
func byWord(_ context.Context, b brief.Brief) (work.Content, error) {
	d := b.Reports[0].Document
	r := work.Report{Reading: extract.Reading{Document: d, Published: b.Reports[0].Published}}
	if strings.Contains(d.Text, "slow") {
		time.Sleep(30 * time.Millisecond)
	}
	if strings.Contains(d.Text, "fail") {
		return work.Content{}, errors.New("it failed")
	}
	for i := 0; ; {
		j := strings.Index(d.Text[i:], "Gao")
		if j < 0 {
			break
		}
		m := timeline.Mention{Name: "Gao", Span: timeline.Span{Start: i + j, End: i + j + 3}}
		p := gazetteer.Place{GeonameID: 7, Name: "Gao", Country: "ML"}
		r.Result.Mentions = append(r.Result.Mentions, geocode.Resolved{Mention: m, Candidates: []geocode.Candidate{{Place: p}}})
		i += j + 3
	}
	if i := strings.Index(d.Text, "Monday"); i >= 0 {
		r.Reading.Times = []timex.Expr{{Start: i, End: i + 6, Type: timex.Date, Value: "XXXX-WXX-1"}}
	}
	return work.Content{Reports: []work.Report{r}}, nil
}

func TestAnnotateKeepsOrder(t *testing.T) {
	var in strings.Builder
	for i := range 40 {
		text := "In Gao."
		if i%7 == 0 {
			text = "slow Gao"
		}
		fmt.Fprintf(&in, "{\"id\": %d, \"text\": %q}\n", i, text)
	}
	code, stdout, stderr := run(t, Env{Engine: fakeEngine{byWord, countries{}}}, in.String(), "annotate")
	if code != 0 {
		t.Fatalf("%d, %s", code, stderr)
	}
	lines := strings.Split(strings.TrimSpace(stdout), "\n")
	if len(lines) != 40 {
		t.Fatalf("%d lines", len(lines))
	}
	for i, l := range lines {
		var a annotationJSON
		if err := json.Unmarshal([]byte(l), &a); err != nil || string(a.ID) != fmt.Sprint(i) || len(a.Mentions) != 1 {
			t.Fatalf("line %d: %s, %v", i, l, err)
		}
	}
}

func TestAnnotateLines(t *testing.T) {
	for _, c := range []struct{ in, out, err string }{
		{`{"id":"a","text":"Ünd Gao on Monday"}`,
			`{"id":"a","mentions":[{"start":4,"end":7,"text":"Gao","lat":0,"lon":0,"geonameid":7}],"timex":[{"start":11,"end":17,"text":"Monday","type":"DATE","value":"XXXX-WXX-1"}],"events":[]}`, ""},
		{`{"id":["x"],"text":"a\r\nGao <&>"}`,
			`{"id":["x"],"mentions":[{"start":3,"end":6,"text":"Gao","lat":0,"lon":0,"geonameid":7}],"timex":[],"events":[]}`, ""},
		{`{"text":""}`, `{"id":null,"mentions":[],"timex":[],"events":[]}`, ""},
		{`{"id":1,"text":"x","dct":"2014-06-14","other":[1]}`, `{"id":1,"mentions":[],"timex":[],"events":[]}`, ""},
		{`{"id":1,"text":"x","dct":null}`, `{"id":1,"mentions":[],"timex":[],"events":[]}`, ""},
		{`{"id":1,"text":"x","dct":"soon"}`, "", "line 1 of the input: dct: "},
		{`{"id":1}`, "", `line 1 of the input: the document has no "text"`},
		{`{"id":1,"text":"fail"}`, "", "line 1 of the input: it failed"},
		{`nonsense`, "", "line 1 of the input: not a JSON document: "},
		{"\n\n", "", ""},
		{"", "", ""},
	} {
		code, stdout, stderr := run(t, Env{Engine: fakeEngine{byWord, countries{}}}, c.in, "annotate")
		if (code == 0) != (c.err == "") || strings.TrimSpace(stdout) != c.out || !strings.Contains(stderr, c.err) {
			t.Errorf("%s: %d\n%s\n%s", c.in, code, stdout, stderr)
		}
	}
}

func TestAnnotateWritesWhatWasDoneBeforeAFault(t *testing.T) {
	code, stdout, stderr := run(t, Env{Engine: fakeEngine{byWord, countries{}}}, "{\"id\":1,\"text\":\"x\"}\n\nbad\n{\"id\":2,\"text\":\"x\"}", "annotate")
	if code != 1 || strings.Count(stdout, "\n") != 1 || !strings.Contains(stderr, "line 3 ") {
		t.Errorf("%d, %q, %q", code, stdout, stderr)
	}
}

func TestPlainKeepsPositions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.RuneFrom([]rune("a\r\n\t\x00\ufeffé日 "))).Draw(t, "text")
		p := plain(s)
		if utf8.RuneCountInString(p) != utf8.RuneCountInString(s) || strings.ContainsAny(p, "\r\x00\ufeff") {
			t.Fatalf("%q gives %q", s, p)
		}
		if plain(p) != p {
			t.Fatalf("%q gives %q, then %q", s, p, plain(p))
		}
	})
}

func TestIncident(t *testing.T) {
	gao := geocode.Location{Name: "Gao", Role: timeline.At, Place: gazetteer.Place{Country: "ML"}}
	region := geocode.Location{Name: "Azawad", Role: timeline.At, Place: gazetteer.Place{Country: "ML", Level: gazetteer.Division}}
	mali := geocode.Location{Name: "Mali", Role: timeline.At, Country: true, Place: gazetteer.Place{Country: "ML", Level: gazetteer.Country}}
	for _, c := range []struct {
		name, date string
		at         []geocode.Location
		want       string
	}{
		{"day", "2014-06-13", []geocode.Location{gao}, `{"date":"2014-06-13","date_to":"2014-06-13","place":"Gao","country":"Mali"}`},
		{"interval", "2014-06-09/2014-06-13", []geocode.Location{mali, gao}, `{"date":"2014-06-09","date_to":"2014-06-13","place":"Gao","country":"Mali"}`},
		{"open start", "../2014-06-14", []geocode.Location{mali}, `{"date":"2014-06-14","date_to":"2014-06-14","place":null,"country":"Mali"}`},
		{"nothing", "", nil, `{"date":null,"date_to":null,"place":null,"country":null}`},
		{"first of two", "", []geocode.Location{gao, region}, `{"date":null,"date_to":null,"place":"Gao","country":"Mali"}`},
	} {
		e := scene.Event{Placed: geocode.Placed{At: c.at}}
		if c.date != "" {
			e.When = timeline.NewWhen(edtf.MustParse(c.date), "", timeline.Span{})
		}
		got, err := json.Marshal(incident(e, countries{}.CountryName))
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %s, %v", c.name, got, err)
		}
	}
}

// A long document is read piece by piece; what is found has the positions and
// the words of the whole.
func TestAnnotateLongDocument(t *testing.T) {
	sentence := "Près de Gao il pleut\tencore. "
	doc := strings.Repeat(sentence, 3*pieceSize/len(sentence))
	in, err := json.Marshal(map[string]string{"text": doc})
	if err != nil {
		t.Fatal(err)
	}
	code, stdout, stderr := run(t, Env{Engine: fakeEngine{byWord, countries{}}}, string(in)+"\n", "annotate")
	if code != 0 {
		t.Fatal(stderr)
	}
	var a annotationJSON
	if err := json.Unmarshal([]byte(stdout), &a); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(doc, "Gao"); len(a.Mentions) != n {
		t.Fatalf("%d of %d names", len(a.Mentions), n)
	}
	runes := []rune(doc)
	for _, m := range a.Mentions {
		if m.Text != "Gao" || string(runes[m.Start:m.End]) != "Gao" {
			t.Fatalf("%q at %d is %q", m.Text, m.Start, string(runes[m.Start:m.End]))
		}
	}
}

func TestCutBefore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOfN(rapid.RuneFrom([]rune("aé日. \n")), 1, 60, -1).Draw(t, "text")
		n := cutBefore(s)
		if n < 1 || n > len(s) || len(s) > 8 && (n < len(s)/2 || !utf8.ValidString(s[:n])) {
			t.Fatalf("%q is cut at %d", s, n)
		}
	})
}
