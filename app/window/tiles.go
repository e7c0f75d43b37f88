package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dateline/app/kit"
	"dateline/app/online"
	"dateline/app/theme"
	"dateline/app/work"
	"dateline/geo/basemap/tiles"
)

// agent is how the program introduces itself to services of tiles.
const agent = "Dateline (desktop program; maps of reports)"

// newOnline makes the online map, with none chosen.
func newOnline(w *Window) *online.Map {
	dir, err := work.TileFolder()
	if err != nil {
		dir = "" // said when a map is chosen
	}
	return online.New(online.Deps{
		Dir: dir, ByID: tiles.ByID, File: tiles.OpenFile, Filler: tiles.NewClient(agent, 0), Do: w.do, Changed: w.drawTiles,
		Rest: 300 * time.Millisecond, Retry: 30 * time.Second,
	})
}

// showTiles turns to the map that the brief asks for.
func (w *Window) showTiles() {
	w.online.Choose(w.session.Tiles())
	w.drawTiles()
}

// drawTiles draws the tiles that have come, and says how it stands with them.
func (w *Window) drawTiles() {
	w.world.SetTiles(w.online.Layer())
	w.note.say(w.online.State())
}

// lacks is told which tiles the map shown lacks.
func (w *Window) lacks(of *tiles.Layer, lack tiles.Lack) {
	w.online.Lacks(of, lack)
	w.note.say(w.online.State())
}

// mapNote is a remark at the foot of the map.
type mapNote struct {
	object *fyne.Container
	text   *kit.Label
}

func newMapNote() *mapNote {
	n := &mapNote{text: kit.NewLabel("", theme.SizeMeta, false, theme.Muted)}
	ground := kit.NewFill(theme.Paper)
	ground.Border, ground.Radius = theme.Border, theme.Radius
	n.object = container.New(footLayout{}, container.NewStack(ground, kit.Inset(4, 4, 10, 10, n.text)))
	n.object.Hide()
	return n
}

// say shows a remark; "" shows none.
func (n *mapNote) say(s string) {
	if s == n.text.Text {
		return
	}
	n.text.SetText(s)
	if s == "" {
		n.object.Hide()
		return
	}
	n.object.Show()
	n.object.Refresh()
}

// footLayout puts an object near the foot of the room, in the middle, above the
// credits of the map.
type footLayout struct{}

func (footLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

func (footLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objs {
		m := o.MinSize()
		m.Width = min(m.Width, size.Width-20)
		o.Resize(m)
		o.Move(fyne.NewPos((size.Width-m.Width)/2, size.Height-m.Height-52))
	}
}
