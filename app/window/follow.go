package window

import (
	"fmt"

	"dateline/app/eventlist"
	"dateline/app/kit"
	"dateline/app/words"
	"dateline/geo/proj"
	"dateline/geo/scene"
	"dateline/timeline"
)

// newFollow is the button that is lit while the map goes where the selected
// event is. A person who moves the map while it plays puts it out.
func newFollow(w *Window) *kit.Button {
	b := kit.NewButton(words.T("Follow"), kit.Plain, func() { w.setFollow(!w.follow.On) })
	b.Tip, b.Tips, b.OnKey, b.On = words.T("The map goes where the selected event is"), w.tips, w.typed, true
	return b
}

// setFollow has the map follow the selected event, or no longer.
func (w *Window) setFollow(on bool) {
	if w.follow.On == on {
		return
	}
	w.follow.On = on
	w.follow.Refresh()
	if on {
		w.reveal()
	}
}

// reveal brings the selected event into sight.
func (w *Window) reveal() {
	if e, ok := w.session.SelectedEvent(); ok {
		if b, ok := boundOf(e); ok {
			w.world.Reveal(b)
		}
	}
}

// movedByHand is told that a person moved the map.
func (w *Window) movedByHand(proj.View) {
	if w.session.Clock().Playing {
		w.setFollow(false)
	}
}

// tipOf is what the map says of an event under a resting pointer: its title,
// its date as the report states it, where it is, and how it is graded.
func tipOf(e scene.Event) string {
	s := e.Title
	if when := words.When(e.When, timeline.LongYearWhen); when != "" {
		s += "\n" + when
		if e.When.Stated != "" {
			s += fmt.Sprintf(" – “%s”", e.When.Stated)
		}
	}
	s += "\n" + eventlist.Where(e)
	for _, c := range e.Claims {
		if c.Grade != "" && c.Grade != "F6" {
			return s + "\n" + words.F("Graded %s", c.Grade)
		}
	}
	return s
}
