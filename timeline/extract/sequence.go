package extract

import (
	"strings"

	"dateline/timeline"
)

// sequence reads the order that "after", "before" and "then" tell.
func (r *reader) sequence(s *sentence, made []int) {
	r.sequel(s, made)
	for k := range s.clauses {
		if made[k] == 0 {
			continue
		}
		c := &s.clauses[k]
		link := func(later, earlier int) {
			if later != earlier && r.frames[later-1].kind != timeline.Statement && r.frames[earlier-1].kind != timeline.Statement {
				r.frames[later-1].after = append(r.frames[later-1].after, earlier-1)
			}
		}
		main := 0
		switch c.intro {
		case "after", "since", "before", "having", "until":
			for j := k + 1; j < len(made) && main == 0 && r.leads(s, k); j++ {
				main = made[j]
			}
			for j := k - 1; j >= 0 && main == 0; j-- {
				main = made[j]
			}
			if main == 0 {
				continue
			}
			if c.intro == "before" || c.intro == "until" {
				link(made[k], main)
			} else {
				link(main, made[k])
			}
		case "and", ",":
			g := &s.groups[k]
			for i := g.first - 1; i <= g.last && i >= s.from; i++ {
				if r.toks[i].is("then", "later", "subsequently") && k > 0 && made[k-1] > 0 {
					link(made[k], made[k-1])
				}
			}
		}
	}
}

// sequel reads the order between sentences: "They then took X", "After the
// fall of both cities, …", "a day after the attack".
func (r *reader) sequel(s *sentence, made []int) {
	first := 0
	for k := range made {
		if made[k] > 0 && r.frames[made[k]-1].kind != timeline.Statement {
			first = made[k]
			break
		}
	}
	if first == 0 {
		return
	}
	f := &r.frames[first-1]
	g := &s.groups[min(f.clause, len(s.groups)-1)]
	for i := s.from; i < min(g.last+1, s.to); i++ {
		t := &r.toks[i]
		switch {
		case t.is("then", "subsequently", "afterwards") && i < s.from+6:
			for j := first - 2; j >= 0 && j >= first-4; j-- {
				o := &r.frames[j]
				if o.sent < f.sent && f.sent-o.sent <= 2 && o.kind != timeline.Statement && !o.dropped && !o.denial && (o.agent.key == f.agent.key || f.agent.key == "") {
					f.after = append(f.after, j)
					break
				}
			}
		case t.is("after", "following") && t.group == 0:
			r.afterNoun(s, i, first-1)
		}
	}
}

// afterNoun ties a telling to the earlier events that a noun after "after" at
// token i points back to: "the fall of both cities", "the attack".
func (r *reader) afterNoun(s *sentence, i, frame int) {
	for h := i + 1; h < min(s.to, i+5); h++ {
		kind := r.nounKind(h)
		if kind == "" {
			continue
		}
		if !r.toks[h-1].is("the", "this", "that", "its", "their") && !(h > i+1 && r.toks[h-2].is("the", "its")) {
			return
		}
		want := 1
		var names []string
		for j := h + 1; j < min(s.to, h+8) && !r.toks[j].is(",", "."); j++ {
			if r.toks[j].is("both", "two", "cities", "towns") {
				want = 2
			}
			if m := r.toks[j].mention; m > 0 && !r.places[m-1].Adj {
				names = append(names, r.places[m-1].Name)
			}
		}
		for j := frame - 1; j >= 0 && j >= frame-40 && want > 0; j-- {
			o := &r.frames[j]
			if o.sent >= r.frames[frame].sent || o.dropped || akin(o.kind, kind) == 0 {
				continue
			}
			if len(names) > 0 && !namedIn(o, names) {
				continue
			}
			r.frames[frame].after = append(r.frames[frame].after, j)
			if len(names) == 0 {
				want -= max(1, len(o.places))
			}
		}
		return
	}
}

func namedIn(f *frame, names []string) bool {
	for i := range f.places {
		for _, n := range names {
			if strings.EqualFold(f.places[i].Name, n) {
				return true
			}
		}
	}
	return false
}
