package gazetteer

import (
	"encoding/binary"
	"math"
	"unsafe"

	"github.com/paulmach/orb"
)

// The shipped files, all little endian. Records are sorted by folded main
// name, so that a name and the record that it leads to lie close together.
//
//	names, variants  FST: folded name or skeleton → value
//	words            FST: folded word → word flags
//	lists            at an offset: uvarint count, then that many postings
//	                 as uvarints, the best first
//	records          recordSize bytes a place
//	strings          a length byte and that many bytes of UTF-8
//	index            header, areas, grid, ids; see index.go
//
// A value is posting<<1 for one place, or offset<<1|1 into lists for several.
// A posting is record<<postBits | flags.
const (
	recordSize  = 28
	recordFlags = 26 // where the flags are in a record

	postBits     = 3
	postOfficial = 1
	postAdj      = 2
	postAbbrev   = 4

	flagCapital = 1
	flagSection = 2
	flagFormer  = 4
	flagLoose   = 8  // its names are also found by their skeleton
	flagRegion  = 16 // seat holds the radius in units of regionKM
	flagNatural = 32

	// regionKM is the unit of a stored radius.
	regionKM = 10

	// degree is how many units of a stored coordinate make one degree.
	degree = 1e5
)

// Word flags.
const (
	wordCommon  = 1 // an English word
	wordPerson  = 2 // a first name or surname
	wordDemonym = 4 // a people without a country of its own
)

// record is one place as it is stored.
type record struct {
	id, name           uint32 // GeoNames id, offset of the name
	lon, lat           int32
	population         uint32
	division, district uint16 // ordinals from 1, 0 for none
	country            uint8  // ordinal from 1, 0 for none
	level, flags, seat uint8
}

// append adds the stored form to b.
func (r record) append(b []byte) []byte {
	le := binary.LittleEndian
	b = le.AppendUint32(b, r.id)
	b = le.AppendUint32(b, r.name)
	b = le.AppendUint32(b, uint32(r.lon))
	b = le.AppendUint32(b, uint32(r.lat))
	b = le.AppendUint32(b, r.population)
	b = le.AppendUint16(b, r.division)
	b = le.AppendUint16(b, r.district)
	return append(b, r.country, r.level, r.flags, r.seat)
}

// readRecord reads the i-th record of b.
func readRecord(b []byte, i int) record {
	le := binary.LittleEndian
	b = b[i*recordSize : (i+1)*recordSize]
	return record{
		id: le.Uint32(b), name: le.Uint32(b[4:]),
		lon: int32(le.Uint32(b[8:])), lat: int32(le.Uint32(b[12:])),
		population: le.Uint32(b[16:]),
		division:   le.Uint16(b[20:]), district: le.Uint16(b[22:]),
		country: b[24], level: b[25], flags: b[26], seat: b[27],
	}
}

func (r record) point() orb.Point {
	return orb.Point{float64(r.lon) / degree, float64(r.lat) / degree}
}

// fixed is a coordinate in stored units.
func fixed(deg float64) int32 { return int32(math.Round(deg * degree)) }

// readString gives the string at an offset, without copying it: the files
// never change.
func readString(b []byte, at uint32) string {
	n := uint32(b[at])
	return unsafe.String(unsafe.SliceData(b[at+1:at+1+n]), int(n))
}
