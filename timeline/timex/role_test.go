package timex

import (
	"strings"
	"testing"

	"dateline/data/lexicon"
)

func TestRoles(t *testing.T) {
	all := roles()
	for w, r := range all {
		if w != strings.ToLower(w) || r == 0 {
			t.Errorf("%q has the role %d", w, r)
		}
	}
	for _, w := range strings.Fields(lexicon.TimeWords) {
		if all[w]&(begins|capital) == 0 || all[w]&ofTime == 0 {
			t.Errorf("%q begins nothing", w)
		}
	}
	if r := all["the"]; r != beginsNear {
		t.Errorf("the has the role %d", r)
	}
}

func TestTimeNear(t *testing.T) {
	m := newMatcher("the old man of the sea and the day in a year that was 1990 and no more words that tell of it to anybody")
	for i, want := range map[int]bool{0: false, 4: true, 8: true, 13: true, 15: false, 100: false} {
		if got := m.timeNear(i); got != want {
			t.Errorf("at %d: %v", i, got)
		}
		m.nextTime = -1
	}
	for i := range m.toks { // asked in order, as run does
		if got, want := m.timeNear(i), newMatcher(m.text).timeNear(i); got != want {
			t.Errorf("in order at %d: %v", i, got)
		}
	}
}
