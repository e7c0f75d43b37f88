package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestEval(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"geo_a.jsonl":  `{"text":"In Gao it rained.","mentions":[{"start":3,"end":6,"lat":16.3,"lon":0}]}` + "\n\n" + `{"text":"In Gao and Oma.","mentions":[{"start":3,"end":6,"lat":0.1,"lon":0.1},{"start":11,"end":14,"lat":1,"lon":1}]}`,
		"time_a.jsonl": `{"text":"On Monday in Gao.","timex":[{"start":3,"end":9,"type":"DATE","value":"XXXX-WXX-1"}]}`,
		"other.jsonl":  "not read",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	env := Env{Engine: fakeEngine{byWord, countries{}}}
	code, stdout, stderr := run(t, env, "", "eval", dir, "--draws", "20")
	if code != 0 {
		t.Fatal(stderr)
	}
	for _, want := range []string{"geo_a.jsonl: 2 documents", "places: found, F1                           0.800", "2 right, 2 given, 3 wanted", "time_a.jsonl: 1 documents", "times: found with the right value, F1  1.000"} {
		if !strings.Contains(stdout, want) {
			t.Errorf("%q is not in\n%s", want, stdout)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "events_a.jsonl"), []byte("{\"text\":\"x\"}\n{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := run(t, env, "", "eval", dir); code != 1 || !strings.Contains(stderr, "events_a.jsonl, line 2") {
		t.Errorf("%d %s", code, stderr)
	}
	if code, _, stderr := run(t, env, "", "eval", t.TempDir()); code != 1 || !strings.Contains(stderr, "has no file named geo_") {
		t.Errorf("%d %s", code, stderr)
	}
}
