package source

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestParagraphsProperty: sentences between blank lines are a paragraph each,
// whatever stands around the blank lines.
func TestParagraphsProperty(t *testing.T) {
	sentences := []string{
		"The bridge over the river was closed on Tuesday.", "Nobody was hurt in the fire.", "Rain fell on the hills until the morning came.",
		"“We are tired,” a woman of the village said.", "The mayor, who had been away, came back at noon.",
	}
	gaps := []string{"\n\n", "\n \n", "\n\t\n\n", "  \n\n", "\n\n\n\n"}
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.SliceOfN(rapid.SampledFrom(sentences), 1, 12).Draw(t, "sentences")
		var text strings.Builder
		for i, s := range want {
			if i > 0 {
				text.WriteString(rapid.SampledFrom(gaps).Draw(t, "gap"))
			}
			text.WriteString(rapid.SampledFrom([]string{"", "  ", "\t"}).Draw(t, "indent") + s)
		}
		d, err := FromText("a.txt", text.String())
		if err != nil {
			t.Fatal(err)
		}
		if len(d.Blocks) != len(want) {
			t.Fatalf("%d blocks of %d sentences:\n%s", len(d.Blocks), len(want), strings.Join(show(d), "\n"))
		}
		for i, b := range d.Blocks {
			if d.Of(b) != want[i] || b.Kind != Paragraph {
				t.Fatalf("block %d is %s %q, want the paragraph %q", i, b.Kind, d.Of(b), want[i])
			}
		}
	})
}

// TestListsProperty: every mark of a list is read, and is no part of the item.
func TestListsProperty(t *testing.T) {
	marks := []string{"• ", "- ", "* ", "– ", "+ ", "•", "▪ ", "● "}
	rapid.Check(t, func(t *rapid.T) {
		mark := rapid.SampledFrom(marks).Draw(t, "mark")
		n := rapid.IntRange(1, 9).Draw(t, "n")
		text := "The council asked for this.\n\n" + strings.Repeat(mark+"an end to the siege of the town\n", n)
		d, err := FromText("a.txt", text)
		if err != nil || len(d.Blocks) != n+1 {
			t.Fatalf("%v: %q", err, show(d))
		}
		for _, b := range d.Blocks[1:] {
			if b.Kind != ListItem || d.Of(b) != "an end to the siege of the town" {
				t.Fatalf("%s %q", b.Kind, d.Of(b))
			}
		}
	})
}

// TestPublishedProperty: a day of publication is found under every label and
// in every form, and is no news itself.
func TestPublishedProperty(t *testing.T) {
	labels := []string{"Published: ", "Published ", "Date: ", "Posted on ", "First published: ", "Publication date: ", "Released: ", ""}
	forms := []string{"14 June 2014", "June 14, 2014", "Saturday 14 June 2014", "Saturday, June 14, 2014", "2014-06-14", "14.06.2014", "14 Jun 2014", "14 June 2014, 15:32", "14 June 2014 15:32 GMT"}
	for _, label := range labels {
		for _, form := range forms {
			d, err := FromText("a.txt", "Port taken by rebels\n\n"+label+form+"\n\nThe port fell before dawn.\n\nThe war began on 2 May 2012.")
			if err != nil || d.Published.String() != "2014-06-14" || d.Title != "Port taken by rebels" {
				t.Errorf("%q: published %q, title %q, %v", label+form, d.Published, d.Title, err)
				continue
			}
			if b := d.Blocks[1]; b.Kind != Boilerplate || d.Of(b) != label+form {
				t.Errorf("%q is %s", d.Of(b), b.Kind)
			}
		}
	}
}

func TestKindNames(t *testing.T) {
	for k, want := range map[BlockKind]string{Paragraph: "paragraph", Heading: "heading", ListItem: "list item", Caption: "caption", Boilerplate: "boilerplate"} {
		if k.String() != want {
			t.Errorf("kind %d is %q, want %q", k, k, want)
		}
	}
}
