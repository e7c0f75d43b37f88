package session

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"dateline/app/brief"
	"dateline/app/work"
	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/extract"
	"dateline/timeline/source"
)

// engine is an Engine whose reports are lists of "ID DATE" lines; a line
// without a date is an event whose date depends on that of the report.
type engine struct {
	reads atomic.Int32
	block chan struct{} // when not nil, Read waits for it or for cancellation
}

func (e *engine) Open(name string, r io.Reader) (brief.Brief, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return brief.Brief{}, err
	}
	if len(text) == 0 {
		return brief.Brief{}, errors.New("the file is empty")
	}
	return brief.FromDocument(source.Document{
		ID: timeline.SourceID(fmt.Sprintf("%x", len(text))), Name: name, Title: name, Text: string(text),
	}), nil
}

func (e *engine) Sample() (brief.Brief, error) {
	return e.Open("sample", strings.NewReader("a 2014-06-10\nb 2014-06-11\nc 2014-06-13"))
}

func (e *engine) Read(ctx context.Context, b brief.Brief, progress func(string, float64)) (work.Content, error) {
	e.reads.Add(1)
	if e.block != nil {
		select {
		case <-e.block:
		case <-ctx.Done():
			return work.Content{}, ctx.Err()
		}
	}
	var reports []work.Report
	for _, r := range b.Reports {
		reading := extract.Reading{Document: r.Document, Published: r.Published}
		var events []geocode.Placed
		offset := 0
		for line := range strings.Lines(r.Document.Text) {
			id, date, _ := strings.Cut(strings.TrimSpace(line), " ")
			value := r.Published
			if date != "" {
				var err error
				if value, err = edtf.Parse(date); err != nil {
					return work.Content{}, err
				}
			}
			span := timeline.Span{Source: r.Document.ID, Start: offset, End: offset + len(line)}
			offset += len(line)
			events = append(events, geocode.Placed{Event: timeline.Event{
				ID: timeline.ID(id), Title: id, When: timeline.NewWhen(value, date, span),
				From: []timeline.Span{span}, Status: timeline.Proposed,
			}})
			reading.Events = append(reading.Events, events[len(events)-1].Event)
		}
		reports = append(reports, work.Report{Reading: reading, Result: geocode.Result{Events: events}})
		progress("reading", 1)
	}
	return e.Arrange(b, reports), nil
}

// Arrange keeps the order of the text and applies only status and title.
func (e *engine) Arrange(b brief.Brief, reports []work.Report) work.Content {
	c := work.Content{Reports: reports}
	n := 0
	for _, r := range reports {
		for _, p := range r.Result.Events {
			if s := b.Edits[p.ID].Status; s != nil {
				p.Status = *s
			}
			if t := b.Edits[p.ID].Title; t != nil {
				p.Title = *t
			}
			ev := scene.Event{Placed: p}
			if p.Status != timeline.Rejected {
				n++
				ev.Number = n
			}
			c.Events = append(c.Events, ev)
		}
	}
	c.Moments = work.Moments(c.Events)
	return c
}

// fixture is a session whose goroutine is the test's: what the jobs hand over
// waits until settle.
type fixture struct {
	*Session
	t       *testing.T
	engine  *engine
	queue   chan func()
	changes Change // since the last seen
}

func newFixture(t *testing.T) *fixture {
	f := &fixture{t: t, engine: &engine{}, queue: make(chan func(), 100)}
	f.Session = New(Deps{Engine: f.engine, Do: func(g func()) { f.queue <- g }})
	f.OnChange(func(c Change) { f.changes |= c })
	return f
}

// settle runs what is handed over until no job is under way.
func (f *fixture) settle() {
	f.t.Helper()
	for {
		if _, _, busy := f.Busy(); !busy {
			return
		}
		f.one()
	}
}

// one runs the next thing handed over.
func (f *fixture) one() {
	f.t.Helper()
	select {
	case g := <-f.queue:
		g()
	case <-time.After(2 * time.Minute):
		f.t.Fatal("nothing was handed over")
	}
}

// seen gives what changed since the last call.
func (f *fixture) seen() Change {
	c := f.changes
	f.changes = 0
	return c
}

// opened is a fixture with a report of these events open.
func opened(t *testing.T, lines ...string) *fixture {
	t.Helper()
	f := newFixture(t)
	f.OpenReader("report.txt", strings.NewReader(strings.Join(lines, "\n")))
	f.settle()
	if err := f.Err(); err != nil {
		t.Fatal(err)
	}
	f.seen()
	return f
}

func ids(events []scene.Event) string {
	var out []string
	for _, e := range events {
		out = append(out, string(e.ID))
	}
	return strings.Join(out, " ")
}

func date(t *testing.T, s string) edtf.Value {
	t.Helper()
	v, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
