package extract

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/source"
)

func TestFigures(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"At least 540,000 people fled Mosul.", "540000- people"},
		{"More than 130 guards entered Mosul.", "130- guards"},
		{"Some 5,000 people fled Mosul.", "5000-5000 people"},
		{"Between 20 and 30 people died in Mosul.", "20-30 people"},
		{"Hundreds of people fled Mosul.", "100- people"},
		{"Thousands fled Mosul.", "1000- people"},
		{"Tens of thousands of people fled Mosul.", "10000- people"},
		{"Dozens were killed in Mosul.", "12- people"},
		{"Twenty-five people died in Mosul.", "25-25 people"},
		{"Two hundred and fifty people died in Mosul.", "250-250 people"},
		{"Up to 300 people died in Mosul.", "0-300 people"},
		{"Fewer than 50 people died in Mosul.", "0-50 people"},
		{"Nine traders died in Mosul.", "9-9 traders"},
		{"1.5 million people fled Mosul.", "1500000-1500000 people"},
		{"As many as 40 people died in Mosul.", "0-40 people"},
		{"More than 130 members of Iran's Revolutionary Guard entered Mosul to train soldiers.", "130- Revolutionary Guard"},
		{"Iran put two divisions on alert in Mosul.", "2-2 divisions"},
		{"A raid 30km from Mosul killed two people.", "2-2 people"},
		{"People died in Mosul.", ""},
	} {
		got := readText(t, c.text)
		var all []string
		for _, e := range got.Events {
			for _, f := range e.Figures {
				s := fmt.Sprintf("%.0f-", f.Min)
				if f.Max > 0 {
					s += fmt.Sprintf("%.0f", f.Max)
				}
				all = append(all, s+" "+f.Of)
				if said := c.text[f.Span.Start:f.Span.End]; said != f.Stated {
					t.Errorf("%s: %q stands at its span, not %q", c.text, said, f.Stated)
				}
			}
		}
		if s := strings.Join(all, ", "); s != c.want {
			t.Errorf("%s: got %q, want %q", c.text, s, c.want)
		}
	}
}

func TestClaims(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       string // of the first event
		contested  bool
		claimed    bool
	}{
		{"the report itself", "Rebels took Mosul.", "report reports", false, false},
		{"an unnamed source", "A source said rebels had taken Mosul.", "A source claims", false, true},
		{"a body that counts", "The International Organization for Migration said 500 people had fled Mosul.", "International Organization for Migration reports", false, false},
		{"according to", "Rebels have taken Mosul, according to two residents.", "two residents claims", false, true},
		{"said at the end", "Rebels have taken Mosul, the mayor said.", "the mayor reports", false, false},
		{"said before its subject", "Rebels have taken Mosul, says the army.", "the army claims", false, true},
		{"a claim", "The army claims it has taken Mosul.", "The army claims", false, true},
		{"there are reports", "There are reports that rebels have taken Mosul.", "reports claims", false, true},
		{"reported to", "Rebels are reported to have taken Mosul.", "reports claims", false, true},
		{"reportedly", "Rebels have reportedly taken Mosul.", "reports claims", false, true},
		{"confirmed", "The army confirmed that troops had left Mosul.", "The army confirms", false, false},
		{"denied at once", "Russian soldiers have entered Mosul to train troops. Russia denied it had sent soldiers to Mosul.", "report reports, Russia denies", true, false},
		{"told and denied", "A source said 130 Iranian soldiers had entered Mosul to help. President Ali Amiri of Iran denied that Iran had sent troops to Iraq.", "A source claims, Ali Amiri denies", true, true},
		{"one account within another", "The army said rebels claimed they had taken Mosul.", "rebels claims", false, true},
		{"the same source", "An Iraqi source said rebels had taken Mosul. The source said rebels had taken Mosul.", "An Iraqi source claims", false, true},
		{"an article more", "The army said rebels had taken Mosul. Rebels took Mosul, said army officers. Rebels have taken Mosul, the army said.", "The army claims, army officers claims", false, true},
		{"two accounts", "A source said rebels had taken Mosul. Residents said rebels had taken Mosul.", "A source claims, Residents claims", false, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := readText(t, c.text)
			if len(got.Events) == 0 {
				t.Fatal("no events")
			}
			e := got.Events[0]
			var all []string
			for _, x := range e.Claims {
				all = append(all, x.By+" "+string(x.Stance))
				if x.Source != "0123456789ab" || x.From.Len() <= 0 {
					t.Errorf("claim without a source: %+v", x)
				}
			}
			if s := strings.Join(all, ", "); s != c.want {
				t.Errorf("got %q, want %q", s, c.want)
			}
			if e.Contested() != c.contested || e.Claimed() != c.claimed {
				t.Errorf("contested %v, claimed %v", e.Contested(), e.Claimed())
			}
		})
	}
}

