// Package svg paints scenes as SVG files for editing: text is text, what
// belongs together is a group with a name, and the layers of a map are layers in
// Inkscape. The same scene is the same bytes, always.
//
// The fonts that ship with the program are named, with others that stand in for
// them; each text has its true width, so that it keeps its place whatever font
// it is shown in.
package svg
