package scene

import (
	"slices"

	"dateline/timeline"
)

// sideLooks is how sides are told apart, in order: the palette's distinct
// colours, each with a form of its own, so that they can be told apart without
// colour. No two that follow one another share a hue or a shape.
var sideLooks = [...]struct {
	Hue   Hue
	Shape Shape
}{
	{Red, Circle}, {Blue, Square}, {Green, Diamond}, {Purple, Triangle}, {Amber, Circle}, {Teal, Square},
}

// Sides says how each party of the events is drawn; it is the one place where
// that is decided. What a person chose stays. Of the others those that take
// part in the fighting get a look that no other has, who does so most often
// first and ties in the order of the events; when the looks are used up, and
// for those who only speak, travel or once send somebody, it is a grey diamond.
func Sides(events []timeline.Event, chosen []Side) []Side {
	out := slices.Clone(chosen)
	used := map[Hue]bool{}
	known := map[string]bool{}
	for _, s := range chosen {
		used[s.Hue], known[s.Name] = true, true
	}
	type party struct {
		name          string
		armed, events int
	}
	var parties []party
	at := map[string]int{}
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
		side := Side{Name: p.name, Label: p.name, Hue: Grey, Shape: Diamond}
		for p.armed >= sided && next < len(sideLooks) && used[sideLooks[next].Hue] {
			next++
		}
		if p.armed >= sided && next < len(sideLooks) {
			side.Hue, side.Shape = sideLooks[next].Hue, sideLooks[next].Shape
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

// looks are the sides of an input by name: those given, and, where an event
// acts for another, that one as Sides has it.
func looks(in Input, x *index) map[string]Side {
	out := make(map[string]Side, len(in.Sides))
	for _, s := range in.Sides {
		out[s.Name] = s
	}
	for s := range x.sides {
		if _, ok := out[s]; ok {
			continue
		}
		told := make([]timeline.Event, len(in.Events))
		for k := range in.Events {
			told[k] = in.Events[k].Event
		}
		for _, s := range Sides(told, in.Sides) {
			out[s.Name] = s
		}
		break
	}
	return out
}