// TestWhen holds the date of the last event of a text.
func TestWhen(t *testing.T) {
	for _, c := range []struct{ name, text, published, edtf, stated string }{
		{"a weekday", "Rebels took Mosul on Friday.", "2014-06-14", "2014-06-13", "Friday"},
		{"at the head", "On Friday, rebels took Mosul.", "2014-06-14", "2014-06-13", "Friday"},
		{"a span", "Rebels took Mosul earlier this week.", "2014-06-14", "2014-06-09/2014-06-13", "earlier this week"},
		{"none, in the past", "Rebels took Mosul.", "2014-06-14", "../2014-06-14", ""},
		{"none, has done", "Rebels have taken Mosul.", "2014-06-14", "../2014-06-14", ""},
		{"going on", "Rebels are advancing on Mosul.", "2014-06-14", "2014-06-14~", ""},
		{"after something dated", "After taking Tikrit on Monday, rebels moved into Mosul.", "2014-06-14", "2014-06-09/2014-06-14", ""},
		{"then", "Rebels took Tikrit on Monday. They then took Mosul.", "2014-06-14", "2014-06-09/2014-06-14", ""},
		{"the date of the saying is not that of the thing", "A spokesman said on Friday that rebels had taken Mosul.", "2014-06-14", "../2014-06-14", ""},
		{"of a statement", "“We stay,” President Ali Amiri said on Saturday.", "2014-06-14", "2014-06-14", "Saturday"},
		{"no date of publication", "Rebels took Mosul on Friday.", "", "", "Friday"},
		{"no date at all", "Rebels took Mosul.", "", "", ""},
		{"a full date needs no publication", "Rebels took Mosul on 10 June 2014.", "", "2014-06-10", "10 June 2014"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := readOn(t, c.text, c.published)
			if len(got.Events) == 0 {
				t.Fatal("no events")
			}
			w := got.Events[len(got.Events)-1].When
			if w.EDTF.String() != c.edtf || w.Stated != c.stated {
				t.Errorf("got %q, stated %q", w.EDTF, w.Stated)
			}
			if lo, hi := w.EDTF.Bounds(); !lo.Equal(w.Earliest) || !hi.Equal(w.Latest) {
				t.Errorf("bounds %v %v of %q", w.Earliest, w.Latest, w.EDTF)
			}
		})
	}
}

func TestWarnsWithoutADate(t *testing.T) {
	if got := readOn(t, "Rebels took Mosul on Friday.", ""); len(got.Warnings) != 1 || !strings.Contains(got.Warnings[0], "date") {
		t.Errorf("warnings %q", got.Warnings)
	}
	if got := readText(t, "Rebels took Mosul on Friday."); len(got.Warnings) != 0 {
		t.Errorf("warnings %q", got.Warnings)
	}
}

