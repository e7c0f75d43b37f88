package places_test

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"testing"

	"dateline/data/places"
)

// README.md states the sums of what is shipped.
func TestSums(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	f := places.Shipped()
	total := 0
	for name, data := range map[string][]byte{
		"names.fst": f.Names, "variants.fst": f.Variants, "words.fst": f.Words, "lists.bin": f.Lists,
		"records.bin": f.Records, "strings.bin": f.Strings, "index.bin": f.Index,
	} {
		line := fmt.Sprintf("| %s | %d | `%x` |", name, len(data), sha256.Sum256(data))
		if !strings.Contains(string(readme), line) {
			t.Errorf("README.md lacks the line\n%s", line)
		}
		total += len(data)
	}
	if total > 25<<20 {
		t.Errorf("%d bytes in all", total)
	}
}

func TestCredit(t *testing.T) {
	for _, s := range []string{places.Credit, places.Licence} {
		if !strings.Contains(s, "CC BY 4.0") {
			t.Errorf("%q does not name the licence", s)
		}
	}
	if !strings.Contains(places.Credit, "GeoNames") {
		t.Errorf("%q does not name the source", places.Credit)
	}
}
