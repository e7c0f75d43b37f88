package session

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"dateline/app/brief"
	"dateline/app/words"
	"dateline/app/work"
)

// job is one piece of work in the background. Its fields belong to the
// session's goroutine.
type job struct {
	what     string
	fraction float64
	cancel   context.CancelFunc
}

// Busy tells what is being done and how far it is, 0 to 1; ok is false when
// nothing is.
func (s *Session) Busy() (what string, fraction float64, ok bool) {
	if s.job == nil {
		return "", 0, false
	}
	return s.job.what, s.job.fraction, true
}

// CancelJob gives the job up; everything stays as it was before.
func (s *Session) CancelJob() {
	if s.job != nil {
		s.job.cancel()
		s.job = nil
		s.changed(BusyChanged)
	}
}

// run does work in another goroutine and then calls done here, unless another
// job has taken its place or it was cancelled. An error is kept for Err.
func (s *Session) run(what string, work func(ctx context.Context, progress func(string, float64)) error, done func() Change) {
	ctx, cancel := context.WithCancel(context.Background())
	if s.job != nil {
		s.job.cancel()
	}
	j := &job{what: what, cancel: cancel}
	s.job = j
	s.err = nil
	s.changed(BusyChanged | ErrChanged)
	progress := func(what string, fraction float64) {
		s.deps.Do(func() {
			if s.job == j {
				j.what, j.fraction = what, fraction
				s.changed(BusyChanged)
			}
		})
	}
	go func() {
		err := work(ctx, throttled(progress))
		cancel()
		s.deps.Do(func() {
			if s.job != j {
				return
			}
			s.job = nil
			c := BusyChanged
			switch {
			case errors.Is(err, context.Canceled):
			case err != nil:
				c |= s.fail(err)
			default:
				c |= done()
			}
			s.changed(c)
		})
	}()
}

// throttled passes on at most twenty reports of progress a second.
func throttled(f func(string, float64)) func(string, float64) {
	var last time.Time
	return func(what string, fraction float64) {
		if now := time.Now(); now.Sub(last) >= 50*time.Millisecond {
			last = now
			f(what, fraction)
		}
	}
}

// OpenFile opens a report or a brief in place of what is open.
func (s *Session) OpenFile(path string) { s.OpenFiles([]string{path}) }

// OpenFiles opens the first file in place of what is open, and adds the
// reports of the others to it.
func (s *Session) OpenFiles(paths []string) {
	if len(paths) == 0 {
		return
	}
	what := words.F("Opening %s", filepath.Base(paths[0]))
	if more := len(paths) - 1; more > 0 {
		what = words.N(more, "Opening %[2]s and %[1]d more", filepath.Base(paths[0]))
	}
	s.load(what, func() (b brief.Brief, path string, err error) {
		for i, p := range paths {
			got, err := s.openFile(p)
			if err != nil {
				return brief.Brief{}, "", err
			}
			if i == 0 {
				b = got
				continue
			}
			for _, r := range got.Reports {
				b = b.WithReport(r)
			}
		}
		if len(paths) == 1 && brief.IsFile(paths[0]) {
			path = paths[0]
		}
		return b, path, nil
	})
}

// AddFiles adds the reports of files to the brief, as a step that can be
// undone.
func (s *Session) AddFiles(paths []string) {
	s.add(words.F("Adding %s", filepath.Base(paths[0])), func() (b brief.Brief, err error) {
		for _, p := range paths {
			got, err := s.openFile(p)
			if err != nil {
				return brief.Brief{}, err
			}
			for _, r := range got.Reports {
				b = b.WithReport(r)
			}
		}
		return b, nil
	})
}

// AddText adds a text as a report to the brief.
func (s *Session) AddText(text string) {
	s.add(words.T("Reading the pasted text"), func() (brief.Brief, error) { return s.pasted(text) })
}

func (s *Session) pasted(text string) (brief.Brief, error) {
	b, err := s.deps.Engine.Open("pasted text.txt", strings.NewReader(text))
	for i := range b.Reports {
		b.Reports[i].Document.Name = pastedName
	}
	return b, err
}

