package extract

import (
	"dateline/timeline"
)

// fold joins what one sentence tells of one event: the deaths that a strike
// caused, the flight that it forced.
func (r *reader) fold(s *sentence, first int, made []int) {
	for i := first; i < len(r.frames); i++ {
		f := &r.frames[i]
		if f.kind == timeline.Casualties && !f.dropped {
			r.cause(s, f)
		}
	}
	for i := first + 1; i < len(r.frames); i++ {
		r.foldMove(s, first, i)
		r.foldNoun(s, first, i)
	}
	for i := first; i < len(r.frames); i++ {
		f := &r.frames[i]
		if f.kind == timeline.Casualties && i > first && r.frames[i-1].kind == timeline.Casualties && !r.frames[i-1].dropped && !f.dropped && !f.gap && len(r.placesIn(s, f, f.from, f.to)) == 0 {
			// "912 died and 5,000 were hurt"
			o := &r.frames[i-1]
			o.count(f.figures)
			o.claims = append(o.claims, f.claims...)
			f.dropped = true
			if f.clause < len(made) {
				made[f.clause] = i
			}
			continue
		}
		nonfinite := f.clause < len(s.groups) && s.groups[f.clause].form != finite
		if f.dropped || f.denial || f.modality == timeline.Feared || f.kind != timeline.Casualties && !(nonfinite && (f.kind == timeline.Displacement || f.kind == timeline.Disaster || f.kind == timeline.Bombardment)) {
			continue
		}
		best := -1
		for j := first; j < len(r.frames); j++ {
			o := &r.frames[j]
			if j == i || o.dropped || o.denial || o.kind == f.kind && o.clause >= f.clause {
				continue
			}
			switch o.kind {
			case timeline.Bombardment, timeline.Attack, timeline.Disaster, timeline.Battle:
			case timeline.Protest, timeline.Advance, timeline.ChangeOfControl:
				if f.kind != timeline.Casualties {
					continue
				}
			default:
				continue
			}
			if best < 0 || abs(r.frames[best].clause-f.clause) > abs(o.clause-f.clause) {
				best = j
			}
		}
		if best < 0 {
			continue
		}
		// Two finite clauses joined by "and" tell two things unless one is
		// the circumstance of the other.
		o := &r.frames[best]
		lo, hi := min(o.clause, f.clause), max(o.clause, f.clause)
		joined := nonfinite
		for k := lo; k <= hi; k++ {
			switch s.clauses[k].intro {
			case "when", "after", "as", "while", "which", "that", "and", ",":
				joined = true
			}
		}
		if !joined || s.clauses[hi].intro == "since" {
			continue
		}
		o.count(f.figures)
		o.from, o.to = min(o.from, f.from), max(o.to, f.to)
		f.dropped = true
		if f.clause < len(made) {
			made[f.clause] = best + 1
		}
	}
}

func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}

// cause turns "three people were killed in an air strike on X" into the
// strike.
func (r *reader) cause(s *sentence, f *frame) {
	if f.modality == timeline.Feared {
		return
	}
	for i := f.head + 1; i < f.to; i++ {
		if r.toks[i].tag != tagPrep && r.toks[i].tag != tagSub || !r.toks[i].is("in", "by", "during", "after", "when", "following", "from") {
			continue
		}
		for j := i + 1; j < min(f.to, i+9); j++ {
			t := &r.toks[j]
			if t.tag == tagPrep && t.low != "of" || t.tag == tagSub || t.low == "," {
				break
			}
			kind := r.nounKind(j)
			if t.noun("weapon") && kind == "" && r.toks[i].low == "by" {
				kind = timeline.Bombardment
			}
			if j+1 < f.to && r.nounKind(j+1) != "" {
				continue
			}
			switch kind {
			case timeline.Bombardment, timeline.Attack, timeline.Disaster, timeline.Battle:
			default:
				continue
			}
			if d := r.toks[i+1]; d.is("the", "that", "this", "those", "these") {
				return // an event told already
			}
			f.kind, f.noun, f.head = kind, t.low, j
			if a := r.sides(j, f.to); !a.empty() || f.passive || len(f.agent.heads) > 0 && r.ofClass(&f.agent, "people") && !r.ofClass(&f.agent, "armed") {
				f.agent = a // else who killed is who attacked
			}
			return
		}
	}
}

// foldMove joins the two ends of one move: "left X on Friday, moving west", and
// a try with how it ended: "tried to enter X but withdrew".
func (r *reader) foldMove(s *sentence, first, i int) {
	f := &r.frames[i]
	if f.dropped || f.clause == 0 || f.clause >= len(s.clauses) {
		return
	}
	c := &s.clauses[f.clause]
	for j := first; j < i; j++ {
		o := &r.frames[j]
		if o.dropped || o.agent.key != f.agent.key || f.agent.key == "" {
			continue
		}
		switch {
		case c.antecedent >= o.from && c.antecedent < o.to && r.toks[c.antecedent].mention > 0 && c.subject[0] > c.introAt && r.toks[max(c.introAt, 0)].low == "which" && o.kind == timeline.Advance && (f.kind == timeline.Advance || f.kind == timeline.ChangeOfControl):
			o.dropped = true // "moved on to X, which they entered": one arrival
			return
		case s.groups[f.clause].form == gerund && c.intro == "," && o.clause == c.parent && f.movesTo() && o.movesTo():
			if o.kind == timeline.Withdrawal && f.kind == timeline.Advance && (o.lemma == "leave" || o.lemma == "depart") {
				o.kind = timeline.Advance
			}
		case f.kind == timeline.Other && s.groups[f.clause].form == gerund && c.intro == "," && o.clause == c.parent:
		case f.kind == timeline.Visit && o.kind == timeline.Visit && c.intro == "and" && len(r.placesIn(s, o, o.from, o.to)) == 0:
			o.dropped, f.from = true, min(f.from, o.from)
			return
		case f.kind == timeline.Withdrawal && o.modality == timeline.Attempt && c.intro == "and" && len(r.placesIn(s, f, c.from, s.groups[f.clause].last+2)) == 0:
		default:
			continue
		}
		o.to = max(o.to, f.to)
		f.dropped = true
		return
	}
}

// foldNoun joins what two verbs tell of one noun: "shelling killed a woman and
// wounded ten people".
func (r *reader) foldNoun(s *sentence, first, i int) {
	f := &r.frames[i]
	for j := first; j < i && f.noun != "" && !f.dropped; j++ {
		o := &r.frames[j]
		if o.dropped || o.head != f.head || o.kind != f.kind || o.denial != f.denial {
			continue
		}
		o.count(f.figures)
		o.to = max(o.to, f.to)
		f.dropped = true
	}
}
