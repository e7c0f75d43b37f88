package source

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// patience is how long a text of a few megabytes may take, on a slow computer
// that does other things too.
const patience = time.Minute

func TestHostileTexts(t *testing.T) {
	const mega = 1 << 20
	for name, text := range map[string]string{
		"a word of a megabyte":    strings.Repeat("a", mega),
		"a megabyte of quotes":    strings.Repeat("\"", mega),
		"nested quotes":           strings.Repeat("“", mega/3) + "word" + strings.Repeat("”", mega/3),
		"right to left overrides": strings.Repeat("\u202e\u202d\u2067", mega/9) + "word",
		"lines without words":     strings.Repeat("- \n", mega/3) + "word",
		"colons":                  strings.Repeat("Date: ", mega/6),
		"dates":                   strings.Repeat("BEIRUT, June 14, 2014 ", mega/22),
		"bullets":                 strings.Repeat("• • •\n", mega/8),
		"capitals and dashes":     strings.Repeat("A - ", mega/4),
		"blank":                   strings.Repeat(" ", mega) + "word",
		"empty lines":             strings.Repeat("\n", mega) + "word",
		"marks on nothing":        strings.Repeat("\u0301", mega/2) + "word",
	} {
		start := time.Now()
		d, err := FromText(name, text)
		if took := time.Since(start); took > patience {
			t.Errorf("%s: %s", name, took)
		}
		var empty *EmptyError
		if err != nil && !errors.As(err, &empty) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		checkBlocks(t, d)
	}
}

func TestHostilePages(t *testing.T) {
	const many = 200_000
	for name, page := range map[string]string{
		"deep":              "<html><body>" + strings.Repeat("<div>", many) + "word",
		"deep inline":       "<html><body><p>" + strings.Repeat("<b>", many) + "word",
		"deep tables":       "<html><body>" + strings.Repeat("<table><tr><td>", many/10) + "word",
		"never closed":      "<html><body><p>word" + strings.Repeat("<", many),
		"attributes":        "<html><body><p " + strings.Repeat("a=b ", many) + ">word",
		"entities":          "<html><body><p>word" + strings.Repeat("&amp;&#x202e;&nbsp;&#0;", many/20),
		"broken json":       `<html><head><script type="application/ld+json">` + strings.Repeat(`{"a":[`, many) + "</script></head><body><p>word",
		"many descriptions": "<html><head>" + strings.Repeat(`<meta property="article:published_time" content="x">`, many/20) + "</head><body><p>word",
	} {
		start := time.Now()
		d, err := Read(t.Context(), name+".html", bytes.NewReader([]byte(page)))
		if took := time.Since(start); took > patience {
			t.Errorf("%s: %s", name, took)
		}
		if err == nil {
			checkBlocks(t, d)
		}
	}
}

func TestNULsAreRefused(t *testing.T) {
	_, err := FromText("a", strings.Repeat("word\x00", 1000))
	var bad *NotTextError
	if !errors.As(err, &bad) {
		t.Errorf("%v", err)
	}
}

// The words that are looked for before a pattern is tried are in everything
// that the pattern finds.
func TestPatternsAreNotSpared(t *testing.T) {
	word := rapid.SampledFrom([]string{"Photo", "photograph by", "Image", "credit:", "Picture", "by", "via", "Getty Images", "AP", "Reuters/", "Share", "your", "story",
		"e-mail", "us", "Sign up", "for", "our", "policy", "privacy", "cookies", "uses", "click here", "Have you", "been", "?", "(", ")", ".", "Media caption,", "Map", ":", "x", "If you are", "Contact"})
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(word, 1, 6).Draw(t, "words"), " ")
		if got, want := isCredit(s), len(s) <= 400 && creditRE().MatchString(s); got != want {
			t.Errorf("credit %q: %v", s, got)
		}
		if toReaderRE().MatchString(s) || len(s) <= 160 && pageRE().MatchString(s) || len(s) <= 350 && withinRE().MatchString(s) {
			if !isBoilerplate(s) {
				t.Errorf("%q is taken for the report's", s)
			}
		}
		if n, _ := label(s); n == 0 && labelRE().MatchString(s) {
			m := labelRE().FindString(s)
			if strings.HasSuffix(strings.ToLower(strings.TrimRight(m, " ,:")), "caption") {
				t.Errorf("%q has no label", s)
			}
		}
	})
}
