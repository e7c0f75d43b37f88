package scene

// sideLooks is how sides are told apart, in order: no two that follow one
// another share a hue or a shape, and the first two are red and blue.
var sideLooks = [...]struct {
	Hue   Hue
	Shape Shape
}{
	{Red, Circle}, {Blue, Square}, {Green, Diamond}, {Purple, Triangle}, {Amber, Square}, {Teal, Circle},
}

// Sides gives every party that acts in the events a look, those that act most
// first; ties keep the order of the events. When there are more parties than
// looks, the rest are grey diamonds.
func Sides(events []Event) []Side {
	var names []string
	count := map[string]int{}
	for _, e := range events {
		if e.Side == "" {
			continue
		}
		if count[e.Side] == 0 {
			names = append(names, e.Side)
		}
		count[e.Side]++
	}
	// An insertion sort keeps the order of equals.
	for i := 1; i < len(names); i++ {
		for j := i; j > 0 && count[names[j]] > count[names[j-1]]; j-- {
			names[j], names[j-1] = names[j-1], names[j]
		}
	}
	out := make([]Side, len(names))
	for i, n := range names {
		out[i] = Side{Name: n, Label: n, Hue: Grey, Shape: Diamond}
		if i < len(sideLooks) {
			out[i].Hue, out[i].Shape = sideLooks[i].Hue, sideLooks[i].Shape
		}
	}
	return out
}
