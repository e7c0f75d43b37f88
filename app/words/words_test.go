package words

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/feature/plural"

	"dateline/timeline"
	"dateline/timeline/edtf"
)

// said are the texts that the code of app says, and whether each speaks of a
// number of things.
func said(t *testing.T) map[string]bool {
	t.Helper()
	out := make(map[string]bool)
	err := filepath.WalkDir("..", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			name := ""
			switch f := call.Fun.(type) {
			case *ast.SelectorExpr:
				if id, ok := f.X.(*ast.Ident); ok && id.Name == "words" {
					name = f.Sel.Name
				}
			case *ast.Ident:
				if file.Name.Name == "words" {
					name = f.Name
				}
			}
			at := map[string]int{"T": 0, "F": 0, "Mark": 0, "N": 1}
			i, ok := at[name]
			if !ok || len(call.Args) <= i {
				return true
			}
			if lit, ok := call.Args[i].(*ast.BasicLit); ok {
				s, err := strconv.Unquote(lit.Value)
				if err != nil {
					t.Error(err)
				}
				out[s] = out[s] || name == "N"
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 300 {
		t.Fatalf("only %d texts were found in the code", len(out))
	}
	return out
}

func TestCataloguesAreWhole(t *testing.T) {
	keys := said(t)
	for _, l := range Languages() {
		b, err := Load(l)
		if err != nil {
			t.Fatal(err)
		}
		for key, counts := range keys {
			if _, ok := b.text[key]; !ok {
				t.Errorf("%s lacks %q", l.Code, key)
			} else if counts != (b.forms[key] != nil) {
				t.Errorf("%s: %q has plurals: %v, and is said of a number: %v", l.Code, key, b.forms[key] != nil, counts)
			}
		}
		for key := range b.text {
			if _, ok := keys[key]; !ok {
				t.Errorf("%s has %q, which nothing says", l.Code, key)
			}
		}
	}
}

// verbs are the places of a text where something is put in, as a sorted list:
// %s and %[2]d.
func verbs(s string) string {
	n := 0
	var out []string
	for _, v := range regexp.MustCompile(`%(?:\[(\d+)\])?(?:\.\d+)?([a-z])`).FindAllStringSubmatch(s, -1) {
		n++
		if v[1] == "" {
			v[1] = fmt.Sprint(n)
		}
		out = append(out, v[1]+v[2])
	}
	sort.Strings(out)
	return strings.Join(slices.Compact(out), " ")
}

func TestTranslationsPutTheSameIn(t *testing.T) {
	for _, l := range Languages() {
		b, err := Load(l)
		if err != nil {
			t.Fatal(err)
		}
		for key, text := range b.text {
			texts := []string{text}
			for _, f := range b.forms[key] {
				texts = append(texts, f)
			}
			for _, s := range texts {
				if key != "%s as a decade" && verbs(s) != verbs(key) {
					t.Errorf("%s: %q puts in %s, %q %s", l.Code, key, verbs(key), s, verbs(s))
				}
				if strings.TrimSpace(s) == "" {
					t.Errorf("%s says nothing for %q", l.Code, key)
				}
			}
		}
	}
}

func TestPluralsOfEachLanguageAreThere(t *testing.T) {
	for _, l := range Languages() {
		b, err := Load(l)
		if err != nil {
			t.Fatal(err)
		}
		for key, forms := range b.forms {
			for n := range 120 {
				c := categories[plural.Cardinal.MatchPlural(b.tag, n, 0, 0, 0, 0)]
				if _, ok := forms[c]; !ok {
					t.Errorf("%s: %q has no form for %d (%s)", l.Code, key, n, c)
					break
				}
			}
		}
	}
}

// TestTermsAreOfTheData holds Terms to what the data can say.
func TestTermsAreOfTheData(t *testing.T) {
	terms := Terms()
	for _, k := range timeline.Kinds {
		if name := Upper(strings.ReplaceAll(string(k), "-", " ")); !slices.Contains(terms, name) {
			t.Errorf("no term for %q", name)
		}
	}
}

// speak makes the test speak a language, and English again at its end.
func speak(t *testing.T, code string) {
	t.Helper()
	if err := Speak(Match(code)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { spoken.Store(nil) })
}

func TestMatch(t *testing.T) {
	for _, tt := range []struct {
		prefer []string
		want   string
	}{
		{nil, "en"}, {[]string{""}, "en"}, {[]string{"C"}, "en"}, {[]string{"POSIX"}, "en"}, {[]string{"fr"}, "fr"},
		{[]string{"fr-CA"}, "fr"}, {[]string{"fr_FR.UTF-8"}, "fr"}, {[]string{"ar_EG.UTF-8@x"}, "ar"}, {[]string{"ja"}, "en"},
		{[]string{"ja", "fr"}, "fr"}, {[]string{"en-GB", "fr"}, "en"}, {[]string{"no such tag!"}, "en"},
	} {
		if got := Match(tt.prefer...).Code; got != tt.want {
			t.Errorf("%q: %s, want %s", tt.prefer, got, tt.want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, tt := range []struct {
		code string
		n    int
		want string
	}{
		{"en", 1, "1 event"}, {"en", 0, "0 events"}, {"en", 12000, "12,000 events"}, {"en", -1234567, "-1,234,567 events"},
		{"fr", 0, "0 événement"}, {"fr", 1, "1 événement"}, {"fr", 2, "2 événements"}, {"fr", 1200000, "1\u202f200\u202f000 événements"},
		{"ar", 3, "٣ أحداث"}, {"ar", 11, "١١ حدثًا"}, {"ar", 100, "١٠٠ حدث"},
	} {
		speak(t, tt.code)
		if got := N(tt.n, "%d events"); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.code, got, tt.want)
		}
	}
	speak(t, "fr")
	if got := F("Playing %g×", 0.25); got != "Lecture 0,25×" {
		t.Error(got)
	}
	if got := F("%s, %.0f dpi", "A4", 300.0); got != "A4, 300 ppp" {
		t.Error(got)
	}
}

func TestUnknownTextsStay(t *testing.T) {
	speak(t, "fr")
	if got := T("Nobody ever said this"); got != "Nobody ever said this" {
		t.Error(got)
	}
}

func TestDates(t *testing.T) {
	for _, tt := range []struct{ code, date, want string }{
		{"en", "2014-06-13", "Friday 13 June 2014"},
		{"fr", "2014-06-13", "vendredi 13 juin 2014"},
		{"fr", "2014-06-09/2014-06-13", "9–13 juin 2014, jour non précisé"},
		{"fr", "2014-06~", "vers juin 2014"},
		{"fr", "-0043-03-15", "lundi 15 mars 44 av. J.-C."},
		{"fr", "2014-21", "printemps 2014"},
		{"fr", "199X", "années 1990"},
		{"ar", "2014-06-13", "الجمعة ١٣ يونيو ٢٠١٤"},
	} {
		v, err := edtf.Parse(tt.date)
		if err != nil {
			t.Fatal(err)
		}
		speak(t, tt.code)
		got := When(timeline.NewWhen(v, "", timeline.Span{}), timeline.LongYearWhen)
		if tt.date == "-0043-03-15" { // which weekday it was is not what is tried
			_, got, _ = strings.Cut(got, " ")
			_, tt.want, _ = strings.Cut(tt.want, " ")
		}
		if got != tt.want {
			t.Errorf("%s in %s: %q, want %q", tt.date, tt.code, got, tt.want)
		}
	}
	speak(t, "fr")
	if got := Date("“from May to June”, about June"); got != "“from May to June”, vers juin" {
		t.Errorf("a report's own words are said in another language: %q", got)
	}
	if got := Time(time.Date(2014, 2, 3, 4, 5, 0, 0, time.UTC), "Mon 2 Jan 15:04"); got != "lun. 3 févr. 04:05" {
		t.Error(got)
	}
}

func TestDamagedCatalogueIsRefused(t *testing.T) {
	if _, err := Load(Language{Code: "xx", Name: "Nowhere"}); err == nil {
		t.Error("a language without a catalogue is spoken")
	}
}

func TestCataloguesAreSortedJSON(t *testing.T) {
	for _, l := range Languages() {
		data, err := files.ReadFile(l.Code + ".json")
		if err != nil {
			t.Fatal(err)
		}
		d := json.NewDecoder(strings.NewReader(string(data)))
		if _, err := d.Token(); err != nil {
			t.Fatal(err)
		}
		last := ""
		for d.More() {
			k, err := d.Token()
			if err != nil {
				t.Fatal(err)
			}
			key := fmt.Sprint(k)
			if key <= last {
				t.Fatalf("%s: %q stands after %q", l.Code, key, last)
			}
			last = key
			var v json.RawMessage
			if err := d.Decode(&v); err != nil {
				t.Fatal(err)
			}
		}
	}
}
