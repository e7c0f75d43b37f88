package measure

import "math"

// Mention is a naming of a place.
type Mention struct {
	Span
	Lat *float64 `json:"lat"`
	Lon *float64 `json:"lon"`
	Adj bool     `json:"adj"`
}

func (m Mention) has() bool { return m.Lat != nil && m.Lon != nil }

// reachKM is how far off a place may be to be the right one: a hundred miles,
// as is usual.
const reachKM = 161

// Places compares the places of one document. Demonyms ("Iraqi") are neither
// wanted nor wrong.
func Places(gold, found []Mention) []Measure {
	var sys []Mention
	for _, m := range found {
		if !m.Adj {
			sys = append(sys, m)
		}
	}
	at := match(spansOf(gold), spansOf(sys), false)
	back := make([]int, len(sys))
	for j := range back {
		back[j] = -1
	}
	var recognised, placed Count
	for i, j := range at {
		if !gold[i].Adj {
			recognised.Wanted++
		}
		if j >= 0 {
			back[j] = i
		}
		if j >= 0 && !gold[i].Adj {
			recognised.Right++
		}
		if gold[i].Adj || !gold[i].has() {
			continue
		}
		placed.Wanted++
		if j >= 0 && sys[j].has() && apart(gold[i], sys[j]) <= reachKM {
			placed.Right++
		}
	}
	for j, m := range sys {
		i := back[j]
		if i < 0 || !gold[i].Adj {
			recognised.Given++
		}
		if m.has() && (i < 0 || !gold[i].Adj && gold[i].has()) {
			placed.Given++
		}
	}
	return []Measure{
		{"places: found and placed within 161 km, F1", placed, Count.F1},
		{"  precision", placed, Count.Precision},
		{"  recall", placed, Count.Recall},
		{"places: found, F1", recognised, Count.F1},
		{"  precision", recognised, Count.Precision},
		{"  recall", recognised, Count.Recall},
	}
}

func spansOf(list []Mention) []Span {
	out := make([]Span, len(list))
	for i, m := range list {
		out[i] = m.Span
	}
	return out
}

// apart is how many kilometres two mentions lie apart.
func apart(a, b Mention) float64 {
	rad := func(d float64) float64 { return d * math.Pi / 180 }
	la, lb := rad(*a.Lat), rad(*b.Lat)
	s, t := math.Sin((lb-la)/2), math.Sin(rad(*b.Lon-*a.Lon)/2)
	return 2 * 6371.0088 * math.Asin(math.Sqrt(math.Min(1, s*s+math.Cos(la)*math.Cos(lb)*t*t)))
}
