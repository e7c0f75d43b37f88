package words

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"
)

// categories are the names of the plurals in a catalogue.
var categories = map[plural.Form]string{
	plural.Other: "other", plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many",
}

// localize makes numbers write themselves as the language does.
func (b *Book) localize(args []any) []any {
	out := make([]any, len(args))
	for i, a := range args {
		switch n := a.(type) {
		case int:
			out[i] = number{b.Language, n, 0, false}
		case int64:
			out[i] = number{b.Language, int(n), 0, false}
		case float64:
			out[i] = number{b.Language, 0, n, true}
		default:
			out[i] = a
		}
	}
	return out
}

// number is a number that is written in a language.
type number struct {
	l     Language
	whole int
	float float64
	isF   bool
}

// Format writes the number for the verbs %d, %g and %f; others see a text.
func (n number) Format(s fmt.State, verb rune) {
	text := strconv.Itoa(n.whole)
	if n.isF {
		prec, ok := s.Precision()
		if !ok {
			prec = -1
		}
		kind := byte('f')
		if verb == 'g' || verb == 'v' {
			kind = 'g'
		}
		text = strconv.FormatFloat(n.float, kind, prec, 64)
	}
	text = n.l.number(text)
	if w, ok := s.Width(); ok {
		text = strings.Repeat(" ", max(w-len([]rune(text)), 0)) + text
	}
	_, _ = s.Write([]byte(text)) // a fmt.State keeps all
}

// Number writes a whole number as the language spoken does: "12,000".
func Number(n int64) string { return book().Language.number(strconv.FormatInt(n, 10)) }

// number writes the digits of a number as a language does.
func (l Language) number(s string) string {
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	whole, rest, dot := strings.Cut(s, ".")
	if !strings.ContainsAny(s, "eINn") { // an exponent or no number stays
		for i := len(whole) - 3; i > 0; i -= 3 {
			whole = whole[:i] + l.group + whole[i:]
		}
		if dot {
			whole += l.point + rest
		}
		s = whole
	}
	return sign + l.Digits(s)
}

// Digits writes the digits in a text with those of the language.
func (l Language) Digits(s string) string {
	if l.zero == '0' || l.zero == 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return l.zero + r - '0'
		}
		return r
	}, s)
}
