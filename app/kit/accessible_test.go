package kit

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"dateline/app/theme"
)

func TestWhatAScreenReaderIsTold(t *testing.T) {
	test.NewTempApp(t)
	for _, tt := range []struct{ got, want string }{
		{NewButton("Accept", Primary, nil).AccessibilityLabel(), "Accept"},
		{NewIcon(IconUndo, "Undo  Ctrl+Z", NewTips(), nil).AccessibilityLabel(), "Undo  Ctrl+Z"},
		{NewLabelCut("A long title", theme.SizeBody, false, theme.Ink).AccessibilityLabel(), "A long title"},
	} {
		if tt.got != tt.want {
			t.Errorf("%q, want %q", tt.got, tt.want)
		}
	}
}
