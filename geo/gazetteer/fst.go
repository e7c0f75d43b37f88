package gazetteer

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// fst reads a transducer in the first version of vellum's format: from words
// to numbers, state by state, in place and without allocating. Reading names
// is most of what reading a report costs.
//
// A state is known by the offset of its last byte and read backwards. With one
// transition and no value: a byte with flagSingle, then the letter where the
// byte does not hold it, then the sizes, the destination and the output where
// the destination is not the state just before. Otherwise: a byte with
// flagFinal and the number of transitions, that number again where it is too
// large, the sizes, letters, destinations, outputs and the final output.
type fst []byte

const (
	fstHeader, fstFooter = 16, 16

	flagSingle = 1 << 7
	flagNext   = 1 << 6 // of a single transition
	flagFinal  = 1 << 6
	lowBits    = 1<<6 - 1

	empty = 0 // the state with a value of 0 and no transition
	dead  = 1 // the state that leads nowhere
)

// commonLetters are those that a single transition holds in its first byte,
// from 1.
const commonLetters = "te/oasripcnw.hlm-du012g=:bf3y5&_4v9678k%?xCDASFIBEjPTzRNM+LOqHG"

// openFST checks what can be checked at no cost.
func openFST(b []byte) (fst, error) {
	if len(b) < fstHeader+fstFooter {
		return nil, errors.New("it is cut short")
	}
	if v := binary.LittleEndian.Uint64(b); v != 1 {
		return nil, errors.New("it is of an unknown version")
	}
	if r := fst(b).root(); r != empty && r != dead && (r < fstHeader || r >= len(b)) {
		return nil, errors.New("it is broken")
	}
	return fst(b), nil
}

func (f fst) root() int { return int(binary.LittleEndian.Uint64(f[len(f)-8:])) }

// state is one state, taken apart.
type state struct {
	n        int // transitions
	final    bool
	finalOut uint64

	single bool
	letter byte
	to     int
	out    uint64

	letters, dests, outs []byte // of several, the last first
	toSize, outSize      int
	bottom               int
}

// at reads a state; one that is out of bounds is dead.
func (f fst) at(addr int) (s state) {
	if addr == empty {
		s.final = true
		return s
	}
	if addr < fstHeader || addr >= len(f) {
		return s
	}
	b, p := f[addr], addr
	if b&flagSingle != 0 {
		s.n, s.single = 1, true
		if k := b & lowBits; k != 0 {
			s.letter = commonLetters[k-1]
		} else {
			p--
			s.letter = f[p]
		}
		if b&flagNext != 0 {
			s.to = p - 1
			return s
		}
		p--
		toSize, outSize := int(f[p]>>4), int(f[p]&15)
		p -= toSize + outSize
		if p < 0 {
			return state{}
		}
		s.out = packed(f[p : p+outSize])
		if d := int(packed(f[p+outSize : p+outSize+toSize])); d != 0 {
			s.to = p - d
		}
		return s
	}
	s.final = b&flagFinal != 0
	s.n = int(b & lowBits)
	if s.n == 0 {
		p--
		if s.n = int(f[p]); s.n == 1 {
			s.n = 256
		}
	}
	p--
	s.toSize, s.outSize = int(f[p]>>4), int(f[p]&15)
	size := s.n * (1 + s.toSize + s.outSize)
	if s.final {
		size += s.outSize
	}
	if p-size < 0 {
		return state{}
	}
	s.letters, p = f[p-s.n:p], p-s.n
	s.dests, p = f[p-s.n*s.toSize:p], p-s.n*s.toSize
	s.outs, p = f[p-s.n*s.outSize:p], p-s.n*s.outSize
	if s.final {
		p -= s.outSize
		s.finalOut = packed(f[p : p+s.outSize])
	}
	s.bottom = p
	return s
}

// arc is the i-th transition in the order of letters.
func (s *state) arc(i int) (letter byte, to int, out uint64) {
	if s.single {
		return s.letter, s.to, s.out
	}
	i = s.n - 1 - i
	to, out = s.stored(i)
	return s.letters[i], to, out
}

func (s *state) stored(i int) (to int, out uint64) {
	if d := int(packed(s.dests[i*s.toSize : (i+1)*s.toSize])); d != 0 {
		to = s.bottom - d
	}
	return to, packed(s.outs[i*s.outSize : (i+1)*s.outSize])
}

// step follows one letter; dead where none leads on. It is at and arc for one
// letter without taking the state apart.
func (f fst) step(addr int, c byte) (to int, out uint64) {
	if addr < fstHeader || addr >= len(f) {
		return dead, 0
	}
	b, p := f[addr], addr
	if b&flagSingle != 0 {
		letter := b & lowBits
		if letter != 0 {
			letter = commonLetters[letter-1]
		} else {
			p--
			letter = f[p]
		}
		if letter != c {
			return dead, 0
		}
		if b&flagNext != 0 {
			return p - 1, 0
		}
		p--
		toSize, outSize := int(f[p]>>4), int(f[p]&15)
		if p -= toSize + outSize; p < 0 {
			return dead, 0
		}
		if d := int(packed(f[p+outSize : p+outSize+toSize])); d != 0 {
			to = p - d
		}
		return to, packed(f[p : p+outSize])
	}
	n := int(b & lowBits)
	if n == 0 {
		p--
		if n = int(f[p]); n == 1 {
			n = 256
		}
	}
	p--
	toSize, outSize := int(f[p]>>4), int(f[p]&15)
	size := n * (1 + toSize + outSize)
	if b&flagFinal != 0 {
		size += outSize
	}
	if p < size {
		return dead, 0
	}
	bottom := p - size
	letters := f[p-n : p]
	i := 0
	if n > 12 {
		i = bytes.IndexByte(letters, c)
	} else {
		for i = n - 1; i >= 0 && letters[i] != c; i-- {
		}
	}
	if i < 0 {
		return dead, 0
	}
	p -= n + n*toSize
	if d := int(packed(f[p+i*toSize : p+(i+1)*toSize])); d != 0 {
		to = bottom - d
	}
	p -= n * outSize
	return to, packed(f[p+i*outSize : p+(i+1)*outSize])
}

// walk follows letters from a state.
func walk[T string | []byte](f fst, addr int, total uint64, letters T) (int, uint64) {
	for i := 0; i < len(letters) && addr != dead; i++ {
		to, out := f.step(addr, letters[i])
		addr, total = to, total+out
	}
	return addr, total
}

// end is what a word that ends at a state adds to its value.
func (f fst) end(addr int) (out uint64, ok bool) {
	switch {
	case addr == empty:
		return 0, true
	case addr < fstHeader || addr >= len(f) || f[addr]&flagSingle != 0 || f[addr]&flagFinal == 0:
		return 0, false
	}
	s := f.at(addr)
	return s.finalOut, s.final
}

// lookup is the value of a word.
func lookup[T string | []byte](f fst, word T) (uint64, bool) {
	addr, total := walk(f, f.root(), 0, word)
	out, ok := f.end(addr)
	return total + out, ok
}

// packed reads a number of up to eight bytes.
func packed(b []byte) (v uint64) {
	for i := len(b) - 1; i >= 0; i-- {
		v = v<<8 | uint64(b[i])
	}
	return v
}