func TestHistoryIsBackground(t *testing.T) {
	news := "Rebels took Mosul on Friday. Troops shelled Tikrit on Friday. "
	got := readText(t, news+"The city of Samarra was captured on 5 May 2003.")
	for _, e := range got.Events {
		if past := e.Places[0].Name == "Samarra"; past != (e.Modality == timeline.Past) {
			t.Errorf("history and news are not told apart: %s", brief(&e))
		}
	}
	if len(got.Events) != 3 {
		t.Errorf("%d events", len(got.Events))
	}
	for _, passing := range []string{"On 5 May 2003 gunmen fought.", "On 5 May 2003 President Ali Amiri vowed revenge."} {
		if got := readText(t, news+passing); len(got.Events) != 2 {
			t.Errorf("%s: what is touched upon is an event", passing)
		}
	}
	history := readText(t, "Troops took Mosul on 5 May 2003. They took Tikrit on 6 May 2003.")
	if len(history.Events) != 2 {
		t.Errorf("a history has %d events", len(history.Events))
	}
}

// TestMerging holds how many events several sentences tell.
func TestMerging(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       int
	}{
		{"told twice", "Rebels took Mosul on Friday. The rebels captured Mosul, residents said.", 1},
		{"two places", "Rebels took Mosul on Friday. Rebels took Tikrit on Friday.", 2},
		{"two days", "Rebels attacked Mosul on Monday. Rebels attacked Mosul on Friday.", 2},
		{"taken and retaken", "Rebels took Mosul on Monday. Iraqi troops retook Mosul on Friday.", 2},
		{"the same number", "A source said 130 guards had entered Iraq to train troops. More than 130 guards have entered Diyala province to train troops.", 1},
		{"several cities are those named", "Rebels have seized several cities. Rebels took Mosul on Monday.", 1},
		{"one leader, one statement", "President Ali Amiri warned of war. “We are ready,” President Amiri said.", 1},
		{"two leaders", "President Ali Amiri warned of war. General Hamid Osman vowed to fight.", 2},
		{"an attack told on", "Gunmen attacked a bus on Friday. The attack took place near Tikrit.", 1},
		{"deaths belong to the strike", "A missile hit Mosul on Friday, killing nine people.", 1},
		{"what a quake did to a town", "A quake struck Manila and Borongan on Friday.\n\nIt was early.\n\nIt was dark.\n\nIt was cold.\n\nMost houses in Borongan were destroyed.", 2},
		{"what a quake did to one house", "A quake struck Manila and Borongan on Friday.\n\nIt was early.\n\nIt was dark.\n\nIt was cold.\n\nA house in Borongan was destroyed.", 1},
		{"different weapons", "Warplanes bombed Mosul. Shells hit Mosul.", 2},
		{"a planned visit is not one made", "President Ali Amiri visited Mosul on Monday. President Amiri will visit Mosul on Friday.", 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := readText(t, c.text)
			if len(got.Events) != c.want {
				var all []string
				for i := range got.Events {
					all = append(all, brief(&got.Events[i]))
				}
				t.Errorf("got %d, want %d:\n%s", len(got.Events), c.want, strings.Join(all, "\n"))
			}
		})
	}
}

// TestPointingBack holds the place of the last event of a text.
func TestPointingBack(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Rebels reached Mosul on Monday. They attacked the city on Friday.", "Mosul"},
		{"Rebels reached Diyala province on Monday. Troops entered the province on Friday.", "Diyala"},
		{"A source in the province of Diyala said 130 guards had entered the province to help.", "Diyala"},
		{"Reinforcements reached Samarra, where militants are trying to enter from the north.", "Samarra"},
		{"Rebels attacked Mosul on Friday. Nine people were killed.", "Mosul"},
		{"In Mosul, rebels attacked a base on Friday.", "Mosul"},
	} {
		got := readText(t, c.text)
		if len(got.Events) == 0 {
			t.Errorf("%s: no events", c.text)
			continue
		}
		e := got.Events[len(got.Events)-1]
		if len(e.Places) == 0 || e.Places[0].Name != c.want {
			t.Errorf("%s: got %s, want %s", c.text, brief(&e), c.want)
		}
	}
}

