package brief

import (
	"os"
	"path/filepath"
	"testing"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/source"
)

// TestErasRoundTrip saves and opens briefs whose dates no time.Time of
// encoding/json could carry: before the year 0 and after 9999.
func TestErasRoundTrip(t *testing.T) {
	for _, date := range []string{"-0489", "-0043-03-15", "-0489-09~/-0479", "0000", "0001-01-01", "9999-24", "Y12014", "Y-17E4", "../-0030", "-00XX"} {
		t.Run(date, func(t *testing.T) {
			v := edtf.MustParse(date)
			b := FromDocument(source.Document{Name: "old.txt", Title: "Old wars", Published: v, Text: "The fleet sank in 490 BC."})
			b = b.WithEdit("e1", func(e *Edit) { e.When = &v }).WithStatus("e1", timeline.Accepted)
			path := filepath.Join(t.TempDir(), "old.dateline")
			if err := Save(path, b); err != nil {
				t.Fatal(err)
			}
			f, err := os.Open(path)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			got, err := Open(f)
			if err != nil {
				t.Fatal(err)
			}
			if e := got.Edits["e1"]; e.When == nil || *e.When != v || *e.Status != timeline.Accepted {
				t.Errorf("the edit is %+v", e)
			}
			if r := got.Reports[0]; r.Published != v || r.Document.Published != v {
				t.Errorf("published %s and %s, want %s", r.Published, r.Document.Published, v)
			}
			if again := marshal(t, got); again != marshal(t, b) {
				t.Errorf("written again it differs:\n%s", again)
			}
		})
	}
}
