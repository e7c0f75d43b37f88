// Package words is what the program says, in the language of the person in
// front of it. Texts stand in the code in English and are looked up in a
// catalogue; English is a catalogue too, for its plurals.
//
// The language belongs to the process, as its locale does: it is chosen once,
// before a window is made.
package words

import (
	"embed"
	"encoding/json"
	"fmt"
	"sync"
	"sync/atomic"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// Language is a language that the program speaks.
type Language struct {
	Code        string // "fr"
	Name        string // in itself: "Français"
	RightToLeft bool

	group, point string // between thousands, and before decimals
	zero         rune   // its digit for nothing
}

// Languages are the languages that the program speaks, English first.
func Languages() []Language {
	return []Language{
		{Code: "en", Name: "English", group: ",", point: ".", zero: '0'},
		{Code: "fr", Name: "Français", group: "\u202f", point: ",", zero: '0'},
		{Code: "ar", Name: "العربية", RightToLeft: true, group: "٬", point: "٫", zero: '٠'},
	}
}

// Match is the language nearest to what a person prefers, best first, as the
// system names it: "fr-CA", "ar_EG.UTF-8". English where none is near.
func Match(preferred ...string) Language {
	all := Languages()
	var tags, wanted []language.Tag
	for _, l := range all {
		tags = append(tags, language.MustParse(l.Code))
	}
	for _, p := range preferred {
		for i, r := range p {
			if r == '.' || r == '@' {
				p = p[:i]
				break
			}
		}
		if t, err := language.Parse(p); err == nil {
			wanted = append(wanted, t)
		}
	}
	_, i, sure := language.NewMatcher(tags).Match(wanted...)
	if sure == language.No {
		i = 0
	}
	return all[i]
}

// Book is the catalogue of one language.
type Book struct {
	Language
	tag  language.Tag
	text map[string]string
	// forms are the plurals of a text by their category: "one", "few", "other".
	forms map[string]map[string]string
}

//go:embed en.json fr.json ar.json
var files embed.FS

// Load reads the catalogue of a language.
func Load(l Language) (*Book, error) {
	data, err := files.ReadFile(l.Code + ".json")
	if err != nil {
		return nil, fmt.Errorf("reading the words of %s: %w", l.Name, err)
	}
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil {
		return nil, fmt.Errorf("reading the words of %s: %w", l.Name, err)
	}
	b := &Book{Language: l, tag: language.MustParse(l.Code), text: make(map[string]string, len(raw)), forms: make(map[string]map[string]string)}
	for key, v := range raw {
		var s string
		if json.Unmarshal(v, &s) == nil {
			b.text[key] = s
			continue
		}
		var forms map[string]string
		if err := json.Unmarshal(v, &forms); err != nil || forms["other"] == "" {
			return nil, fmt.Errorf("reading the words of %s: “%s” is neither a text nor plurals with one for “other”", l.Name, key)
		}
		b.forms[key], b.text[key] = forms, forms["other"]
	}
	return b, nil
}

// spoken is the catalogue in use; nil is English, which is what the tests and
// the command line speak.
var spoken atomic.Pointer[Book]

// english is the catalogue of English. It ships with the program; were it
// damaged, which a test rules out, the texts of the code would do.
var english = sync.OnceValue(func() *Book {
	b, err := Load(Languages()[0])
	if err != nil {
		return &Book{Language: Languages()[0], tag: language.English}
	}
	return b
})

// Speak makes the process speak a language.
func Speak(l Language) error {
	b, err := Load(l)
	if err == nil {
		spoken.Store(b)
	}
	return err
}

// Spoken is the language in use.
func Spoken() Language { return book().Language }

func book() *Book {
	if b := spoken.Load(); b != nil {
		return b
	}
	return english()
}

// T is a text in the language spoken; one that the catalogue lacks is given
// back as it is.
func T(english string) string {
	if b := spoken.Load(); b != nil {
		return b.t(english)
	}
	return english
}

func (b *Book) t(english string) string {
	if s, ok := b.text[english]; ok {
		return s
	}
	return english
}

// Mark gives a text back as it is. It tells the test of the catalogue that
// the text is said elsewhere with T.
func Mark(english string) string { return english }

// F is a text with what it speaks of put in, as fmt.Sprintf does; numbers are
// written as the language writes them.
func F(english string, args ...any) string {
	b := book()
	return fmt.Sprintf(b.t(english), b.localize(args)...)
}

// N is F for a text that speaks of a number of things: n, which is the first
// to be put in. English is the form for many.
func N(n int, english string, more ...any) string {
	b := book()
	text := b.t(english)
	if forms := b.forms[english]; forms != nil {
		if s, ok := forms[categories[plural.Cardinal.MatchPlural(b.tag, max(n%1e7, -(n%1e7)), 0, 0, 0, 0)]]; ok {
			text = s
		}
	}
	return fmt.Sprintf(text, b.localize(append([]any{n}, more...))...)
}
