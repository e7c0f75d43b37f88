package brief

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/source"
)

// TestEveryFieldHasAPart fills one field of a brief after another: what no part
// knows would neither be saved nor recovered.
func TestEveryFieldHasAPart(t *testing.T) {
	whole := reflect.ValueOf(full())
	for i := range whole.NumField() {
		f := whole.Type().Field(i)
		if !f.IsExported() {
			continue
		}
		var one Brief
		reflect.ValueOf(&one).Elem().Field(i).Set(whole.Field(i))
		if whole.Field(i).IsZero() {
			t.Errorf("the brief of the tests has no %s", f.Name)
			continue
		}
		patch, err := Patch(Brief{}, one)
		if err != nil || patch == nil {
			t.Errorf("%s is in no part: %v", f.Name, err)
		}
		got, err := Brief{}.Apply(patch)
		if err != nil || marshal(t, got) != marshal(t, one) {
			t.Errorf("%s: %v, %s", f.Name, err, patch)
		}
		if back, err := Patch(one, Brief{}); err != nil || back == nil {
			t.Errorf("%s taken away is no change: %v", f.Name, err)
		} else if got, err = one.Apply(back); err != nil || marshal(t, got) != marshal(t, Brief{}) {
			t.Errorf("%s taken away: %v, %s", f.Name, err, back)
		}
		if marshal(t, one) == marshal(t, Brief{}) {
			t.Errorf("%s is not saved", f.Name)
		}
	}
}

func TestPatchIsSmall(t *testing.T) {
	b := full()
	for i := range 1000 {
		id := timeline.ID(fmt.Sprint("event-", i))
		b = b.WithStatus(id, timeline.Accepted)
		b = b.InsertStep(i, Step{Event: id, Caption: strings.Repeat("long ", 20)})
	}
	for name, next := range map[string]Brief{
		"an edit":       b.WithStatus("event-7", timeline.Rejected),
		"a new step":    b.InsertStep(500, Step{Event: "event-500"}),
		"a step less":   b.DeleteStep(3),
		"the title":     func() Brief { c := b; c.Title = "Other"; return c }(),
		"another pin":   b.WithPin(geocode.Pin{Name: "Fort"}),
		"a step's note": b.EditStep(800, func(s *Step) { s.Notes = "Pause." }),
	} {
		patch, err := Patch(b, next)
		if err != nil || len(patch) == 0 || len(patch) > 300 || bytes.ContainsRune(patch, '\n') {
			t.Errorf("%s: %v, %d bytes: %s", name, err, len(patch), patch)
		}
	}
	if patch, err := Patch(b, b); err != nil || patch != nil {
		t.Errorf("nothing changed: %v, %s", err, patch)
	}
}

func TestApplyRefuses(t *testing.T) {
	for _, patch := range []string{
		"", "[]", `{"pins": {"at": 9}}`, `{"pins": {"at": -1}}`, `{"pins": {"at": 0, "cut": 9}}`, `{"pins": 7}`, `{"edits": 7}`,
		`{"edits": {"e": {"kind": "picnic"}}}`, `{"nothing": 1}`, "{\"title\": \"\xff\"}", `{"title": 7}`, `{"steps": {"put": [{"dwell": -1}]}}`,
		`{"pins": {"at": 9223372036854775807, "cut": 9223372036854775807}}`,
	} {
		_, err := full().Apply([]byte(patch))
		var d *DamagedError
		if !errors.As(err, &d) {
			t.Errorf("%s: %v", patch, err)
		}
	}
}

// edits are the ways to change a brief.
func edited(t *rapid.T, b Brief) Brief {
	word := rapid.SampledFrom([]string{"", "a", "Port", "seen by <us>", "حلب"})
	id := timeline.ID(rapid.SampledFrom([]string{"e0", "e1", "e2", "e3"}).Draw(t, "event"))
	i := rapid.IntRange(-1, 6).Draw(t, "i")
	switch rapid.IntRange(0, 14).Draw(t, "way") {
	case 0:
		b.Title = word.Draw(t, "title")
	case 1:
		b = b.WithStatus(id, rapid.SampledFrom([]timeline.Status{timeline.Accepted, timeline.Rejected, timeline.Proposed}).Draw(t, "status"))
	case 2:
		note := word.Draw(t, "note")
		b = b.WithEdit(id, func(e *Edit) { e.Note = &note })
	case 3:
		b = b.WithEdit(id, func(e *Edit) { *e = Edit{} })
	case 4:
		b = b.WithPin(geocode.Pin{Name: word.Draw(t, "name"), Event: id, Lat: float64(i)})
	case 5:
		b = b.WithPublished(0, edtf.MustParse(rapid.SampledFrom([]string{"2019", "2019-03", "-0489"}).Draw(t, "date")))
	case 6:
		b = b.WithReport(Report{Document: source.Document{ID: timeline.SourceID(fmt.Sprint(i)), Text: word.Draw(t, "text")}})
	case 7:
		b.Sides = []scene.Side{{Name: word.Draw(t, "side"), Hue: scene.Red}}
	case 8:
		b = b.InsertStep(i, Step{Event: id, Headline: word.Draw(t, "headline"), View: View{Now: time.Date(i*1000, 3, 4, 5, 6, 7, 0, time.UTC)}})
	case 9:
		b = b.DeleteStep(i)
	case 10:
		b = b.DuplicateStep(i)
	case 11:
		b = b.MoveStep(i, rapid.IntRange(-1, 6).Draw(t, "to"))
	case 12:
		b = b.EditStep(i, func(s *Step) { s.Notes = word.Draw(t, "notes"); s.Dwell = time.Second * time.Duration(i+2) })
	case 13:
		b = b.WithBookmark(Bookmark{Name: word.Draw(t, "name"), View: View{Hide: []string{"legend"}}})
	default:
		b = b.WithoutBookmark(word.Draw(t, "name"))
	}
	return b
}

