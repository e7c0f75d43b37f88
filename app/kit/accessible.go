package kit

import "fyne.io/fyne/v2"

// What a screen reader is told, where Fyne tells one (see docs/guide.md).
var (
	_ fyne.Accessible = (*Button)(nil)
	_ fyne.Accessible = (*Label)(nil)
)

// AccessibilityLabel is the button's text, or what its icon does.
func (b *Button) AccessibilityLabel() string {
	if b.Text != "" {
		return b.Text
	}
	return b.Tip
}

// AccessibilityRole is that of a button.
func (b *Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is the text, whole where less of it is shown.
func (l *Label) AccessibilityLabel() string { return l.Text }

// AccessibilityRole is that of a text.
func (l *Label) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
