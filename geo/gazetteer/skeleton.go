package gazetteer

import (
	"bytes"
	"strings"
)

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
	if len(w) < 3 || !letters(w) {
		return w
	}
	var a, b [64]byte
	return string(vowels(a[:0], ending(consonants(b[:0], w))))
}

// letters reports whether a word has no byte but small letters.
func letters(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return true
}

// skeletonWord is what Skeleton makes of a word of letters in ASCII that is no
// article, made in the two buffers.
func skeletonWord(a, b []byte, w string) []byte {
	for i := 0; i < len(w); i++ {
		c := w[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c < 'a' || c > 'z' {
			return nil
		}
		a = append(a, c)
	}
	for len(a) >= 3 {
		b = ending(consonants(b[:0], a))
		var c [64]byte
		next := vowels(c[:0], b)
		same := bytes.Equal(next, a)
		a = append(a[:0], next...)
		if same {
			break
		}
	}
	return a
}

// consonants appends a word with each sound written in one way.
func consonants[T string | []byte](out []byte, w T) []byte {
	for i := 0; i < len(w); i++ {
		var next, after byte
		if i+1 < len(w) {
			next = w[i+1]
		}
		if i+2 < len(w) {
			after = w[i+2]
		}
		switch c := w[i]; {
		case c == 's' && next == 'c' && after == 'h':
			out = append(out, 's', 'h')
			i += 2
		case c == 't' && next == 'c' && after == 'h':
			out = append(out, 'c', 'h')
			i += 2
		case c == 'd' && next == 'z' && after == 'h':
			out = append(out, 'j')
			i += 2
		case c == 'z' && next == 'h', c == 'd' && next == 'j':
			out = append(out, 'j')
			i++
		case c == 'p' && next == 'h':
			out = append(out, 'f')
			i++
		case c == 'c' && next == 'k':
			out = append(out, 'k')
			i++
		case (c == 'd' || c == 'g' || c == 't') && next == 'h':
			out = append(out, c)
			i++
		case (c == 'k' || c == 'c' || c == 's') && next == 'h':
			out = append(out, c, 'h')
			i++
		case c == 'c', c == 'q':
			out = append(out, 'k')
		case c == 'x':
			out = append(out, 'k', 's')
		default:
			out = append(out, c)
		}
	}
	return out
}

// ending turns -ah and -eh into -a, in place.
func ending(w []byte) []byte {
	n := len(w)
	if n > 3 && w[n-1] == 'h' && vowel(w[n-2]) {
		w, n = w[:n-1], n-1
	}
	if n > 3 && w[n-1] == 'e' {
		w[n-1] = 'a'
	}
	return w
}

// vowels appends a word with each vowel or diphthong written as a, i or u, w
// as v, and every doubled letter once.
func vowels(out, w []byte) []byte {
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
	return out
}

// at is the byte at i, or 0 beyond the end.
func at(s []byte, i int) byte {
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
