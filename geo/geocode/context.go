package geocode

import (
	"context"
	"math"
	"slices"

	"dateline/geo/gazetteer"
	"dateline/timeline"
)

// The weights of what the rest of a document says about a name.
const (
	rounds        = 3
	countryWeight = 1.0  // for each e-fold of the country's share of the document
	areaWeight    = 1.1  // the same for the first-level division
	nearWeight    = 2.2  // for each e-fold of places close by that are named close by
	floorShare    = 0.04 // the share of a country that is not named at all
	siblingWeight = 4.0  // the name has this sense where the text is explicit
	strangerShare = 0.15 // of the document for a country where names may be misspelled
	fadeKM        = 80.0 // at which a place close by counts for an e-fold less
	farKM         = 550  // and beyond which it counts for nothing
	checkWeight   = 2.5  // a stated distance agrees; taken away where it does not
)

// votes are what the names of a document say it is about.
type votes struct {
	country, area map[gazetteer.AreaKey]float64
	total         float64
}

// resolve weighs all senses against each other: countries, divisions and
// what else is clear first, then everything, in a few rounds in which what
// is clear helps what is not.
func (d *document) resolve(ctx context.Context) error {
	d.dropStrangers()
	for round := range rounds {
		if err := ctx.Err(); err != nil {
			return err
		}
		v := d.count(round == 0)
		d.field = newField(d.names)
		scores := make([][]float64, len(d.names))
		for i, n := range d.names {
			d.poll(n, &v, -1, round == 0)
			scores[i] = make([]float64, len(n.senses))
			for j := range n.senses {
				s := &n.senses[j]
				scores[i][j] = s.base + v.say(s.Place) + nearWeight*math.Log1p(d.near(n, s)) +
					siblingWeight*d.siblings(n, s) + d.checks(n, s)
			}
			d.poll(n, &v, 1, round == 0)
		}
		for i, n := range d.names {
			for j := range n.senses {
				n.senses[j].score = scores[i][j]
			}
			if len(n.senses) > 0 {
				share(n.senses)
			}
		}
		d.field = nil // the senses are in another order now
	}
	d.dropStrays()
	return nil
}

// strange reports whether a place is spelled otherwise than in the text.
func strange(s sense) bool { return s.Edits > 0 || s.Variant }

// dropStrangers drops places whose name is only spelled almost as in the text
// where the report names nothing else in their country. In a text with no
// other name they stay: there is nothing to go by.
func (d *document) dropStrangers() {
	if len(d.names) < 2 {
		return
	}
	v := d.count(true)
	for _, n := range d.names {
		if len(n.senses) == 0 || !strange(n.senses[0]) {
			continue
		}
		d.poll(n, &v, -1, true)
		n.senses = slices.DeleteFunc(n.senses, func(s sense) bool {
			return strange(s) && v.country[gazetteer.AreaKey(s.Place.Country)] < strangerShare*v.total
		})
		if len(n.senses) > 0 {
			share(n.senses)
		}
		d.poll(n, &v, 1, true)
	}
}

// country is the country that nearly all senses of a name lie in, "" if there
// is none.
func (n *name) country() string {
	c, share := n.senses[0].Place.Country, 0.0
	for i := range n.senses {
		if n.senses[i].Place.Country == c {
			share += n.senses[i].share
		}
	}
	if share < 0.9 {
		return ""
	}
	return c
}

// districtOf is the key of the second-level division that a place is or lies
// in, "" if none is known.
func districtOf(p gazetteer.Place) string {
	if p.Admin2 == "" {
		return ""
	}
	return p.Country + "." + p.Admin1 + "." + p.Admin2
}

// count adds up what all names say.
func (d *document) count(first bool) votes {
	v := votes{country: map[gazetteer.AreaKey]float64{}, area: map[gazetteer.AreaKey]float64{}}
	for _, n := range d.names {
		d.poll(n, &v, 1, first)
	}
	return v
}

