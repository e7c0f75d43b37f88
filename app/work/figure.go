package work

import (
	"strconv"
	"strings"
	"unicode"

	"dateline/timeline"
)

// ReadFigure reads a number with what it counts, as people type it: "540,000
// people", "more than 130 guards", "20 to 30 dead", "about 1.5 million".
func ReadFigure(s string) (timeline.Figure, bool) {
	s = strings.TrimSpace(s)
	f := timeline.Figure{Stated: s}
	words := strings.Fields(strings.ReplaceAll(s, "–", " to "))
	var numbers []float64
	last := -1
	for i, w := range words {
		v, err := strconv.ParseFloat(strings.ReplaceAll(w, ",", ""), 64)
		switch {
		case err == nil && v >= 0:
			numbers = append(numbers, v)
			last = i
		case i == last+1 && len(numbers) > 0 && scales[strings.ToLower(w)] > 0:
			numbers[len(numbers)-1] *= scales[strings.ToLower(w)]
			last = i
		case i == last+1 && (w == "to" || w == "and" || w == "or"):
		}
	}
	if len(numbers) == 0 || len(numbers) > 2 {
		return timeline.Figure{}, false
	}
	f.Min = numbers[0]
	start := strings.ToLower(s)
	switch {
	case len(numbers) == 2:
		f.Max = numbers[1]
	case strings.HasPrefix(start, "more than"), strings.HasPrefix(start, "at least"), strings.HasPrefix(start, "over"):
	case strings.HasPrefix(start, "up to"), strings.HasPrefix(start, "at most"), strings.HasPrefix(start, "fewer than"), strings.HasPrefix(start, "less than"):
		f.Min, f.Max = 0, numbers[0]
	default:
		f.Max = numbers[0]
	}
	if f.Max != 0 && f.Max < f.Min {
		return timeline.Figure{}, false
	}
	f.Of = strings.TrimFunc(strings.Join(words[last+1:], " "), func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSpace(r) })
	return f, true
}

var scales = map[string]float64{"thousand": 1e3, "million": 1e6, "billion": 1e9, "dozen": 12, "hundred": 100}
