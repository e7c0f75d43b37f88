package session

import (
	"context"

	"dateline/app/brief"
	"dateline/app/words"
	"dateline/app/work"
)

// Document tells apart the briefs that are opened one after another.
func (s *Session) Document() int { return s.first }

// Recover makes b the brief that is open, as one with changes that its file, if
// it has one, does not hold.
func (s *Session) Recover(b brief.Brief, path string) {
	var content work.Content
	s.run(words.F("Recovering %s", b.Title), func(ctx context.Context, progress func(string, float64)) (err error) {
		content, err = s.deps.Engine.Read(ctx, b, progress)
		return err
	}, func() Change {
		c := s.open(b, content, path)
		s.saved = s.first - 1
		return c
	})
}

// Unsaved reports whether the brief is nowhere but here: changes of it, or a
// text that was pasted.
func (s *Session) Unsaved() bool {
	return !s.Empty() && (s.Modified() || s.path == "" && s.brief.Reports[0].Document.Name == pastedName)
}

// pastedName is the name of a report that is in no file.
const pastedName = "pasted text"

// ReadOnly is why the brief cannot be changed, nil if it can be.
func (s *Session) ReadOnly() error { return s.readOnly }

// SetReadOnly says why the brief that is open must not be changed, nil that it
// may be. Another brief is free again, as is this one once it is saved under
// another name.
func (s *Session) SetReadOnly(why error) {
	if s.brief.Newer() > 0 && why == nil {
		return // it can never be written
	}
	s.readOnly = why
	s.changed(SavedChanged)
}

// refused tells why a change cannot be made, and reports whether that is so.
func (s *Session) refused() bool {
	if s.readOnly == nil {
		return false
	}
	s.changed(s.fail(s.readOnly))
	return true
}