// TestPatchesReplay makes any sequence of edits again from what was noted of
// each.
func TestPatchesReplay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start, err := Unmarshal(mustMarshal(full()))
		if err != nil {
			t.Fatal(err)
		}
		now, replayed := start, start
		for range rapid.IntRange(1, 20).Draw(t, "edits") {
			next := edited(t, now)
			patch, err := Patch(now, next)
			if err != nil {
				t.Fatal(err)
			}
			if patch != nil {
				if replayed, err = replayed.Apply(patch); err != nil {
					t.Fatalf("%v: %s", err, patch)
				}
			}
			now = next
			if got, want := mustMarshal(replayed), mustMarshal(now); !bytes.Equal(got, want) {
				t.Fatalf("after %s\n%s\nwant\n%s", patch, got, want)
			}
		}
	})
}

// TestStepsAreValues holds every edit of the steps to what it says, and to
// leaving the brief before as it was.
func TestStepsAreValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b Brief
		var model []string
		for n := range rapid.IntRange(1, 25).Draw(t, "edits") {
			before, beforeModel := b, fmt.Sprint(names(b))
			i, j := rapid.IntRange(-1, 8).Draw(t, "i"), rapid.IntRange(-1, 8).Draw(t, "j")
			in := i >= 0 && i < len(model)
			switch rapid.IntRange(0, 3).Draw(t, "way") {
			case 0:
				name := fmt.Sprint("s", n)
				b = b.InsertStep(i, Step{Headline: name})
				at := min(max(i, 0), len(model))
				model = append(model[:at:at], append([]string{name}, model[at:]...)...)
			case 1:
				if b = b.DeleteStep(i); in {
					model = append(model[:i:i], model[i+1:]...)
				}
			case 2:
				if b = b.DuplicateStep(i); in {
					model = append(model[:i:i], append([]string{model[i]}, model[i:]...)...)
				}
			case 3:
				if b = b.MoveStep(i, j); in {
					s := model[i]
					rest := append(model[:i:i], model[i+1:]...)
					at := min(max(j, 0), len(rest))
					model = append(rest[:at:at], append([]string{s}, rest[at:]...)...)
				}
			}
			if got := names(b); fmt.Sprint(got) != fmt.Sprint(model) {
				t.Fatalf("%v, want %v", got, model)
			}
			if fmt.Sprint(names(before)) != beforeModel {
				t.Fatalf("the brief before was changed to %v", names(before))
			}
		}
	})
}

func names(b Brief) []string {
	var out []string
	for _, s := range b.Steps {
		out = append(out, s.Headline)
	}
	return out
}

// mustMarshal is for briefs that can be written.
func mustMarshal(b Brief) []byte {
	data, err := Marshal(b)
	if err != nil {
		return []byte(err.Error())
	}
	return data
}

func TestInstants(t *testing.T) {
	for _, s := range []string{
		"2014-06-10T04:30:00Z", "0000-02-29T23:59:59Z", "-0489-09-12T00:00:00Z", "-0004-02-29T00:00:00Z", "12014-01-01T00:00:00Z",
		"-170000-03-01T12:00:00Z", "0099-12-31T00:00:01Z",
	} {
		got, err := parseInstant(s)
		if err != nil || formatInstant(got) != s {
			t.Errorf("%s became %s, %v", s, formatInstant(got), err)
		}
	}
	for _, s := range []string{
		"", "-", "2014", "2014-06-10", "2014-02-29T00:00:00Z", "-0489-02-29T00:00:00Z", "14-06-10T04:30:00Z", "+2014-06-10T04:30:00Z",
		"99999999999999-01-01T00:00:00Z", "2014-06-10T24:30:00Z", "--2014-06-10T04:30:00Z",
	} {
		if got, err := parseInstant(s); err == nil {
			t.Errorf("%q became %s", s, formatInstant(got))
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		at := time.Unix(rapid.Int64Range(-1e13, 1e13).Draw(t, "seconds"), 0).UTC()
		if got, err := parseInstant(formatInstant(at)); err != nil || !got.Equal(at) {
			t.Fatalf("%s became %s, %v", formatInstant(at), formatInstant(got), err)
		}
	})
}

func FuzzApply(f *testing.F) {
	b := full()
	for _, next := range []Brief{
		{}, b.WithStatus("e1", timeline.Proposed), b.DeleteStep(0), b.DuplicateStep(1), b.WithPin(geocode.Pin{Name: "Fort"}),
	} {
		patch, err := Patch(b, next)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(patch)
	}
	f.Add([]byte(`{"steps": {"at": 1, "cut": 1}}`))
	f.Fuzz(func(t *testing.T, patch []byte) {
		got, err := b.Apply(patch)
		if err != nil {
			return
		}
		data, err := Marshal(got)
		if err != nil {
			t.Fatalf("applied but not written: %v", err)
		}
		if _, err := Unmarshal(data); err != nil && bytes.IndexByte(data, 0) < 0 {
			t.Fatalf("written but not read: %v\n%s", err, data)
		}
	})
}
