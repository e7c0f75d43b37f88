package geocode

import (
	"context"
	"fmt"
	"testing"

	"dateline/geo/gazetteer"
	"dateline/timeline"
	"dateline/timeline/extract"
	"dateline/timeline/source"
)

// made is a document of a marked text, not yet resolved.
func made(text string) *document {
	r := reading(text)
	return newDocument(r.Document.Text, r.Places, world())
}

func TestVotesAddUpAndGo(t *testing.T) {
	d := made("[Mosul], [Iraq], [Iraqi|adj], [Dallas] and [Qwertzstadt].")
	v := d.count(false)
	if v.country["IQ"] <= v.country["US"] || v.area["IQ.15"] <= 0 || v.area["IQ."] != 0 {
		t.Errorf("%+v", v)
	}
	for _, n := range d.names {
		d.poll(n, &v, -1, false)
	}
	if v.total > 1e-9 || v.total < -1e-9 {
		t.Errorf("%v is left", v.total)
	}
	for k, w := range v.country {
		if w > 1e-9 || w < -1e-9 {
			t.Errorf("%s: %v is left", k, w)
		}
	}
}

// A name that may be several towns says nothing at first, or only in which
// country it is, where all of them are in one.
func TestUnclearNamesDoNotVoteAtFirst(t *testing.T) {
	d := made("In [Springfield].")
	if v := d.count(true); len(v.area) != 0 || v.country["US"] == 0 {
		t.Errorf("first round: %+v", v)
	}
	if v := d.count(false); len(v.area) == 0 {
		t.Error("later rounds: no vote")
	}
	d = made("In [Geneva].")
	d.names[0].senses = []sense{
		{Match: gazetteer.Match{Place: gazetteer.Place{Country: "US", Admin1: "IL"}}, share: 0.6},
		{Match: gazetteer.Match{Place: gazetteer.Place{Country: "CH", Admin1: "GE"}}, share: 0.4},
	}
	if v := d.count(true); v.total != 0 || len(v.country) != 0 {
		t.Errorf("in two countries: %+v", v)
	}
}

func TestSeasDoNotVote(t *testing.T) {
	d := made("In [Mosul].")
	d.names[0].senses = []sense{{Match: gazetteer.Match{Place: gazetteer.Place{Name: "Europe", Level: gazetteer.Country}}, share: 1}}
	v := d.count(false)
	if len(v.country)+len(v.area) != 0 {
		t.Errorf("%+v", v)
	}
	if got := v.say(gazetteer.Place{Name: "Europe", Level: gazetteer.Country}); got != 0 {
		t.Errorf("votes for Europe: %v", got)
	}
}

func TestNearPrefersCloseWords(t *testing.T) {
	far := ""
	for range 100 {
		far += "many words stand between them, "
	}
	beside, apart := made("[Saadiya], [Muqdadiyah]."), made("[Saadiya], "+far+"[Muqdadiyah].")
	iraqi := func(d *document) *sense {
		for i := range d.names[0].senses {
			if d.names[0].senses[i].Place.Country == "IQ" {
				return &d.names[0].senses[i]
			}
		}
		return nil
	}
	a, b := beside.near(beside.names[0], iraqi(beside)), apart.near(apart.names[0], iraqi(apart))
	if a <= b || b <= 0 {
		t.Errorf("beside %v, apart %v", a, b)
	}
	country := &sense{Match: gazetteer.Match{Place: find(t, "country IQ")}}
	if got := beside.near(beside.names[0], country); got != 0 {
		t.Errorf("a country lies near things: %v", got)
	}
}

func TestStrangersAreDropped(t *testing.T) {
	for _, c := range []struct {
		text string
		want string
	}{
		{"They fought in [Samara].", "town Samarra IQ.18"},
		{"In [Iraq] they fought in [Samara].", "town Samarra IQ.18"},
		{"In [Texas], [Dallas] and [Sherman] they fought in [Samara].", "nothing"},
	} {
		got := place(t, c.text)
		if s := first(got[len(got)-1]); s != c.want {
			t.Errorf("%s: %s, want %s", c.text, s, c.want)
		}
	}
}

func TestSiblings(t *testing.T) {
	d := made("[Rockville], [Rockville|in=Maryland], [Rockville|town], [Rockville|division].")
	maryland := &sense{Match: gazetteer.Match{Place: find(t, "town Rockville US.MD")}}
	if got := d.siblings(d.names[0], maryland); got < 0.9 {
		t.Errorf("the bare name has %v of the explicit one", got)
	}
	for _, i := range []int{1, 2, 3} {
		if got := d.siblings(d.names[i], maryland); got != 0 {
			t.Errorf("name %d, explicit itself, has %v", i, got)
		}
	}
}

func TestChecksNeedAPlaceThatIsKnown(t *testing.T) {
	for _, c := range []struct {
		text string
		want int // sign of what the check says
	}{
		{"At [Tikrit], 150 km from [Baghdad].", 1},
		{"At [Tikrit], 10 km from [Baghdad].", -1},
		{"At [Tikrit], 10 km from [Qwertzstadt].", 0},
		{"At [Tikrit], 10 km from [Iran].", 0}, // from its border, wherever that is
		{"At [Tikrit] and [Baghdad].", 0},
	} {
		d := made(c.text)
		got := d.checks(d.names[0], &d.names[0].senses[0])
		if got*float64(c.want) < 0 || (got == 0) != (c.want == 0) {
			t.Errorf("%s: %v", c.text, got)
		}
	}
}

// A long report with many names is placed in a moment.
func BenchmarkPlace(b *testing.B) {
	f := world()
	r := extract.Reading{Document: source.Document{Text: ""}}
	for i := range 2000 {
		p := f.places[i%len(f.places)]
		r.Places = append(r.Places, timeline.Mention{Name: p.Name, In: fmt.Sprint(i / 10), Span: timeline.Span{Start: 40 * i, End: 40*i + len(p.Name)}})
	}
	for b.Loop() {
		if _, err := Place(context.Background(), r, f, nil); err != nil {
			b.Fatal(err)
		}
	}
}
