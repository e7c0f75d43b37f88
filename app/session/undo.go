package session

import (
	"maps"
	"reflect"

	"dateline/app/brief"
	"dateline/app/words"
	"dateline/timeline"
)

// step is what leads to a brief before or after. What a person decided about
// events is kept as what differs, so that there can be any number of steps.
type step struct {
	brief    brief.Brief                 // without its edits
	edits    map[timeline.ID]*brief.Edit // that differ; nil: there was none
	revision int
	what     string
}

// stepTo makes the step that leads from one brief to another.
func stepTo(to, from brief.Brief, revision int, what string) step {
	st := step{brief: to, revision: revision, what: what}
	st.brief.Edits = nil
	if reflect.ValueOf(to.Edits).Pointer() == reflect.ValueOf(from.Edits).Pointer() {
		return st
	}
	st.edits = make(map[timeline.ID]*brief.Edit)
	for id, e := range to.Edits {
		if have, ok := from.Edits[id]; !ok || !have.Same(e) {
			st.edits[id] = &e
		}
	}
	for id := range from.Edits {
		if _, ok := to.Edits[id]; !ok {
			st.edits[id] = nil
		}
	}
	return st
}

// from is the brief that the step leads to.
func (st step) from(b brief.Brief) brief.Brief {
	out := st.brief
	if len(st.edits) == 0 {
		out.Edits = b.Edits
		return out
	}
	out.Edits = maps.Clone(b.Edits)
	for id, e := range st.edits {
		switch {
		case e == nil:
			delete(out.Edits, id)
		case out.Edits == nil:
			out.Edits = map[timeline.ID]brief.Edit{id: *e}
		default:
			out.Edits[id] = *e
		}
	}
	return out
}

// only is the event that the step changes, if it is one; or that event if it
// is among those changed.
func (st step) only(selected timeline.ID) timeline.ID {
	if _, ok := st.edits[selected]; ok || len(st.edits) != 1 {
		return selected
	}
	for id := range st.edits {
		return id
	}
	return selected
}

// apply makes b the brief, as a step that can be undone. Nothing can be
// changed while a job is under way.
func (s *Session) apply(what string, b brief.Brief) {
	if s.job != nil || s.Empty() || s.refused() {
		return
	}
	s.adopt(b, words.T("Reading"), func() {
		s.past = append(s.past, stepTo(s.brief, b, s.revision, what))
		s.future = nil
		s.newest++
		s.revision = s.newest
	})
}

// CanUndo says what Undo would take back.
func (s *Session) CanUndo() (what string, ok bool) { return top(s.past) }

// CanRedo says what Redo would do again.
func (s *Session) CanRedo() (what string, ok bool) { return top(s.future) }

func top(steps []step) (string, bool) {
	if len(steps) == 0 {
		return "", false
	}
	return steps[len(steps)-1].what, true
}

// Undo takes the last change back.
func (s *Session) Undo() { s.travel(&s.past, &s.future) }

// Redo does the change taken back last again.
func (s *Session) Redo() { s.travel(&s.future, &s.past) }

func (s *Session) travel(from, to *[]step) {
	if s.job != nil || len(*from) == 0 {
		return
	}
	target := (*from)[len(*from)-1]
	b := target.from(s.brief)
	b.Show = s.brief.Show
	s.adopt(b, words.T("Reading"), func() {
		s.reveal = target.only(s.selected)
		*from = (*from)[:len(*from)-1]
		*to = append(*to, stepTo(s.brief, b, s.revision, target.what))
		s.revision = target.revision
	})
}
