package brief

import (
	"strings"
	"testing"
)

// TestUnknownFieldsInsideOfDecisions keeps what a later program says of a place
// or an account while something else is decided.
func TestUnknownFieldsInsideOfDecisions(t *testing.T) {
	text := `{"dateline": 2, "eras": [{"name": "Winter", "when": "2019", "tint": "grey"}], "own": [{"id": "own-1", "by": "me"}], "edits": {"e1": {
		"places": [{"name": "Port", "lon": 1, "lat": 2, "height": 30}, {"name": "Fort", "lon": 3, "lat": 4, "height": 40}],
		"way": {"points": [[1, 2], [3, 4]], "feathered": true},
		"claims": [{"by": "a driver", "stance": "claims", "grade": "C3", "source": "", "heard": "twice"}],
		"media": [{"path": "a.jpg", "taken": "2019"}]}}}`
	b, err := open(text)
	if err != nil {
		t.Fatal(err)
	}
	all := []string{`"height": 30`, `"height": 40`, `"feathered": true`, `"heard": "twice"`, `"taken": "2019"`, `"tint": "grey"`, `"by": "me"`}
	check := func(b Brief, want ...string) {
		t.Helper()
		got := marshal(t, b)
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s is lost:\n%s", w, got)
			}
		}
	}
	check(b, all...)
	note := "checked"
	check(b.WithEdit("e1", func(e *Edit) { e.Note = &note }), all...)
	// One of the places is moved: what was said of the other stays.
	moved := append([]Place(nil), (*b.Edits["e1"].Places)...)
	moved[0].Lon = 7
	check(b.WithEdit("e1", func(e *Edit) { e.Places = &moved }), all[1:]...)
	dropped := b.WithEdit("e1", func(e *Edit) { e.Places, e.Media, e.Claims, e.Way = nil, nil, nil, nil })
	if got := marshal(t, dropped); strings.Contains(got, "height") || strings.Contains(got, "e1") {
		t.Errorf("what was taken back is still there:\n%s", got)
	}
}
