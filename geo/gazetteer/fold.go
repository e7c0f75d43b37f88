package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold gives the form under which a name is kept: lower case, without accents,
// apostrophes or modifier letters, one space for every hyphen, comma or run of
// white space, abbreviations in one form ("St." and "Saint", "U.S." and "US").
// Names that Fold alike are the same name; other spellings of a transliterated
// name are the business of Skeleton. Fold is idempotent; a name without any
// letter or digit folds to "".
func Fold(name string) string {
	if s, ok := plain(name); ok {
		return canonical(s)
	}
	var b strings.Builder
	b.Grow(len(name))
	// A broken byte would keep the letter after it from being taken apart.
	for _, r := range norm.NFD.String(strings.ToValidUTF8(name, " ")) {
		switch {
		case r < utf8.RuneSelf:
			b.WriteByte(foldByte(byte(r)))
		case accent(r) || modifier(r):
			b.WriteByte(dropped)
		case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r):
			r = unicode.ToLower(r)
			if t, ok := letter(r); ok {
				b.WriteString(t)
			} else {
				b.WriteRune(r)
			}
		default:
			b.WriteByte(' ')
		}
	}
	s := strings.ReplaceAll(b.String(), string(rune(dropped)), "")
	return tokens(norm.NFC.String(s))
}

// dropped stands for a character that leaves no trace.
const dropped = 0

// plain handles the commonest name, one ASCII word.
func plain(s string) (string, bool) {
	lower := true
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z':
		case 'A' <= c && c <= 'Z':
			lower = false
		default:
			return "", false
		}
	}
	if lower {
		return s, true
	}
	return strings.ToLower(s), true
}

// foldByte lowers a letter, keeps a digit and a period, drops an apostrophe,
// and makes a space of everything else.
func foldByte(c byte) byte {
	switch {
	case 'A' <= c && c <= 'Z':
		return c + 'a' - 'A'
	case 'a' <= c && c <= 'z', '0' <= c && c <= '9', c == '.':
		return c
	case c == '\'', c == '`':
		return dropped
	}
	return ' '
}

// tokens joins initials, splits at other periods and writes each word in its
// canonical form.
func tokens(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	put := func(w string) {
		if w == "" {
			return
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(canonical(w))
	}
	for _, w := range strings.Fields(s) {
		if !strings.Contains(w, ".") {
			put(w)
			continue
		}
		parts := strings.Split(w, ".")
		if initials(parts) {
			put(strings.Join(parts, ""))
			continue
		}
		for _, p := range parts {
			put(p)
		}
	}
	return b.String()
}

// initials reports whether the parts between periods are single letters.
func initials(parts []string) bool {
	for _, p := range parts {
		if utf8.RuneCountInString(p) > 1 {
			return false
		}
	}
	return true
}

// canonical writes a word that is often abbreviated in its short form.
func canonical(w string) string {
	switch w {
	case "saint", "sainte":
		return "st"
	case "mount":
		return "mt"
	case "fort":
		return "ft"
	}
	return w
}

// accent reports whether r is a combining mark that only points or accents a
// letter. Marks that are vowels of their own, as in Indic scripts, are not.
func accent(r rune) bool {
	switch {
	case 0x300 <= r && r <= 0x36f, // Latin, Greek, Cyrillic
		0x591 <= r && r <= 0x5c7 && r != 0x5be, // Hebrew points
		0x610 <= r && r <= 0x61a, 0x64b <= r && r <= 0x65f, r == 0x670,
		0x6d6 <= r && r <= 0x6dc, // Arabic vowels
		0x1ab0 <= r && r <= 0x1aff, 0x1dc0 <= r && r <= 0x1dff, 0x20d0 <= r && r <= 0x20f0:
		return true
	}
	return false
}

// modifier reports whether r is written between letters like an apostrophe, or
// is invisible.
func modifier(r rune) bool {
	switch r {
	case '’', '‘', '‛', '´', '′', '″', 'ʹ', 'ʺ', 'ʻ', 'ʼ', 'ʽ', 'ʾ', 'ʿ', 'ˈ', 'ˊ', 'ˋ',
		'·', 'ـ', '\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff', '׳', '״':
		return true
	}
	return 0x2b0 <= r && r <= 0x2ff || r == 'ꞌ' || r == '\uff07'
}

// letter replaces letters that have no decomposition, and joins the Arabic
// letters that differ only between languages.
func letter(r rune) (string, bool) {
	switch r {
	case 'ø':
		return "o", true
	case 'ł', 'ƚ':
		return "l", true
	case 'ß':
		return "ss", true
	case 'ı', 'ɨ', 'ɩ':
		return "i", true
	case 'đ', 'ð', 'ɗ', 'ɖ':
		return "d", true
	case 'þ':
		return "th", true
	case 'æ':
		return "ae", true
	case 'œ':
		return "oe", true
	case 'ħ':
		return "h", true
	case 'ŋ', 'ɲ':
		return "n", true
	case 'ə':
		return "a", true
	case 'ɛ', 'ǝ':
		return "e", true
	case 'ɔ':
		return "o", true
	case 'ƙ', 'ĸ':
		return "k", true
	case 'ɓ', 'ƀ':
		return "b", true
	case 'ŧ', 'ƭ':
		return "t", true
	case 'ɣ', 'ǥ', 'ɠ':
		return "g", true
	case 'ƴ':
		return "y", true
	case 'ʋ':
		return "v", true
	case 'ي', 'ى', 'ې':
		return "ی", true
	case 'ك', 'ڪ':
		return "ک", true
	case 'ة', 'ۀ', 'ہ', 'ھ':
		return "ه", true
	case 'ٱ':
		return "ا", true
	case 'ς':
		return "σ", true
	}
	return "", false
}
