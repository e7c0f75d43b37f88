// Package state is what the program remembers on this computer beside its
// settings: where it keeps unsaved changes and earlier versions, and which
// files were open last.
package state

import (
	"fmt"
	"path/filepath"

	"dateline/app/dirs"
)

// Folder is where the program keeps its state for this person. It is not made.
func Folder() (string, error) {
	d, err := dirs.Here()
	if err != nil {
		return "", fmt.Errorf("looking for a folder for unsaved changes: %w", err)
	}
	return d.State, nil
}

// Journals is the folder of unsaved changes in a folder of state.
func Journals(folder string) string { return filepath.Join(folder, "unsaved") }

// Versions is the folder of earlier versions in a folder of state.
func Versions(folder string) string { return filepath.Join(folder, "versions") }
