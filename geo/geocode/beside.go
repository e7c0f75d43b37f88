package geocode

import (
	"fmt"
	"math"
	"regexp"
	"strings"

	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
	"dateline/timeline"
)

// besides is what a report says of where one place lies by another, without a
// distance: "Orvela, a village near Mosul", "Orvela, to the south-west of Mosul".
type besides struct {
	to         *name
	bearing    float64
	hasBearing bool
	words      string // "near Mosul"
}

// How far apart two places are at most of which one is near the other, or in
// a direction from it.
const (
	besideKM  = 60.0
	towardsKM = 250.0
)

var (
	nearWords  = regexp.MustCompile(`^(?:,[^.!?;0-9]{0,40}?)?\s(near|outside|close to|just outside|(?:on|in) the (?:\w+ )?(?:outskirts|edge|suburbs) of|a (?:\w+ )?(?:suburb|quarter|neighbourhood|neighborhood) of)\s+(?:the\s+)?(?:(?:\w+\s+)?(?:city|town|village|port|capital)(?:\s+of)?,?\s+)?$`)
	aboutWords = regexp.MustCompile(`^(?:,|\s*\()(?:[^.!?;]{0,50}?\s)?(?:just\s+)?(?:(?:to|in)\s+the\s+)?((?:north|south|east|west)(?:[- ]?(?:east|west))?)\s+of\s+(?:the\s+)?(?:(?:city|town|village|port|capital)(?:\s+of)?,?\s+)?$`)
)

// readBesides reads the words between two names.
func readBesides(words string) (besides, bool) {
	flat := strings.ReplaceAll(words, "\n", " ")
	if m := nearWords.FindStringSubmatch(flat); m != nil {
		return besides{words: m[1]}, true
	}
	if m := aboutWords.FindStringSubmatch(flat); m != nil {
		if b, ok := timeline.Compass(strings.ReplaceAll(m[1], " ", "")); ok {
			return besides{bearing: b, hasBearing: true, words: m[1] + " of"}, true
		}
	}
	return besides{}, false
}

// findBesides reads what stands between neighbouring mentions.
func (d *document) findBesides() {
	for i := 0; i+1 < len(d.mentions); i++ {
		from := d.mentions[i]
		for j := i + 1; j <= i+2 && j < len(d.mentions); j++ {
			to := d.mentions[j]
			if from.Span.Source != to.Span.Source || from.Span.End > to.Span.Start || to.Span.Start > len(d.text) || to.Span.Start-from.Span.End > longestStated || from.Adj || to.Adj {
				break
			}
			b, ok := readBesides(d.text[from.Span.End:to.Span.Start])
			if n := d.byKey[keyOf(from)]; ok {
				if b.to = d.byKey[keyOf(to)]; n != b.to && n.text != b.to.text {
					b.words += " " + b.to.text
					n.beside = append(n.beside, b)
				}
				break
			}
		}
	}
}

// agrees reports whether a place lies by another as the report says.
func (b *besides) agrees(from, to gazetteer.Place) bool {
	km := distanceKM(from.Point, to.Point)
	if !b.hasBearing {
		return km < besideKM+sizeKM(to, 0)
	}
	return km < towardsKM+sizeKM(to, 0) && (km < 10 || angleBetween(bearing(to.Point, from.Point), b.bearing) <= 75)
}

// known is a town or district by which another place can be told.
func known(n *name) (gazetteer.Place, bool) {
	s, ok := n.best()
	if !ok || s.fit == within || s.Place.Level > gazetteer.District || s.Place.Natural {
		return gazetteer.Place{}, false
	}
	return s.Place, true
}

