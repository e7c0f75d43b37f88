package scene

import "slices"

// sideLooks is how sides are told apart, in order: no two that follow one
// another share a hue or a shape, and the first two are red and blue.
var sideLooks = [...]struct {
	Hue   Hue
	Shape Shape
}{
	{Red, Circle}, {Blue, Square}, {Green, Diamond}, {Purple, Triangle}, {Amber, Square}, {Teal, Circle},
}

// Sides gives every party that acts in the events a look: those given keep
// theirs, the others get ones that no other has, those that act most first;
// ties keep the order of the events. When there are more parties than looks,
// the rest are grey diamonds.
func Sides(events []Event, given []Side) []Side {
	out := append([]Side(nil), given...)
	known, hues := map[string]bool{}, map[Hue]bool{}
	for _, s := range given {
		known[s.Name], hues[s.Hue] = true, true
	}
	var names []string
	count := map[string]int{}
	for _, e := range events {
		if e.Side == "" || known[e.Side] {
			continue
		}
		if count[e.Side] == 0 {
			names = append(names, e.Side)
		}
		count[e.Side]++
	}
	slices.SortStableFunc(names, func(a, b string) int { return count[b] - count[a] })
	look := 0
	for _, n := range names {
		s := Side{Name: n, Label: n, Hue: Grey, Shape: Diamond}
		for look < len(sideLooks) && hues[sideLooks[look].Hue] {
			look++
		}
		if look < len(sideLooks) {
			s.Hue, s.Shape = sideLooks[look].Hue, sideLooks[look].Shape
			look++
		}
		out = append(out, s)
	}
	return out
}