func TestMovement(t *testing.T) {
	names := func(ps []timeline.Place) string {
		var all []string
		for _, p := range ps {
			all = append(all, p.Name)
		}
		return strings.Join(all, ",")
	}
	for _, c := range []struct{ text, want string }{
		{"Rebels advanced from Mosul through Tikrit to Samarra.", "rebels from Mosul via Tikrit to Samarra toward  "},
		{"Rebels pressed south into Diyala.", "rebels from  via  to Diyala toward  south"},
		{"Rebels are closing in on Baghdad.", "rebels from  via  to  toward Baghdad "},
		{"Rebels are trying to enter Samarra from the north.", "rebels from Samarra via  to Samarra toward  south"},
		{"Troops withdrew from Mosul.", "Troops from Mosul via  to  toward  "},
		{"Rebels shelled Mosul.", ""},
	} {
		got := readText(t, c.text)
		s := ""
		if m := got.Events[0].Movement; m != nil {
			s = fmt.Sprintf("%s from %s via %s to %s toward %s %s", m.By, names(m.From), names(m.Via), names(m.To), names(m.Toward), m.Direction)
		}
		if !strings.EqualFold(s, c.want) {
			t.Errorf("%s: got %q, want %q", c.text, s, c.want)
		}
	}
}

func TestOrderOfEvents(t *testing.T) {
	got := readText(t, "After taking Mosul and Tikrit earlier this week, the rebels pressed south into Diyala province.")
	if len(got.Events) != 3 {
		t.Fatalf("%d events", len(got.Events))
	}
	push := got.Events[2]
	if want := []timeline.ID{got.Events[0].ID, got.Events[1].ID}; !slices.Equal(push.After, want) {
		t.Errorf("after %v, want %v", push.After, want)
	}
	fall := readText(t, "Rebels took Mosul on Monday. They took Tikrit on Tuesday.\n\nAfter the fall of both cities the rebels pushed into Diyala province.")
	if last := fall.Events[len(fall.Events)-1]; len(last.After) != 2 {
		t.Errorf("after the fall of both: %v", last.After)
	}
	before := readText(t, "Rebels took Mosul before attacking Tikrit.")
	if len(before.Events) != 2 || len(before.Events[1].After) != 1 || before.Events[1].After[0] != before.Events[0].ID {
		t.Errorf("before: %+v", before.Events)
	}
}

func TestTitles(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Rebels took Mosul.", "Mosul taken"},
		{"Mosul fell to the rebels.", "Mosul falls"},
		{"Rebels battled troops near Muqdadiya.", "Fighting near Muqdadiya"},
		{"Reinforcements have arrived in Samarra.", "Reinforcements reach Samarra"},
		{"The militants pressed south into Diyala province on Friday.", "Militants press south into Diyala province"},
		{"At least 540,000 people have fled from Tikrit and Mosul.", "540,000 flee Tikrit and Mosul"},
		{"Prime Minister Ali Amiri visited Samarra on Friday.", "Amiri visits Samarra"},
		{"President Ali Amiri warned of a long war.", "Amiri warns of long war"},
		{"Iran is ready to help, President Ali Amiri said.", "Amiri: Iran is ready to help"},
		{"Nine people were killed in Mosul.", "Nine killed in Mosul"},
		{"A ceasefire came into effect in Mosul on Friday.", "Ceasefire in Mosul"},
		{"The army repelled an attack on Mosul.", "Attack on Mosul repelled"},
	} {
		got := readText(t, c.text)
		if len(got.Events) != 1 || got.Events[0].Title != c.want {
			var all []string
			for _, e := range got.Events {
				all = append(all, e.Title)
			}
			t.Errorf("%s: got %q, want %q", c.text, all, c.want)
		}
	}
}

