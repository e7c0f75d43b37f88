package extract

import (
	"strings"
	"unicode/utf8"

	"dateline/timeline/source"
	"dateline/timeline/timex"
)

// portionSize is how many bytes of a text are read as one. What a name, "the
// city" or "the next day" means is looked for in no more than this, so that a
// text of any length takes time in proportion to it, and little memory. Hardly
// a report is as long.
const portionSize = 256 << 10

// longestBlock is how many bytes of a block are read as one; a text without a
// blank line or a full stop is cut at a space.
const longestBlock = 64 << 10

// portion is a part of a document that is read as one.
type portion struct {
	start, end int // bytes of the document's text
	blocks     []source.Block
	first      int // the index of the first of blocks in the document
}

// portions cuts a document between its blocks.
func portions(doc *source.Document) []portion {
	all := make([]source.Block, 0, len(doc.Blocks))
	for _, b := range blocks(doc) {
		b.Start, b.End = max(b.Start, 0), min(b.End, len(doc.Text))
		for b.End-b.Start > longestBlock {
			head := b
			head.End = b.Start + cutAt(doc.Text[b.Start:b.End], longestBlock)
			all = append(all, head)
			b.Start = head.End
		}
		if b.Start < b.End {
			all = append(all, b)
		}
	}
	var out []portion
	first := 0
	for i := range all {
		if i+1 < len(all) && all[i+1].End-all[first].Start <= portionSize {
			continue
		}
		out = append(out, portion{start: all[first].Start, end: all[i].End, blocks: all[first : i+1], first: first})
		first = i + 1
	}
	if len(out) == 0 {
		return []portion{{}}
	}
	if len(out) == 1 {
		out[0].start, out[0].end = 0, len(doc.Text)
	}
	return out
}

// cutAt is where to cut a text that is longer than most: after the last full
// stop before a space or else the last space of its second half, else between
// two letters.
func cutAt(s string, most int) int {
	half := s[most/2 : most]
	for _, end := range [...]string{". ", "\n", " "} {
		if i := strings.LastIndex(half, end); i >= 0 {
			return most/2 + i + len(end)
		}
	}
	for i := most; i > most-utf8.UTFMax; i-- {
		if utf8.RuneStart(s[i]) {
			return i
		}
	}
	return most
}

// timesOf finds the expressions of time of a portion; offsets are those of
// the document.
func timesOf(p portion, text string, opt timex.Options, find finder) []timex.Expr {
	times := find(text[p.start:p.end], opt)
	if p.start == 0 {
		return times
	}
	for i := range times {
		x := &times[i]
		x.Start, x.End = x.Start+p.start, x.End+p.start
		if x.WholeEnd > 0 {
			x.WholeStart, x.WholeEnd = x.WholeStart+p.start, x.WholeEnd+p.start
		}
	}
	return times
}

// join adds what was read of a further portion.
func (out *Reading) join(r Reading, start int) {
	if start > 0 {
		out.Cuts = append(out.Cuts, start)
	}
	out.Places = append(out.Places, r.Places...)
	out.Times = append(out.Times, r.Times...)
	out.Events = append(out.Events, r.Events...)
}
