package inspector

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"dateline/app/brief"
	"dateline/app/kit"
	"dateline/app/theme"
	"dateline/geo/scene"
)

// said are all texts shown below an object, hidden ones left out.
func said(o fyne.CanvasObject) []string {
	if !o.Visible() {
		return nil
	}
	switch o := o.(type) {
	case *canvas.Text:
		return []string{o.Text}
	case *fyne.Container:
		var out []string
		for _, c := range o.Objects {
			out = append(out, said(c)...)
		}
		return out
	case *container.Scroll:
		return said(o.Content)
	case fyne.Widget:
		var out []string
		for _, c := range test.WidgetRenderer(o).Objects() {
			out = append(out, said(c)...)
		}
		return out
	}
	return nil
}

func view(t *testing.T) *View {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	v := New(func(f func()) {}, kit.NewButton("Accept", kit.Primary, nil))
	t.Cleanup(v.Close)
	w := test.NewTempWindow(t, v)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(340, 700))
	return v
}

func TestEventIsShownWithItsActions(t *testing.T) {
	v := view(t)
	e, c, docs := battle()
	v.SetEvent(Describe(e, c, docs, name), FieldsOf(e, brief.Edit{}, c), scene.Red)
	got := strings.Join(said(v), "|")
	for _, want := range []string{
		"Fighting near Shendi", "Battle · Rebels against army", "Friday 12 May 2023", "“Friday”", "Shendi, River Nile", "1 of 3",
		"C3", "Residents", "claims", "More than 40 dead", "Rebels leave Atbara", "Accept",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not shown in %s", want, got)
		}
	}
}

func TestOverviewHasNoActions(t *testing.T) {
	v := view(t)
	e, c, docs := battle()
	v.SetEvent(Describe(e, c, docs, name), FieldsOf(e, brief.Edit{}, c), scene.Red)
	v.SetOverview("The report", []string{"Two events"}, "Not placed", []string{"1 · A speech"})
	got := strings.Join(said(v), "|")
	if strings.Contains(got, "Accept") || strings.Contains(got, "Shendi") {
		t.Errorf("the event is still there: %s", got)
	}
	for _, want := range []string{"The report", "Two events", "Not placed", "1 · A speech"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not shown in %s", want, got)
		}
	}
}

func TestNothingIsWiderThanThePane(t *testing.T) {
	v := view(t)
	e, c, docs := battle()
	e.Title = strings.Repeat("A very long headline ", 6)
	e.At[0].Why = strings.Repeat("for many reasons ", 20)
	v.SetEvent(Describe(e, c, docs, name), FieldsOf(e, brief.Edit{}, c), scene.Red)
	var check func(o fyne.CanvasObject, x float32)
	check = func(o fyne.CanvasObject, x float32) {
		x += o.Position().X
		switch o := o.(type) {
		case *canvas.Text:
			if right := x + kit.Measure(o.Text, o.TextSize, o.TextStyle.Bold).Width; right > 341 {
				t.Errorf("%q ends at %v of 340", o.Text, right)
			}
		case *fyne.Container:
			for _, c := range o.Objects {
				check(c, x)
			}
		case *container.Scroll:
			check(o.Content, x)
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(o).Objects() {
				check(c, x)
			}
		}
	}
	check(v, 0)
}
