package extract

import (
	"testing"
	"unicode/utf8"
)

// TestHeadlines holds titles to what a newspaper would print.
func TestHeadlines(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"President Ali Amiri said that 600,000 people had been affected.", "Amiri says 600,000 people affected"},
		{"President Ali Amiri said he would fight on.", "Amiri to fight on"},
		{"Russia said on Friday it was not helping the rebels.", "Russia says it is not helping rebels"},
		{"President Ali Amiri said the rebels were advancing.", "Amiri says rebels are advancing"},
		{"President Ali Amiri ruled out talks with the rebels.", "Amiri rules out talks with rebels"},
		{"“There are many dead,” President Ali Amiri told reporters.", "Amiri: There are many dead"},
		{"Heavy shelling hit the centre of Nyala on Friday.", "Heavy shelling hits centre of Nyala"},
		{"The storm made landfall near Manila on Friday.", "Storm makes landfall near Manila"},
		{"Several hundred people were killed in Nyala.", "Hundreds killed in Nyala"},
		{"The mayor said more than 1,000 people may have been killed in Nyala.", "1,000 feared killed in Nyala"},
		{"Thousands of people marched in Nyala on Friday.", "Thousands of people march in Nyala"},
		{"Workers at the port of Beirut went on strike on Monday.", "Workers at the port of Beirut go on strike"},
		{"Gunmen opened fire on a crowd in Nyala.", "Gunmen open fire on crowd in Nyala"},
		{"Sudan and Russia suspended flights to Cairo on Friday.", "Sudan and Russia suspend flights to Cairo"},
		{"Foreign Minister Ali Haddad will visit Cairo on Monday.", "Haddad to visit Cairo"},
		{"Foreign Minister Ali Haddad met his Turkish counterpart in Moscow on Monday.", "Haddad meets Turkish counterpart in Moscow"},
		{"Soldiers overthrew President Ali Amiri in Bamako on Wednesday.", "Soldiers overthrow President Ali Amiri in Bamako"},
		{"Nyala has changed hands four times.", "Nyala changes hands"},
		{"Rebels drove the army out of Nyala on Friday.", "Nyala taken"},
		{"Nyala is a market town. Rebels entered the town on Friday.", "Rebels enter Nyala"},
	} {
		got := readText(t, c.text)
		if len(got.Events) != 1 || got.Events[0].Title != c.want {
			var all []string
			for _, e := range got.Events {
				all = append(all, e.Title)
			}
			t.Errorf("%s: %q, want %q", c.text, all, c.want)
		}
	}
	for _, s := range goldSentences(t) {
		for _, e := range readText(t, s.text).Events {
			if n := utf8.RuneCountInString(e.Title); n < 4 || n > titleLimit {
				t.Errorf("%s: title %q has %d letters", s.text, e.Title, n)
			}
		}
	}
}
