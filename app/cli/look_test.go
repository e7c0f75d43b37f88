package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/app/work"
)

func TestRenderSwitchesWhatIsAroundTheMap(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "report.txt")
	if err := os.WriteFile(in, []byte("Rebels took Mosul on 10 June 2014. They took Tikrit on 11 June 2014."), 0o600); err != nil {
		t.Fatal(err)
	}
	out, engine := filepath.Join(dir, "map.svg"), work.New()
	for _, c := range []struct {
		args      []string
		has, not  string // parts of the file
		code      int
		complaint string
	}{
		{nil, `id="legend`, `id="north`, 0, ""},
		{[]string{"--show", "north,graticule"}, `id="north`, "", 0, ""},
		{[]string{"--show", "graticule"}, `id="graticule`, `id="north`, 0, ""},
		{[]string{"--hide", "clock, title"}, `id="scale`, `id="clock`, 0, ""},
		{[]string{"--units", "mi"}, " mi<", " km<", 0, ""},
		{[]string{"--banner", "For the exercise only", "--banner-colour", "amber"}, "For the exercise only", "", 0, ""},
		{[]string{"--as-of", "2014-06-20"}, "as of 20 June 2014", "", 0, ""},
		{[]string{"--as-of", "2014-06-20", "--hide", "as-of"}, "GeoNames", "as of", 0, ""},
		{[]string{"--hide", "credits"}, "", "", 2, "there are title"},
		{[]string{"--show", "compass"}, "", "", 2, `"compass"`},
		{[]string{"--units", "leagues"}, "", "", 2, "--units"},
		{[]string{"--as-of", "the day after"}, "", "", 2, "--as-of"},
		{[]string{"--banner-colour", "red"}, "", "", 2, "--banner"},
	} {
		args := append([]string{"render", in, "-o", out, "--size", "800x600", "--published", "2014-06-14"}, c.args...)
		code, _, stderr := run(t, Env{Engine: engine}, "", args...)
		if code != c.code || !strings.Contains(stderr, c.complaint) {
			t.Errorf("%v: code %d, want %d: %s", c.args, code, c.code, stderr)
			continue
		}
		if code != 0 {
			continue
		}
		b, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		if s := string(b); !strings.Contains(s, c.has) || c.not != "" && strings.Contains(s, c.not) {
			t.Errorf("%v: has %q: %v; has %q: %v", c.args, c.has, strings.Contains(s, c.has), c.not, strings.Contains(s, c.not))
		}
	}
}
