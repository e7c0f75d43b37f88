package session

import (
	"errors"

	"dateline/app/brief"
)

// ErrNoPath is what Save gives for a brief that has no file yet.
var ErrNoPath = errors.New("the brief has no file yet")

// Save writes the brief to its file; see SaveAs.
func (s *Session) Save(done func(error)) {
	if s.path == "" {
		done(ErrNoPath)
		return
	}
	s.SaveAs(s.path, done)
}

// SaveAs writes the brief to a file, in the background, and makes that its
// file. Then done is called here, with nil or what went wrong; it may be nil,
// and then an error is kept for Err.
func (s *Session) SaveAs(path string, done func(error)) {
	b, revision := s.brief, s.revision
	b.Show.Mode = modeNames[s.clock.Mode]
	b.Show.Step = 0
	if i := s.at(); i >= 0 {
		b.Show.Step = s.content.Events[i].Number
	}
	save := s.deps.Save
	if save == nil {
		save = brief.Save
	}
	go func() {
		err := save(path, b)
		s.deps.Do(func() {
			switch {
			case err == nil:
				if s.generation(revision) {
					if path != s.path && b.Newer() == 0 {
						s.readOnly = nil
					}
					s.path, s.saved = path, revision
				}
				s.changed(SavedChanged)
			case done == nil:
				s.changed(s.fail(err))
			}
			if done != nil {
				done(err)
			}
		})
	}()
}

// generation reports whether the revision is of the brief that is open now,
// not of one opened before.
func (s *Session) generation(revision int) bool { return revision >= s.first }
