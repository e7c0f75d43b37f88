package mapview

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"dateline/app/gesture"
	"dateline/app/mark"
	"dateline/timeline"
)

// resting is a pointer over a mark, which is explained once it lies still.
type resting struct {
	id    timeline.ID
	at    fyne.Position // in the window
	timer *time.Timer
}

// MouseIn follows the pointer.
func (v *View) MouseIn(e *desktop.MouseEvent) { v.MouseMoved(e) }

// MouseMoved lights what is under the pointer, says what it is once the pointer
// rests, and leads the way that is being measured.
func (v *View) MouseMoved(e *desktop.MouseEvent) {
	if v.down.held && v.down.moved {
		return
	}
	if v.measure.under() {
		if p, ok := v.want.Input.View.ToLonLat(point(e.Position)); ok {
			v.measure.pointer = p
			v.Refresh()
		}
		return
	}
	id := v.At(e.Position)
	v.atHand = id != ""
	if len(v.ClusterAt(e.Position)) > 1 {
		id = "" // which of them it stands for a click will show
	}
	if v.OnHover != nil {
		v.OnHover(id)
	}
	v.explain(id, e.AbsolutePosition)
}

// MouseOut forgets the pointer.
func (v *View) MouseOut() {
	v.atHand = false
	if v.OnHover != nil {
		v.OnHover("")
	}
	v.explain("", fyne.Position{})
}

// explain says what an event is when the pointer has rested on it.
func (v *View) explain(id timeline.ID, at fyne.Position) {
	if v.Tips == nil {
		return
	}
	changed := id != v.resting.id
	v.resting.id, v.resting.at = id, at
	if !changed && v.Tips.Text() != "" {
		return // it stays where it is
	}
	if t := v.resting.timer; t != nil {
		t.Stop()
		v.resting.timer = nil
	}
	if changed {
		v.Tips.Clear()
	}
	if id == "" || v.Titles[id] == "" {
		return
	}
	var t *time.Timer
	t = time.AfterFunc(gesture.Rest, func() {
		v.moving.do(func() {
			if v.resting.timer != t {
				return
			}
			v.resting.timer = nil
			v.Tips.Say(v.Titles[v.resting.id], v.resting.at.AddXY(10, 14))
		})
	})
	v.resting.timer = t
}

// At is the event whose mark is at a position of the widget, "" for none.
func (v *View) At(p fyne.Position) timeline.ID {
	if v.shown.Map == nil {
		return ""
	}
	id, _ := mark.HitAt(v.shown.Hits, v.shown.Place(v.want.Input.View, point(p)), 4)
	return id
}

// AllAt are the events whose marks lie on one another at a position of the
// widget, the topmost first.
func (v *View) AllAt(p fyne.Position) []timeline.ID {
	if v.shown.Map == nil {
		return nil
	}
	return mark.AllAt(v.shown.Hits, v.shown.Place(v.want.Input.View, point(p)))
}

// ClusterAt are the events of the mark at a position of the widget that stands
// for several.
func (v *View) ClusterAt(p fyne.Position) []timeline.ID {
	if v.shown.Map == nil {
		return nil
	}
	return mark.ClusterAt(v.shown.Hits, v.shown.Place(v.want.Input.View, point(p)), 4)
}
