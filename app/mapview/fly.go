package mapview

import (
	"dateline/geo/proj"
	"dateline/geo/scene"
)

// Fly shows another part of the world and changes what is drawn, as one step of
// a movement: the last frame is moved at once, and the one being drawn may
// finish.
func (v *View) Fly(view proj.View, change func(*scene.Input)) {
	v.want.Input.View = view.Resize(v.want.Input.View.Size).Clamp()
	v.fit = nil
	view = v.want.Input.View
	change(&v.want.Input)
	v.want.Input.View = view
	v.askWhenDone()
	v.Refresh()
}
