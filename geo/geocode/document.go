package geocode

import (
	"math"
	"slices"

	"dateline/geo/gazetteer"
	"dateline/timeline"
)

// name is one name of a document in one meaning: all mentions that are
// written alike, called the same kind of place and put in the same container.
type name struct {
	key      nameKey
	index    int    // in document.names
	text     string // as first written
	mentions []int  // indices into document.mentions
	senses   []sense
	weight   float64  // how much it says about what the document is about
	at       []int    // byte offsets, ascending
	stated   []stated // distances to other names
	beside   []besides
	stray    string // why what the gazetteer has of the name is not meant; "" if it may be
	holder   string // the container that its senses were weighed by, in full; "" for none
}

// nameKey tells names apart.
type nameKey struct {
	text  string // folded
	class timeline.Class
	in    string // folded container
	adj   bool
}

func keyOf(m timeline.Mention) nameKey {
	return nameKey{text: key(m.Name), class: m.Class, in: key(m.In), adj: m.Adj}
}

// best is the likeliest sense, false when there is none.
func (n *name) best() (*sense, bool) {
	if len(n.senses) == 0 {
		return nil, false
	}
	return &n.senses[0], true
}

// gap is the smallest distance in bytes between mentions of two names.
func (n *name) gap(o *name) float64 {
	best := math.MaxInt
	i, j := 0, 0
	for i < len(n.at) && j < len(o.at) {
		d := n.at[i] - o.at[j]
		best = min(best, max(d, -d))
		if d < 0 {
			i++
		} else {
			j++
		}
	}
	return float64(best)
}

// document is what is being placed.
type document struct {
	finder   Finder
	text     string
	mentions []timeline.Mention
	names    []*name // in order of first mention
	byKey    map[nameKey]*name
	byText   map[string][]*name // in order of first mention
	field    *field             // of the senses as they stand; nil until it is asked for
	asked    bool               // a person typed the name: there is no report
}

// newDocument groups the mentions into names and looks each up.
func newDocument(text string, mentions []timeline.Mention, f Finder) *document {
	d := &document{finder: f, text: text, mentions: mentions, byKey: map[nameKey]*name{}, byText: map[string][]*name{}}
	for i, m := range mentions {
		k := keyOf(m)
		n := d.byKey[k]
		if n == nil {
			n = &name{key: k, index: len(d.names), text: trimPossessive(m.Name)}
			d.byKey[k] = n
			d.byText[k.text] = append(d.byText[k.text], n)
			d.names = append(d.names, n)
		}
		n.mentions = append(n.mentions, i)
		n.at = append(n.at, m.Span.Start)
	}
	holders := d.holders()
	for _, n := range d.names {
		slices.Sort(n.at)
		d.look(n)
		if holders[n] {
			hold(n.senses)
		}
		n.weight = d.weigh(n)
	}
	d.findStated()
	d.findBesides()
	return d
}

// holders are the names that stand behind another as its container: "La." in
// "Port Hudson, La.".
func (d *document) holders() map[*name]bool {
	out := map[*name]bool{}
	for i := 1; i < len(d.mentions); i++ {
		a, b := d.mentions[i-1], d.mentions[i]
		if a.In != "" && a.In == b.Name && a.Span.Source == b.Span.Source && b.Span.Start-a.Span.End < 20 {
			out[d.byKey[keyOf(b)]] = true
		}
	}
	return out
}

// holderBonus is what a division or country gains where its name stands behind
// that of a place as its container.
const holderBonus = 3.0

// hold weighs the senses of a name that is a container.
func hold(ss []sense) {
	if len(ss) == 0 {
		return
	}
	for i := range ss {
		if l := ss[i].Place.Level; l == gazetteer.Division || l == gazetteer.Country {
			ss[i].base += holderBonus
			ss[i].score = ss[i].base
		}
	}
	share(ss)
}

