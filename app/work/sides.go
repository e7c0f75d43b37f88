package work

import (
	"slices"

	"dateline/geo/scene"
	"dateline/timeline"
)

// marks are given to parties in this order: the palette's distinct colours,
// each with a form of its own so that they can be told apart without colour.
var marks = [...]struct {
	hue   scene.Hue
	shape scene.Shape
}{
	{scene.Red, scene.Circle},
	{scene.Blue, scene.Square},
	{scene.Green, scene.Diamond},
	{scene.Purple, scene.Triangle},
	{scene.Amber, scene.Circle},
	{scene.Teal, scene.Square},
}

// Sides says how each party of the events is drawn. What a person chose stays;
// of the others those that take part in the fighting get a mark of their own,
// who does so most often first; when the marks are used up, and for those who
// only speak, travel or once send somebody, it is grey.
func Sides(chosen []scene.Side, events []timeline.Event) []scene.Side {
	out := slices.Clone(chosen)
	used := make(map[scene.Hue]bool)
	known := make(map[string]bool)
	for _, s := range chosen {
		used[s.Hue], known[s.Name] = true, true
	}
	type party struct {
		name          string
		armed, events int
	}
	var parties []party
	at := make(map[string]int)
	for _, e := range events {
		if e.Side == "" || known[e.Side] {
			continue
		}
		i, ok := at[e.Side]
		if !ok {
			i = len(parties)
			at[e.Side] = i
			parties = append(parties, party{name: e.Side})
		}
		parties[i].events++
		parties[i].armed += armed(e.Kind)
	}
	slices.SortStableFunc(parties, func(a, b party) int {
		if a.armed != b.armed {
			return b.armed - a.armed
		}
		return b.events - a.events
	})
	next := 0
	for _, p := range parties {
		side := scene.Side{Name: p.name, Label: p.name, Hue: scene.Grey, Shape: scene.Diamond}
		for p.armed >= sided && next < len(marks) && used[marks[next].hue] {
			next++
		}
		if p.armed >= sided && next < len(marks) {
			side.Hue, side.Shape = marks[next].hue, marks[next].shape
			next++
		}
		out = append(out, side)
	}
	return out
}

// sided is how much armed action makes a party of a conflict.
const sided = 2

// armed is how far acting so makes a party of a conflict: who fights is one,
// who sends or gathers people is when that is told more than once.
func armed(k timeline.Kind) int {
	switch k {
	case timeline.Battle, timeline.Attack, timeline.Bombardment, timeline.ChangeOfControl,
		timeline.Advance, timeline.Withdrawal:
		return 2
	case timeline.Reinforcement, timeline.Deployment, timeline.Mobilisation:
		return 1
	}
	return 0
}
