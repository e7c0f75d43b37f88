package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/source"
)

// sentence is a stretch of tokens [from, to) of one block.
type sentence struct {
	from, to   int
	start, end int // bytes
	block      int
	kind       source.BlockKind
	question   bool
	shout      bool // written in capitals throughout
	groups     []group
	clauses    []clause
}

// text of the sentence in one line.
func (r *reader) textOf(s *sentence) string {
	return strings.Join(strings.Fields(r.doc.Text[s.start:s.end]), " ")
}

// blocks gives the document's blocks, or paragraphs cut at empty lines when
// it has none.
func blocks(doc *source.Document) []source.Block {
	if len(doc.Blocks) > 0 {
		return doc.Blocks
	}
	var all []source.Block
	start := -1
	at := 0
	for line := range strings.Lines(doc.Text) {
		blank := strings.TrimSpace(line) == ""
		switch {
		case blank && start >= 0:
			all = append(all, source.Block{Start: start, End: at})
			start = -1
		case !blank && start < 0:
			start = at
		}
		at += len(line)
	}
	if start >= 0 {
		all = append(all, source.Block{Start: start, End: at})
	}
	return all
}

// longestSentence is how many tokens are read as a sentence at most: what is
// longer is no prose, and would be weighed against itself.
const longestSentence = 800

// split tokenizes the document and cuts it into sentences.
func (r *reader) split() {
	r.toks = make([]token, 0, (r.portion.end-r.portion.start)/5+1)
	for b, block := range r.portion.blocks {
		b += r.portion.first
		start, end := block.Start, block.End
		first := len(r.toks)
		r.toks = tokenize(r.doc.Text, start, end, r.toks)
		shout := shouting(r.doc.Text[start:end])
		depth := false
		for i := first; i < len(r.toks); i++ {
			t := &r.toks[i]
			if t.kind == mark {
				depth = r.quote(i, depth)
			} else {
				t.quoted = depth
			}
			if !r.ends(i, end) && i-first < longestSentence {
				continue
			}
			for i+1 < len(r.toks) && closing(r.toks[i+1].text) && !r.toks[i+1].space {
				i++
				depth = r.quote(i, depth)
			}
			r.addSentence(first, i+1, b, block.Kind, shout)
			first = i + 1
		}
		r.addSentence(first, len(r.toks), b, block.Kind, shout)
	}
}

func (r *reader) addSentence(from, to, block int, kind source.BlockKind, shout bool) {
	if from >= to {
		return
	}
	s := sentence{from: from, to: to, start: r.toks[from].start, end: r.toks[to-1].end, block: block, kind: kind, shout: shout}
	for i := to - 1; i >= from && i >= to-3; i-- {
		if r.toks[i].text == "?" {
			s.question = true
		}
	}
	r.sents = append(r.sents, s)
}

// quote follows quotation marks: whether the text after token i is quoted.
func (r *reader) quote(i int, open bool) bool {
	switch r.toks[i].text {
	case "\"":
		return !open
	case "“", "„", "«":
		return true
	case "”", "»":
		return false
	}
	return open
}

func closing(s string) bool {
	switch s {
	case "\"", "”", "»", "'", "’", ")", "]":
		return true
	}
	return false
}

// ends reports whether a sentence ends with token i.
func (r *reader) ends(i, end int) bool {
	t := &r.toks[i]
	if t.kind != mark {
		return false
	}
	switch t.text {
	case "!", "?", "…", "...", "।", "。":
	case ".":
		if i > 0 && !t.space && abbreviation(r.toks[i-1].low) {
			return false
		}
	case "•":
		return false
	default:
		return false
	}
	j := t.end
	for j < end {
		c, size := utf8.DecodeRuneInString(r.doc.Text[j:end])
		if !closing(string(c)) {
			break
		}
		j += size
	}
	if j >= end {
		return true
	}
	c, _ := utf8.DecodeRuneInString(r.doc.Text[j:end])
	if !unicode.IsSpace(c) {
		return false
	}
	rest := strings.TrimLeftFunc(r.doc.Text[j:end], unicode.IsSpace)
	c, _ = utf8.DecodeRuneInString(rest)
	return !unicode.IsLower(c) || strings.HasPrefix(rest, "al-") || strings.HasPrefix(rest, "el-")
}

// abbreviation reports whether a word is written with a full stop after it.
func abbreviation(w string) bool {
	switch w {
	case "mr", "mrs", "ms", "dr", "gen", "col", "lt", "maj", "capt", "sgt", "cmdr", "adm", "gov", "sen", "rep", "rev", "st", "prof",
		"brig", "no", "nos", "vs", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "mt", "ft",
		"approx", "est", "dept", "jr", "sr", "inc", "ltd", "co", "corp", "messrs", "hon", "pres", "supt", "insp", "div", "brigs", "regt", "cav", "inf":
		return true
	}
	return len(w) == 1 && w >= "a" && w <= "z" // initials
}

// shouting reports whether a text is written in capitals, as telexes are.
func shouting(s string) bool {
	upper, lower := 0, 0
	for _, c := range s {
		switch {
		case unicode.IsUpper(c):
			upper++
		case unicode.IsLower(c):
			lower++
		}
	}
	return upper > 8 && upper > 4*lower
}
