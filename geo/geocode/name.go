package geocode

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"dateline/timeline"
)

// key makes two writings of a name comparable: without case, accents,
// punctuation and a possessive ending. Names that differ in spelling stay
// different.
func key(name string) string {
	var b strings.Builder
	gap := false
	valid := strings.ToValidUTF8(trimPossessive(name), " ")
	for _, r := range norm.NFD.String(strings.ToLower(norm.NFD.String(valid))) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’' || r == '‘' || r == 'ʿ' || r == 'ʾ' || r == '.':
			continue
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(r)
		default:
			gap = true
		}
	}
	return b.String()
}

// trimPossessive takes the ending off "Baghdad's" and "Damascus’".
func trimPossessive(name string) string {
	name = strings.TrimSpace(name)
	for _, end := range [...]string{"'s", "’s", "'", "’"} {
		if s, ok := strings.CutSuffix(name, end); ok {
			return s
		}
	}
	return name
}

// spellings gives the ways to look a name up, the one as written first.
func spellings(name string) []string {
	name = strings.Join(strings.Fields(trimPossessive(name)), " ")
	out := []string{name}
	add := func(s string) {
		if s == "" {
			return
		}
		for _, o := range out {
			if o == s {
				return
			}
		}
		out = append(out, s)
	}
	words := strings.Fields(name)
	if len(words) > 1 && strings.EqualFold(words[0], "the") {
		words = words[1:]
		add(strings.Join(words, " "))
	}
	if len(words) > 1 {
		if full := unabbreviated(words[0]); full != "" {
			add(full + " " + strings.Join(words[1:], " "))
		}
	}
	if bare := strings.ReplaceAll(name, ". ", "."); bare != name && len(bare) <= 6 { // "S. C."
		add(bare)
	}
	if strings.Contains(name, ".") {
		add(strings.ReplaceAll(name, ".", ""))
	}
	return out
}

// unabbreviated is the full form of a first word that names often cut short,
// "" for any other word.
func unabbreviated(word string) string {
	switch strings.ToLower(strings.TrimSuffix(word, ".")) {
	case "st":
		return "Saint"
	case "ste":
		return "Sainte"
	case "ft":
		return "Fort"
	case "mt":
		return "Mount"
	case "pt":
		return "Point"
	}
	return ""
}

// classOf is the kind of place that a word after a name announces, in names
// that a person types; a report's own are in Mention.Class.
func classOf(word string) timeline.Class {
	switch strings.ToLower(word) {
	case "province", "governorate", "state", "oblast", "region", "prefecture", "department":
		return timeline.Division
	case "district", "county", "parish", "raion":
		return timeline.District
	case "town", "village":
		return timeline.Town
	}
	return timeline.AnyClass
}

// splitClass takes a word of kind off the end of a typed name ("Diyala
// province"); a name of one word stays whole.
func splitClass(name string) (string, timeline.Class) {
	words := strings.Fields(name)
	if last := len(words) - 1; last > 0 {
		if c := classOf(words[last]); c != timeline.AnyClass {
			return strings.Join(words[:last], " "), c
		}
	}
	return name, timeline.AnyClass
}
