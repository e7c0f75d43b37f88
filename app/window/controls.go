package window

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/paulmach/orb"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dateline/app/brief"
	"dateline/app/kit"
	"dateline/app/theme"
	"dateline/app/words"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/edtf"
)

// AskControls lists the areas that parties hold, to draw them on the map: each
// with its outlines at the times at which it changed.
func (w *Window) AskControls() {
	if w.modal() || w.session.Empty() {
		return
	}
	rows := kit.Column()
	list := w.session.Brief().Controls
	for i, c := range list {
		name := c.Side
		if c.Label != "" {
			name = c.Label + " · " + c.Side
		}
		rows.Add(container.NewBorder(nil, nil, nil, kit.Row(8,
			kit.NewButton(words.T("Another outline"), kit.Outlined, func() { w.dismiss(); w.askOutline(i, -1) }),
			kit.NewButton(words.T("Remove"), kit.Outlined, func() {
				w.dismiss()
				w.changeControls(words.T("Remove an area"), func(cs []scene.Control) []scene.Control { return slices.Delete(cs, i, i+1) })
			})), kit.Middle(kit.NewLabelCut(name, theme.SizeRow, true, theme.Ink))))
		for k, o := range c.Outlines {
			when := words.Upper(words.When(timeline.NewWhen(o.When, "", timeline.Span{}), timeline.LongYearWhen))
			redraw := kit.NewButton(words.T("Change"), kit.Plain, func() { w.dismiss(); w.askOutline(i, k) })
			redraw.SetEnabled(len(o.Areas) == 0 && len(o.Polygons) <= 1)
			rows.Add(container.NewBorder(nil, nil, nil, redraw, kit.Inset(0, 0, 16, 0, kit.Middle(kit.Body(when)))))
		}
		rows.Add(kit.Space(0, 10))
	}
	if len(list) == 0 {
		rows.Add(kit.Wrapped(kit.NewLabel(words.T("No area is drawn yet. An area says who holds what, and from when."), theme.SizeBody, false, theme.Muted)))
	}
	draw := kit.NewButton(words.T("Draw an area…"), kit.Primary, func() { w.dismiss(); w.askOutline(-1, -1) })
	w.askWith(words.T("Areas of control"), container.NewVScroll(rows), fyne.NewSize(600, 380), nil,
		kit.NewButton(words.T("Close"), kit.Outlined, w.dismiss), draw)
}

// askOutline asks whose area it is and from when, and has it drawn: outline k
// of area i; -1 is a new one.
func (w *Window) askOutline(i, k int) {
	var area scene.Control
	var outline scene.Outline
	if list := w.session.Brief().Controls; i >= 0 && i < len(list) {
		area = list[i]
		if k >= 0 && k < len(area.Outlines) {
			outline = area.Outlines[k]
		}
	}
	sides := w.sideNames()
	draw := kit.NewButton(words.T("Draw on the map"), kit.Primary, nil)
	label := w.field(area.Label, words.T("Name"), nil)
	side := w.field(area.Side, words.T("Name of the side"), nil)
	known := kit.NewPick(sides, slices.Index(sides, area.Side), func(n int) { side.SetText(sides[n]) })
	state := kit.NewOptions([]string{words.T("Held"), words.T("Only claimed")}, 0, nil)
	if area.Claimed {
		state.Set(1)
	}
	understood := kit.Wrapped(kit.NewLabel("", theme.SizeMeta, false, theme.Muted))
	text := ""
	if !outline.When.IsZero() {
		text = outline.When.String()
	}
	date := w.field(text, words.T("14 June 2014"), nil)
	when := outline.When
	check := func() {
		var said string
		var err error
		when, said, err = w.readDate(date.Text, "")
		if err != nil {
			said = upperFirst(err.Error())
		}
		understood.SetText(said)
		draw.SetEnabled(err == nil && !when.IsZero() && strings.TrimSpace(side.Text) != "")
	}
	date.OnChanged = func(string) { check() }
	side.OnChanged = func(string) { check() }
	check()
	draw.OnTap = func() {
		w.dismiss()
		area.Label, area.Side, area.Claimed = strings.TrimSpace(label.Text), strings.TrimSpace(side.Text), state.At() == 1
		w.drawOutline(i, k, area, scene.Outline{When: when, Polygons: outline.Polygons})
	}
	w.ask(words.T("Area of control"), kit.Column(caption(words.T("Side")), side, kit.Space(0, 4), known, caption(words.T("Name")), label,
		caption(words.T("From when")), date, kit.Space(0, 3), understood, kit.Space(0, 6), state.Object), fyne.NewSize(460, 420), nil, draw)
	w.win.Canvas().Focus(side)
}

// drawOutline has the outline drawn, from the one that there is, and keeps it.
func (w *Window) drawOutline(i, k int, area scene.Control, outline scene.Outline) {
	var corners []orb.Point
	if len(outline.Polygons) == 1 && len(outline.Polygons[0]) > 0 {
		ring := outline.Polygons[0][0]
		corners = append(corners, ring[:len(ring)-1]...)
	}
	w.win.Canvas().Unfocus()
	w.hint(words.T("Click to add corners, drag them, Backspace takes the last away. Enter finishes, Esc gives up."))
	w.world.DrawWay(corners, func(points []orb.Point, ok bool) {
		w.hint("")
		switch {
		case !ok && points == nil:
			return
		case len(points) < 3:
			w.fail(errors.New(words.T("an area needs three corners at least: draw it again")))
			return
		}
		outline.Polygons = orb.MultiPolygon{{closedRing(points)}}
		w.changeControls(words.T("Draw an area"), func(cs []scene.Control) []scene.Control { return withOutline(cs, i, k, area, outline) })
	})
}

// closedRing is a ring of corners that ends where it begins.
func closedRing(points []orb.Point) orb.Ring {
	ring := append(orb.Ring(nil), points...)
	return append(ring, points[0])
}

// withOutline are the areas with one more outline, or with another in the place
// of outline k of area i, in the order of their dates.
func withOutline(cs []scene.Control, i, k int, area scene.Control, o scene.Outline) []scene.Control {
	area.Outlines = slices.Clone(area.Outlines)
	if k >= 0 && k < len(area.Outlines) {
		area.Outlines[k] = o
	} else {
		area.Outlines = append(area.Outlines, o)
	}
	slices.SortStableFunc(area.Outlines, func(a, b scene.Outline) int { return start(a.When).Compare(start(b.When)) })
	if i >= 0 && i < len(cs) {
		cs[i] = area
		return cs
	}
	for n := 1; area.ID == "" || slices.ContainsFunc(cs, func(c scene.Control) bool { return c.ID == area.ID }); n++ {
		area.ID = fmt.Sprintf("area-%d", n)
	}
	return append(cs, area)
}

// start is when a date begins, the beginning of time where it is open.
func start(v edtf.Value) time.Time {
	from, _ := v.Bounds()
	return from
}

// changeControls changes the areas of the brief, as one step.
func (w *Window) changeControls(what string, change func([]scene.Control) []scene.Control) {
	w.session.Change(what, func(b brief.Brief) brief.Brief {
		b.Controls = change(slices.Clone(b.Controls))
		if len(b.Controls) == 0 {
			b.Controls = nil
		}
		return b
	})
}
