package timeview

import (
	"image/color"
	"math"
	"strconv"

	"github.com/paulmach/orb"

	"dateline/app/mark"
	"dateline/app/words"
	"dateline/geo/scene"
	"dateline/timeline"
)

// Palette is the colours of the timeline.
type Palette struct {
	Ground, Ink, Muted, Grid, Hairline, Bars, Paper, Now color.NRGBA
	Hue                                                  func(scene.Hue) color.NRGBA
}

// Picture is everything the timeline's picture is made of. Lengths are page
// units, which are Fyne's.
type Picture struct {
	Size     orb.Point
	Items    []Item
	Sides    []scene.Side
	Range    Range // what is shown
	Extent   Range // what the overview shows
	Scroll   float64
	Selected timeline.ID
	Now      *float64 // where the playhead stands, nil for nowhere
	Palette  Palette
	Scale    float64   // device pixels in a page unit, to which edges are set
	Plan     *Plan     // of Items and Sides; nil: made for the picture
	Bins     []float64 // of the overview; nil: counted for the picture
	Eras     []Era
	Measure  scene.Measurer
}

// The parts of the picture from the top, in page units.
const (
	Gutter      = 186.0 // lane titles, at the left
	RightMargin = 12.0
	overviewTop = 6.0
	overviewH   = 32.0
	lanesTop    = overviewTop + overviewH + 6
	header      = 19.0 // room for the playhead's flag
	rowPitch    = 20.0 // of a row, where there is room
	leastPitch  = 18.0
	lanePad     = 4.0
	barHeight   = 13.0
	axisH       = 36.0
)

// MinHeight is the least height at which the timeline can be read, and
// Height what it would like for the lanes of its items.
const MinHeight = lanesTop + header + 3*rowPitch + axisH

// Height is the height that shows all lanes, up to a limit.
func Height(lanes []Lane, limit float64) float64 {
	return math.Min(math.Max(lanesTop+header+lanesHeight(lanes)+axisH+4, MinHeight), limit)
}

func lanesHeight(lanes []Lane) float64 { return heightAt(lanes, rowPitch) }

func heightAt(lanes []Lane, pitch float64) float64 {
	h := 0.0
	for _, l := range lanes {
		h += float64(l.Rows)*pitch + 2*lanePad
	}
	return h
}

// PlotWidth is the width on which time is laid out.
func (p Picture) PlotWidth() float64 { return math.Max(p.Size[0]-Gutter-RightMargin, 1) }

// Lanes are the lanes of the picture.
func (p Picture) Lanes() []Lane { return p.plan().Lanes(p.Range, p.PlotWidth(), p.Selected) }

func (p Picture) plan() *Plan {
	if p.Plan != nil {
		return p.Plan
	}
	return NewPlan(p.Items, p.Sides)
}

// binCount is how many bars the overview has.
func (p Picture) binCount() int { return max(int(p.PlotWidth()/14), 1) }

// Era is a stretch of time with a name, in seconds as Range counts them.
type Era struct {
	Name string
	Range
}

// MaxScroll is how far the lanes can be scrolled up.
func (p Picture) MaxScroll() float64 {
	lanes := p.Lanes()
	return math.Max(0, heightAt(lanes, p.pitch(lanes))-p.room())
}

// room is the height there is for lanes.
func (p Picture) room() float64 { return p.Size[1] - lanesTop - header - axisH }

// pitch is the height of a row: rows move together a little before any is out
// of sight.
func (p Picture) pitch(lanes []Lane) float64 {
	rows := 0
	for _, l := range lanes {
		rows += l.Rows
	}
	if rows == 0 {
		return rowPitch
	}
	fit := (p.room() - 2*lanePad*float64(len(lanes))) / float64(rows)
	return math.Min(math.Max(fit, leastPitch), rowPitch)
}

// Draw makes the picture.
func (p Picture) Draw() scene.Scene {
	d := drawing{Picture: p, s: scene.Scene{Size: p.Size}}
	d.rect("ground", 0, 0, p.Size[0]+2, p.Size[1]+2, p.Palette.Ground)
	var minor, major []Tick
	if p.Plan == nil {
		d.Plan = p.plan()
	}
	if d.Plan.dated { // else there is no time to name
		minor, major = Ticks(p.Range, p.PlotWidth())
	}
	d.eras()
	d.grid(minor)
	if p.Now != nil && p.Range.Contains(*p.Now) { // under the marks, so that it hides none
		x := d.snap(d.x(*p.Now))
		d.rect("playhead", x-1, lanesTop, x+1, p.Size[1]-axisH, p.Palette.Now)
	}
	d.lanes()
	d.overview()
	d.axis(minor, major)
	return d.s
}

// drawing is a picture on its way.
type drawing struct {
	Picture
	s scene.Scene
}

