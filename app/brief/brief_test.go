package brief

import (
	"testing"

	"dateline/geo/geocode"
	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/source"
)

func TestFromDocument(t *testing.T) {
	d := source.Document{ID: "0123", Name: "a.txt", Published: edtf.MustParse("2019-03-14")}
	b := FromDocument(d)
	if b.Title != "a.txt" || b.Empty() || b.Reports[0].Published.String() != "2019-03-14" {
		t.Errorf("got %+v", b)
	}
	d.Title = "Flood reaches the port"
	if got := FromDocument(d).Title; got != d.Title {
		t.Errorf("title %q", got)
	}
}

// TestEditsAreValues holds every change to returning a new brief.
func TestEditsAreValues(t *testing.T) {
	before := FromDocument(source.Document{ID: "a"}).WithStatus("e1", timeline.Accepted)
	kept := before.Edits["e1"].Status
	after := before.WithStatus("e1", timeline.Rejected).WithStatus("e2", timeline.Accepted).
		WithPin(geocode.Pin{Name: "Port"}).WithPublished(0, edtf.MustParse("2019-03-15")).
		WithReport(Report{Document: source.Document{ID: "b"}})
	if *before.Edits["e1"].Status != timeline.Accepted || before.Edits["e1"].Status != kept ||
		len(before.Edits) != 1 || len(before.Pins) != 0 || len(before.Reports) != 1 ||
		!before.Reports[0].Published.IsZero() {
		t.Errorf("the brief before was changed: %+v", before)
	}
	if *after.Edits["e1"].Status != timeline.Rejected || len(after.Edits) != 2 ||
		len(after.Pins) != 1 || len(after.Reports) != 2 || after.Reports[0].Published.IsZero() {
		t.Errorf("the brief after lacks something: %+v", after)
	}
}

func TestWithEditDropsWhatDecidesNothing(t *testing.T) {
	b := Brief{}.WithStatus("e", timeline.Accepted)
	b = b.WithEdit("e", func(e *Edit) { e.Status = nil })
	if len(b.Edits) != 0 {
		t.Errorf("kept %+v", b.Edits)
	}
}

func TestWithPinReplaces(t *testing.T) {
	b := Brief{}.WithPin(geocode.Pin{Name: "Port", Lat: 1}).
		WithPin(geocode.Pin{Name: "Port", Event: "e", Lat: 2}).
		WithPin(geocode.Pin{Name: "Port", Lat: 3})
	if len(b.Pins) != 2 || b.Pins[0].Lat != 2 || b.Pins[1].Lat != 3 {
		t.Errorf("pins %+v", b.Pins)
	}
}

func TestWithReportOnce(t *testing.T) {
	r := Report{Document: source.Document{ID: "a"}}
	if n := len((Brief{}).WithReport(r).WithReport(r).Reports); n != 1 {
		t.Errorf("%d reports", n)
	}
}

func TestSameReading(t *testing.T) {
	b := FromDocument(source.Document{ID: "a"})
	tests := []struct {
		name string
		o    Brief
		want bool
	}{
		{"itself", b, true},
		{"another title and edit", func() Brief { o := b.WithStatus("e", timeline.Accepted); o.Title = "x"; return o }(), true},
		{"another date", b.WithPublished(0, edtf.MustParse("2019")), false},
		{"a pin", b.WithPin(geocode.Pin{Name: "Port"}), false},
		{"another report", b.WithReport(Report{Document: source.Document{ID: "b"}}), false},
	}
	for _, tt := range tests {
		if got := b.SameReading(tt.o); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}
