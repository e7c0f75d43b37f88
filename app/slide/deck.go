// Package slide lays out the steps of a briefing: the map with its headline,
// and under it a band with the caption and where it is from. The presentation
// in a window and every export draw what it lays out.
package slide

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/paulmach/orb"

	"dateline/app/brief"
	"dateline/app/work"
	"dateline/geo/proj"
	"dateline/geo/scene"
	"dateline/timeline"
)

// Engine draws; *work.Engine is the one that ships.
type Engine interface {
	Input(c work.Content, opt work.ViewOptions) (scene.Input, error)
	Fit(c work.Content, size orb.Point) (proj.View, error)
}

// Deck is the slides of a briefing. It is a value; the slides are made when
// they are asked for.
type Deck struct {
	engine  Engine
	brief   brief.Brief
	content work.Content
	steps   []brief.Step
	placed  []int // indices in content.Events of what has a place, in order
}

// New makes the deck of a brief: of its steps, or of one for each event.
func New(e Engine, b brief.Brief, c work.Content) *Deck {
	d := &Deck{engine: e, brief: b, content: c, steps: work.Steps(b, c)}
	for i, ev := range c.Events {
		if ev.Status != timeline.Rejected && ev.OnMap() {
			d.placed = append(d.placed, i)
		}
	}
	return d
}

// Len is the number of slides.
func (d *Deck) Len() int { return len(d.steps) }

// Title is the brief's.
func (d *Deck) Title() string { return d.brief.Title }

// Subtitle says what the briefing is about: how many events, when, from whom.
func (d *Deck) Subtitle() string { return d.content.Subtitle() }

// Slide is one slide.
type Slide struct {
	work.Words
	Number, Of int // from 1
	Event      timeline.ID
	Mode       scene.Mode
	Now        time.Time // the clock
	From, To   time.Time // of mode Window
	Hide       []string
	Dwell      time.Duration // 0: as any other
}

// Slide gives slide i, from 0.
func (d *Deck) Slide(i int) Slide {
	s := d.steps[i]
	return Slide{
		Words: work.WordsOf(d.content, s), Number: i + 1, Of: len(d.steps), Event: s.Event,
		Mode: work.ModeOf(s.View.Mode), Now: work.MomentOf(d.content, s), From: s.View.From, To: s.View.To,
		Hide: s.View.Hide, Dwell: s.Dwell,
	}
}

// closest is how many times larger than the map of all events a map of one may
// be, where nobody chose: what is around must be seen.
const closest = 1.7

// View is the part of the world that slide i shows on a map of that size: what
// its step says, else its event with the one before it.
func (d *Deck) View(i int, size orb.Point, unit float64) (proj.View, error) {
	if camera := d.steps[i].View.Camera; !camera.IsZero() {
		return camera.View(size).Clamp(), nil
	}
	all, err := d.fit(d.content, size, unit)
	if err != nil {
		return all, err
	}
	at := d.content.Find(d.steps[i].Event)
	k, ok := slices.BinarySearch(d.placed, at)
	if at < 0 || !ok {
		return all, nil
	}
	keep := map[timeline.ID]bool{d.content.Events[at].ID: true}
	if k > 0 {
		keep[d.content.Events[d.placed[k-1]].ID] = true
	}
	near, err := d.fit(d.content.Only(func(e scene.Event) bool { return keep[e.ID] }), size, unit)
	if err != nil {
		return all, err
	}
	if near.Scale <= all.Scale {
		return all, nil
	}
	near.Scale = math.Min(near.Scale, all.Scale*closest)
	return near.Clamp(), nil
}

// fit is the engine's, for furniture of that unit.
func (d *Deck) fit(c work.Content, size orb.Point, unit float64) (proj.View, error) {
	v, err := d.engine.Fit(c, orb.Point{size[0] / unit, size[1] / unit})
	if err != nil {
		return v, fmt.Errorf("finding the map of a step: %w", err)
	}
	v.Scale *= unit
	return v.Resize(size), nil
}

// Input is what the map of slide i is made of, on a slide laid out so. The view
// may be another than the slide's own; nil is that.
func (d *Deck) Input(i int, l Layout, style string, view *proj.View) (scene.Input, error) {
	if view == nil {
		v, err := d.View(i, l.Map, l.Unit)
		if err != nil {
			return scene.Input{}, err
		}
		view = &v
	}
	s := d.Slide(i)
	in, err := d.engine.Input(d.content, work.ViewOptions{
		Size: l.Map, View: view, Style: style, Mode: s.Mode, Now: s.Now, From: s.From, To: s.To, Selected: s.Event, Unit: l.Unit,
	})
	if err != nil {
		return in, fmt.Errorf("drawing step %d: %w", s.Number, err)
	}
	in.Title, in.Subtitle = s.Headline, s.Where
	if s.When != "" {
		in.Subtitle += " · " + s.When
	}
	in.Subtitle = strings.TrimPrefix(in.Subtitle, " · ")
	for _, part := range s.Hide {
		switch part {
		case "legend":
			in.Furniture.Legend = false
		case "scale":
			in.Furniture.Scale = false
		case "clock":
			in.Furniture.Clock = false
		case "inset":
			in.Furniture.Inset = false
		}
	}
	return in, nil
}

// Scene is slide i as a whole, with the map that in makes.
func (d *Deck) Scene(i int, l Layout, in scene.Input) scene.Scene {
	s := scene.Build(in)
	s.Size = l.Size
	s.Items = append(slices.Clip(s.Items), l.Band(d.Slide(i), in.Style, in.Measure)...)
	return s
}