// told is where a place lies that no gazetteer has, by the distance or the
// direction from another that the report states.
func (d *document) told(p timeline.Place) (Location, bool) {
	n := d.byKey[keyOf(p.Mention)]
	if n == nil {
		return Location{}, false
	}
	l := Location{Name: p.Name, Role: p.Role}
	in := func(to gazetteer.Place, at orb.Point, km float64, words string) (Location, bool) {
		l.Point, l.RadiusKM = at, math.Max(leastKM, math.Round(km))
		l.Place = gazetteer.Place{Name: n.text, Level: gazetteer.Town, Point: at, Country: to.Country, Admin1: to.Admin1}
		l.Why = fmt.Sprintf("“%s” is in no gazetteer; the report puts it %s", n.text, words)
		return l, true
	}
	for _, o := range d.byText[n.key.text] {
		for i := range o.stated {
			c := &o.stated[i]
			if to, ok := known(c.to); ok && c.hasBearing {
				return in(to, offset(to.Point, c.km, c.bearing), offsetShare*c.km, c.words)
			} else if ok {
				return in(to, to.Point, c.km, c.words)
			}
		}
		for i := range o.beside {
			b := &o.beside[i]
			if to, ok := known(b.to); ok && b.hasBearing {
				return in(to, offset(to.Point, nearKM(to), b.bearing), nearKM(to), b.words)
			} else if ok {
				return in(to, to.Point, nearKM(to), b.words)
			}
		}
	}
	return Location{}, false
}

// What makes a place a mere guess: a small town that nothing in the report is
// near, in a country that it does not speak of.
const (
	strayPeople = 100_000 // fewer
	strayKM     = 1_000.0 // farther than that from all else
	strayShare  = 0.02    // of the report for its country
	strayNames  = 3       // other names, for there to be something to go by
	farOffKM    = 300.0   // a place that is said to lie by another does not lie so far from it
)

// dropStrays takes away what a name can only mean far from everything else in
// the report, or from what the report says it lies by, and notes why.
func (d *document) dropStrays() {
	v := d.count(false)
	strays := map[*name]string{}
	for _, n := range d.names {
		s, ok := n.best()
		if !ok || n.key.adj || s.fit == inside || s.fit == within || s.Place.Level > gazetteer.District || s.Place.Natural ||
			s.Place.Capital || s.Place.Population >= strayPeople {
			continue
		}
		where := d.finder.CountryName(s.Place.Country)
		if b := n.contradicted(s.Place); b != nil {
			strays[n] = fmt.Sprintf("the likeliest “%s” in the gazetteer is in %s, and the report puts it %s", n.text, where, b.words)
			continue
		}
		if len(d.names) <= strayNames || n.key.in != "" {
			continue
		}
		for _, o := range d.byText[n.key.text] {
			d.poll(o, &v, -1, false)
		}
		if v.country[gazetteer.AreaKey(s.Place.Country)] < strayShare*v.total && d.alone(n, s.Place) {
			strays[n] = fmt.Sprintf("the likeliest “%s” in the gazetteer is in %s, far from everything else in the report", n.text, where)
		}
		for _, o := range d.byText[n.key.text] {
			d.poll(o, &v, 1, false)
		}
	}
	for n, why := range strays {
		n.stray, n.senses = why, nil
	}
}

// contradicted gives what the report says of where a place lies and what is
// far from true of it, nil for nothing.
func (n *name) contradicted(p gazetteer.Place) *besides {
	for i := range n.beside {
		b := &n.beside[i]
		if to, ok := known(b.to); ok && b.to.senses[0].share > 0.8 && !b.agrees(p, to) && distanceKM(p.Point, to.Point) > farOffKM {
			return b
		}
	}
	return nil
}

// alone reports whether nothing else that the report names is near a place.
func (d *document) alone(n *name, p gazetteer.Place) bool {
	others := 0
	for _, o := range d.names {
		s, ok := o.best()
		if !ok || o == n || o.key.text == n.key.text {
			continue
		}
		if s.Place.Country == p.Country && p.Country != "" {
			return false
		}
		if s.Place.Level == gazetteer.Country || s.Place.Natural {
			continue
		}
		others++
		if distanceKM(s.Place.Point, p.Point) < strayKM {
			return false
		}
	}
	return others >= strayNames-1
}
