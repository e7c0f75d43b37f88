package timex

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestTokenise(t *testing.T) {
	got := ""
	for _, tok := range tokenise("On 3–5 June’s ‘80km’.\n\nÉté") {
		if tok.gap {
			got += "¶"
		}
		if tok.glued {
			got += "+"
		}
		got += tok.low + " "
	}
	if want := "¶on 3 +- +5 june +' +s ' +80 +km +' +. ¶été "; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestNumbersDoNotOverflow(t *testing.T) {
	toks := tokenise(strings.Repeat("9", 400))
	if len(toks) != 1 || toks[0].n < 0 {
		t.Errorf("%+v", toks)
	}
	if out := Find(strings.Repeat("9", 400)+" years", Options{}); len(out) > 1 {
		t.Errorf("%+v", out)
	}
}

func TestIsUpperCase(t *testing.T) {
	for text, want := range map[string]bool{"THE ARMY SAID": true, "The army said": false, "": false, "123": false, "THE ARMY SAID in": true} {
		if isUpperCase(text) != want {
			t.Errorf("%q: %t", text, !want)
		}
	}
}

func TestTokensProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		last := 0
		for _, tok := range tokenise(text) {
			if tok.start < last || tok.end <= tok.start || tok.end > len(text) {
				t.Fatalf("token %d-%d after %d of %q", tok.start, tok.end, last, text)
			}
			if strings.TrimSpace(text[last:tok.start]) != "" {
				t.Fatalf("%q was passed over in %q", text[last:tok.start], text)
			}
			last = tok.end
		}
	})
}
