package cli

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestCodepoints(t *testing.T) {
	for _, c := range []struct {
		text   string
		offset int
		want   int
	}{
		{"", 0, 0}, {"abc", 2, 2}, {"abc", 9, 3}, {"abc", -1, 0},
		{"é1", 2, 1}, {"é1", 3, 2}, {"日本", 3, 1}, {"a😀b", 5, 2},
		{strings.Repeat("é", 2000) + "x", 4000, 2000},
	} {
		if got := newCodepoints(c.text).at(c.offset); got != c.want {
			t.Errorf("%.10q at %d: %d, want %d", c.text, c.offset, got, c.want)
		}
	}
}

func TestCodepointsAgreeWithCounting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Repeat(rapid.String().Draw(t, "text"), rapid.IntRange(0, 40).Draw(t, "times"))
		c := newCodepoints(text)
		n := 0
		for i := range text {
			if c.at(i) != n {
				t.Fatalf("byte %d: %d, want %d", i, c.at(i), n)
			}
			n++
		}
		if c.at(len(text)) != utf8.RuneCountInString(text) {
			t.Fatalf("end: %d", c.at(len(text)))
		}
	})
}
