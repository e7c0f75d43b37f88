// Package samples has the report and the brief that ship with the program for
// trying it out.
package samples

import _ "embed"

// Name is the name of the sample brief's file.
const Name = "iraq-2014.dateline"

// Brief is the sample brief, as its file.
//
//go:embed iraq-2014.dateline
var Brief []byte

// Report is the report that the brief was made from.
//
//go:embed iraq-2014.txt
var Report []byte
