package brief

import (
	"encoding/json"
	"errors"
	"slices"
	"time"

	"dateline/timeline"
)

// View is what a map showed: where, when and what of it.
type View struct {
	Camera Camera
	Mode   string // as Show.Mode; "": cumulative
	// Now is the clock; zero: the moment of the step's event, or the end.
	// From and To are the window of mode "window". All are whole seconds.
	Now, From, To time.Time
	// Hide are the parts that are not shown: "legend", "scale", "clock",
	// "inset". Others are kept, and hide nothing.
	Hide []string

	extra unknown
}

// Step is one step of a briefing.
type Step struct {
	// Event is the event that the step tells, "" for none. Words that the step
	// does not have are the event's, so that they follow its corrections.
	Event    timeline.ID
	Headline string
	Caption  string
	Notes    string // for the presenter alone
	View     View
	Dwell    time.Duration // how long it stays when the briefing plays; 0: as any other

	extra unknown
}

// Bookmark is a view that can be gone back to by its name.
type Bookmark struct {
	Name string
	View View

	extra unknown
}

// WithSteps returns the brief with other steps.
func (b Brief) WithSteps(steps []Step) Brief {
	b.Steps = slices.Clip(steps)
	if len(steps) == 0 {
		b.Steps = nil
	}
	return b
}

// InsertStep returns the brief with one more step, before step i.
func (b Brief) InsertStep(i int, s Step) Brief {
	i = min(max(i, 0), len(b.Steps))
	return b.WithSteps(slices.Insert(slices.Clone(b.Steps), i, s))
}

// EditStep returns the brief with step i changed; i may be out of range, and
// then nothing is.
func (b Brief) EditStep(i int, change func(*Step)) Brief {
	if i < 0 || i >= len(b.Steps) {
		return b
	}
	steps := slices.Clone(b.Steps)
	change(&steps[i])
	return b.WithSteps(steps)
}

// DeleteStep returns the brief without step i.
func (b Brief) DeleteStep(i int) Brief {
	if i < 0 || i >= len(b.Steps) {
		return b
	}
	return b.WithSteps(slices.Delete(slices.Clone(b.Steps), i, i+1))
}

// DuplicateStep returns the brief with step i twice.
func (b Brief) DuplicateStep(i int) Brief {
	if i < 0 || i >= len(b.Steps) {
		return b
	}
	return b.InsertStep(i+1, b.Steps[i])
}

// MoveStep returns the brief with step from moved so that it is step to.
func (b Brief) MoveStep(from, to int) Brief {
	to = min(max(to, 0), len(b.Steps)-1)
	if from < 0 || from >= len(b.Steps) || from == to {
		return b
	}
	steps := slices.Clone(b.Steps)
	s := steps[from]
	steps = slices.Delete(steps, from, from+1)
	return b.WithSteps(slices.Insert(steps, to, s))
}

// WithBookmark returns the brief with a view kept under a name; an earlier one
// of that name gives way.
func (b Brief) WithBookmark(m Bookmark) Brief {
	marks := slices.Clone(b.Bookmarks)
	if i := slices.IndexFunc(marks, func(o Bookmark) bool { return o.Name == m.Name }); i >= 0 {
		marks[i] = m
	} else {
		marks = append(marks, m)
	}
	b.Bookmarks = marks
	return b
}

// WithoutBookmark returns the brief without the bookmark of that name.
func (b Brief) WithoutBookmark(name string) Brief {
	b.Bookmarks = slices.DeleteFunc(slices.Clone(b.Bookmarks), func(o Bookmark) bool { return o.Name == name })
	if len(b.Bookmarks) == 0 {
		b.Bookmarks = nil
	}
	return b
}

func readStep(at string, raw json.RawMessage) (Step, error) {
	var s Step
	f := readObject(at, raw)
	var view json.RawMessage
	var dwell float64
	f.take("event", &s.Event)
	f.take("headline", &s.Headline)
	f.take("caption", &s.Caption)
	f.take("notes", &s.Notes)
	f.take("dwell", &dwell)
	hasView := f.take("view", &view)
	var err error
	if s.extra, err = f.done(); err != nil {
		return Step{}, err
	}
	if dwell < 0 || dwell > maxDwell.Seconds() {
		return Step{}, &DamagedError{At: at + ", dwell", Err: errors.New("it is not between nothing and a day, in seconds")}
	}
	s.Dwell = time.Duration(dwell * float64(time.Second)).Round(time.Millisecond)
	if hasView {
		s.View, err = readView(at+", view", view)
	}
	return s, err
}

// maxDwell is the longest that a step can stay.
const maxDwell = 24 * time.Hour

func marshalStep(s Step) (json.RawMessage, error) {
	var o object
	o.words("event", string(s.Event))
	o.words("headline", s.Headline)
	o.words("caption", s.Caption)
	o.words("notes", s.Notes)
	if s.Dwell > 0 {
		o.put("dwell", s.Dwell.Seconds())
	}
	view, err := marshalView(s.View)
	if err != nil {
		return nil, err
	}
	if string(view) != "{}" {
		o.put("view", view)
	}
	o.rest(s.extra)
	return o.bytes()
}

func readBookmark(at string, raw json.RawMessage) (Bookmark, error) {
	var m Bookmark
	f := readObject(at, raw)
	var view json.RawMessage
	f.take("name", &m.Name)
	hasView := f.take("view", &view)
	var err error
	if m.extra, err = f.done(); err != nil {
		return Bookmark{}, err
	}
	if hasView {
		m.View, err = readView(at+", view", view)
	}
	return m, err
}

func marshalBookmark(m Bookmark) (json.RawMessage, error) {
	var o object
	o.put("name", m.Name)
	view, err := marshalView(m.View)
	if err != nil {
		return nil, err
	}
	if string(view) != "{}" {
		o.put("view", view)
	}
	o.rest(m.extra)
	return o.bytes()
}

func readView(at string, raw json.RawMessage) (View, error) {
	var v View
	f := readObject(at, raw)
	v.Camera.take(f)
	f.take("mode", &v.Mode)
	for _, t := range []struct {
		key string
		dst *time.Time
	}{{"now", &v.Now}, {"from", &v.From}, {"to", &v.To}} {
		var s string
		if f.take(t.key, &s) && s != "" {
			var err error
			if *t.dst, err = parseInstant(s); err != nil {
				return View{}, &DamagedError{At: at + ", " + t.key, Err: err}
			}
		}
	}
	f.take("hide", &v.Hide)
	var err error
	if v.extra, err = f.done(); err != nil {
		return View{}, err
	}
	return v, v.Camera.check(at)
}

func marshalView(v View) (json.RawMessage, error) {
	var o object
	v.Camera.put(&o)
	o.words("mode", v.Mode)
	for _, t := range []struct {
		key string
		t   time.Time
	}{{"now", v.Now}, {"from", v.From}, {"to", v.To}} {
		if !t.t.IsZero() {
			o.put(t.key, formatInstant(t.t))
		}
	}
	if len(v.Hide) > 0 {
		o.put("hide", v.Hide)
	}
	o.rest(v.extra)
	return o.bytes()
}
