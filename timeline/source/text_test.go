package source

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// show lists blocks as "kind: text" lines.
func show(d Document) []string {
	var out []string
	for _, b := range d.Blocks {
		out = append(out, b.Kind.String()+": "+d.Of(b))
	}
	return out
}

const longLine = "The general visited the troops in the north and said that twenty thousand men had joined the army since the spring, that the roads were open again, and that the towns along the river were safe."

var layouts = []struct {
	name, text string
	want       []string
}{
	{"paragraphs", "Rebels take port\n\nThe port fell on Monday.\n\nShips fled.\n", []string{
		"heading: Rebels take port", "paragraph: The port fell on Monday.", "paragraph: Ships fled."}},
	{"a paragraph a line", "Rebels take port\nThe port fell on Monday.\nShips fled before dawn.", []string{
		"heading: Rebels take port", "paragraph: The port fell on Monday.", "paragraph: Ships fled before dawn."}},
	{"typewritten", "FLOOD IN THE VALLEY\n\nThe river rose during the night and by the morning\nthe lower town stood under two metres of water, and\nthe people had gone to the roofs.\n\nBoats came at noon from the other bank with bread\nand blankets.\n", []string{
		"heading: FLOOD IN THE VALLEY",
		"paragraph: The river rose during the night and by the morning\nthe lower town stood under two metres of water, and\nthe people had gone to the roofs.",
		"paragraph: Boats came at noon from the other bank with bread\nand blankets."}},
	{"list", "The demands:\n\n  • an end to the siege\n  • free passage\n- talks in Vienna\n\nNobody answered.", []string{
		"heading: The demands:", "list item: an end to the siege", "list item: free passage", "list item: talks in Vienna", "paragraph: Nobody answered."}},
	{"captions", "The bridge was blown up.\n\nImage source, Agency One\nImage caption,\nSoldiers look at the bridge\nMedia caption, Our correspondent at the river\n\nNobody was hurt.", []string{
		"paragraph: The bridge was blown up.", "boilerplate: Image source,", "boilerplate: Agency One", "boilerplate: Image caption,",
		"caption: Soldiers look at the bridge", "boilerplate: Media caption,", "caption: Our correspondent at the river", "paragraph: Nobody was hurt."}},
	{"credits", "A tank burns outside the town (AP Photo/Jo Doe)\n\nA house in ruins. Photo: Jo Doe\n\nPhoto: Jo Doe/Agency\n\nThe photo showed a tank.", []string{
		"caption: A tank burns outside the town (AP Photo/Jo Doe)", "caption: A house in ruins. Photo: Jo Doe", "boilerplate: Photo:", "boilerplate: Jo Doe/Agency", "paragraph: The photo showed a tank."}},
	{"a credit that runs on", "Photo credit: Jo Doe. " + longLine, []string{
		"boilerplate: Photo credit:", "boilerplate: Jo Doe.", "paragraph: " + longLine}},
	{"page furniture", "Share\n\nThe town was quiet.\n\nAre you in the town? Have you seen the fire? You can email us.\n\nRead more: The town in pictures\n\nFollow us on Twitter\n\n© 2014 The Paper. All rights reserved.\n\nWe use cookies to improve our pages.", []string{
		"boilerplate: Share", "paragraph: The town was quiet.", "boilerplate: Are you in the town? Have you seen the fire? You can email us.",
		"boilerplate: Read more: The town in pictures", "boilerplate: Follow us on Twitter", "boilerplate: © 2014 The Paper. All rights reserved.",
		"boilerplate: We use cookies to improve our pages."}},
	{"questions that are news", "\"Are you with us?\" the general asked.\n\nWho will rule the city?\n\nThe answer came on Sunday.", []string{
		"paragraph: \"Are you with us?\" the general asked.", "heading: Who will rule the city?", "paragraph: The answer came on Sunday."}},
	{"byline", "City taken\n\nBy Jo Doe\n\nAnalysis from Jo Doe, the Paper\n\nThe city fell.", []string{
		"heading: City taken", "heading: By Jo Doe", "heading: Analysis from Jo Doe, the Paper", "paragraph: The city fell."}},
	{"Markdown", "# City taken\n\nIt fell.\n\n## Background\n\nIt is old.", []string{
		"heading: City taken", "paragraph: It fell.", "heading: Background", "paragraph: It is old."}},
	{"header lines", "City taken\n\nPublished: 14 June 2014\nSource: The Paper\n\nIt fell.", []string{
		"heading: City taken", "boilerplate: Published: 14 June 2014", "boilerplate: Source: The Paper", "paragraph: It fell."}},
	{"white space", "\n\n  City taken  \n \t \n\u00a0It fell. \n\n", []string{"heading: City taken", "paragraph: It fell."}},
	{"other scripts", "سقطت المدينة.\n\nГород пал.", []string{"paragraph: سقطت المدينة.", "paragraph: Город пал."}},
	{"a dash is no list", "The man -\nwho was old -\nfell.", []string{"paragraph: The man -", "paragraph: who was old -", "paragraph: fell."}},
}