// poll adds a name's votes, or takes them away with sign -1. In the first
// round only names vote that have one likely sense.
func (d *document) poll(n *name, v *votes, sign float64, first bool) {
	if len(n.senses) == 0 {
		return
	}
	if first && n.senses[0].share < 0.9 {
		// Which town it is may be open, but all of that name may lie in one
		// country, as the counties called Anderson do.
		if c := n.country(); c != "" {
			v.total += sign * n.weight
			v.country[gazetteer.AreaKey(c)] += sign * n.weight
		}
		return
	}
	v.total += sign * n.weight
	for i := range n.senses {
		s := &n.senses[i]
		w := sign * n.weight * s.share
		if s.Place.Country == "" {
			continue // an ocean or a continent
		}
		v.country[gazetteer.AreaKey(s.Place.Country)] += w
		if s.Place.Level != gazetteer.Country {
			v.area[areaOf(s.Place)] += w
		}
	}
}

// say is what the votes of the others say for a place.
func (v *votes) say(p gazetteer.Place) float64 {
	if p.Country == "" {
		return 0
	}
	total := math.Max(v.total, 0) + 1
	e := func(w, votes float64) float64 {
		return w * math.Log1p(math.Max(votes, 0)/total/floorShare)
	}
	sum := e(countryWeight, v.country[gazetteer.AreaKey(p.Country)])
	if p.Level != gazetteer.Country {
		sum += e(areaWeight, v.area[areaOf(p)])
	}
	return sum
}

// areaOf is the first-level division that a place lies in or is.
func areaOf(p gazetteer.Place) gazetteer.AreaKey {
	return gazetteer.AreaKey(p.Country + "." + p.Admin1)
}

// near adds up the other names that mean a place close to this one, each
// counting for more where it is named close by. Areas are too wide to count.
func (d *document) near(n *name, s *sense) float64 {
	if s.Place.Level == gazetteer.Country || s.Place.Level == gazetteer.Division {
		return 0
	}
	if d.field == nil {
		d.field = newField(d.names)
	}
	var sum float64
	from := unit(s.Place.Point)
	d.field.near(s.Place.Point, func(t *neighbour) {
		if t.of == n || t.of.key.adj || t.within {
			return
		}
		if km := chordKM(from, t.unit); km < farKM && t.of.key.text != n.key.text {
			if t.district != "" && t.district == districtOf(s.Place) {
				km = 0 // the town of the county
			}
			sum += t.share * math.Exp(-km/fadeKM) * (0.15 + math.Exp(-d.field.gap(n, t.of)/300))
		}
	})
	return sum
}

// siblings is how far other writings of the same name, with a container or
// called a town, mean this place: a document uses a name in one sense.
func (d *document) siblings(n *name, s *sense) float64 {
	if n.key.in != "" || n.key.adj || n.key.class != timeline.AnyClass {
		return 0
	}
	var best float64
	for _, o := range d.byText[n.key.text] {
		if o == n || o.key.adj || o.key.in == "" && o.key.class != timeline.Town {
			continue
		}
		for i := range o.senses {
			if same(o.senses[i].Place, s.Place) {
				best = math.Max(best, o.senses[i].share)
			}
		}
	}
	return best
}

// checks weighs the distances that the text states for a name, and notes the
// first that the sense contradicts.
func (d *document) checks(n *name, s *sense) float64 {
	var sum float64
	s.off = nil
	for i := range n.stated {
		c := &n.stated[i]
		to, ok := c.to.best()
		if !ok || to.Place.Level == gazetteer.Country {
			continue
		}
		if c.agrees(s.Place, to.Place) {
			sum += checkWeight
			continue
		}
		sum -= checkWeight
		if s.off == nil {
			s.off = c
		}
	}
	for i := range n.beside {
		b := &n.beside[i]
		to, ok := known(b.to)
		switch {
		case !ok:
		case b.agrees(s.Place, to):
			sum += checkWeight
		default:
			sum -= checkWeight
		}
	}
	return sum
}
