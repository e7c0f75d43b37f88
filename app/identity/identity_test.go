package identity

import (
	"os"
	"runtime/debug"
	"strings"
	"testing"
)

func TestShippedIdentity(t *testing.T) {
	text, err := os.ReadFile("../../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	id, err := Parse(string(text))
	if err != nil {
		t.Fatal(err)
	}
	if id.Name != "Dateline" || id.Licence != "MIT" || !strings.Contains(id.ID, "dateline") {
		t.Errorf("%+v", id)
	}
	if n := len(id.Summary); n > 80 || strings.HasSuffix(id.Summary, ".") {
		t.Errorf("the summary %q has %d letters or ends with a period: menus cut it", id.Summary, n)
	}
}

const whole = `[Details]
Name = "Map"
ID = "org.example.map"
Version = "1.2.3"
Build = 4
[LinuxAndBSD]
Comment = "Draws"
Categories = ["Education"]
[Release]
Licence = "MIT"
Author = "us"
`

func TestParseSaysWhatIsWrong(t *testing.T) {
	if _, err := Parse(whole); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ from, to, want string }{
		{`"Map"`, `""`, "Details.Name"},
		{"org.example.map", "Map", "Details.ID"},
		{"org.example.map", "org.example.my-map", "Details.ID"},
		{"1.2.3", "1.2", "Details.Version"},
		{"1.2.3", "v1.2.3", "Details.Version"},
		{"Build = 4", "Build = 0", "Details.Build"},
		{`"Draws"`, `""`, "LinuxAndBSD.Comment"},
		{`["Education"]`, `[]`, "LinuxAndBSD.Categories"},
		{`"MIT"`, `""`, "Release.Licence"},
		{`"us"`, `""`, "Release.Author"},
		{"Build = 4", "Build = four", "reading FyneApp.toml"},
	} {
		_, err := Parse(strings.Replace(whole, tt.from, tt.to, 1))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s for %s: %v, want something of %s", tt.to, tt.from, err, tt.want)
		}
	}
}

func TestCommit(t *testing.T) {
	settings := []debug.BuildSetting{
		{Key: "vcs.revision", Value: "0123456789abcdef0123"},
		{Key: "vcs.time", Value: "2026-11-22T18:00:00Z"},
		{Key: "vcs.modified", Value: "false"},
	}
	if hash, date := commit(settings); hash != "0123456789ab" || date != "2026-11-22" {
		t.Errorf("%q %q", hash, date)
	}
	settings[2].Value = "true"
	if hash, _ := commit(settings); hash != "0123456789ab+" {
		t.Errorf("changed: %q", hash)
	}
	if hash, date := commit(settings[1:]); hash != "" || date != "" {
		t.Errorf("without a commit: %q %q", hash, date)
	}
}
