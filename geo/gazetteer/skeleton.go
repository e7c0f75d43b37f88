package gazetteer

import "strings"

// Skeleton gives the form that the usual spellings of one transliterated name
// share: articles go ("al-", "el-", assimilated "ash-", "ez-"), long vowels
// and diphthongs become one letter, doubled letters are written once, endings
// in -ah, -eh, -iyya, -ieh become -a and -ia, and consonants that are written
// in two ways (q and k, dh and d, gh and g, w and v) in one. It takes and gives
// folded names, leaves other scripts than Latin alone, and is idempotent.
//
//	Muqdadiya, Al-Muqdādiyyah     mukdadia
//	Jalawla, Jalula               jalula
//	Deir ez-Zor, Dayr az Zawr     dir zur
func Skeleton(folded string) string {
	for {
		next := reduce(folded)
		if next == folded {
			return folded
		}
		folded = next
	}
}

// reduce is one pass of Skeleton. A pass never makes a name longer, but for x.
func reduce(folded string) string {
	words := strings.Split(folded, " ")
	out := make([]string, 0, len(words))
	for i, w := range words {
		if i+1 < len(words) && article(w, words[i+1]) {
			continue
		}
		out = append(out, reduceWord(w))
	}
	return strings.Join(out, " ")
}

// article reports whether w is an Arabic article before next.
func article(w, next string) bool {
	switch w {
	case "al", "el", "il", "ul":
		return true
	}
	if len(w) < 2 || len(w) > 3 || next == "" || !vowel(w[0]) {
		return false
	}
	switch rest := w[1:]; rest {
	case "d", "s", "sh", "r", "n", "t", "z", "th", "dh":
		return strings.HasPrefix(next, rest)
	}
	return false
}

// reduceWord is one pass over one word.
func reduceWord(w string) string {
	for i := 0; i < len(w); i++ {
		if w[i] < 'a' || w[i] > 'z' {
			return w
		}
	}
	if len(w) < 3 {
		return w
	}
	return vowels(ending(consonants.Replace(w)))
}

// consonants writes each sound in one way. Matches are tried in order at each
// place.
var consonants = strings.NewReplacer(
	"sch", "sh", "tch", "ch", "dzh", "j", "zh", "j", "dj", "j", "ph", "f", "ck", "k",
	"dh", "d", "gh", "g", "th", "t", "kh", "kh", "ch", "ch", "sh", "sh", "c", "k", "q", "k", "x", "ks",
)

// ending turns -ah and -eh into -a.
func ending(w string) string {
	n := len(w)
	if n > 3 && w[n-1] == 'h' && vowel(w[n-2]) {
		w, n = w[:n-1], n-1
	}
	if n > 3 && w[n-1] == 'e' {
		w = w[:n-1] + "a"
	}
	return w
}

// vowels writes each vowel or diphthong as a, i or u, w as v, and every doubled
// letter once.
func vowels(w string) string {
	out := make([]byte, 0, len(w))
	put := func(c byte) {
		if n := len(out); n == 0 || out[n-1] != c {
			out = append(out, c)
		}
	}
	for i := 0; i < len(w); i++ {
		c, next, after := w[i], at(w, i+1), at(w, i+2)
		switch {
		case (c == 'a' || c == 'o') && (next == 'w' || next == 'u') && !vowel(after),
			c == 'o' && (next == 'u' || next == 'o'):
			put('u')
			i++
		case (c == 'a' || c == 'e') && (next == 'i' || next == 'y') && !vowel(after) && after != 'y',
			c == 'e' && next == 'e', c == 'i' && next == 'e':
			put('i')
			i++
		case c == 'y' && !(i == 0 && vowel(next)), c == 'e':
			put('i')
		case c == 'o':
			put('u')
		case c == 'w':
			put('v')
		default:
			put(c)
		}
	}
	return string(out)
}

// at is the byte at i, or 0 beyond the end.
func at(s string, i int) byte {
	if i < len(s) {
		return s[i]
	}
	return 0
}

// vowel reports whether c is a vowel letter; y is none.
func vowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u':
		return true
	}
	return false
}