// look fills in the senses of a name, with what its container says.
func (d *document) look(n *name) {
	n.senses = senses(n.text, n.key.class, n.key.adj, true, d.finder)
	in := d.mentions[n.mentions[0]].In
	if in == "" {
		return
	}
	n.senses, n.holder = contained(n.senses, in, d.finder)
}

// weigh says how much a name tells about the document: more for names said
// often, in a dateline or with their container, less for demonyms.
func (d *document) weigh(n *name) float64 {
	w := 1 + 0.7*math.Log(float64(len(n.mentions)))
	for _, i := range n.mentions {
		if d.mentions[i].Known == "dateline" {
			w += 1
			break
		}
	}
	if n.key.adj {
		w *= 0.5
	}
	return w
}

// What the container that a text names beside a place is worth.
const (
	insideBonus  = 9.0
	outsideMalus = 3.0
	withinBonus  = 1.0 // over the best place of that name elsewhere
)

// contained weighs the senses by the container named in the text. Where none
// lies in it and it is smaller than a country, the container joins them: the
// place is somewhere in it. It gives the full name of the container too.
func contained(ss []sense, in string, f Finder) ([]sense, string) {
	holders := senses(in, timeline.AnyClass, false, false, f)
	if len(holders) == 0 || sameRank(ss, holders[0]) && !slices.ContainsFunc(ss, func(s sense) bool { return holds(holders[0].Place, s.Place, f) }) {
		return ss, ""
	}
	name := holders[0].Place.Name
	found, likeliest := false, 0.0
	top := 0.0
	for i := range ss {
		s := &ss[i]
		top = max(top, s.base)
		s.fit = outside
		for _, h := range holders {
			if holds(h.Place, s.Place, f) {
				s.fit = inside
				s.base += insideBonus + math.Log(h.share+1e-3)
				found = true
				if h.share > likeliest {
					name, likeliest = h.Place.Name, h.share
				}
				break
			}
		}
		if s.fit == outside {
			s.base -= outsideMalus
		}
	}
	if h := holders[0]; !found && h.Place.Level != gazetteer.Country && (h.Place.Level != gazetteer.Town || len(ss) == 0) {
		ss = append(ss, sense{Match: h.Match, base: top + withinBonus, fit: within})
	}
	for i := range ss {
		ss[i].score = ss[i].base
	}
	share(ss)
	return ss, name
}

// sameRank reports whether a name and what is named after it are both
// countries or both divisions, or larger still: then they are a list ("Alabama,
// Arizona") and no place in another.
func sameRank(ss []sense, holder sense) bool {
	return len(ss) > 0 && ss[0].Place.Level >= max(holder.Place.Level, gazetteer.Division)
}

// holds reports whether place b lies in place a. A place does not hold
// itself; a town holds what lies within 40 km in the same country.
func holds(a, b gazetteer.Place, f Finder) bool {
	if same(a, b) {
		return false
	}
	switch a.Level {
	case gazetteer.Country:
		return b.Level != gazetteer.Country && b.Country == a.Country
	case gazetteer.Division:
		if b.Level == gazetteer.Country || b.Level == gazetteer.Division || b.Country != a.Country {
			return false
		}
		return b.Admin1 == a.Admin1 || a.Area != "" && f.Containing(b.Point) == a.Area
	case gazetteer.District:
		if a.Admin1 == "" { // a region that is no division
			return b.Level <= gazetteer.District && b.Country == a.Country && distanceKM(a.Point, b.Point) < 1.2*sizeKM(a, regionKM)
		}
		return b.Level == gazetteer.Town && b.Country == a.Country && b.Admin1 == a.Admin1 &&
			(b.Admin2 == a.Admin2 && a.Admin2 != "" || distanceKM(a.Point, b.Point) < 30)
	}
	return b.Level == gazetteer.Town && b.Country == a.Country && distanceKM(a.Point, b.Point) < 40
}
