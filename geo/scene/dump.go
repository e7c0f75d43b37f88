package scene

import (
	"fmt"
	"image/color"
	"strings"

	"github.com/paulmach/orb"
)

// Dump prints a scene as text, one item a line, for people and for tests:
// coordinates to one tenth of a unit, lines as their count, number of points
// and bound. The same scene always gives the same text.
func (s Scene) Dump() string {
	var b strings.Builder
	fmt.Fprintf(&b, "scene %s\n", xy(s.Size))
	for _, it := range s.Items {
		switch it := it.(type) {
		case Path:
			points := 0
			for _, l := range it.Lines {
				points += len(l)
			}
			fmt.Fprintf(&b, "path %s #%s %d/%d %s", it.Class, it.ID, len(it.Lines), points, bounds(it.Lines.Bound()))
			if it.Fill.A > 0 {
				fmt.Fprintf(&b, " fill %s", hex(it.Fill))
			}
			if it.Stroke.A > 0 {
				fmt.Fprintf(&b, " stroke %s %.1f", hex(it.Stroke), it.Width)
			}
			if len(it.Dash) > 0 {
				fmt.Fprintf(&b, " dash %.1f", it.Dash)
			}
		case Text:
			fmt.Fprintf(&b, "text %s #%s %q font %d %.1f %s", it.Class, it.ID, it.Text, it.Font, it.Size, hex(it.Color))
			if len(it.Along) > 0 {
				fmt.Fprintf(&b, " along %s", bounds(it.Along.Bound()))
			} else {
				fmt.Fprintf(&b, " at %s %s", xy(it.At), [...]string{"start", "middle", "end"}[min(int(it.Anchor), 2)])
			}
		case Image:
			fmt.Fprintf(&b, "image %s #%s %s", it.Class, it.ID, bounds(it.Bounds))
		}
		b.WriteByte('\n')
	}
	for _, h := range s.Hits {
		if h.Ring != nil {
			fmt.Fprintf(&b, "hit %s ring %s\n", h.Event, bounds(h.Ring.Bound()))
		} else {
			fmt.Fprintf(&b, "hit %s %s radius %.1f\n", h.Event, xy(h.Center), h.Radius)
		}
	}
	return b.String()
}

func xy(p orb.Point) string { return fmt.Sprintf("%s,%s", tenth(p[0]), tenth(p[1])) }

// tenth never prints a negative zero.
func tenth(v float64) string {
	s := fmt.Sprintf("%.1f", v)
	if s == "-0.0" {
		return "0.0"
	}
	return s
}

func bounds(b orb.Bound) string { return "[" + xy(b.Min) + " " + xy(b.Max) + "]" }

func hex(c color.NRGBA) string {
	if c.A == 255 {
		return fmt.Sprintf("%02x%02x%02x", c.R, c.G, c.B)
	}
	return fmt.Sprintf("%02x%02x%02x@%d", c.R, c.G, c.B, c.A)
}