func (d *drawing) x(seconds float64) float64 { return Gutter + d.Range.X(seconds, d.PlotWidth()) }

// snap sets a length to whole device pixels.
func (d *drawing) snap(v float64) float64 {
	if d.Scale <= 0 {
		return math.Round(v)
	}
	return math.Round(v*d.Scale) / d.Scale
}

func (d *drawing) add(it ...scene.Item) { d.s.Items = append(d.s.Items, it...) }

func (d *drawing) rect(class string, x0, y0, x1, y1 float64, fill color.NRGBA) {
	d.add(scene.Path{Class: class, Lines: orb.MultiLineString{box(x0, y0, x1, y1)}, Fill: fill})
}

// hline and vline draw hairlines of one device pixel.
func (d *drawing) hline(y, x0, x1 float64, c color.NRGBA) {
	y = d.snap(y)
	d.rect("line", x0, y, x1, y+d.pixel(), c)
}

func (d *drawing) vline(x, y0, y1 float64, c color.NRGBA) {
	x = d.snap(x)
	d.rect("line", x, y0, x+d.pixel(), y1, c)
}

func (d *drawing) pixel() float64 {
	if d.Scale <= 0 {
		return 1
	}
	return math.Max(1, math.Round(d.Scale)) / d.Scale
}

func (d *drawing) text(class, s string, x, y, size float64, f scene.Font, c color.NRGBA, a scene.Anchor) {
	d.add(scene.Text{Class: class, At: orb.Point{x, y}, Text: s, Font: f, Size: size, Color: c, Anchor: a})
}

// fit shortens a text to a width, with an ellipsis.
func (d *drawing) fit(s string, f scene.Font, size, width float64) string {
	if d.Measure == nil || d.Measure.Width(s, f, size) <= width {
		return s
	}
	r := []rune(s)
	for n := len(r) - 1; n > 0; n-- {
		if t := string(r[:n]) + "…"; d.Measure.Width(t, f, size) <= width {
			return t
		}
	}
	return "…"
}

func (d *drawing) grid(minor []Tick) {
	bottom := d.Size[1] - axisH
	for _, t := range minor {
		d.vline(d.x(t.At), lanesTop, bottom, d.Palette.Grid)
	}
}

func (d *drawing) lanes() {
	lanes := d.Lanes()
	pitch := d.pitch(lanes)
	top, bottom := lanesTop+header, d.Size[1]-axisH
	y := top - d.Scroll
	type title struct {
		Lane
		y float64
	}
	var titles []title
	for i, l := range lanes {
		h := float64(l.Rows)*pitch + 2*lanePad
		if i > 0 && y > top {
			d.hline(y, 0, d.Size[0], d.Palette.Grid)
		}
		for _, b := range l.Bars {
			d.bar(b, y+lanePad+(float64(b.Row)+0.5)*pitch)
		}
		titles = append(titles, title{l, y + h/2})
		y += h
	}
	if len(lanes) == 0 && len(d.Items) > 0 {
		d.text("empty", words.T("No event has a date yet."), Gutter+d.PlotWidth()/2, (top+bottom)/2, 13, scene.Sans, d.Palette.Muted, scene.Middle)
	}
	d.rect("gutter", 0, lanesTop, Gutter-1, bottom, d.Palette.Ground)
	for i, t := range titles {
		if i > 0 && t.y-float64(t.Rows)*pitch/2-lanePad > top {
			d.hline(t.y-float64(t.Rows)*pitch/2-lanePad, 0, Gutter, d.Palette.Grid)
		}
		c := d.Palette.Hue(t.Hue)
		if t.Plain {
			d.text("lane", d.fit(t.Label, scene.SansSemibold, 12, Gutter-30), 20, t.y+4.2, 12, scene.SansSemibold, d.Palette.Ink, scene.Start)
			continue
		}
		d.add(scene.Path{
			Class: "lane", Lines: orb.MultiLineString{mark.Outline(t.Shape, orb.Point{20, t.y}, 9)}, Fill: c,
		})
		d.text("lane", d.fit(t.Label, scene.SansSemibold, 12, Gutter-42), 31, t.y+4.2, 12, scene.SansSemibold, c, scene.Start)
	}
	// What the lanes drew above and below their room is covered here, and by
	// the axis.
	covered := float64(lanesTop)
	if d.Scroll > 0 {
		covered += header - 1
	}
	d.rect("cover", 0, 0, d.Size[0]+2, covered, d.Palette.Ground)
	d.hline(lanesTop-1, 0, d.Size[0], d.Palette.Hairline)
}

