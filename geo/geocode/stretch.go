package geocode

import (
	"fmt"
	"math"
	"regexp"

	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
	"dateline/timeline"
)

// Words before and between two names that make them the ends of a stretch:
// "between A and B", "the road from A to B", "the A-B highway".
var (
	betweenBefore = regexp.MustCompile(`(?i)\bbetween\s+(?:the\s+)?(?:(?:towns?|cities|city|villages?|ports?|cities)\s+of\s+)?$`)
	betweenMiddle = regexp.MustCompile(`(?i)^\s+(?:city\s+)?and\s+(?:the\s+)?(?:(?:town|city|village|port)\s+of\s+)?$`)
	roadBefore    = regexp.MustCompile(`(?i)\b(?:road|highway|route|railway|rail line|line|corridor|motorway|track|pipeline|expressway)s?\s+(?:(?:that|which)\s+)?(?:(?:runs?|running|leads?|leading)\s+)?(?:from|linking|links|connecting|connects)\s+(?:the\s+)?$`)
	roadMiddle    = regexp.MustCompile(`(?i)^\s+(?:to|and|with)\s+(?:the\s+)?$`)
	dashMiddle    = regexp.MustCompile(`^\s*[-–—/]\s*$|^-to-$`)
	roadAfter     = regexp.MustCompile(`(?i)^\s+(?:\w+\s+)?(?:road|highway|route|railway|line|corridor|motorway|axis|expressway)\b`)
)

// widestStretchKM is the longest stretch that is drawn as an area: what lies
// between places farther apart says too little.
const widestStretchKM = 600

// stretchTo finds the place of the list that is the other end of a stretch
// that begins at the i-th: its index, -1 for none.
func (d *document) stretchTo(ps []timeline.Place, i int) int {
	a := ps[i].Span
	for j := range ps {
		b := ps[j].Span
		if j == i || a.Source != b.Source || b.Start < a.End || b.Start-a.End > 40 || b.End > len(d.text) || a.Start > len(d.text) {
			continue
		}
		before, middle, after := d.text[max(0, a.Start-60):a.Start], d.text[a.End:b.Start], d.text[b.End:min(len(d.text), b.End+30)]
		if betweenBefore.MatchString(before) && betweenMiddle.MatchString(middle) ||
			roadBefore.MatchString(before) && roadMiddle.MatchString(middle) ||
			dashMiddle.MatchString(middle) && roadAfter.MatchString(after) {
			return j
		}
	}
	return -1
}

// stretch is the area between two places: a circle over both. It reports false
// where one is a country, or they are too far apart to say where.
func stretch(a, b Location) (Location, bool) {
	if a.Country || b.Country {
		return Location{}, false
	}
	km := distanceKM(a.Point, b.Point)
	if km > widestStretchKM || km < 1 {
		return Location{}, false
	}
	l := a
	l.Name = a.Name + " – " + b.Name
	l.Point = offset(a.Point, km/2, bearing(a.Point, b.Point))
	l.RadiusKM = math.Max(leastKM, math.Round(km/2))
	l.Area = ""
	l.Why = fmt.Sprintf("between %s and %s, %.0f km apart: %s; %s", a.Name, b.Name, km, a.Why, b.Why)
	return l, true
}

// borderWords stand before the country that something lies on the border of.
var borderWords = regexp.MustCompile(`(?i)\b(?:border|frontier|boundary)\s+(?:with|between|of)\s+(?:the\s+)?$|\bborder(?:ing|s)\s+(?:with\s+)?(?:the\s+)?$`)

// onBorder reports whether the text puts something on the border of the place.
func (d *document) onBorder(p timeline.Place) bool {
	at := p.Span.Start
	if at > len(d.text) {
		return false
	}
	return borderWords.MatchString(d.text[max(0, at-60):at])
}

// sizeKM is how far a place that is no point reaches from its point.
func sizeKM(p gazetteer.Place, unknown float64) float64 {
	if p.RadiusKM > 0 {
		return p.RadiusKM
	}
	return unknown
}

// beyond is where "north of" an area is: outside of it, as wide as it is.
func beyond(at orb.Point, km, bearing float64) (orb.Point, float64) {
	return offset(at, 1.5*km, bearing), math.Max(leastKM, km/2)
}
