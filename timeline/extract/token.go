package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/data/lexicon"
)

// token is a word, number or mark of the text.
type token struct {
	start, end int    // bytes of the document's text
	text       string // as written
	low        string // in lower case, with plain apostrophes
	kind       tokenKind
	upper      bool // begins with a capital, or is "al-X"
	space      bool // white space stands before it
	tag        tag
	verb       lexicon.Verb
	classes    []string // of the noun
	mention    int      // 1 + index of the place mention that covers it
	entity     int      // 1 + index of the person, group or body that it belongs to
	time       int      // 1 + index of the expression of time that covers it
	quoted     bool     // inside quotation marks
	group      int      // 1 + index of the verb group in its sentence
}

type tokenKind uint8

const (
	word tokenKind = iota
	number
	mark
)

// is reports whether the token is one of the words.
func (t *token) is(words ...string) bool {
	for _, w := range words {
		if t.low == w {
			return true
		}
	}
	return false
}

// noun reports whether the token's noun is of the class.
func (t *token) noun(class string) bool {
	for _, c := range t.classes {
		if c == class {
			return true
		}
	}
	return false
}

// tokenize cuts text[start:end] into tokens and adds them to toks.
func tokenize(text string, start, end int, toks []token) []token {
	space := true
	for i := start; i < end; {
		if text[i] == ' ' {
			space = true
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:end])
		switch {
		case unicode.IsSpace(r):
			space = true
			i += size
			continue
		case unicode.IsDigit(r):
			j := scanNumber(text, i, end)
			kind := number
			if k := scanWord(text, j, end); k > j {
				if glued(text[i:j], text[j:k]) {
					j, kind = k, word
				}
			}
			toks = append(toks, newToken(text, i, j, kind, space))
			i = j
		case wordRune(r):
			j := scanWord(text, i, end)
			j = trimPossessive(text, i, j)
			toks = append(toks, newToken(text, i, j, word, space))
			if s := possessive(text[j:end]); s > 0 {
				toks = append(toks, newToken(text, j, j+s, mark, false))
				j += s
			}
			i = j
		default:
			j := i + size
			for j < end && r == '-' && text[j] == '-' || j < end && r == '.' && text[j] == '.' {
				j++
			}
			toks = append(toks, newToken(text, i, j, mark, space))
			i = j
		}
		space = false
	}
	return toks
}

func newToken(text string, i, j int, kind tokenKind, space bool) token {
	s := text[i:j]
	low := strings.ToLower(s)
	if len(low) > 3 && strings.Contains(low, "’") {
		low = strings.ReplaceAll(low, "’", "'")
	}
	return token{start: i, end: j, text: s, low: low, kind: kind, upper: kind == word && capital(s), space: space}
}

// glued reports whether letters after digits belong to the same word: "3rd",
// "20th", "90s", but not "80km".
func glued(digits, letters string) bool {
	switch strings.ToLower(letters) {
	case "st", "nd", "rd", "th", "s":
		return true
	}
	return strings.HasPrefix(letters, "-")
}

func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

func apostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == '‘' || r == 'ʻ' || r == 'ʼ' || r == '`'
}

// scanNumber returns the end of the number that starts at i: "540,000",
// "7.8", "12:30".
func scanNumber(text string, i, end int) int {
	for i < end {
		c := text[i]
		switch {
		case '0' <= c && c <= '9':
			i++
		case (c == ',' || c == '.' || c == ':') && i+1 < end && '0' <= text[i+1] && text[i+1] <= '9':
			i += 2
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(text[i:end])
			if !unicode.IsDigit(r) {
				return i
			}
			i += size
		default:
			return i
		}
	}
	return i
}

// scanWord returns the end of the word that starts at i: letters and digits,
// joined by hyphens, apostrophes and, in "U.S.", full stops.
func scanWord(text string, i, end int) int {
	first := i
	for i < end {
		if c := text[i]; c < utf8.RuneSelf {
			if low := c | 0x20; 'a' <= low && low <= 'z' || '0' <= c && c <= '9' {
				i++
				continue
			}
			if i == first && c != '-' || c != '-' && c != '.' && c != '\'' && c != '`' {
				return i
			}
		}
		r, size := utf8.DecodeRuneInString(text[i:end])
		if wordRune(r) || unicode.IsDigit(r) {
			i += size
			continue
		}
		if i == first && r != '-' {
			return i
		}
		next, _ := utf8.DecodeRuneInString(text[min(i+size, end):end])
		switch {
		case r == '-' || r == '‑' || apostrophe(r):
			if !wordRune(next) && !(r == '-' && unicode.IsDigit(next)) || i+size >= end {
				return i
			}
		case r == '.':
			if !dotted(text[first:i]) {
				return i
			}
			if !wordRune(next) {
				if strings.Contains(text[first:i], ".") {
					return i + size
				}
				return i
			}
		default:
			return i
		}
		i += size
	}
	return i
}

// dotted reports whether s is one letter or letters with full stops between.
func dotted(s string) bool {
	for len(s) > 0 {
		_, size := utf8.DecodeRuneInString(s)
		s = s[size:]
		if s == "" {
			return true
		}
		if s[0] != '.' {
			return false
		}
		s = s[1:]
	}
	return false
}

// possessive gives the length of the "'s" that s begins with, or 0.
func possessive(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 || !apostrophe(r) || len(s) <= size || (s[size] != 's' && s[size] != 'S') {
		return 0
	}
	if next, _ := utf8.DecodeRuneInString(s[size+1:]); len(s) > size+1 && (wordRune(next) || unicode.IsDigit(next)) {
		return 0
	}
	return size + 1
}

// trimPossessive cuts a final "'s" off the word text[i:j].
func trimPossessive(text string, i, j int) int {
	if j-i < 3 || (text[j-1] != 's' && text[j-1] != 'S') {
		return j
	}
	r, size := utf8.DecodeLastRuneInString(text[i : j-1])
	if !apostrophe(r) || j-1-size == i {
		return j
	}
	return j - 1 - size
}

// capital reports whether a word is written as a name: it begins with a
// capital, or with a small article and a hyphen before one ("al-Maliki").
func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if unicode.IsUpper(r) || unicode.IsTitle(r) {
		return true
	}
	if k := strings.IndexAny(s, "-'’"); k > 0 && k <= 4 {
		_, size := utf8.DecodeRuneInString(s[k:])
		next, _ := utf8.DecodeRuneInString(s[k+size:])
		return unicode.IsUpper(next)
	}
	return false
}

// allUpper reports whether a word of two letters or more has no small one.
func allUpper(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 1
}
