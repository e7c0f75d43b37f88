// Package source turns files into documents: plain text in blocks, each with
// its place in the text, and what the file says of its title and date.
package source

import (
	"crypto/sha256"
	"encoding/hex"

	"dateline/timeline"
	"dateline/timeline/edtf"
)

// Document is a report as the program shows it. All offsets anywhere in the
// program count bytes of Text.
type Document struct {
	ID        timeline.SourceID
	Name      string     // file name or "pasted text"
	Title     string     // from the file, else its first heading or line
	Publisher string     // "BBC News", if the file says so
	Published edtf.Value // from the file's metadata or dateline; zero if it does not say
	Text      string     // UTF-8, lines ended by \n, no NUL
	Blocks    []Block    // in order, without overlap
	Warnings  []string   // what was repaired while reading, for people
}

// Block is a paragraph or the like.
type Block struct {
	Start, End int // bytes of Document.Text
	Kind       BlockKind
}

// BlockKind says what a block is.
type BlockKind uint8

// The kinds of blocks. Boilerplate is what surrounds a report: labels of
// captions and credits, calls to readers, navigation, share lines, lines that
// only give the date or the author.
const (
	Paragraph BlockKind = iota
	Heading
	ListItem
	Caption // the words under a picture, without the label before them
	Boilerplate
)

// String names the kind in English: "list item".
func (k BlockKind) String() string {
	switch k {
	case Heading:
		return "heading"
	case ListItem:
		return "list item"
	case Caption:
		return "caption"
	case Boilerplate:
		return "boilerplate"
	}
	return "paragraph"
}

// SHA256 is the checksum of the text in hexadecimal digits; the document's ID
// is its beginning.
func (d Document) SHA256() string {
	sum := sha256.Sum256([]byte(d.Text))
	return hex.EncodeToString(sum[:])
}

// Of is the text of a block of this document.
func (d Document) Of(b Block) string { return d.Text[b.Start:b.End] }
