package gazetteer

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"testing"

	"github.com/blevesearch/vellum"
	"pgregory.net/rapid"

	"dateline/data/places"
)

// packedWords is the file of some words, and the library's own reader of it.
func packedWords(t interface{ Fatal(...any) }, words map[string]uint64) (fst, *vellum.FST) {
	var sorted []string
	for w := range words {
		sorted = append(sorted, w)
	}
	slices.Sort(sorted)
	var buf bytes.Buffer
	b, err := vellum.New(&buf, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range sorted {
		if err := b.Insert([]byte(w), words[w]); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	ours, err := openFST(buf.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := vellum.Load(buf.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return ours, theirs
}

// all lists what an fst holds, in order.
func (f fst) all() (words []string, values []uint64) {
	var visit func(addr int, word string, value uint64)
	visit = func(addr int, word string, value uint64) {
		if out, ok := f.end(addr); ok {
			words, values = append(words, word), append(values, value+out)
		}
		s := f.at(addr)
		for i := range s.n {
			c, to, out := s.arc(i)
			visit(to, word+string([]byte{c}), value+out)
		}
	}
	visit(f.root(), "", 0)
	return words, values
}

func TestFSTReadsWhatWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.OneOf(
			rapid.StringOfN(rapid.SampledFrom([]rune("abteé -Z|~")), 0, 6, -1),
			rapid.Map(rapid.SliceOfN(rapid.Byte(), 0, 4), func(b []byte) string { return string(b) }),
		)
		words := rapid.MapOfN(word, rapid.OneOf(rapid.Uint64Range(0, 3), rapid.Uint64Range(0, 1<<50)), 0, 60).Draw(t, "words")
		f, theirs := packedWords(t, words)
		got, values := f.all()
		if len(got) != len(words) || !slices.IsSorted(got) {
			t.Fatalf("%d words, want %d: %q", len(got), len(words), got)
		}
		for i, w := range got {
			if want, ok := words[w]; !ok || values[i] != want {
				t.Fatalf("%q is %d, want %d, %v", w, values[i], want, ok)
			}
		}
		for range 20 {
			w := word.Draw(t, "other")
			want, ok, err := theirs.Get([]byte(w))
			if got, found := lookup(f, w); err != nil || found != ok || ok && got != want {
				t.Fatalf("%q is %d, %v, want %d, %v", w, got, found, want, ok)
			}
		}
	})
}

// All letters from one state: their number has a byte of its own.
func TestFSTWithAllLetters(t *testing.T) {
	words := map[string]uint64{}
	for c := range 256 {
		words[string([]byte{byte(c)})] = uint64(c)
		words[string([]byte{byte(c), byte(c)})] = uint64(1000 * c)
	}
	f, _ := packedWords(t, words)
	for w, want := range words {
		if got, ok := lookup(f, w); !ok || got != want {
			t.Errorf("%q is %d, %v, want %d", w, got, ok, want)
		}
	}
	if _, ok := lookup(f, "ab"); ok {
		t.Error("ab is there")
	}
}

func TestFSTOfTheShippedNames(t *testing.T) {
	file := places.Shipped().Names
	f, err := openFST(file)
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := vellum.Load(file)
	if err != nil {
		t.Fatal(err)
	}
	it, err := theirs.Iterator([]byte("mos"), []byte("mov"))
	n := 0
	for ; err == nil; err = it.Next() {
		w, want := it.Current()
		if got, ok := lookup(f, w); !ok || got != want {
			t.Fatalf("%q is %d, %v, want %d", w, got, ok, want)
		}
		n++
	}
	if n < 500 {
		t.Errorf("only %d names", n)
	}
}

func TestBrokenFST(t *testing.T) {
	f, _ := packedWords(t, map[string]uint64{"mosul": 7, "mostar": 9, "basra": 1 << 40})
	for n := range len(f) {
		if cut, err := openFST(f[:n]); err == nil {
			lookup(cut, "mosul") // whatever it finds
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		b := bytes.Clone(f)
		for range rapid.IntRange(1, 4).Draw(t, "n") {
			b[rapid.IntRange(0, len(b)-1).Draw(t, "at")] = rapid.Byte().Draw(t, "byte")
		}
		if broken, err := openFST(b); err == nil {
			for _, w := range []string{"mosul", "mostar", "basra", ""} {
				lookup(broken, w)
			}
		}
	})
}

func TestNearlyFindsAllThatIsNear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringOfN(rapid.SampledFrom([]rune("abcdé")), 1, 8, -1)
		words := map[string]uint64{}
		for i, w := range rapid.SliceOfNDistinct(word, 1, 40, rapid.ID[string]).Draw(t, "words") {
			words[w] = uint64(i)
		}
		f, _ := packedWords(t, words)
		g := &Gazetteer{names: f}
		name, most := word.Draw(t, "name"), rapid.IntRange(1, 2).Draw(t, "most")
		var want []nearName
		for w, v := range words {
			if d := distance(name, w); d > 0 && d <= most && w[0] == name[0] {
				want = append(want, nearName{w, v, d})
			}
		}
		got := g.nearly(name, most)
		byName := func(a, b nearName) int { return cmp.Compare(a.name, b.name) }
		slices.SortFunc(want, byName)
		slices.SortFunc(got, byName)
		if !slices.Equal(got, want) {
			t.Fatalf("near %q by %d: %v, want %v", name, most, got, want)
		}
	})
}

func TestConsonants(t *testing.T) {
	reference := strings.NewReplacer("sch", "sh", "tch", "ch", "dzh", "j", "zh", "j", "dj", "j", "ph", "f", "ck", "k",
		"dh", "d", "gh", "g", "th", "t", "kh", "kh", "ch", "ch", "sh", "sh", "c", "k", "q", "k", "x", "ks")
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.StringOfN(rapid.SampledFrom([]rune("scthdzjpkgqxaeo")), 0, 12, -1).Draw(t, "word")
		if got, want := string(consonants(nil, w)), reference.Replace(w); got != want {
			t.Fatalf("%q is %q, want %q", w, got, want)
		}
	})
}

func TestSkeletonOfOneWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.StringOfN(rapid.SampledFrom([]rune("scthdzjpkgqxaeowyilm")), 1, 20, -1).Draw(t, "word")
		var a, b [64]byte
		if got, want := string(skeletonWord(a[:0], b[:0], strings.ToUpper(w))), Skeleton(w); got != want {
			t.Fatalf("%q is %q, want %q", w, got, want)
		}
	})
}

func TestSimpleWordsFoldToTheirSmallLetters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.OneOf(rapid.SampledFrom([]string{"Saint", "SAINTE", "Mount", "Fort", "Forth", "St.", "al-Anbar", "U.S.", "Mosul"}), rapid.String()).Draw(t, "word")
		if simple(w) && Fold(w) != strings.ToLower(w) {
			t.Fatalf("%q folds to %q", w, Fold(w))
		}
	})
}
