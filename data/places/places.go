// Package places holds the gazetteer that ships with the program: towns,
// divisions and countries of the world with their names, packed so that they
// are read in place. README.md says where they come from and how they were
// made; package geo/gazetteer reads them.
package places

import _ "embed"

// Credit is what a map or document made with these data must say.
const Credit = "Place names: GeoNames (CC BY 4.0)"

// Licence is the licence of the data.
const Licence = "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"

// Files are the parts of a packed gazetteer. They must not be changed.
type Files struct {
	Names, Variants, Words         []byte // finite state transducers
	Lists, Records, Strings, Index []byte
}

//go:embed names.fst
var names []byte

//go:embed variants.fst
var variants []byte

//go:embed words.fst
var words []byte

//go:embed lists.bin
var lists []byte

//go:embed records.bin
var records []byte

//go:embed strings.bin
var strs []byte

//go:embed index.bin
var index []byte

// Shipped are the files in the program.
func Shipped() Files {
	return Files{
		Names: names, Variants: variants, Words: words,
		Lists: lists, Records: records, Strings: strs, Index: index,
	}
}
