package main

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestArguments(t *testing.T) {
	for _, tt := range []struct{ line, want string }{
		{`dateline`, ``},
		{`dateline extract a.txt`, ` extract a.txt`},
		{`"C:\Program Files\Dateline\dateline.com" geocode "St. Louis"`, ` geocode "St. Louis"`},
		{`C:\Tools\dateline.com	version`, `	version`},
		{`"C:\a b"\dateline.com x`, ` x`},
		{``, ``},
		{`"unclosed name`, ``},
		{`dateline render "\\\\server\\a b" -o "x\\"`, ` render "\\\\server\\a b" -o "x\\"`},
	} {
		if got := arguments(tt.line); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.line, got, tt.want)
		}
	}
}

func TestArgumentsAreNotTouched(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rest := rapid.String().Draw(t, "rest")
		if got := arguments(`"C:\a b\dateline.com" ` + rest); got != " "+rest {
			t.Fatalf("%q became %q", " "+rest, got)
		}
		if got := arguments(`dateline.com ` + strings.TrimSpace(rest)); got != " "+strings.TrimSpace(rest) {
			t.Fatalf("%q became %q", rest, got)
		}
	})
}
