package brief

import (
	"path/filepath"
	"strings"
)

// Ext is the extension of a brief's file.
const Ext = ".dateline"

// IsFile reports whether a file of that name is a brief, by its extension.
func IsFile(name string) bool { return strings.EqualFold(filepath.Ext(name), Ext) }
