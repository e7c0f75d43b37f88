package pack

import "github.com/paulmach/orb"

// cursor reads values off the front of a string; once bad it stays bad and
// gives zeros.
type cursor struct {
	s   string
	bad bool
}

func (c *cursor) fail() {
	c.bad, c.s = true, ""
}

func (c *cursor) bytes(n int) string {
	if n < 0 || n > len(c.s) {
		c.fail()
		return ""
	}
	s := c.s[:n]
	c.s = c.s[n:]
	return s
}

func (c *cursor) uint64() uint64 {
	var v uint64
	for i, b := range []byte(c.bytes(8)) {
		v |= uint64(b) << (8 * i)
	}
	return v
}

func (c *cursor) uvarint() uint64 {
	var v uint64
	for i := range min(len(c.s), 10) {
		b := c.s[i]
		v |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			c.s = c.s[i+1:]
			return v
		}
	}
	c.fail()
	return 0
}

func (c *cursor) varint() int64 {
	u := c.uvarint()
	return int64(u>>1) ^ -int64(u&1)
}

// count reads a number of things of at least size bytes each, and fails when
// they cannot all be there.
func (c *cursor) count(size int) int {
	n := c.uvarint()
	if n > uint64(len(c.s)/size) {
		c.fail()
		return 0
	}
	return int(n)
}

// peek is the count that comes next.
func (c *cursor) peek() int {
	d := *c
	return d.count(1)
}

func (c *cursor) string() string { return c.bytes(c.count(1)) }

func (c *cursor) meta(quantum float64) Meta {
	m := Meta{Key: c.string(), Name: c.string(), Rank: int(c.uvarint())}
	m.Label = orb.Point{float64(c.varint()) * labelQuantum, float64(c.varint()) * labelQuantum}
	m.Bound.Min = orb.Point{float64(c.varint()) * quantum, float64(c.varint()) * quantum}
	m.Bound.Max = orb.Point{float64(c.varint()) * quantum, float64(c.varint()) * quantum}
	m.geometry = c.string()
	return m
}
