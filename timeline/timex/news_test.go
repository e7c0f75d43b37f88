package timex_test

import (
	"bufio"
	"os"
	"strings"
	"testing"
	"time"

	"dateline/timeline/timex"
)

// marked is an expression that a person marked.
type marked struct {
	start, end  int
	typ         timex.Type
	text, value string
}

// sentence is a sentence of the news with its gold.
type sentence struct {
	line int
	dct  time.Time
	text string
	gold []marked
}

// readSentences reads a file of lines "day | words [words|TYPE|value] words".
func readSentences(t *testing.T, name string) []sentence {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []sentence
	n := 0
	for lines := bufio.NewScanner(f); lines.Scan(); {
		n++
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		day, rest, ok := strings.Cut(line, " | ")
		dct, err := time.Parse(time.DateOnly, day)
		if !ok || err != nil {
			t.Fatalf("%s:%d: no day of publication: %v", name, n, err)
		}
		s := sentence{line: n, dct: dct}
		var b strings.Builder
		for {
			before, after, more := strings.Cut(rest, "[")
			b.WriteString(before)
			if !more {
				break
			}
			mark, tail, closed := strings.Cut(after, "]")
			part := strings.Split(mark, "|")
			if !closed || len(part) != 3 {
				t.Fatalf("%s:%d: %q is no mark", name, n, mark)
			}
			s.gold = append(s.gold, marked{b.Len(), b.Len() + len(part[0]), timex.Type(part[1]), part[0], part[2]})
			b.WriteString(part[0])
			rest = tail
		}
		s.text = b.String()
		out = append(out, s)
	}
	return out
}

// tally counts what was found as TempEval-3 does: a match is an overlap, one
// to one, the longest first.
type tally struct{ gold, found, overlap, exact, typ, value int }

func f1(hits, found, gold int) float64 {
	if found+gold == 0 {
		return 0
	}
	return 2 * float64(hits) / float64(found+gold)
}

// match pairs the gold with what was found.
func match(gold []marked, found []timex.Expr) []int {
	pair := make([]int, len(gold))
	used := make([]bool, len(found))
	for i := range pair {
		pair[i] = -1
	}
	for {
		bi, bj, most := -1, -1, 0
		for i, g := range gold {
			for j, x := range found {
				if pair[i] >= 0 || used[j] {
					continue
				}
				over := min(g.end, x.End) - max(g.start, x.Start)
				if g.start == x.Start && g.end == x.End {
					over = 1 << 20
				}
				if over > most {
					bi, bj, most = i, j, over
				}
			}
		}
		if bi < 0 {
			return pair
		}
		pair[bi], used[bj] = bj, true
	}
}

func score(t *testing.T, list []sentence) tally {
	t.Helper()
	var c tally
	for _, s := range list {
		found := timex.Find(s.text, timex.Options{Anchor: s.dct})
		pair := match(s.gold, found)
		c.gold += len(s.gold)
		c.found += len(found)
		seen := map[int]bool{}
		for i, g := range s.gold {
			j := pair[i]
			if j < 0 {
				t.Logf("line %d: %q was not found: %s", s.line, g.text, s.text)
				continue
			}
			seen[j] = true
			x := found[j]
			c.overlap++
			if g.start == x.Start && g.end == x.End {
				c.exact++
			}
			if g.typ == x.Type {
				c.typ++
			}
			if g.value == x.Value {
				c.value++
			} else {
				t.Logf("line %d: %q is %s %s, found %q %s %s", s.line, g.text, g.typ, g.value, s.text[x.Start:x.End], x.Type, x.Value)
			}
		}
		for j, x := range found {
			if !seen[j] {
				t.Logf("line %d: %q %s %s was found and is none: %s", s.line, s.text[x.Start:x.End], x.Type, x.Value, s.text)
			}
		}
	}
	return c
}

// TestNews holds the reading of news to what it has reached.
func TestNews(t *testing.T) {
	list := append(readSentences(t, "testdata/news.txt"), readSentences(t, "testdata/news2.txt")...)
	c := score(t, list)
	relaxed, value := f1(c.overlap, c.found, c.gold), f1(c.value, c.found, c.gold)
	t.Logf("%d sentences, %d expressions: relaxed F1 %.3f, strict %.3f, type %.3f, value %.3f", len(list), c.gold, relaxed, f1(c.exact, c.found, c.gold), f1(c.typ, c.found, c.gold), value)
	if relaxed < 0.98 || value < 0.96 {
		t.Errorf("relaxed F1 %.3f and value F1 %.3f are less than was reached", relaxed, value)
	}
}
