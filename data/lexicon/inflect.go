package lexicon

import "strings"

// verbs makes the table of forms from a list of lemmas; "take=took,taken"
// gives irregular past and participle.
func verbs(text string) map[string]Verb {
	forms := map[string]Verb{}
	add := func(form, lemma string, f Form) {
		v, have := forms[form]
		if have && v.Lemma != lemma {
			if f&(Base|Third) == 0 || v.Forms&Base != 0 {
				return // the first reading of a form stays, unless the new one is a lemma
			}
			v = Verb{}
		}
		forms[form] = Verb{lemma, v.Forms | f}
	}
	for line := range lines(text) {
		for _, entry := range strings.Fields(line) {
			lemma, irregular, ok := strings.Cut(entry, "=")
			add(lemma, lemma, Base)
			for _, s := range thirds(lemma) {
				add(s, lemma, Third)
			}
			for _, g := range gerunds(lemma) {
				add(g, lemma, Gerund)
			}
			if ok {
				past, participle, _ := strings.Cut(irregular, ",")
				add(past, lemma, PastTense)
				add(participle, lemma, Participle)
				continue
			}
			for _, p := range pasts(lemma) {
				add(p, lemma, PastTense|Participle)
			}
		}
	}
	return forms
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// doubles reports whether a final consonant is doubled: "ship", "stop",
// "commit" are; "visit", "open", "target" are not.
func doubles(w string) bool {
	n := len(w)
	if n < 3 || vowel(w[n-1]) || !vowel(w[n-2]) || vowel(w[n-3]) || strings.IndexByte("wxy", w[n-1]) >= 0 {
		return false
	}
	count := 0
	for i := range n {
		if vowel(w[i]) && (i == 0 || !vowel(w[i-1])) {
			count++
		}
	}
	return count == 1 || strings.HasSuffix(w, "mit") || strings.HasSuffix(w, "pel") || strings.HasSuffix(w, "fer") || strings.HasSuffix(w, "nap") || strings.HasSuffix(w, "drop")
}

func thirds(w string) []string {
	switch {
	case strings.HasSuffix(w, "y") && len(w) > 1 && !vowel(w[len(w)-2]):
		return []string{w[:len(w)-1] + "ies"}
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "sh"), strings.HasSuffix(w, "ch"),
		strings.HasSuffix(w, "x"), strings.HasSuffix(w, "z"), strings.HasSuffix(w, "o"):
		return []string{w + "es"}
	}
	return []string{w + "s"}
}

func gerunds(w string) []string {
	switch {
	case strings.HasSuffix(w, "ie"):
		return []string{w[:len(w)-2] + "ying"}
	case strings.HasSuffix(w, "ee"):
		return []string{w + "ing"}
	case strings.HasSuffix(w, "e"):
		return []string{w[:len(w)-1] + "ing"}
	case doubles(w):
		return []string{w + w[len(w)-1:] + "ing"}
	case strings.HasSuffix(w, "l"):
		return []string{w + "ing", w + "ling"}
	}
	return []string{w + "ing"}
}

func pasts(w string) []string {
	switch {
	case strings.HasSuffix(w, "e"):
		return []string{w + "d"}
	case strings.HasSuffix(w, "y") && len(w) > 1 && !vowel(w[len(w)-2]):
		return []string{w[:len(w)-1] + "ied"}
	case doubles(w):
		return []string{w + w[len(w)-1:] + "ed"}
	case strings.HasSuffix(w, "l"):
		return []string{w + "ed", w + "led"}
	}
	return []string{w + "ed"}
}
