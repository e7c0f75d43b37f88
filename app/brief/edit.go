package brief

import (
	"reflect"
	"slices"

	"dateline/geo/geocode"
	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/source"
)

// FromDocument makes a brief of one report, dated as the document says.
func FromDocument(d source.Document) Brief {
	title := d.Title
	if title == "" {
		title = d.Name
	}
	return Brief{Title: title, Reports: []Report{{Document: d, Published: d.Published}}}
}

// Empty reports whether there is no report in the brief.
func (b Brief) Empty() bool { return len(b.Reports) == 0 }

// Newer is the version of the format of a brief that a newer program has
// written, 0 for none. Such a brief can be shown, as far as it is understood,
// and not saved.
func (b Brief) Newer() int { return b.newer }

// WithEdit returns the brief with the decision about one event changed; an
// edit that decides nothing any more is dropped.
func (b Brief) WithEdit(id timeline.ID, change func(*Edit)) Brief {
	return b.WithEdits([]timeline.ID{id}, func(_ timeline.ID, e *Edit) { change(e) })
}

func (e Edit) empty() bool {
	e.extra, e.was, e.From = nil, nil, nil
	return reflect.ValueOf(e).IsZero()
}

// WithStatus returns the brief with an event accepted, rejected or proposed.
func (b Brief) WithStatus(id timeline.ID, s timeline.Status) Brief {
	return b.WithEdit(id, func(e *Edit) { e.Status = &s })
}

// WithPublished returns the brief with another date of publication of its
// report i; the zero date says that it is not known.
func (b Brief) WithPublished(i int, date edtf.Value) Brief {
	b.Reports = slices.Clone(b.Reports)
	if i >= 0 && i < len(b.Reports) {
		b.Reports[i].Published = date
	}
	return b
}

// WithPin returns the brief with a decision about a place in force; an
// earlier pin about the same name and event gives way.
func (b Brief) WithPin(p geocode.Pin) Brief {
	pins := slices.DeleteFunc(slices.Clone(b.Pins), func(q geocode.Pin) bool {
		return q.Name == p.Name && q.Event == p.Event
	})
	b.Pins = append(pins, p)
	return b
}

// WithReport returns the brief with one more report; one that is in it
// already is not added again.
func (b Brief) WithReport(r Report) Brief {
	for _, have := range b.Reports {
		if have.Document.ID == r.Document.ID {
			return b
		}
	}
	b.Reports = append(slices.Clip(b.Reports), r)
	return b
}

// SameReading reports whether two briefs are read alike: the same reports with
// the same dates and the same pins. Only the rest differs, if anything.
func (b Brief) SameReading(o Brief) bool {
	return slices.EqualFunc(b.Reports, o.Reports, func(x, y Report) bool {
		return x.Document.ID == y.Document.ID && x.Published == y.Published
	}) && slices.EqualFunc(b.Pins, o.Pins, func(x, y geocode.Pin) bool { return x == y })
}

// Same reports whether two edits decide the same.
func (e Edit) Same(o Edit) bool { return e.shallow(o) || reflect.DeepEqual(e, o) }

// shallow reports whether two edits share everything, as copies of one do.
func (e Edit) shallow(o Edit) bool {
	return e.Title == o.Title && e.Kind == o.Kind && e.When == o.When && e.Side == o.Side && e.Status == o.Status && e.Note == o.Note &&
		e.Actors == o.Actors && e.Places == o.Places && e.Way == o.Way && e.Figures == o.Figures && e.Claims == o.Claims &&
		e.Media == o.Media && e.Into == o.Into && e.extra == nil && o.extra == nil && e.was == nil && o.was == nil &&
		slices.Equal(e.From, o.From)
}