// bar draws one item with its middle at y.
func (d *drawing) bar(b Bar, y float64) {
	lo, hi := Gutter-200, d.Size[0]+200
	x0, x1 := Gutter+b.X0, Gutter+b.X1
	if math.Max(x1, Gutter+b.Tail[0]) < lo || x0 > hi {
		return
	}
	c := d.Palette.Hue(b.Hue)
	if b.Count > 0 {
		d.cluster(b, y, c)
		return
	}
	selected := b.ID == d.Selected
	center := Gutter + b.Center()
	if b.Tail != [2]float64{} {
		d.tail(b, y, c)
	}
	if b.Dot() {
		m := mark.Mark{
			Center: orb.Point{center, y}, Size: dotSize, Shape: b.Shape, Form: b.Form,
			Number: b.Number, Color: c, Paper: d.Palette.Paper,
		}
		if selected {
			m.Ring = d.Palette.Ink
		}
		d.add(m.Items(string(b.ID))...)
		d.s.Hits = append(d.s.Hits, scene.Hit{Event: b.ID, Center: orb.Point{center, y}, Radius: dotSize/2 + 2})
		return
	}
	y0, y1 := d.snap(y-barHeight/2), d.snap(y+barHeight/2)
	if selected {
		d.add(scene.Path{
			ID: string(b.ID), Class: "selected", Lines: orb.MultiLineString{pill(x0-4, y0-4, x1+4, y1+4)},
			Fill: d.Palette.Paper, Stroke: d.Palette.Ink, Width: 2.5,
		})
	}
	d.fade(b, x0, x1, y0, y1, c)
	outline := c
	outline.A = 150
	d.add(scene.Path{
		ID: string(b.ID), Class: "bar", Lines: orb.MultiLineString{barOutline(x0, x1, y0, y1)},
		Stroke: outline, Width: 1, Dash: []float64{4, 3},
	})
	// The number stays in sight while any of the bar is.
	nx := math.Min(math.Max(center, math.Min(Gutter+14, x1-8)), math.Max(d.Size[0]-RightMargin-10, x0+8))
	if b.Form == mark.Filled {
		d.text("number", strconv.Itoa(b.Number), nx, y+3.7, 10.5, scene.SansBold, d.Palette.Paper, scene.Middle)
	} else {
		m := mark.Mark{Center: orb.Point{nx, y}, Size: barHeight + 2, Shape: b.Shape, Form: b.Form, Number: b.Number, Color: c, Paper: d.Palette.Paper}
		d.add(m.Items(string(b.ID))...)
	}
	d.s.Hits = append(d.s.Hits, scene.Hit{Event: b.ID, Ring: orb.Ring(box(x0, y0-3, x1, y1+3))})
}

// The opacity of a bar where it is surest and where it ends.
const full, faint = 0.88, 0.10

// fade fills a bar: full in the middle, fading over two fifths towards each
// end, since somewhere in it is all that is known.
func (d *drawing) fade(b Bar, x0, x1, y0, y1 float64, c color.NRGBA) {
	ends := 0.4 * (x1 - x0)
	d.strip(string(b.ID), x0, x1, y0, y1, c, func(x float64) float64 {
		return ease(math.Min(1, math.Min(x-x0, x1-x)/ends))
	})
}

// tail draws the strip that leads from a mark to where its date is open.
func (d *drawing) tail(b Bar, y float64, c color.NRGBA) {
	gone, end := Gutter+b.Tail[0], Gutter+b.Tail[1]
	d.strip(string(b.ID), math.Min(gone, end), math.Max(gone, end), d.snap(y-3), d.snap(y+3), c, func(x float64) float64 {
		return ease(math.Min(1, math.Abs(x-gone)/tailReach)) * 0.7
	})
}

// ease is 0 to 1 without corners.
func ease(a float64) float64 { return a * a * (3 - 2*a) }

// strip fills a stretch with a colour whose strength, 0 to 1, changes along it.
func (d *drawing) strip(id string, x0, x1, y0, y1 float64, c color.NRGBA, strength func(x float64) float64) {
	from, to := math.Max(d.snap(x0), Gutter-20), math.Min(d.snap(x1), d.Size[0]+20)
	w := math.Max(d.snap(math.Max(2, math.Ceil((x1-x0)/160))), d.pixel())
	for x := from; x < to; {
		a := strength(x + w/2)
		end := math.Min(x+w, to)
		for end < to && strength(end+w/2) == a { // the even middle in one piece
			end = math.Min(end+w, to)
		}
		f := c
		f.A = uint8(math.Round(255 * (faint + (full-faint)*a)))
		d.add(scene.Path{ID: id, Class: "fade", Lines: orb.MultiLineString{box(x, y0, end, y1)}, Fill: f})
		x = end
	}
}

