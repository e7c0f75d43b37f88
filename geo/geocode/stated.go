package geocode

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"dateline/geo/gazetteer"
	"dateline/timeline"
)

// stated is a distance that the text states from one named place to another:
// "Muqdadiya, 80 km from Baghdad". It checks the place and is not one itself.
type stated struct {
	to         *name
	km         float64
	bearing    float64
	hasBearing bool
	words      string // "80 km from Baghdad"
}

// between reads what stands between the two names: a short apposition that
// ends in a distance, at will a second measure in brackets, at will a
// direction, and from or of. It never crosses the end of a sentence.
var between = regexp.MustCompile(`^(?:\s+(?:city|town|village|district))?(?:,|\s*\(|\s*[-–—]|,?\s+(?:which|that)\s+(?:is|lies|are)|\s+(?:is|lies|lying|located|situated))[^.!?;]{0,40}?` +
	`\b(\d{1,3}(?:[,.]\d+)?)\s*-?(km|kms|kilomet(?:er|re)s?|miles?|mi)\b\s*(?:\([^)]{0,30}\))?\s*` +
	`(?:(?:to the\s+)?(?:(due|just)\s+)?((?:north|south|east|west)(?:[- ]?(?:east|west))?))?\s*(?:away\s+)?(?:from|of|outside)\s+(?:the\s+)?(?:(?:city|town|capital|centre|center|village)(?:\s+of)?,?\s+)?$`)

// longestStated is how many bytes may stand between two names of which one is
// told by its distance from the other.
const longestStated = 120

// findStated reads the distances stated between neighbouring mentions.
func (d *document) findStated() {
	for i := range d.mentions {
		from := d.mentions[i]
		for j := i + 1; j < len(d.mentions) && j <= i+2; j++ {
			to := d.mentions[j]
			if from.Span.Source != to.Span.Source || from.Span.End > to.Span.Start || to.Span.Start > len(d.text) {
				break
			}
			if to.Span.Start-from.Span.End > longestStated || from.Adj || to.Adj {
				break
			}
			s, ok := readStated(d.text[from.Span.End:to.Span.Start])
			if !ok {
				continue
			}
			s.to = d.byKey[keyOf(to)]
			s.words = s.words + " " + s.to.text
			n := d.byKey[keyOf(from)]
			if n != s.to {
				n.stated = append(n.stated, s)
			}
			break
		}
	}
}

// readStated reads the words between two names.
func readStated(words string) (stated, bool) {
	if !strings.ContainsAny(words, "0123456789") {
		return stated{}, false
	}
	m := between.FindStringSubmatch(strings.Join(strings.Fields(words), " ") + " ")
	if m == nil {
		m = between.FindStringSubmatch(strings.ReplaceAll(words, "\n", " "))
	}
	if m == nil {
		return stated{}, false
	}
	km, err := strconv.ParseFloat(strings.ReplaceAll(m[1], ",", ""), 64)
	if err != nil || km <= 0 {
		return stated{}, false
	}
	s := stated{km: km, words: m[1] + " " + m[2]}
	if strings.HasPrefix(m[2], "mi") {
		s.km *= 1.609344
	}
	if b, ok := timeline.Compass(m[4]); ok {
		s.bearing, s.hasBearing = b, true
		s.words += " " + m[4] + " of"
	} else {
		s.words += " from"
	}
	return s, true
}

// agrees reports whether two places are about as far apart as stated, by road
// or in a straight line, and in about the direction.
func (s stated) agrees(from, to gazetteer.Place) bool {
	d := distanceKM(from.Point, to.Point)
	if math.Abs(d-s.km) > math.Max(15, 0.35*s.km) {
		return false
	}
	return !s.hasBearing || d < 10 || angleBetween(bearing(to.Point, from.Point), s.bearing) <= 60
}
