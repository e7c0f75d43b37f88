package window

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"dateline/app/kit"
	"dateline/app/session"
	"dateline/app/theme"
	"dateline/app/words"
)

// banner is the one place in which errors are shown.
type banner struct {
	w      *Window
	object *fyne.Container
	text   *kit.Label
	err    error // one that did not come from the session
}

func newBanner(w *Window) *banner {
	b := &banner{w: w, text: kit.Wrapped(kit.NewLabel("", theme.SizeBody, false, theme.Alert))}
	dismiss := kit.NewButton(words.T("Dismiss"), kit.Outlined, func() {
		b.err = nil
		w.session.ClearErr()
		b.update(w.session)
	})
	dismiss.OnKey = w.typed
	ground := kit.NewFill(theme.Selected)
	b.object = container.NewStack(ground, container.NewBorder(nil, kit.HRule(), nil, nil,
		container.NewBorder(nil, nil, nil, kit.Inset(0, 0, 12, 14, container.NewCenter(dismiss)), kit.Inset(11, 9, 14, 0, b.text))))
	b.object.Hide()
	return b
}

// height is the banner's height at a width.
func (b *banner) height(width float32) float32 {
	return max(b.text.HeightFor(width-150)+20, 44)
}

func (b *banner) update(s *session.Session) {
	err := s.Err()
	if err == nil {
		err = b.err
	}
	if err == nil {
		b.object.Hide()
	} else {
		b.text.SetText(sentence(err))
		b.object.Show()
		if s.Empty() && b.w.welcome != nil {
			b.w.welcome.fail(sentence(err))
		}
	}
	b.w.relayout()
}

// sentence is an error as a sentence: with a capital, unless it begins with the
// name of a file, and a full stop.
func sentence(err error) string {
	s := strings.TrimRight(err.Error(), ". ")
	first, _, _ := strings.Cut(s, " ")
	if !strings.ContainsAny(strings.TrimSuffix(first, ":"), `./\:_-0123456789`) {
		s = upperFirst(s)
	}
	return s + "."
}

// fail shows an error.
func (w *Window) fail(err error) {
	w.banner.err = err
	w.banner.update(w.session)
}

// busyCard says what is being done, how far it is, and lets it be given up.
type busyCard struct {
	object *fyne.Container
	what   *kit.Label
	bar    *widget.ProgressBar
	do     func(func())
	since  time.Time // when the job began; zero: none
	s      *session.Session
}

// patience is how long a job may take before it is shown.
const patience = 200 * time.Millisecond

func newBusyCard(w *Window) *busyCard {
	b := &busyCard{what: kit.Body(""), bar: widget.NewProgressBar(), do: w.do, s: w.session}
	b.bar.TextFormatter = func() string { return "" }
	cancel := kit.NewButton(words.T("Cancel"), kit.Outlined, w.session.CancelJob)
	cancel.OnKey = w.typed
	ground := kit.NewFill(theme.Paper)
	ground.Border, ground.Radius = theme.Border, theme.Radius
	card := container.NewStack(ground, kit.Inset(16, 16, 20, 20, kit.Column(
		b.what, kit.Space(0, 10), kit.Sized(320, 8, b.bar), kit.Space(0, 12), container.NewHBox(cancel),
	)))
	b.object = container.NewCenter(kit.Sized(380, 120, card))
	b.object.Hide()
	return b
}

func (b *busyCard) update(s *session.Session) {
	what, fraction, busy := s.Busy()
	if !busy {
		b.since = time.Time{}
		b.object.Hide()
		return
	}
	b.what.SetText(what + " …")
	b.bar.SetValue(fraction)
	if b.since.IsZero() {
		began := time.Now()
		b.since = began
		time.AfterFunc(patience, func() {
			b.do(func() {
				if b.since.Equal(began) {
					b.object.Show()
				}
			})
		})
	}
}
