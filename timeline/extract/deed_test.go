package extract

import (
	"slices"
	"testing"
)

// TestDeeds: what nobody has a word for is an event of another kind where
// somebody known did it on a day at a place, and only then.
func TestDeeds(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Iraqi engineers unveiled a monument in Mosul on Thursday.", []string{"other | 2014-06-12 | at Mosul | Iraqi engineers"}},
		{"Iraqi engineers unveiled a monument in Mosul.", nil},
		{"Iraqi engineers unveiled a monument on Thursday.", nil},
		{"Iraqi engineers lived in Mosul on Thursday.", nil},
		{"Iraqi engineers could unveil a monument in Mosul on Thursday.", nil},
		{"A monument gleamed in Mosul on Thursday.", nil},
	} {
		got := readText(t, c.text)
		var all []string
		for i := range got.Events {
			all = append(all, brief(&got.Events[i]))
		}
		if !slices.Equal(all, c.want) {
			t.Errorf("%s\n\tgot  %q\n\twant %q", c.text, all, c.want)
		}
	}
}

// TestAlliancesAreNoRebels: an alliance of states that a report names often is
// not who "the rebels" are.
func TestAlliancesAreNoRebels(t *testing.T) {
	got := readText(t, `Rebels captured Tikrit on Friday. Nato condemned the attack and Nato ministers met in Brussels on Thursday. Nato said it watched events.

Insurgents shelled Samarra on Friday, and the Baghdad government declared an emergency on Thursday.`)
	seen := 0
	for _, e := range got.Events {
		if len(e.Places) == 0 || e.Places[0].Name != "Tikrit" && e.Places[0].Name != "Samarra" {
			continue
		}
		if seen++; e.Side != "rebels" && e.Side != "insurgents" {
			t.Errorf("%s: by %s", e.Title, e.Side)
		}
	}
	if seen != 2 {
		t.Errorf("%d attacks, want 2", seen)
	}
}

// TestOtherNews has news that is neither war nor storm.
func TestOtherNews(t *testing.T) {
	for kind, texts := range map[string][]string{
		"disaster": {
			"Twelve new cases of cholera were confirmed in Nyala on Friday.", "Health officials have detected the H5N1 virus in Nyala.",
			"Some 300 swans died in Nyala.", "Three nurses tested positive for Ebola.", "The airliner vanished near Nyala on Friday.",
			"A cargo plane made an emergency landing in Nyala.",
		},
		"other": {
			"Parliament passed the bill on Friday.", "The airline suspended flights to Nyala.", "A trawler found wreckage off Nyala on Friday.",
			"A frigate detected signals near Nyala.", "Canada imposed sanctions on Sudan.", "The court upheld the verdict on Friday.",
			"Canada has banned imports of beef.", "Amir Haddad was sworn in as president on Friday.", "Farmers culled 4,000 chickens in Nyala.",
			"The shipyard cut 400 jobs in Nyala.", "Sudan expelled two diplomats on Friday.", "Prime Minister Amir Haddad stepped down on Friday.",
			"India launched a satellite on Friday.", "Lawmakers voted to end the programme on Friday.",
		},
		"arrest": {"Two men were sentenced to nine years in prison on Friday.", "A former minister was found guilty of fraud.", "A man was charged with theft in Nyala."},
	} {
		for _, text := range texts {
			if got := readText(t, text); len(got.Events) != 1 || string(got.Events[0].Kind) != kind {
				var all []string
				for i := range got.Events {
					all = append(all, brief(&got.Events[i]))
				}
				t.Errorf("%s: want one %s, got %q", text, kind, all)
			}
		}
	}
}

// TestOpening: what a report opens with is its news, whatever the verb; a text
// too short to have an opening, a habit, sport and the mind are none.
func TestOpening(t *testing.T) {
	const rest = "\n\nThe hall is old. It has a green roof. Many people like it. It is near a park. The roof is made of glass."
	for text, want := range map[string]int{
		"Engineers have rebuilt the old hall in Nyala." + rest:                         1,
		"The council has renovated the hall." + rest:                                   1,
		"Engineers have rebuilt the old hall in Nyala.":                                0,
		"Engineers like the old hall in Nyala." + rest:                                 0,
		"Engineers worried about the old hall in Nyala." + rest:                        0,
		"The team earned its third cup in Nyala." + rest:                               0,
		"The council has renovated the hall after a blast killed two in Nyala." + rest: 1,
		"The hall is old.\n\nThe council has renovated the roof. " + rest:              0,
	} {
		if got := readText(t, text); len(got.Events) != want {
			var all []string
			for i := range got.Events {
				all = append(all, brief(&got.Events[i]))
			}
			t.Errorf("%s: want %d, got %q", text, want, all)
		}
	}
}

// TestBallots: a vote of which only the day is told.
func TestBallots(t *testing.T) {
	for text, want := range map[string]string{
		"The opposition may boycott the elections on 22 June.":         "other planned | 2014-06-22 |  | ",
		"Rebels vowed to derail the 22 June presidential election.":    "other planned | 2014-06-22 |  | ",
		"Nobody knows who will win the referendum in Sudan on 1 July.": "other planned | 2014-07-01 | at Sudan | ",
		"The opposition may boycott elections.":                        "",
		"He lost an election.":                                         "",
		"People marched on Friday to demand elections.":                "",
	} {
		found := ""
		got := readText(t, text)
		for i := range got.Events {
			if e := &got.Events[i]; e.Kind == "other" {
				found = brief(e)
			}
		}
		if found != want {
			t.Errorf("%s: got %q, want %q", text, found, want)
		}
	}
}
