package gazetteer_test

import (
	"strings"
	"testing"

	"dateline/timeline/extract"
)

var matches = []struct {
	text string
	n    int
	has  string // of Country cO, Division, diStrict, Town, deMonym, Language, Natural: c d s t m l n
	not  string
}{
	{"Baghdad on Friday", 1, "dt", "cm"},
	{"Iraq is", 1, "c", "m"},
	{"Iraq's army", 1, "c", "m"},
	{"Iraq’s army", 1, "c", "m"},
	{"Iraqi troops", 1, "m", "ct"},
	{"Iraqis fled", 1, "m", "ct"},
	{"Kurdish fighters", 1, "m", "cdt"},
	{"United States of America and", 4, "c", "m"},
	{"United States and", 2, "c", "m"},
	{"New York City police", 3, "t", "c"},
	{"New York police", 2, "dt", "c"},
	{"Deir ez-Zor province", 3, "d", "c"},
	{"Diyala province in", 2, "d", "ct"},
	{"Diyala is", 1, "d", "ct"},
	{"US forces", 1, "c", "t"},
	{"U.S. forces", 1, "c", "t"},
	{"us all", 1, "t", "c"},
	{"In the", 0, "", ""},
	{"IN the", 1, "dl", "c"},
	{"Me and", 1, "tl", "d"},
	{"The Hague is", 2, "t", "c"},
	{"Reading the", 1, "tl", "c"},
	{"Nice is", 1, "tl", "c"},
	{"Florence said", 1, "tl", "c"},
	{"Jordan said", 1, "cl", ""},
	{"Turkey has", 1, "c", "l"},
	{"China has", 1, "c", ""},
	{"Washington, D.C. on", 2, "t", "c"},
	{"St. Petersburg was", 2, "t", "c"},
	{"Muqdadiya was", 1, "t", "c"},
	{"Suleimaniyeh was", 1, "t", "c"},
	{"Al-Muqdadiya was", 1, "s", "c"},
	{"Several fighters", 0, "", ""},
	{"Militants said", 0, "", ""},
	{"Gunmen killed", 0, "", ""},
	{"Zzyzzq", 0, "", ""},
	{"الموصل", 1, "t", "c"},
	{"Nile floods", 1, "n", "cm"},
	{"NiLe", 1, "n", "cm"},
	{"- Baghdad", 0, "", ""},
	{"", 0, "", ""},
}

// letters of what a sense is.
func letters(s extract.Sense) string {
	var b strings.Builder
	for _, x := range []struct {
		on     bool
		letter byte
	}{{s.Country, 'c'}, {s.Division, 'd'}, {s.District, 's'}, {s.Town, 't'}, {s.Demonym, 'm'}, {s.Language, 'l'}, {s.Natural, 'n'}} {
		if x.on {
			b.WriteByte(x.letter)
		}
	}
	return b.String()
}

func TestMatch(t *testing.T) {
	g := open(t)
	var _ extract.Names = g
	for _, tt := range matches {
		n, s := g.Match(strings.Fields(tt.text))
		if n != tt.n {
			t.Errorf("%q: %d words, want %d (%+v)", tt.text, n, tt.n, s)
			continue
		}
		got := letters(s)
		for _, l := range tt.has {
			if !strings.ContainsRune(got, l) {
				t.Errorf("%q: is %q, want %c", tt.text, got, l)
			}
		}
		if strings.ContainsAny(got, tt.not) {
			t.Errorf("%q: is %q, want none of %q", tt.text, got, tt.not)
		}
	}
}

func TestMatchSense(t *testing.T) {
	g := open(t)
	if _, s := g.Match([]string{"Baghdad"}); !s.Official || s.Population < 5_000_000 {
		t.Errorf("Baghdad: %+v", s)
	}
	if _, s := g.Match([]string{"Kiev"}); s.Official || s.Population < 2_000_000 {
		t.Errorf("Kiev, which is no main name: %+v", s)
	}
	if _, s := g.Match([]string{"Suleimaniyeh"}); s.Official {
		t.Errorf("a variant spelling is official: %+v", s)
	}
}

func TestMatchKeepsWords(t *testing.T) {
	g := open(t)
	words := strings.Fields("Jalaulah Suleimaniyeh's Xyz United States of America and so on and on")
	kept := strings.Join(words, " ")
	for i := range words {
		g.Match(words[i:])
	}
	if got := strings.Join(words, " "); got != kept {
		t.Errorf("the words are now %q", got)
	}
}

func TestCommon(t *testing.T) {
	g := open(t)
	for word, want := range map[string][2]bool{
		"of": {true, false}, "Reading": {true, false}, "Mobile": {true, false}, "Jackson": {false, true}, "March": {true, true},
		"Baghdad": {false, false}, "Turkey": {false, false}, "": {false, false},
	} {
		if l, p := g.Common(word); l != want[0] || p != want[1] {
			t.Errorf("Common(%q) = %v, %v", word, l, p)
		}
	}
}

func FuzzMatch(f *testing.F) {
	for _, tt := range matches {
		f.Add(tt.text)
	}
	g := open(f)
	f.Fuzz(func(t *testing.T, text string) {
		words := strings.Fields(text)
		n, s := g.Match(words)
		if n < 0 || n > len(words) || n > 0 && letters(s) == "" || n == 0 && s != (extract.Sense{}) {
			t.Fatalf("%q: %d, %+v", text, n, s)
		}
	})
}

func BenchmarkMatch(b *testing.B) {
	g := open(b)
	words := strings.Fields("Baghdad on Friday said that")
	for b.Loop() {
		g.Match(words)
	}
}

func BenchmarkMatchNothing(b *testing.B) {
	g := open(b)
	words := strings.Fields("Reinforcements from the north arrived")
	for b.Loop() {
		g.Match(words)
	}
}

// split cuts a text into words at spaces.
func split(text string) []string { return strings.Fields(text) }
