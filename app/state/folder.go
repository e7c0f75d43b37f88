// Package state is what the program remembers on this computer beside its
// settings: where it keeps unsaved changes and earlier versions, and which
// files were open last.
package state

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// Folder is where the program keeps its state for this person: where
// XDG_STATE_HOME says, else where the system keeps such things. It is not made.
func Folder() (string, error) {
	if dir := os.Getenv("XDG_STATE_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "dateline"), nil
	}
	if runtime.GOOS != "windows" && runtime.GOOS != "darwin" {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", fmt.Errorf("looking for a folder for unsaved changes: %w", err)
		}
		if !filepath.IsAbs(home) {
			return "", errors.New("looking for a folder for unsaved changes: the home folder is not known")
		}
		return filepath.Join(home, ".local", "state", "dateline"), nil
	}
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("looking for a folder for unsaved changes: %w", err)
	}
	return filepath.Join(dir, "dateline"), nil
}

// Journals is the folder of unsaved changes in a folder of state.
func Journals(folder string) string { return filepath.Join(folder, "unsaved") }

// Versions is the folder of earlier versions in a folder of state.
func Versions(folder string) string { return filepath.Join(folder, "versions") }
