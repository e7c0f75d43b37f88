// Package paint writes scenes to files: pictures of pixels (PNG, JPEG) and of
// vectors (SVG, PDF), all from the same list of items.
package paint
