// Package source turns files into documents: plain text in blocks, each with
// its place in the text, and what the file says of its title and date.
package source

import (
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

// The kinds of blocks. Boilerplate is what surrounds a report: media captions
// and credits, calls to readers, navigation, share lines.
const (
	Paragraph BlockKind = iota
	Heading
	ListItem
	Caption
	Boilerplate
)
