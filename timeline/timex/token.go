package timex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word, a number or a sign.
type token struct {
	start, end int    // bytes of the text
	low        string // in lower case; "'" for all apostrophes, "-" for all dashes but the long one
	class      class
	upper      bool // begins with a capital letter
	n          int  // of a number; -1 if it is too large
	glued      bool // no white space before it
	gap        bool // a blank line before it: nothing reads across
}

type class uint8

const (
	sign class = iota
	word
	number
)

// tokenise divides the text; the work is linear in its length.
func tokenise(text string) []token {
	toks := make([]token, 0, len(text)/5+1)
	glued, newlines := false, 2
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			if r == '\n' {
				newlines++
			}
			glued = false
			i += n
			continue
		}
		t := token{start: i, glued: glued, gap: newlines > 1, n: -1}
		switch {
		case '0' <= r && r <= '9':
			t.class = number
			value := 0
			for i < len(text) && '0' <= text[i] && text[i] <= '9' {
				if value < 100_000_000 {
					value = value*10 + int(text[i]-'0')
				}
				i++
			}
			t.n = value
		case unicode.IsLetter(r):
			t.class, t.upper = word, unicode.IsUpper(r)
			for i < len(text) {
				r, n = utf8.DecodeRuneInString(text[i:])
				if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
					break
				}
				i += n
			}
		default:
			i += n
		}
		t.end = i
		t.low = lower(text[t.start:t.end], r, t.class)
		toks = append(toks, t)
		glued, newlines = true, 0
	}
	return toks
}

func lower(s string, r rune, c class) string {
	if c == sign {
		switch r {
		case '’', '‘', 'ʼ', '`':
			return "'"
		case '–', '‐', '‑', '−':
			return "-"
		}
		return s
	}
	for i := 0; i < len(s); i++ {
		if b := s[i]; b >= 'A' && b <= 'Z' || b >= 0x80 {
			return strings.ToLower(s)
		}
	}
	return s
}

// isUpperCase reports whether nearly all letters are capitals, as in telexes.
func isUpperCase(text string) bool {
	up, all := 0, 0
	for i := 0; i < len(text) && all < 4000; i++ {
		switch c := text[i]; {
		case 'A' <= c && c <= 'Z':
			up++
			all++
		case 'a' <= c && c <= 'z':
			all++
		}
	}
	return all > 0 && up*10 >= all*8
}