func TestCutTitle(t *testing.T) {
	long := strings.Repeat("word ", 30)
	for _, c := range []struct{ in, want string }{
		{"", ""}, {"  Mosul   taken, ", "Mosul taken"},
		{long, strings.TrimSpace(strings.Repeat("word ", 12))},
		{strings.Repeat("x", 70), strings.Repeat("x", 60)},
		{"The army of the north has gone all the way down to the city of", "The army of the north has gone all the way down to the city"},
	} {
		if got := cutTitle(c.in); got != c.want {
			t.Errorf("%q: got %q, want %q", c.in, got, c.want)
		}
	}
}

// TestIDs: an event keeps its name when the report is read again, and two
// events never share one.
func TestIDs(t *testing.T) {
	text := "Rebels took Mosul and Tikrit on Friday. Rebels attacked Samarra. Rebels attacked Samarra on Monday."
	a, b := readText(t, text), readOn(t, text, "2014-06-20")
	if len(a.Events) == 0 || len(a.Events) != len(b.Events) {
		t.Fatalf("%d and %d events", len(a.Events), len(b.Events))
	}
	seen := map[timeline.ID]bool{}
	for i := range a.Events {
		if a.Events[i].ID != b.Events[i].ID {
			t.Errorf("event %d is %s, then %s", i, a.Events[i].ID, b.Events[i].ID)
		}
		if seen[a.Events[i].ID] {
			t.Errorf("%s twice", a.Events[i].ID)
		}
		seen[a.Events[i].ID] = true
	}
}

func TestBlockKinds(t *testing.T) {
	text := "Rebels take Mosul\nRebels took Mosul on Friday.\nVolunteers gathered in Baghdad.\nAre you in Jalawla? Rebels took Jalawla.\nThousands of men have joined militias."
	kinds := []source.BlockKind{source.Heading, source.Paragraph, source.Caption, source.Boilerplate, source.Paragraph}
	doc := source.Document{ID: "0123456789ab", Text: text}
	at := 0
	for i, line := range strings.Split(text, "\n") {
		doc.Blocks = append(doc.Blocks, source.Block{Start: at, End: at + len(line), Kind: kinds[i]})
		at += len(line) + 1
	}
	got, err := read(context.Background(), doc, names, Options{Published: edtf.MustParse("2014-06-14")}, fakeTimes)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for i := range got.Events {
		all = append(all, brief(&got.Events[i]))
	}
	want := []string{"change-of-control | 2014-06-13 | at Mosul | rebels", "mobilisation | ../2014-06-14 | at Baghdad | Thousands of men"}
	if !slices.Equal(all, want) {
		t.Errorf("got %q, want %q", all, want)
	}
	if len(got.Places) != 5 {
		t.Errorf("places %+v", got.Places)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, source.Document{Text: "Rebels took Mosul."}, names, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestEmpty(t *testing.T) {
	got, err := Read(context.Background(), source.Document{}, names, Options{})
	if err != nil || len(got.Events)+len(got.Places)+len(got.Times) != 0 {
		t.Errorf("got %+v, %v", got, err)
	}
}

// check holds a reading to what every reading promises.
func check(t *testing.T, got Reading) {
	t.Helper()
	text := got.Document.Text
	inside := func(what string, s timeline.Span) {
		if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
			t.Fatalf("%s at %d–%d of %d", what, s.Start, s.End, len(text))
		}
	}
	ids := map[timeline.ID]bool{}
	for _, e := range got.Events {
		if ids[e.ID] || e.ID == "" {
			t.Fatalf("ID %q", e.ID)
		}
		ids[e.ID] = true
		if e.Title == "" || len([]rune(e.Title)) > titleLimit || e.Kind == "" || e.Status != timeline.Proposed || len(e.From) == 0 || len(e.Claims) == 0 {
			t.Fatalf("event %+v", e)
		}
		for _, s := range e.From {
			inside("evidence", s)
		}
		for _, f := range e.Figures {
			inside("figure", f.Span)
		}
		for _, a := range e.Actors {
			inside("actor", a.Span)
		}
	}
	for _, e := range got.Events {
		for _, a := range e.After {
			if !ids[a] {
				t.Fatalf("follows %q, which is none", a)
			}
		}
	}
	end := 0
	for _, p := range got.Places {
		inside("place", p.Span)
		if p.Span.Start < end {
			t.Fatalf("places overlap at %d", p.Span.Start)
		}
		end = p.Span.End
	}
}

// FuzzRead reads hostile texts.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"", "After taking Mosul and Tikrit earlier this week, the rebels pressed south into Diyala province.",
		"He said \"she said 'they said", "to to to to", ", , , and and who which that", "1,,,2..3 km of of of Mosul",
		"Mosul Mosul Mosul, Mosul and Mosul in Mosul, Iraq", "THE ARMY SAID TODAY THAT TROOPS ENTERED LIMA.", "’s ’s 's", "\xff\xfe", "General",
		"80km (50 miles) from Baghdad", "There were", "in", "not", "has been being", "U.S. U.K. Gen. of of", "between 1 and", "“”“”",
		"At least at least 5 to 6 to 7 hundred thousand of people", "President President President of of the", "(ISIS) (", "who said who said who said",
		"Rebels took Mosul before attacking Tikrit after taking Samarra, then left.", "Secretary of State X", "the head of, A B, said",
	} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, text string, dated bool) {
		doc, err := source.FromText("fuzz", text)
		if err != nil {
			return
		}
		opt := Options{}
		if dated {
			opt.Published = edtf.MustParse("2014-06-14")
		}
		got, err := Read(context.Background(), doc, names, opt)
		if err != nil {
			t.Fatal(err)
		}
		check(t, got)
	})
}

