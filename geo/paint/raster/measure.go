package raster

import "dateline/geo/paint/typeset"

// Measurer measures texts as the painters draw them. It is safe for concurrent
// use.
type Measurer = typeset.Measurer

// NewMeasurer makes a Measurer.
func NewMeasurer() *Measurer { return typeset.NewMeasurer() }
