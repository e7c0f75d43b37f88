package main

import (
	"os"
	"strings"
	"testing"

	"dateline/app/identity"
)

func TestChangelogKnowsTheVersion(t *testing.T) {
	id, err := identity.Parse(metadata)
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), "\n## "+id.Version+" ") {
		t.Errorf("CHANGELOG.md has nothing about %s", id.Version)
	}
}
