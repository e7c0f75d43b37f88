package source

import "testing"

func TestLabel(t *testing.T) {
	for _, c := range []struct {
		line    string
		n       int
		follows BlockKind
	}{
		{"Media caption,", 14, Caption},
		{"Image caption", 13, Caption},
		{"Video caption: The bridge", 15, Caption},
		{"Caption: The bridge", 9, Caption},
		{"IMAGE CAPTION, The bridge", 15, Caption},
		{"Image source, Agency", 14, Boilerplate},
		{"Image copyright, Agency", 17, Boilerplate},
		{"Photo credit: Jo Doe", 14, Boilerplate},
		{"Photo: Jo Doe", 7, Boilerplate},
		{"Credit: Jo Doe", 8, Boilerplate},
		{"Photo", 0, 0},
		{"Map, compass and rope were found.", 0, 0},
		{"Image of a leader in ruins", 0, 0},
		{"Video shows a tank.", 0, 0},
		{"The media caption was wrong.", 0, 0},
		{"", 0, 0},
	} {
		if n, follows := label(c.line); n != c.n || n > 0 && follows != c.follows {
			t.Errorf("label(%q) = %d %s, want %d %s", c.line, n, follows, c.n, c.follows)
		}
	}
}

func TestBoilerplate(t *testing.T) {
	for _, s := range []string{
		"Share", "Copy link", "ADVERTISEMENT", "Read more: the fall of the port", "Related topics", "Follow us on Facebook",
		"Are you in the port? Tell us what you see.", "Have you been affected by the flood?", "What do you think of the truce? Write to us.",
		"If you are in the region and would like to comment, get in touch.", "You can email us at the usual address.", "Send us your pictures",
		"Please contact us if you know more.", "Sign up for our newsletter", "© 2014 The Paper", "Copyright 2014 The Paper. All rights reserved.",
		"We use cookies on this site.", "This material may not be published, rewritten or redistributed.", "Reporting by Jo Doe; editing by Al Roe",
		"Published: 14 June 2014", "14 June 2014", "Saturday 14 June 2014 15:32 BST", "Source: The Paper", "3 min read", "12 comments", "Last updated 5 hours ago",
	} {
		if !isBoilerplate(s) {
			t.Errorf("%q is taken for news", s)
		}
	}
	for _, s := range []string{
		"The rebels share the port with the army.", "Residents read more than one letter aloud.", "You are next, the general told them.",
		"\"Have you seen them?\" a woman asked.", "He said the copyright law would change.", "On 14 June 2014 the port fell.", "Sources said the port fell.",
		"Homes burned in the town.", "The source of the river is dry.", "The army followed us to the hills, a man said.", "Are they coming? Nobody knows.",
		"What did the rebels want? Land, said one.", "Jo Doe, reporting by radio, said the port was quiet.",
	} {
		if isBoilerplate(s) {
			t.Errorf("%q is taken for boilerplate", s)
		}
	}
}

func TestCreditAndByline(t *testing.T) {
	for s, want := range map[string]bool{
		"A tank burns (AP Photo/Jo Doe)": true, "A tank burns. Photograph: Jo Doe/Agency": true, "Ruins via Getty Images": true, "Getty Images": true,
		"Reuters": true, "AFP/Jo Doe": true, "The photo was old.": false, "Reuters said so.": false,
	} {
		if isCredit(s) != want {
			t.Errorf("isCredit(%q) = %t", s, !want)
		}
	}
	for s, want := range map[string]bool{
		"By Jo Doe": true, "Analysis from Jo Doe, the Paper": true, "Reporting by Jo Doe and Al Roe": true,
		"By noon it was over.": false, "By Friday the port had fallen.": false, "by Jo Doe": false,
	} {
		if isByline(s) != want {
			t.Errorf("isByline(%q) = %t", s, !want)
		}
	}
}

func TestBullet(t *testing.T) {
	for s, want := range map[string]int{"• one": len("• "), "•one": len("•"), "- one": 2, "* one": 2, "– one": len("– "), "-one": 0, "–": 0, "one": 0, "+ one": 2, "": 0} {
		if got := bullet(s); got != want {
			t.Errorf("bullet(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestHeading(t *testing.T) {
	for s, want := range map[string]bool{
		"Rebels take the port": true, "Who are the rebels?": true, "Background:": true, "A leader 'ready to talk'": true,
		"The port fell.": false, "The port fell,": false, "and then it burned": false, "\"Who are you?\"": false, "1 2 3": false,
		"The port, which had been held for three weeks by a few hundred men and women of the town, fell": false,
	} {
		if looksHeading(s) != want {
			t.Errorf("looksHeading(%q) = %t", s, !want)
		}
	}
}

func TestReadDate(t *testing.T) {
	for s, want := range map[string]string{
		"14 June 2014": "2014-06-14", "14 June 2014, 15:32": "2014-06-14", "June 14, 2014 at 3:32 p.m. EDT": "2014-06-14", "14 June 2014 at 15:32 BST": "2014-06-14",
		"15:32 BST, 14 June 2014": "2014-06-14", "2014-06-14T15:32:00+03:00": "2014-06-14", "14 June 2014 | Middle East": "2014-06-14",
		"14 June": "", "the port": "", "": "",
	} {
		if v, err := readDate(s); v.String() != want || (err == nil) != (want != "") {
			t.Errorf("readDate(%q) = %q, %v, want %q", s, v, err, want)
		}
	}
}

func TestFullYear(t *testing.T) {
	for s, want := range map[string]string{"3 JAN 90": "3 JAN 1990", "14 JUN 14": "14 JUN 2014", "14 June 2014": "14 June 2014", "90": "90"} {
		if got := fullYear(s); got != want {
			t.Errorf("fullYear(%q) = %q, want %q", s, got, want)
		}
	}
}
