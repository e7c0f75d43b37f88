package gazetteer

import (
	"errors"
	"fmt"

	"dateline/data/places"
)

// Gazetteer answers questions about places. It reads the packed files in
// place, holds next to nothing of its own, and is safe for concurrent use.
type Gazetteer struct {
	names, variants, words  fst
	lists, records, strings []byte
	index                   index
}

// Open gives the gazetteer that ships with the program. It is ready at once:
// nothing is parsed.
func Open() (*Gazetteer, error) { return New(places.Shipped()) }

// New gives the gazetteer in packed files, which must not be changed after.
func New(f places.Files) (*Gazetteer, error) {
	g := &Gazetteer{lists: f.Lists, records: f.Records, strings: f.Strings}
	for _, part := range []struct {
		name string
		to   *fst
		data []byte
	}{{"names", &g.names, f.Names}, {"variants", &g.variants, f.Variants}, {"words", &g.words, f.Words}} {
		read, err := openFST(part.data)
		if err != nil {
			return nil, fmt.Errorf("reading gazetteer %s: %w", part.name, err)
		}
		*part.to = read
	}
	var err error
	if g.index, err = openIndex(f.Index); err != nil {
		return nil, fmt.Errorf("reading gazetteer: %w", err)
	}
	if len(g.records)%recordSize != 0 {
		return nil, errors.New("reading gazetteer: the records are cut short")
	}
	return g, nil
}

// Len is the number of places.
func (g *Gazetteer) Len() int { return len(g.records) / recordSize }

// place reads the i-th record in full.
func (g *Gazetteer) place(i int) Place {
	r := readRecord(g.records, i)
	p := Place{
		GeonameID: int64(r.id), Name: readString(g.strings, r.name), Level: Level(r.level),
		Point: r.point(), Population: int64(r.population), Seat: int(r.seat),
		Capital: r.flags&flagCapital != 0, Section: r.flags&flagSection != 0, Former: r.flags&flagFormer != 0, Natural: r.flags&flagNatural != 0,
	}
	if r.flags&flagRegion != 0 {
		p.Seat, p.RadiusKM = 0, float64(r.seat)*regionKM
	}
	if r.country != 0 {
		p.Country = readString(g.strings, g.index.country(r.country).key)
	}
	if r.division != 0 {
		p.Admin1 = lastPart(readString(g.strings, g.index.division(r.division).key), 1)
	}
	if r.district != 0 {
		p.Admin2 = lastPart(readString(g.strings, g.index.district(r.district).key), 2)
	}
	switch p.Level {
	case Country:
		p.Area = AreaKey(p.Country)
	case Division:
		p.Area = AreaKey(p.Country + "." + p.Admin1)
	case Town, District:
	}
	return p
}

// lastPart is what follows the n-th period.
func lastPart(key string, n int) string {
	for i := range len(key) {
		if key[i] == '.' {
			if n--; n == 0 {
				return key[i+1:]
			}
		}
	}
	return ""
}
