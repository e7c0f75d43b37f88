package main

import (
	"os"
	"strings"
	"testing"

	"dateline/data/licences"
)

// TestListIsComplete compares what ships with what the program is built from.
func TestListIsComplete(t *testing.T) {
	works, notices, err := gather("../../..")
	if err != nil {
		t.Fatal(err)
	}
	shipped, err := os.ReadFile("../../licences/modules.txt")
	if err != nil {
		t.Fatal(err)
	}
	want, got := strings.Split(licences.FormatModules(works, notices), "\n"), strings.Split(string(shipped), "\n")
	for i := range max(len(want), len(got)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Fatalf("data/licences/modules.txt differs at line %d: run go run ./data/gen/licences", i+1)
		}
	}
}

func TestModuleWithoutLicence(t *testing.T) {
	dir := t.TempDir()
	if got, err := texts(module{path: "x", dir: dir}); err != nil || len(got) > 0 {
		t.Errorf("%q (%v) in an empty folder", got, err)
	}
	if got := names("All rights reserved. You may not use this."); got != nil {
		t.Errorf("%v in a text that is no licence", got)
	}
}