func TestBlocks(t *testing.T) {
	for _, c := range layouts {
		t.Run(c.name, func(t *testing.T) {
			d, err := FromText("a.txt", c.text)
			if err != nil {
				t.Fatal(err)
			}
			if got := show(d); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

var headers = []struct {
	name, text                  string
	title, publisher, published string
}{
	{"label", "City taken\n\nPublished: 14 June 2014\n\nIt fell.", "City taken", "", "2014-06-14"},
	{"label and time", "City taken\n\nPublished 14 June 2014 15:32 BST\n\nIt fell.", "City taken", "", "2014-06-14"},
	{"date alone", "City taken\n\n14 June 2014\n\nIt fell.", "City taken", "", "2014-06-14"},
	{"date with weekday", "City taken\nSaturday, June 14, 2014, 5:00 p.m.\nIt fell.", "City taken", "", "2014-06-14"},
	{"date first", "14 June 2014 | Middle East\n\nCity taken\n\nIt fell.", "City taken", "", "2014-06-14"},
	{"ISO", "City taken\n\nDate: 2014-06-14T12:00:00Z\n\nIt fell.", "City taken", "", "2014-06-14"},
	{"dateline with year", "City taken\n\nBEIRUT, June 14, 2014 (Reuters) - The city fell.", "City taken", "Reuters", "2014-06-14"},
	{"dateline the other way", "City taken\n\nNEW YORK, 14 June 2014 — The city fell.", "City taken", "", "2014-06-14"},
	{"dateline alone", "City taken\n\nNEW YORK, 14 June 2014\n\nThe city fell.", "City taken", "", "2014-06-14"},
	{"telegraph dateline", "SAN PEDRO, 3 JAN 90 (AGENCY) -- [TEXT] THE CITY FELL.", "SAN PEDRO, 3 JAN 90 (AGENCY) -- [TEXT] THE CITY FELL.", "AGENCY", "1990-01-03"},
	{"telegraph dateline of this century", "NEW PORT, 14 JUN 14 -- THE CITY FELL.", "NEW PORT, 14 JUN 14 -- THE CITY FELL.", "", "2014-06-14"},
	{"telegraph dateline with country", "PORTO (RURITANIA), 22 AUGUST 89 (RADIO NORTH) -- THE CITY FELL.", "PORTO (RURITANIA), 22 AUGUST 89 (RADIO NORTH) -- THE CITY FELL.", "RADIO NORTH", "1989-08-22"},
	{"dateline without year", "City taken\n\nBEIRUT, June 14 (Reuters) - The city fell.", "City taken", "Reuters", ""},
	{"dateline with the date behind", "City taken\n\nNEWTON, Ill. (Wire) - Nov. 3, 2022 - The city fell.", "City taken", "", "2022-11-03"},
	{"dateline with the date behind and no agency", "City taken\n\nNEWTON, Ill. — Thursday, 3 November 2022. The city fell.", "City taken", "", "2022-11-03"},
	{"no dateline: a sentence with a dash", "City taken\n\nThe deal - June 3, 2012 was its last day - is dead.", "City taken", "", ""},
	{"dateline without date", "City taken\n\nBEIRUT (AP) — The city fell.", "City taken", "AP", ""},
	{"source and date", "City taken\n\nSource: The Paper, 14 June 2014\n\nIt fell.", "City taken", "The Paper", "2014-06-14"},
	{"source at the foot", "City taken\n\nIt fell.\n\nSource: The Paper", "City taken", "The Paper", ""},
	{"updated later", "City taken\n\nUpdated: 15 June 2014\nPublished: 14 June 2014\n\nIt fell.", "City taken", "", "2014-06-14"},
	{"only updated", "City taken\n\nLast updated: 15 June 2014\n\nIt fell.", "City taken", "", "2014-06-15"},
	{"no year", "City taken\n\nPublished: 14 June\n\nIt fell.", "City taken", "", ""},
	{"month alone", "City taken\n\nJune 2014\n\nIt fell.", "City taken", "", ""},
	{"dates in prose do not count", "City taken\n\nIt fell on 14 June 2014.\n\nThe war began on 2 May 2012.", "City taken", "", ""},
	{"no heading", "The city fell after a long siege.\n\nIt is old.", "The city fell after a long siege.", "", ""},
	{"byline is no title", "By Jo Doe\n\nCity taken\n\nIt fell.", "City taken", "", ""},
	{"source in prose", "City taken\n\nSource: an officer who was there said it fell.", "City taken", "", ""},
}

func TestHeader(t *testing.T) {
	for _, c := range headers {
		t.Run(c.name, func(t *testing.T) {
			d, err := FromText("a.txt", c.text)
			if err != nil {
				t.Fatal(err)
			}
			if d.Title != c.title || d.Publisher != c.publisher || d.Published.String() != c.published {
				t.Errorf("got %q %q %q, want %q %q %q", d.Title, d.Publisher, d.Published, c.title, c.publisher, c.published)
			}
		})
	}
}

func TestUnclearDateIsTold(t *testing.T) {
	d, err := FromText("a.txt", "City taken\n\nPublished: 03/04/2014\n\nIt fell.")
	if err != nil {
		t.Fatal(err)
	}
	if !d.Published.IsZero() || len(d.Warnings) != 1 || !strings.Contains(d.Warnings[0], "3 April or 4 March") {
		t.Errorf("published %q, warnings %q", d.Published, d.Warnings)
	}
}

func TestLongTitleIsShortened(t *testing.T) {
	d, err := FromText("a.txt", strings.Repeat("word ", 60)+".")
	if err != nil {
		t.Fatal(err)
	}
	if n := len([]rune(d.Title)); n > 101 || !strings.HasSuffix(d.Title, "word…") {
		t.Errorf("title of %d characters: %q", n, d.Title)
	}
}

func TestIdentity(t *testing.T) {
	a, _ := FromText("a.txt", "The city fell.\r\n")
	b, _ := FromText("b.txt", "\ufeffThe city fell.\n")
	if a.ID != b.ID || len(a.ID) != 12 || !strings.HasPrefix(a.SHA256(), string(a.ID)) || len(a.SHA256()) != 64 {
		t.Errorf("%s %s %s", a.ID, b.ID, a.SHA256())
	}
	c, _ := FromText("a.txt", "The city held.\n")
	if c.ID == a.ID {
		t.Error("two texts have one ID")
	}
}

// checkBlocks is what holds of every document.
func checkBlocks(t interface{ Fatalf(string, ...any) }, d Document) {
	last := 0
	for _, b := range d.Blocks {
		if b.Start < last || b.End <= b.Start || b.End > len(d.Text) {
			t.Fatalf("block %d-%d after %d in a text of %d", b.Start, b.End, last, len(d.Text))
		}
		if s := d.Of(b); strings.TrimSpace(s) != s {
			t.Fatalf("block %q begins or ends with white space", s)
		}
		last = b.End
	}
	if strings.ContainsAny(d.Text, "\r\x00") {
		t.Fatalf("the text holds a carriage return or NUL")
	}
}

func TestBlocksProperty(t *testing.T) {
	words := []string{"The", "city", "fell.", "\n", "\n\n", "•", "- ", "Image caption,", "Photo:", "#", " ", "14 June 2014", "Are you here?", "é", "، "}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 40).Draw(t, "words"), rapid.SampledFrom([]string{"", " "}).Draw(t, "sep"))
		d, err := FromText("a.txt", text)
		if err != nil {
			return
		}
		checkBlocks(t, d)
		again, err := FromText("a.txt", d.Text)
		if err != nil || !reflect.DeepEqual(again, d) {
			t.Fatalf("read again: %v, %v, want %v", again, err, d)
		}
	})
}
