package gazetteer

import (
	"cmp"
	"encoding/binary"
	"slices"
	"sort"
)

// keys numbers areas from 1 in the order of their keys.
type keys struct {
	sorted []string
	number map[string]int
	record map[string]int
}

func (k *keys) add(key string) {
	if k.number == nil {
		k.number, k.record = map[string]int{}, map[string]int{}
	}
	if key != "" {
		k.number[key] = 0
	}
}

func (k *keys) sort() {
	for key := range k.number {
		k.sorted = append(k.sorted, key)
	}
	sort.Strings(k.sorted)
	for i, key := range k.sorted {
		k.number[key] = i + 1
	}
}

// areaKeys are the keys of the country, division and district a place is in
// or is, "" for none.
func areaKeys(p Place) (country, division, district string) {
	country = p.Country
	if p.Admin1 != "" && p.Level != Country {
		division = country + "." + p.Admin1
	}
	if p.Admin2 != "" && division != "" && p.Level < Division {
		district = division + "." + p.Admin2
	}
	return country, division, district
}

// number gives every country, division and district its ordinal.
func (p *packer) number(entries []Entry) {
	all := []*keys{&p.countries, &p.divisions, &p.districts}
	for _, e := range entries {
		c, d, s := areaKeys(e.Place)
		for i, key := range []string{c, d, s} {
			all[i].add(key)
		}
	}
	for _, k := range all {
		k.sort()
	}
	for i, e := range entries {
		c, d, s := areaKeys(e.Place)
		switch e.Place.Level {
		case Country:
			if c != "" {
				p.countries.record[c] = i
			}
		case Division:
			p.divisions.record[d] = i
		case District:
			if s != "" {
				p.districts.record[s] = i
			}
		case Town:
		}
	}
}

// index writes areas, grid and ids.
func (p *packer) index(entries []Entry) []byte {
	le := binary.LittleEndian
	var areas []byte
	for _, k := range []*keys{&p.countries, &p.divisions, &p.districts} {
		for _, key := range k.sorted {
			rec := uint32(noRecord)
			if i, ok := k.record[key]; ok {
				rec = uint32(i)
			}
			areas = le.AppendUint32(le.AppendUint32(areas, p.str(key)), rec)
		}
	}
	cells := make([][]int, gridW*gridH)
	var ids []int
	towns := 0
	for i, e := range entries {
		if e.Place.GeonameID != 0 {
			ids = append(ids, i)
		}
		if e.Place.Level == Town && !e.Place.Section && !e.Place.Former {
			x, y := cellOf(e.Place.Point[0], e.Place.Point[1])
			cells[y*gridW+x] = append(cells[y*gridW+x], i)
			towns++
		}
	}
	slices.SortStableFunc(ids, func(a, b int) int {
		return cmp.Compare(entries[a].Place.GeonameID, entries[b].Place.GeonameID)
	})
	var out []byte
	for _, n := range []int{len(p.countries.sorted), len(p.divisions.sorted), len(p.districts.sorted), towns, len(ids)} {
		out = le.AppendUint32(out, uint32(n))
	}
	out = append(out, areas...)
	at := 0
	for _, c := range cells {
		out = le.AppendUint32(out, uint32(at))
		at += len(c)
	}
	out = le.AppendUint32(out, uint32(at))
	for _, c := range cells {
		slices.SortStableFunc(c, func(a, b int) int {
			return cmp.Compare(entries[b].Place.Population, entries[a].Place.Population)
		})
		for _, i := range c {
			out = le.AppendUint32(out, uint32(i))
		}
	}
	for _, i := range ids {
		out = le.AppendUint32(out, uint32(i))
	}
	return out
}
