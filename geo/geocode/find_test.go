package geocode

import "testing"

func TestFind(t *testing.T) {
	for _, c := range []struct{ name, country, want string }{
		{"Mosul", "", "town Mosul IQ.15"},
		{"Paris", "", "town Paris FR.11"},
		{"Paris", "US", "town Paris US.TX"},
		{"Paris", "us", "town Paris US.TX"},
		{"Paris", "United States", "town Paris US.TX"},
		{"Paris", "IQ", "nothing"},
		{"Rockville, Maryland", "", "town Rockville US.MD"},
		{"Diyala province", "", "division Diyala IQ.10"},
		{"Baghdad province", "", "division Baghdad IQ.07"},
		{"Saadiya", "IQ", "town Saadiya IQ.10"},
		{"Iraq", "", "country IQ"},
		{"Iraqi", "", "country IQ"},
		{"Samara", "", "town Samarra IQ.18"},
		{"Qwertzstadt", "", "nothing"},
		{"", "", "nothing"},
		{" , ", "", "nothing"},
	} {
		got := Find(c.name, c.country, world())
		what := "nothing"
		for i, o := range got {
			if o.Score < 0 || o.Score > 1 {
				t.Errorf("%q: score %v", c.name, o.Score)
			}
			if i > 0 && o.Score > got[i-1].Score {
				t.Errorf("%q: candidate %d scores more than the one before", c.name, i)
			}
		}
		if len(got) > 0 {
			what = describe(got[0].Place)
			if got[0].Why == "" {
				t.Errorf("%q: no reason", c.name)
			}
		}
		if what != c.want {
			t.Errorf("%q in %q: %s, want %s", c.name, c.country, what, c.want)
		}
	}
}