// TestLongText: the time to read grows with the length of the text only.
func TestLongText(t *testing.T) {
	para := "Rebels took Mosul on Friday. General Hamid Osman said 20 people had died near Tikrit. Shells hit Samarra and Kirkuk, the United Nations said.\n\n"
	check(t, readText(t, strings.Repeat(para, 200)))
	check(t, readText(t, strings.Repeat("Mosul and ", 5000)))
	check(t, readText(t, strings.Repeat("said that ", 5000)))
}

func BenchmarkRead(b *testing.B) {
	got := readFile(b, "nile.txt", edtf.MustParse("2023-12-20"))
	b.SetBytes(int64(len(got.Document.Text)))
	for b.Loop() {
		if _, err := Read(context.Background(), got.Document, names, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// TestAftermath holds what a disaster leads to between its day and the report's.
func TestAftermath(t *testing.T) {
	quake := "A quake struck Manila on Thursday.\n\n"
	for _, c := range []struct{ text, kind, want string }{
		{quake + "At least 300 homes were destroyed in Borongan.", "disaster", "2014-06-12/2014-06-14"},
		{quake + "Nine people were killed in Borongan.", "casualties", "2014-06-12/2014-06-14"},
		{quake + "Soldiers brought food to Borongan.", "aid", "2014-06-12/2014-06-14"},
		{quake + "Soldiers had brought food to Borongan.", "aid", "../2014-06-14"},
		{quake + "Nine people have been killed in Borongan in recent years.", "casualties", "../2014-06-14"},
		{quake + "Police arrested nine men in Borongan.", "arrest", "../2014-06-14"},
		{"Rebels took Manila on Thursday.\n\nNine people were killed in Borongan.", "casualties", "../2014-06-14"},
		{"Nine people were killed in Borongan.\n\n" + quake, "casualties", "../2014-06-14"},
		{"A quake struck Manila on 5 May.\n\nNine people were killed in Borongan.", "casualties", "../2014-06-14"},
		{"A quake struck Manila on Saturday.\n\nNine people were killed in Borongan.", "casualties", "2014-06-14"},
	} {
		got := readText(t, c.text)
		found := ""
		for i := range got.Events {
			if e := &got.Events[i]; string(e.Kind) == c.kind && len(e.Places) > 0 && e.Places[0].Name == "Borongan" {
				found = e.When.EDTF.String()
			}
		}
		if found != c.want {
			t.Errorf("%s: %q, want %q", c.text, found, c.want)
		}
	}
}
