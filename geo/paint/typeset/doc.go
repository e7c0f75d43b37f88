// Package typeset sets lines of text in the fonts that ship with the program,
// for all painters: which glyphs, where, from left to right, with ligatures,
// joined Arabic and text from the right.
package typeset
