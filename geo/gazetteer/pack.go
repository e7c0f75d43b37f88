package gazetteer

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"sort"

	"github.com/blevesearch/vellum"

	"dateline/data/places"
)

// Entry is a place with its names, as it goes into a packed gazetteer.
type Entry struct {
	Place Place
	Names []Name // beside Place.Name, which is always one of them
	// Loose says that names are transliterated and are also kept by their
	// skeleton.
	Loose bool
}

// Name is one name of an entry.
type Name struct {
	Text                  string
	Official, Adj, Abbrev bool
}

// Words are words that matter beside the names of places. They are folded.
type Words struct {
	Common, Person, Demonym []string
}

// Pack writes a gazetteer. The order of entries does not matter: the same
// entries and words always give the same bytes.
func Pack(entries []Entry, words Words) (places.Files, error) {
	entries = slices.Clone(entries)
	slices.SortStableFunc(entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(Fold(a.Place.Name), Fold(b.Place.Name)), best(a.Place, b.Place),
			cmp.Compare(a.Place.Country, b.Place.Country), cmp.Compare(a.Place.Admin1, b.Place.Admin1),
			cmp.Compare(a.Place.Admin2, b.Place.Admin2))
	})
	p := packer{strings: map[string]uint32{}}
	p.number(entries)
	for i, e := range entries {
		if err := p.record(i, e); err != nil {
			return places.Files{}, fmt.Errorf("packing %s: %w", e.Place.Name, err)
		}
	}
	var f places.Files
	var err error
	if f.Names, err = p.transducer(entries, strictKeys(entries)); err != nil {
		return f, fmt.Errorf("packing names: %w", err)
	}
	if f.Variants, err = p.transducer(entries, looseKeys(entries)); err != nil {
		return f, fmt.Errorf("packing variants: %w", err)
	}
	if f.Words, err = packWords(words); err != nil {
		return f, fmt.Errorf("packing words: %w", err)
	}
	f.Index = p.index(entries)
	f.Lists, f.Records, f.Strings = p.lists, p.records, p.pool
	return f, nil
}

// packer holds what has been written.
type packer struct {
	strings                         map[string]uint32
	pool, records, lists            []byte
	countries, divisions, districts keys
}

// str is the offset of s in the pool.
func (p *packer) str(s string) uint32 {
	at, ok := p.strings[s]
	if !ok {
		at = uint32(len(p.pool))
		p.pool = append(append(p.pool, byte(len(s))), s...)
		p.strings[s] = at
	}
	return at
}

// record writes the i-th entry.
func (p *packer) record(i int, e Entry) error {
	c, d, s := areaKeys(e.Place)
	r := record{
		id: uint32(e.Place.GeonameID), name: p.str(e.Place.Name),
		lon: fixed(e.Place.Point[0]), lat: fixed(e.Place.Point[1]),
		population: uint32(e.Place.Population),
		country:    uint8(p.countries.number[c]),
		division:   uint16(p.divisions.number[d]), district: uint16(p.districts.number[s]),
		level: uint8(e.Place.Level), seat: uint8(e.Place.Seat),
	}
	for flag, on := range map[uint8]bool{flagCapital: e.Place.Capital, flagSection: e.Place.Section, flagFormer: e.Place.Former, flagLoose: e.Loose, flagNatural: e.Place.Natural} {
		if on {
			r.flags |= flag
		}
	}
	if km := e.Place.RadiusKM; km > 0 {
		r.flags |= flagRegion
		r.seat = uint8(min(max(math.Round(km/regionKM), 1), math.MaxUint8))
	}
	switch {
	case len(e.Place.Name) > 255:
		return fmt.Errorf("a name of %d bytes, 255 at most", len(e.Place.Name))
	case int64(r.id) != e.Place.GeonameID, int64(r.population) != e.Place.Population:
		return fmt.Errorf("id %d or population %d is out of range", e.Place.GeonameID, e.Place.Population)
	case int(r.country) != p.countries.number[c], int(r.division) != p.divisions.number[d], int(r.district) != p.districts.number[s]:
		return fmt.Errorf("too many countries, divisions or districts")
	}
	p.records = r.append(p.records)
	return nil
}

// posting is one way from a key to a place.
type posting struct {
	record int
	flags  uint64
}

