package world_test

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"testing"

	"dateline/data/world"
)

func TestReadmeNamesTheFiles(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for i := range world.Levels {
		total += len(world.Level(i))
		want := fmt.Sprintf("| world-%d.bin | `%x` |", i, sha256.Sum256([]byte(world.Level(i))))
		if !strings.Contains(string(readme), want) {
			t.Errorf("README.md has no line %s", want)
		}
	}
	if total > 12<<20 {
		t.Errorf("the maps take %d bytes, more than 12 MB", total)
	}
}

func TestLevels(t *testing.T) {
	for i := range world.Levels {
		if world.Level(i) == "" {
			t.Errorf("level %d is empty", i)
		}
		if i > 0 && len(world.Level(i)) <= len(world.Level(i-1)) {
			t.Errorf("level %d is not larger than the one before", i)
		}
	}
	for _, i := range []int{-1, world.Levels} {
		if world.Level(i) != "" {
			t.Errorf("there is a level %d", i)
		}
	}
}