// barOutline is the outline of a bar.
func barOutline(x0, x1, y0, y1 float64) orb.LineString {
	const k = 3
	return orb.LineString{
		{x0 + k, y0}, {x1 - k, y0}, {x1, y0 + k}, {x1, y1 - k}, {x1 - k, y1},
		{x0 + k, y1}, {x0, y1 - k}, {x0, y0 + k}, {x0 + k, y0},
	}
}

func (d *drawing) overview() {
	y0, y1 := overviewTop, overviewTop+overviewH
	w := d.PlotWidth()
	n := d.binCount()
	bins := d.Bins
	if len(bins) != n {
		bins = Histogram(d.Items, d.Extent, n)
	}
	top := 0.0
	for _, v := range bins {
		top = math.Max(top, v)
	}
	d.hline(y1, Gutter, Gutter+w, d.Palette.Hairline)
	for i, v := range bins {
		if v <= 0 {
			continue
		}
		h := math.Max(2, v/top*(overviewH-5))
		x := Gutter + float64(i)*w/float64(n)
		d.rect("histogram", d.snap(x), d.snap(y1-h), d.snap(x+w/float64(n))-2, d.snap(y1), d.Palette.Bars)
	}
	d.text("overview", words.T("All events"), 20, y0+20, 12, scene.Sans, d.Palette.Muted, scene.Start)
	lo, hi := d.Brush()
	if lo <= Gutter && hi >= Gutter+w {
		return // everything is shown: nothing to point out
	}
	shade := d.Palette.Ground
	shade.A = 170
	d.rect("outside", Gutter, y0, lo, y1, shade)
	d.rect("outside", hi, y0, Gutter+w, y1, shade)
	d.add(scene.Path{
		Class: "brush", Lines: orb.MultiLineString{box(d.snap(lo)+0.5, y0+0.5, d.snap(hi)-0.5, y1+0.5)},
		Stroke: d.Palette.Muted, Width: 1,
	})
	for _, x := range []float64{lo, hi} {
		d.add(scene.Path{
			Class: "grip", Lines: orb.MultiLineString{pill(x-3, y0+8, x+3, y1-8)}, Fill: d.Palette.Muted,
		})
	}
}

// Brush is where the range shown lies on the overview, in page units.
func (p Picture) Brush() (lo, hi float64) {
	w := p.PlotWidth()
	lo = math.Min(math.Max(p.Extent.X(p.Range.From, w), 0), w)
	hi = math.Min(math.Max(p.Extent.X(p.Range.To, w), 0), w)
	if hi-lo < 8 {
		mid := math.Min(math.Max((lo+hi)/2, 4), w-4)
		lo, hi = mid-4, mid+4
	}
	return Gutter + lo, Gutter + hi
}

func (d *drawing) axis(minor, major []Tick) {
	y := d.Size[1] - axisH
	d.rect("axis", 0, y, d.Size[0]+2, d.Size[1]+2, d.Palette.Ground)
	d.hline(y, 0, d.Size[0], d.Palette.Hairline)
	for _, t := range minor {
		x := d.x(t.At)
		if x > d.Size[0]-30 {
			continue
		}
		d.vline(x, y, y+5, d.Palette.Hairline)
		d.text("minor", t.Label, x+5, y+15, 11, scene.Sans, d.Palette.Ink, scene.Start)
	}
	for i, t := range major {
		x := math.Max(d.x(t.At), Gutter)
		if i+1 < len(major) && d.Measure != nil {
			// A name pushed off by the next one is left out.
			if x+5+d.Measure.Width(t.Label, scene.SansSemibold, 11)+10 > d.x(major[i+1].At) {
				continue
			}
		}
		if i > 0 {
			d.vline(x, y, d.Size[1], d.Palette.Hairline)
		}
		d.text("major", t.Label, x+5, y+30, 11, scene.SansSemibold, d.Palette.Muted, scene.Start)
	}
	undated := d.Plan.undated
	if undated > 0 {
		d.text("undated", words.N(undated, "%d without a date"), 20, y+15, 11, scene.Sans, d.Palette.Muted, scene.Start)
	}
}

// box is a closed rectangle.
func box(x0, y0, x1, y1 float64) orb.LineString {
	return orb.LineString{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}}
}

// pill is a rectangle with rounded ends.
func pill(x0, y0, x1, y1 float64) orb.LineString {
	r := math.Min((x1-x0)/2, math.Min((y1-y0)/2, 6))
	var ring orb.LineString
	for i, c := range [4]orb.Point{{x1 - r, y0 + r}, {x1 - r, y1 - r}, {x0 + r, y1 - r}, {x0 + r, y0 + r}} {
		for k := range 7 {
			sin, cos := math.Sincos(float64(i-1)*math.Pi/2 + float64(k)*math.Pi/12)
			ring = append(ring, orb.Point{c[0] + r*cos, c[1] + r*sin})
		}
	}
	return append(ring, ring[0])
}
