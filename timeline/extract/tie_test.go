package extract

import "testing"

// TestTied: a telling without a place stands where the same person was, or
// where the office of who tells it is.
func TestTied(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Police mourned Adil Karam near Samarra and Omar Hadi in Tikrit.\n\nHadi was killed on Thursday in a fight with two men.", "casualties | 2014-06-12 | at Tikrit | "},
		{"Police mourned Adil Karam near Samarra and Omar Hadi in Tikrit.\n\nKaram was killed on Friday.", "casualties | 2014-06-13 | near Samarra | "},
		{"Tikrit mayor Omar Hadi tweeted on Friday that 12 people had been arrested.", "arrest | ../2014-06-14 | at Tikrit | "},
	} {
		got := readText(t, c.text)
		found := false
		var all []string
		for i := range got.Events {
			b := brief(&got.Events[i])
			all = append(all, b)
			found = found || b == c.want
		}
		if !found {
			t.Errorf("%s\n\tgot  %q\n\twant %q", c.text, all, c.want)
		}
		for _, e := range got.Events {
			for _, f := range e.Figures {
				if e.Kind == "casualties" {
					t.Errorf("%s: %q counts nobody who was killed", c.text, f.Stated)
				}
			}
		}
	}
}
