package window

import (
	"testing"

	"fyne.io/fyne/v2"

	"dateline/app/identity"
)

func TestAboutNamesTheVersionAndTheWorkOfOthers(t *testing.T) {
	f := newFixture(t)
	f.program = identity.Identity{Version: "4.5.6"}
	f.AskAbout()
	if !f.modal() {
		t.Fatal("nothing is shown")
	}
	top := f.win.Canvas().Overlays().Top()
	f.sees(top, "4.5.6")
	f.sees(top, "GeoNames")
	f.key(fyne.KeyEscape)
	f.until("it is closed", func() bool { return !f.modal() })
}
