package window

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"dateline/app/kit"
	"dateline/app/theme"
	"dateline/app/words"
	"dateline/geo/basemap/tiles"
)

// AskTileFile asks for a file of tiles to show under the events.
func (w *Window) AskTileFile() {
	if w.modal() || w.session.Empty() {
		return
	}
	w.askRead(words.T("Tiles of a file"), []string{".mbtiles", ".pmtiles"}, func(path string) {
		w.session.SetTiles(tiles.FileID(filepath.Clean(path)))
	})
}

// AskOwnTiles asks for the address of a service of tiles.
func (w *Window) AskOwnTiles() {
	if w.modal() || w.session.Empty() {
		return
	}
	chosen, _ := w.session.Tiles()
	template, credits, _ := tiles.Own(chosen)
	status := kit.Wrapped(kit.NewLabel("", theme.SizeMeta, false, theme.Muted))
	use := kit.NewButton(words.T("Use these tiles"), kit.Primary, nil)
	go1 := func() { use.Tapped(nil) }
	address := w.field(template, "https://tiles.example.org/{z}/{x}/{y}.png", go1)
	who := w.field(credits, words.T("© who made them"), go1)
	check := func(s string) {
		s = strings.TrimSpace(s)
		err := tiles.CheckOwn(s)
		use.SetEnabled(s != "" && err == nil)
		status.SetColor(theme.Muted)
		switch {
		case s == "":
			status.SetText(words.T("{z}, {x} and {y} stand for the numbers of a tile. Only what is looked at is downloaded."))
		case err != nil:
			status.SetColor(theme.Alert)
			_, why, _ := strings.Cut(err.Error(), ": ")
			status.SetText(upperFirst(why))
		default:
			status.SetText(words.T("The service learns which part of the world is looked at."))
		}
	}
	address.OnChanged = check
	use.OnTap = func() {
		w.dismiss()
		w.session.SetTiles(tiles.OwnID(strings.TrimSpace(address.Text), who.Text))
	}
	check(template)
	body := kit.Column(caption(words.T("Address of the tiles")), address, caption(words.T("Credits, shown on the map")), who, kit.Space(0, 8), status)
	w.ask(words.T("Tiles of your own"), body, fyne.NewSize(520, 320), nil, use)
	w.win.Canvas().Focus(address)
}
