package gazetteer

import (
	"encoding/binary"
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestRecordRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := record{
			id: rapid.Uint32().Draw(t, "id"), name: rapid.Uint32().Draw(t, "name"),
			lon: rapid.Int32().Draw(t, "lon"), lat: rapid.Int32().Draw(t, "lat"),
			population: rapid.Uint32().Draw(t, "population"),
			division:   rapid.Uint16().Draw(t, "division"), district: rapid.Uint16().Draw(t, "district"),
			country: rapid.Uint8().Draw(t, "country"), level: rapid.Uint8().Draw(t, "level"),
			flags: rapid.Uint8().Draw(t, "flags"), seat: rapid.Uint8().Draw(t, "seat"),
		}
		b := record{id: 7}.append(nil)
		b = want.append(b)
		if len(b) != 2*recordSize {
			t.Fatalf("two records in %d bytes", len(b))
		}
		if got := readRecord(b, 1); got != want {
			t.Fatalf("%+v, want %+v", got, want)
		}
		if b[recordSize+recordFlags] != want.flags {
			t.Fatalf("the flags are not at %d", recordFlags)
		}
	})
}

func TestFixed(t *testing.T) {
	for _, deg := range []float64{0, 180, -180, 44.40088, -0.00001, 33.34058} {
		r := record{lon: fixed(deg), lat: fixed(-deg)}
		if p := r.point(); math.Abs(p[0]-deg) > 1e-9 || math.Abs(p[1]+deg) > 1e-9 {
			t.Errorf("%v is kept as %v", deg, p)
		}
	}
}

func TestReadString(t *testing.T) {
	b := append([]byte{3}, "abc\x00\x02dé"...)
	b[5] = 3
	for at, want := range map[uint32]string{0: "abc", 4: "", 5: "dé"} {
		if got := readString(b, at); got != want {
			t.Errorf("at %d: %q, want %q", at, got, want)
		}
	}
}

func TestCellOf(t *testing.T) {
	for _, tt := range []struct {
		lon, lat float64
		x, y     int
	}{
		{-180, -90, 0, 0}, {180, 90, 359, 179}, {0, 0, 180, 90}, {-0.1, -0.1, 179, 89}, {179.9, 89.9, 359, 179},
		{44.4, 33.3, 224, 123}, {-181, -91, 0, 0}, {200, 95, 359, 179},
	} {
		if x, y := cellOf(tt.lon, tt.lat); x != tt.x || y != tt.y {
			t.Errorf("cellOf(%v, %v) = %d, %d", tt.lon, tt.lat, x, y)
		}
	}
}

func TestOpenIndexCutShort(t *testing.T) {
	var whole []byte
	for _, n := range []uint32{1, 0, 0, 2, 1} {
		whole = binary.LittleEndian.AppendUint32(whole, n)
	}
	whole = append(whole, make([]byte, 8+4*(gridW*gridH+1)+8+4)...)
	ix, err := openIndex(whole)
	if err != nil || len(ix.areas) != 8 || len(ix.towns) != 8 || len(ix.ids) != 4 || ix.countries != 1 {
		t.Fatalf("%v", err)
	}
	for _, n := range []int{0, 1, indexHeader - 1, indexHeader, indexHeader + 8, len(whole) - 5, len(whole) - 1} {
		if _, err := openIndex(whole[:n]); err == nil {
			t.Errorf("%d of %d bytes: opened", n, len(whole))
		}
	}
}

func TestDistance(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "abc", 3}, {"abc", "", 3}, {"abc", "abc", 0}, {"abc", "abd", 1}, {"abc", "acb", 1}, {"abc", "ab", 1},
		{"abc", "xabc", 1}, {"baghdad", "bahgdad", 1}, {"mosul", "musil", 2}, {"kyiv", "kiev", 2}, {"москва", "масква", 1}, {"ca", "abc", 3},
	} {
		if got := distance(tt.a, tt.b); got != tt.want {
			t.Errorf("distance(%q, %q) = %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

// distance is the least number of letters to insert, drop, change or swap with
// the next one that makes b of a.
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	prev2, prev, row := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(s); i++ {
		row[0] = i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				row[j] = min(row[j], prev2[j-2]+1)
			}
		}
		prev2, prev, row = prev, row, prev2
	}
	return prev[len(t)]
}

func TestDistanceProperties(t *testing.T) {
	word := rapid.StringOfN(rapid.SampledFrom([]rune("abcdé")), 0, 8, -1)
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		d := distance(a, b)
		if d != distance(b, a) {
			t.Fatalf("%q to %q is %d, back %d", a, b, d, distance(b, a))
		}
		if (d == 0) != (a == b) {
			t.Fatalf("%q to %q is %d", a, b, d)
		}
		if la, lb := len([]rune(a)), len([]rune(b)); d > max(la, lb) || d < max(la-lb, lb-la) {
			t.Fatalf("%q to %q is %d", a, b, d)
		}
	})
}

func TestPossessive(t *testing.T) {
	for w, want := range map[string]string{
		"Iraq's": "Iraq", "Iraq’s": "Iraq", "IRAQ'S": "IRAQ", "Iraq": "", "'s": "", "Baghdads": "", "": "", "Mosul's'": "",
	} {
		bare, ok := possessive(w)
		if ok != (want != "") || ok && bare != want || !ok && bare != w {
			t.Errorf("possessive(%q) = %q, %v", w, bare, ok)
		}
	}
}

func TestArticle(t *testing.T) {
	for _, tt := range []struct {
		word, next string
		want       bool
	}{
		{"al", "anbar", true}, {"el", "paso", true}, {"ash", "shirqat", true}, {"az", "zawr", true}, {"an", "najaf", true},
		{"an", "basrah", false}, {"as", "raqqah", false}, {"ar", "raqqah", true}, {"a", "b", false}, {"ath", "thawrah", true},
		{"bd", "dir", false}, {"ad", "", false}, {"", "x", false},
	} {
		if got := article(tt.word, tt.next); got != tt.want {
			t.Errorf("article(%q, %q) = %v", tt.word, tt.next, got)
		}
	}
}

func TestLastPart(t *testing.T) {
	for _, tt := range []struct {
		key  string
		n    int
		want string
	}{{"IQ", 1, ""}, {"IQ.10", 1, "10"}, {"IQ.10.99063", 2, "99063"}, {"IQ.10", 2, ""}, {"", 1, ""}, {"GB.ENG.X.1", 2, "X.1"}} {
		if got := lastPart(tt.key, tt.n); got != tt.want {
			t.Errorf("lastPart(%q, %d) = %q, want %q", tt.key, tt.n, got, tt.want)
		}
	}
}

// Values that lead nowhere, as in a damaged file, give nothing.
func TestPostingsOfNothing(t *testing.T) {
	g := &Gazetteer{records: make([]byte, 2*recordSize), lists: []byte{3, 0, 8}}
	count := func(value uint64) (n int) {
		g.postings(value, func(int, uint64) { n++ })
		return n
	}
	for value, want := range map[uint64]int{
		noValue: 0, 0: 1, 1 << (postBits + 1): 1, 2 << (postBits + 1): 0, 1: 2, 99<<1 | 1: 0,
	} {
		if n := count(value); n != want {
			t.Errorf("value %d leads to %d places, want %d", value, n, want)
		}
	}
}
