package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is one line of the text without its white space at both ends.
type line struct {
	start, end int
	indented   bool
	blankAbove bool // the first line counts as having a blank one above
}

func (l line) of(text string) string { return text[l.start:l.end] }

// blocksOf divides a text. Paragraphs are separated by blank lines; where
// lines follow each other directly, each is a paragraph unless they look like
// the lines of a typewritten page.
func blocksOf(text string) []Block {
	lines := linesOf(text)
	wrapped := isWrapped(text, lines)
	var out []Block
	for i := 0; i < len(lines); {
		l := lines[i]
		s := l.of(text)
		if n, kind := label(s); n > 0 {
			out = append(out, Block{l.start, l.start + len(strings.TrimRight(s[:n], " \t")), Boilerplate})
			i++
			rest := skipSpace(text, l.start+n, l.end)
			switch {
			case kind == Boilerplate && l.end-rest > 160: // a credit that runs on into the report
				credit := strings.Index(text[rest:min(rest+100, l.end)], ". ") + 1
				if credit > 0 {
					out = append(out, Block{rest, rest + credit, kind})
					rest = skipSpace(text, rest+credit, l.end)
				}
				out = append(out, Block{rest, l.end, Paragraph})
			case rest < l.end:
				out = append(out, Block{rest, l.end, kind})
			case i < len(lines) && !lines[i].blankAbove && !isLabel(lines[i].of(text)):
				out = append(out, Block{lines[i].start, lines[i].end, kind})
				i++
			}
			continue
		}
		if n := bullet(s); n > 0 {
			b := Block{l.start + n, l.end, ListItem}
			for i++; i < len(lines) && !lines[i].blankAbove && continuesItem(text, lines[i], wrapped); i++ {
				b.End = lines[i].end
			}
			out = append(out, b)
			continue
		}
		b := Block{l.start, l.end, Paragraph}
		i++
		for wrapped && i < len(lines) && !lines[i].blankAbove && !isLabel(lines[i].of(text)) && bullet(lines[i].of(text)) == 0 {
			b.End = lines[i].end
			i++
		}
		alone := !wrapped || l.blankAbove && (i == len(lines) || lines[i].blankAbove)
		b.Kind = classify(text[b.Start:b.End], alone)
		if b.Kind == Heading {
			b.Start += len(s) - len(strings.TrimLeft(s, "# "))
		}
		if b.Start < b.End {
			out = append(out, b)
		}
	}
	return out
}

func linesOf(text string) []line {
	var out []line
	blank := true
	for pos := 0; pos < len(text); {
		end := strings.IndexByte(text[pos:], '\n')
		if end < 0 {
			end = len(text)
		} else {
			end += pos
		}
		raw := text[pos:end]
		trimmed := strings.TrimRightFunc(raw, unicode.IsSpace)
		body := strings.TrimLeftFunc(trimmed, unicode.IsSpace)
		if body == "" {
			blank = true
		} else {
			start := pos + len(trimmed) - len(body)
			out = append(out, line{start: start, end: start + len(body), indented: start > pos, blankAbove: blank})
			blank = false
		}
		pos = end + 1
	}
	return out
}

// isWrapped tells a page whose paragraphs run over several lines: most lines
// that are followed directly by another break off in mid-sentence at about
// the width of a page.
func isWrapped(text string, lines []line) bool {
	breaks, followed := 0, 0
	for i := 0; i+1 < len(lines); i++ {
		if lines[i+1].blankAbove || isLabel(lines[i].of(text)) || bullet(lines[i+1].of(text)) > 0 {
			continue
		}
		s := lines[i].of(text)
		followed++
		if n := utf8.RuneCountInString(s); n >= 40 && n <= 120 && !endsSentence(s) {
			breaks++
		}
	}
	return followed > 1 && breaks*5 >= followed*3
}

func continuesItem(text string, l line, wrapped bool) bool {
	s := l.of(text)
	return bullet(s) == 0 && !isLabel(s) && (wrapped || l.indented && startsLower(s))
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// bullet gives the length of the mark that begins a list item, 0 without one.
func bullet(s string) int {
	for _, b := range [...]string{"•", "‣", "◦", "▪", "●", "–", "—", "-", "*", "+"} {
		if rest, ok := strings.CutPrefix(s, b); ok && len(rest) > 0 {
			if n := len(s) - len(strings.TrimLeftFunc(rest, unicode.IsSpace)); n > len(b) || b[0] > 127 && b != "–" && b != "—" {
				return n
			}
		}
	}
	return 0
}

func skipSpace(text string, from, to int) int {
	for from < to {
		r, n := utf8.DecodeRuneInString(text[from:to])
		if !unicode.IsSpace(r) {
			break
		}
		from += n
	}
	return from
}

// endsSentence reports whether the line ends as a sentence does, quotes and
// brackets behind it set aside.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)]")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:;。！？؟।", r)
}

// classify tells what a block of its own is; alone says that it is one line
// with nothing directly above or below.
func classify(s string, alone bool) BlockKind {
	if isBoilerplate(s) {
		return Boilerplate
	}
	if isCredit(s) {
		return Caption
	}
	if strings.HasPrefix(s, "#") && strings.HasPrefix(strings.TrimLeft(s, "#"), " ") && !strings.Contains(s, "\n") {
		return Heading
	}
	if alone && looksHeading(s) || isByline(s) {
		return Heading
	}
	return Paragraph
}

// looksHeading tells a headline: short, no full stop, some letters, and not
// cut off in the middle by a comma or a dash.
func looksHeading(s string) bool {
	if strings.IndexByte(s, '\n') >= 0 || utf8.RuneCountInString(s) > 110 || len(strings.Fields(s)) > 16 {
		return false
	}
	if endsSentence(s) {
		return strings.HasSuffix(s, "?") && len(strings.Fields(s)) <= 9 && !strings.ContainsAny(s[:1], "\"'") ||
			strings.HasSuffix(s, "'") && !strings.ContainsAny(s, ".!") ||
			strings.HasSuffix(s, ":") && len(strings.Fields(s)) <= 4
	}
	if strings.HasSuffix(s, ",") || strings.HasSuffix(s, "-") || startsLower(s) {
		return false
	}
	return strings.IndexFunc(s, unicode.IsLetter) >= 0
}
