package stepview

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	base "fyne.io/fyne/v2/theme"
)

// shown is a list of n steps in a window, with what was asked of it.
func shown(t *testing.T, n int) (v *View, went *[]int, moved *[][2]int) {
	t.Helper()
	test.NewTempApp(t)
	v = New(canvas.NewText("no steps", base.Color(base.ColorNameForeground)))
	var items []Item
	for i := range n {
		items = append(items, Item{Title: fmt.Sprint("step ", i), Meta: "May"})
	}
	went, moved = new([]int), new([][2]int)
	v.OnGo = func(i int) { *went = append(*went, i) }
	v.OnMove = func(from, to int) { *moved = append(*moved, [2]int{from, to}) }
	w := test.NewTempWindow(t, v)
	w.Resize(fyne.NewSize(300, 400))
	v.SetItems(items)
	return v, went, moved
}

// rowOf is a row that shows a step.
func rowOf(v *View, i int) *row {
	r := newRow(v)
	r.set(i)
	return r
}

func TestEmptyListSaysSo(t *testing.T) {
	v, _, _ := shown(t, 0)
	if !v.empty.Visible() || v.list.Visible() {
		t.Error("a list without steps does not say so")
	}
	v.SetItems([]Item{{Title: "one"}})
	if v.empty.Visible() || !v.list.Visible() {
		t.Error("a list with a step still says that there is none")
	}
}

func TestDraggingPutsAStepElsewhere(t *testing.T) {
	pitch := float32(height) + base.Padding()
	for _, tt := range []struct {
		from  int
		rows  float32 // how far it is dragged
		wants [][2]int
	}{
		{1, 0.3, nil},
		{1, 1, [][2]int{{1, 2}}},
		{1, 2.2, [][2]int{{1, 3}}},
		{1, 99, [][2]int{{1, 4}}},
		{3, -1, [][2]int{{3, 2}}},
		{3, -99, [][2]int{{3, 0}}},
		{0, -1, nil},
		{4, 3, nil},
	} {
		v, _, moved := shown(t, 5)
		r := rowOf(v, tt.from)
		r.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(0, tt.rows*pitch)})
		if v.over < 0 {
			t.Errorf("%v: no line shows where it would go", tt)
		}
		r.DragEnd()
		if fmt.Sprint(*moved) != fmt.Sprint(tt.wants) {
			t.Errorf("step %d dragged by %g rows: %v, want %v", tt.from, tt.rows, *moved, tt.wants)
		}
		if v.over != -1 {
			t.Error("the line stays")
		}
	}
}

func TestKeysGoFromStepToStep(t *testing.T) {
	for _, tt := range []struct {
		at   int
		key  fyne.KeyName
		want []int
	}{
		{-1, fyne.KeyDown, []int{0}}, {-1, fyne.KeyUp, []int{0}}, {1, fyne.KeyDown, []int{2}}, {1, fyne.KeyUp, []int{0}},
		{0, fyne.KeyUp, nil}, {2, fyne.KeyDown, nil}, {1, fyne.KeyHome, []int{0}}, {1, fyne.KeyEnd, []int{2}},
	} {
		v, went, _ := shown(t, 3)
		v.SetCurrent(tt.at)
		v.TypedKey(&fyne.KeyEvent{Name: tt.key})
		if fmt.Sprint(*went) != fmt.Sprint(tt.want) {
			t.Errorf("%s at %d goes to %v, want %v", tt.key, tt.at, *went, tt.want)
		}
	}
}

func TestKeysWithoutUseArePassedOn(t *testing.T) {
	v, _, _ := shown(t, 3)
	var got []fyne.KeyName
	v.OnKey = func(e *fyne.KeyEvent) { got = append(got, e.Name) }
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF6})
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if len(got) != 1 || got[0] != fyne.KeyF6 {
		t.Errorf("passed on: %v", got)
	}
}

func TestFocusIsSeen(t *testing.T) {
	v, _, _ := shown(t, 1)
	v.FocusGained()
	if !v.ring.Visible() {
		t.Error("no ring")
	}
	v.FocusLost()
	if v.ring.Visible() {
		t.Error("the ring stays")
	}
}

func TestClicks(t *testing.T) {
	v, went, _ := shown(t, 3)
	menu := -1
	v.OnMenu = func(i int, _ fyne.Position) { menu = i }
	rowOf(v, 2).Tapped(&fyne.PointEvent{})
	rowOf(v, 1).TappedSecondary(&fyne.PointEvent{})
	if fmt.Sprint(*went) != "[2]" || menu != 1 {
		t.Errorf("went %v, menu of %d", *went, menu)
	}
	v.SetCurrent(2)
	if v.Current() != 2 {
		t.Error("the step gone to is not marked")
	}
}
