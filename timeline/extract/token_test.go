package extract

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func words(toks []token) string {
	var all []string
	for _, t := range toks {
		all = append(all, t.text)
	}
	return strings.Join(all, "|")
}

func TestTokenize(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"Rebels took Nyala.", "Rebels|took|Nyala|."},
		{"about 80km (50 miles) away", "about|80|km|(|50|miles|)|away"},
		{"540,000 people", "540,000|people"},
		{"a 7.1 quake at 11:40pm", "a|7.1|quake|at|11:40|pm"},
		{"the 3rd and the 90s", "the|3rd|and|the|90s"},
		{"Iraq's army", "Iraq|'s|army"},
		{"Iraq’s army", "Iraq|’s|army"},
		{"the rebels' camp", "the|rebels|'|camp"},
		{"Nouri al-Maliki and Deir ez-Zor", "Nouri|al-Maliki|and|Deir|ez-Zor"},
		{"the US-led U.S. force", "the|US-led|U.S.|force"},
		{"Gen. Ali", "Gen|.|Ali"},
		{"war - not yet", "war|-|not|yet"},
		{"war -- not yet", "war|--|not|yet"},
		{"wait... now", "wait|...|now"},
		{"“We will”", "“|We|will|”"},
		{"co-operate on-", "co-operate|on|-"},
		{"Kyiv,Odesa", "Kyiv|,|Odesa"},
		{"Türkiye, Göteborg", "Türkiye|,|Göteborg"},
		{"N'Djamena", "N'Djamena"},
		{"'s", "'|s"},
	} {
		if got := words(tokenize(c.text, 0, len(c.text), nil)); got != c.want {
			t.Errorf("%q: got %s, want %s", c.text, got, c.want)
		}
	}
}

// TestTokenizeProperty: tokens stand in order, do not overlap, hold no white
// space and leave out nothing else.
func TestTokenizeProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("aAé1,.'’-– \n\"“”(s)"))).Draw(t, "text")
		end := 0
		var kept strings.Builder
		for _, tok := range tokenize(text, 0, len(text), nil) {
			if tok.start < end || tok.end <= tok.start || tok.text != text[tok.start:tok.end] {
				t.Fatalf("%q: token %+v after %d", text, tok, end)
			}
			end = tok.end
			kept.WriteString(tok.text)
		}
		if want := strings.Join(strings.Fields(text), ""); kept.String() != want {
			t.Fatalf("%q: kept %q of %q", text, kept.String(), want)
		}
	})
}

func TestCapital(t *testing.T) {
	for _, c := range []struct {
		word string
		want bool
	}{
		{"Mosul", true}, {"mosul", false}, {"al-Maliki", true}, {"el-Fasher", true}, {"d'Ivoire", true},
		{"co-operate", false}, {"pro-Kyiv", true}, {"anti-Kyiv", true}, {"inter-African", false}, {"", false}, {"Élysée", true}, {"3rd", false},
	} {
		if got := capital(c.word); got != c.want {
			t.Errorf("%q: %v", c.word, got)
		}
	}
}

func TestAllUpper(t *testing.T) {
	for word, want := range map[string]bool{"US": true, "U.S.": true, "Us": false, "I": false, "M23": false, "RSF": true, "": false} {
		if got := allUpper(word); got != want {
			t.Errorf("%q: %v", word, got)
		}
	}
}

func TestCompound(t *testing.T) {
	for word, want := range map[string]string{"Moscow-backed": "Moscow", "Atlanta-area": "Atlanta", "Sunni-Shia": "", "co-operate": "", "-based": "", "Kyiv": ""} {
		if got := word[:compound(word)]; got != want {
			t.Errorf("%q: got %q, want %q", word, got, want)
		}
	}
}

func TestPossessive(t *testing.T) {
	for text, want := range map[string]int{"'s army": 2, "’s army": 4, "'S ARMY": 2, "'so": 0, "s": 0, "'": 0, "'s": 2} {
		if got := possessive(text); got != want {
			t.Errorf("%q: got %d, want %d", text, got, want)
		}
		if !utf8.ValidString(text[:possessive(text)]) {
			t.Errorf("%q is cut inside a character", text)
		}
	}
}
