package main

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestArguments(t *testing.T) {
	for _, f := range fonts() {
		args := strings.Join(arguments(f, "in", "out"), " ")
		if !strings.HasPrefix(args, filepath.Join("in", f.from)+" ") || !strings.Contains(args, "--output-file="+filepath.Join("out", f.to)) {
			t.Errorf("%s: arguments %q", f.from, args)
		}
		if got, want := strings.Contains(args, "0600-06FF"), strings.Contains(f.from, "Arabic"); got != want {
			t.Errorf("%s: Arabic letters asked for: %v, want %v", f.from, got, want)
		}
		if !strings.Contains(args, "kern") || !strings.Contains(args, "init") {
			t.Errorf("%s: layout features are missing in %q", f.from, args)
		}
	}
}
