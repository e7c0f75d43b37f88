package gazetteer

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// Fuzzy gives the places whose folded name is at most maxEdits letters off
// (1 or 2; a swap of neighbours is one), fewest edits first, then as Lookup
// orders them. Match.Edits says how many; names that fold alike are left to
// Lookup. The first letter is taken as right.
func (g *Gazetteer) Fuzzy(name string, maxEdits int) []Match {
	folded := Fold(name)
	maxEdits = min(maxEdits, 2)
	if maxEdits < 1 || len(folded) < 3 {
		return nil
	}
	found := g.nearly(folded, maxEdits)
	slices.SortFunc(found, func(a, b nearName) int {
		return cmp.Or(cmp.Compare(a.edits, b.edits), cmp.Compare(a.name, b.name))
	})
	var out []Match
	seen := map[int]bool{}
	for _, k := range found {
		out = g.add(out, seen, k.value, Match{Alias: k.name, Edits: k.edits})
	}
	slices.SortStableFunc(out, func(a, b Match) int {
		return cmp.Or(cmp.Compare(a.Edits, b.Edits), best(a.Place, b.Place))
	})
	return out
}

// nearName is a name almost like another.
type nearName struct {
	name  string
	value uint64
	edits int
}

// nearly lists the names from 1 to most edits off that begin with the same
// byte. It follows all names at once, letter by letter, with a row of the
// table of edit distances for each, as long as some name that begins so can
// still be near enough.
func (g *Gazetteer) nearly(folded string, most int) []nearName {
	s := speller{names: g.names, want: []rune(folded), most: most}
	first := make([]int, len(s.want)+1)
	for j := range first {
		first[j] = j
	}
	s.rows = append(s.rows, first)
	if addr, out := g.names.step(g.names.root(), folded[0]); addr != dead {
		s.text = append(s.text, folded[0])
		s.letter(addr, out)
	}
	return s.found
}

// speller is a search for names almost like one.
type speller struct {
	names fst
	want  []rune
	most  int
	text  []byte  // of the name so far
	whole int     // how much of it is whole letters
	runes []rune  // these
	rows  [][]int // one for each letter, and one for none
	next  []rune  // letters to go on with
	found []nearName
}

// letter goes on after a byte that was added to the text.
func (s *speller) letter(addr int, value uint64) {
	from := s.whole
	rest := s.text[from:]
	if !utf8.FullRune(rest) {
		s.all(addr, value)
		return
	}
	r, size := utf8.DecodeRune(rest)
	if r == utf8.RuneError && size <= 1 {
		return // no name is broken
	}
	s.runes, s.whole = append(s.runes, r), len(s.text)
	if s.row() {
		last := s.rows[len(s.runes)]
		if edits := last[len(s.want)]; edits > 0 && edits <= s.most {
			if out, ok := s.names.end(addr); ok {
				s.found = append(s.found, nearName{string(s.text), value + out, edits})
			}
		}
		s.all(addr, value)
	}
	s.runes, s.whole = s.runes[:len(s.runes)-1], from
}

// all goes on with every byte that can follow, or where no more edits are
// allowed with the few letters that can.
func (s *speller) all(addr int, value uint64) {
	if s.whole == len(s.text) && s.spent() {
		s.exactly(addr, value)
		return
	}
	st := s.names.at(addr)
	for i := range st.n {
		c, to, out := st.arc(i)
		s.text = append(s.text, c)
		s.letter(to, value+out)
		s.text = s.text[:len(s.text)-1]
	}
}

// spent reports whether every way to spell the letters so far has used up its
// edits.
func (s *speller) spent() bool {
	i := len(s.runes)
	for _, d := range s.rows[i][max(0, i-s.most) : min(len(s.want), i+s.most)+1] {
		if d < s.most {
			return false
		}
	}
	return true
}

// exactly goes on with the letters that cost no edit: those that are wanted
// next, and those that end a swap.
func (s *speller) exactly(addr int, value uint64) {
	i := len(s.runes)
	tried := len(s.next)
	for j := max(0, i-s.most-1); j < len(s.want) && j <= i+s.most; j++ {
		if s.rows[i][j] == s.most {
			s.next = appendNew(s.next, tried, s.want[j])
		}
		if j > 0 && s.rows[i-1][j-1] < s.most && s.runes[i-1] == s.want[j] {
			s.next = appendNew(s.next, tried, s.want[j-1])
		}
	}
	for k := tried; k < len(s.next); k++ {
		from := len(s.text)
		s.text = utf8.AppendRune(s.text, s.next[k])
		if to, sum := walk(s.names, addr, value, s.text[from:]); to != dead {
			s.letter(to, sum)
		}
		s.text = s.text[:from]
	}
	s.next = s.next[:tried]
}

// appendNew appends a letter that is not yet among those from an index on.
func appendNew(list []rune, from int, r rune) []rune {
	if slices.Contains(list[from:], r) {
		return list
	}
	return append(list, r)
}

// row fills in the distances for the last letter and reports whether names
// that begin so can still be near.
func (s *speller) row() bool {
	i := len(s.runes)
	if i == len(s.rows) {
		s.rows = append(s.rows, make([]int, len(s.want)+1))
	}
	row, prev := s.rows[i], s.rows[i-1]
	r := s.runes[i-1]
	row[0] = i
	least := i
	// Only the cells near the diagonal can be small enough.
	from, to := max(1, i-s.most), min(len(s.want), i+s.most)
	if from > len(s.want) {
		return false
	}
	if from > 1 {
		row[from-1] = s.most + 1
		least = s.most + 1
	}
	for j := from; j <= to; j++ {
		cost := 1
		if s.want[j-1] == r {
			cost = 0
		}
		above := s.most + 1
		if j < i+s.most {
			above = prev[j]
		}
		d := min(above+1, row[j-1]+1, prev[j-1]+cost)
		if i > 1 && j > 1 && r == s.want[j-2] && s.runes[i-2] == s.want[j-1] {
			d = min(d, s.rows[i-2][j-2]+1)
		}
		row[j] = d
		least = min(least, d)
	}
	for j := to + 1; j <= len(s.want); j++ {
		row[j] = s.most + 1
	}
	// A swap reaches back one row.
	return least <= s.most || i > 1 && slices.Min(prev) < s.most
}