// add adds the reports that get gives to the brief.
func (s *Session) add(what string, get func() (brief.Brief, error)) {
	if s.job != nil || s.Empty() || s.refused() {
		return
	}
	b := s.brief
	var content work.Content
	s.run(what, func(ctx context.Context, progress func(string, float64)) error {
		more, err := get()
		if err != nil {
			return err
		}
		for _, r := range more.Reports {
			b = b.WithReport(r)
		}
		content, err = s.deps.Engine.Read(ctx, b, progress)
		return err
	}, func() Change {
		s.past = append(s.past, stepTo(s.brief, b, s.revision, words.T("Add a report")))
		s.future = nil
		s.newest++
		s.revision = s.newest
		return s.set(b, content) | SavedChanged
	})
}

// openFile reads one file, in a job.
func (s *Session) openFile(path string) (brief.Brief, error) {
	f, err := os.Open(path)
	if err != nil {
		return brief.Brief{}, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return brief.Brief{}, fmt.Errorf("%s is a folder", path)
	}
	return s.deps.Engine.Open(filepath.Base(path), f)
}

// OpenReader opens a report or a brief from what r gives, under that name. It
// closes r if it can be closed.
func (s *Session) OpenReader(name string, r io.Reader) {
	s.load(words.F("Opening %s", name), func() (brief.Brief, string, error) {
		if c, ok := r.(io.Closer); ok {
			defer c.Close()
		}
		b, err := s.deps.Engine.Open(name, r)
		return b, "", err
	})
}

// Paste opens a text as a report.
func (s *Session) Paste(text string) {
	s.load(words.T("Reading the pasted text"), func() (brief.Brief, string, error) {
		b, err := s.pasted(text)
		return b, "", err
	})
}

// OpenSample opens the brief that ships with the program.
func (s *Session) OpenSample() {
	s.load(words.T("Opening the sample"), func() (brief.Brief, string, error) {
		b, err := s.deps.Engine.Sample()
		return b, "", err
	})
}

// load makes what get returns the brief, as a new document: nothing to undo.
func (s *Session) load(what string, get func() (b brief.Brief, path string, err error)) {
	var b brief.Brief
	var path string
	var content work.Content
	s.run(what, func(ctx context.Context, progress func(string, float64)) (err error) {
		if b, path, err = get(); err != nil {
			return err
		}
		content, err = s.deps.Engine.Read(ctx, b, progress)
		return err
	}, func() Change { return s.open(b, content, path) })
}

// open makes b, of which content was read, the brief as a new document.
func (s *Session) open(b brief.Brief, content work.Content, path string) Change {
	s.past, s.future = nil, nil
	s.newest++
	s.first, s.revision, s.saved = s.newest, s.newest, s.newest
	s.path = path
	s.readOnly, s.briefing = nil, none
	if v := b.Newer(); v > 0 {
		s.readOnly = &brief.VersionError{Version: v}
	}
	s.clock = Clock{Speed: s.clock.Speed, TrueTime: s.clock.TrueTime, Loop: s.clock.Loop}
	s.selected, s.hover, s.marked, s.filter = "", "", nil, Filter{}
	c := s.set(b, content)
	s.cursor = none
	_, s.clock.Now = s.Extent()
	s.restoreShow()
	return c | SavedChanged | SelectionChanged | HoverChanged | ClockChanged | FilterChanged | MarksChanged | StepsChanged
}

// atOnce is how many events are arranged while the person waits; more are in
// the background.
const atOnce = 20_000

// adopt makes b the brief, reading it again where that is needed; commit is
// called just before.
func (s *Session) adopt(b brief.Brief, what string, commit func()) {
	if s.brief.SameReading(b) && len(s.content.Events) <= atOnce {
		commit()
		s.changed(s.set(b, s.deps.Engine.Arrange(b, s.content.Reports)) | SavedChanged)
		return
	}
	var content work.Content
	same, reports := s.brief.SameReading(b), s.content.Reports
	s.run(what, func(ctx context.Context, progress func(string, float64)) (err error) {
		if same {
			content = s.deps.Engine.Arrange(b, reports)
			return ctx.Err()
		}
		content, err = s.deps.Engine.Read(ctx, b, progress)
		return err
	}, func() Change {
		commit()
		return s.set(b, content) | SavedChanged
	})
}