// strictKeys are the folded names of all entries.
func strictKeys(entries []Entry) map[string][]posting {
	out := make(map[string][]posting, len(entries))
	for i, e := range entries {
		for _, n := range names(e) {
			addPosting(out, Fold(n.Text), posting{i, flags(n)})
		}
	}
	return out
}

// looseKeys are the skeletons that differ from the folded name.
func looseKeys(entries []Entry) map[string][]posting {
	out := map[string][]posting{}
	for i, e := range entries {
		if !e.Loose {
			continue
		}
		for _, n := range names(e) {
			folded := Fold(n.Text)
			key := Skeleton(folded)
			if n.Abbrev || n.Adj || key == folded || len(key) < 3 {
				continue
			}
			addPosting(out, key, posting{i, flags(n)})
		}
	}
	return out
}

// names are all names of an entry.
func names(e Entry) []Name {
	return append([]Name{{Text: e.Place.Name, Official: true}}, e.Names...)
}

func flags(n Name) (f uint64) {
	if n.Official {
		f |= postOfficial
	}
	if n.Adj {
		f |= postAdj
	}
	if n.Abbrev {
		f |= postAbbrev
	}
	return f
}

// addPosting adds a posting, once for each place: a plain name outranks an
// abbreviation and an adjective.
func addPosting(m map[string][]posting, key string, p posting) {
	if key == "" {
		return
	}
	for i, q := range m[key] {
		if q.record == p.record {
			plain := (q.flags & p.flags) &^ postOfficial
			m[key][i].flags = plain | (q.flags|p.flags)&postOfficial
			return
		}
	}
	m[key] = append(m[key], p)
}

// transducer writes keys and the lists that they lead to.
func (p *packer) transducer(entries []Entry, keys map[string][]posting) ([]byte, error) {
	sorted := make([]string, 0, len(keys))
	for k := range keys {
		sorted = append(sorted, k)
	}
	sort.Strings(sorted)
	var buf bytes.Buffer
	b, err := vellum.New(&buf, nil)
	if err != nil {
		return nil, err
	}
	for _, k := range sorted {
		ps := keys[k]
		slices.SortFunc(ps, func(a, b posting) int {
			return cmp.Or(
				cmp.Compare(a.flags&postAdj, b.flags&postAdj),
				best(entries[a.record].Place, entries[b.record].Place),
				cmp.Compare(b.flags&postOfficial, a.flags&postOfficial),
				cmp.Compare(a.record, b.record))
		})
		if err := b.Insert([]byte(k), p.value(ps)); err != nil {
			return nil, err
		}
	}
	if err := b.Close(); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

// value is what a key leads to; several postings go into lists.
func (p *packer) value(ps []posting) uint64 {
	word := func(q posting) uint64 { return uint64(q.record)<<postBits | q.flags }
	if len(ps) == 1 {
		return word(ps[0]) << 1
	}
	at := uint64(len(p.lists))
	p.lists = binary.AppendUvarint(p.lists, uint64(len(ps)))
	for _, q := range ps {
		p.lists = binary.AppendUvarint(p.lists, word(q))
	}
	return at<<1 | 1
}

// best orders places that bear one name: countries, then divisions, then by
// population; natural features, parts of towns and former places last.
func best(a, b Place) int {
	high := func(p Place) int {
		switch {
		case p.Natural:
			return 0
		case p.Level == Country:
			return 3
		case p.Level == Division:
			return 2
		case p.Section || p.Former:
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(high(b), high(a)), cmp.Compare(b.Population, a.Population),
		cmp.Compare(a.Level, b.Level), cmp.Compare(a.GeonameID, b.GeonameID))
}

// packWords writes the words with their flags.
func packWords(w Words) ([]byte, error) {
	all := map[string]uint64{}
	for flag, list := range map[uint64][]string{wordCommon: w.Common, wordPerson: w.Person, wordDemonym: w.Demonym} {
		for _, s := range list {
			if s = Fold(s); s != "" {
				all[s] |= flag
			}
		}
	}
	sorted := make([]string, 0, len(all))
	for s := range all {
		sorted = append(sorted, s)
	}
	sort.Strings(sorted)
	var buf bytes.Buffer
	b, err := vellum.New(&buf, nil)
	if err != nil {
		return nil, err
	}
	for _, s := range sorted {
		if err := b.Insert([]byte(s), all[s]); err != nil {
			return nil, err
		}
	}
	if err := b.Close(); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}
