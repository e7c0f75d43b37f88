// Package raster paints scenes into pictures of pixels: the window's map and
// PNG export. Fills are non-zero, edges are smoothed, text is shaped (ligatures,
// Arabic, right to left) and drawn from outlines, never hinted, so that a
// picture is the same on every machine and at every scale.
package raster
