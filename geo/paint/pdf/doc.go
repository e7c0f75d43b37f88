// Package pdf paints scenes as pages of a PDF file: lines and areas as vectors,
// text as text, in subsets of the fonts that ship with the program. Text can be
// searched and copied, ligatures, spaced letters and Arabic too. The same
// document is the same bytes, always: nothing in it is a date or drawn by lot.
package pdf
