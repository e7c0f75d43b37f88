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
	small := asciiLower(text)
	glued, newlines := false, 2
	for i := 0; i < len(text); {
		c := text[i]
		if c == ' ' {
			glued = false
			i++
			continue
		}
		t := token{start: i, glued: glued, gap: newlines > 1, n: -1}
		switch {
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf:
			r, n := rune(c), 1
			if c >= utf8.RuneSelf {
				r, n = utf8.DecodeRuneInString(text[i:])
			}
			if unicode.IsSpace(r) {
				glued = false
				i += n
				continue
			}
			if !unicode.IsLetter(r) {
				i += n
				t.end, t.low = i, plainSign(r, text[t.start:i])
				break
			}
			t.class, t.upper = word, unicode.IsUpper(r)
			var ascii bool
			i, ascii = wordEnd(text, i)
			if t.end = i; ascii {
				t.low = small[t.start:i]
			} else {
				t.low = strings.ToLower(text[t.start:i])
			}
		case '0' <= c && c <= '9':
			t.class = number
			value := 0
			for i < len(text) && '0' <= text[i] && text[i] <= '9' {
				if value < 100_000_000 {
					value = value*10 + int(text[i]-'0')
				}
				i++
			}
			t.n, t.end, t.low = value, i, text[t.start:i]
		case c == '\t' || c == '\n' || c == '\v' || c == '\f' || c == '\r':
			if c == '\n' {
				newlines++
			}
			glued = false
			i++
			continue
		default:
			i++
			t.end, t.low = i, text[t.start:i]
			if c == '`' {
				t.low = "'"
			}
		}
		toks = append(toks, t)
		glued, newlines = true, 0
	}
	return toks
}

// wordEnd is the end of the word that begins at i, and whether it has ASCII
// letters alone.
func wordEnd(text string, i int) (end int, ascii bool) {
	ascii = true
	for i < len(text) {
		c := text[i]
		if c < utf8.RuneSelf {
			if c |= 0x20; c < 'a' || c > 'z' {
				break
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
			break
		}
		ascii = false
		i += n
	}
	return i, ascii
}

// asciiLower is the text with its capitals in ASCII made small, at the same
// offsets.
func asciiLower(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for i := 0; i < len(text); i++ {
		c := text[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b.WriteByte(c)
	}
	return b.String()
}

// plainSign writes apostrophes and dashes that are not ASCII in one way.
func plainSign(r rune, s string) string {
	switch r {
	case '’', '‘', 'ʼ':
		return "'"
	case '–', '‐', '‑', '−':
		return "-"
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
