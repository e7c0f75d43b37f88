package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"dateline/app/brief"
	"dateline/app/kit"
	"dateline/app/theme"
	"dateline/app/words"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/edtf"
)

// caption stands over a field of a dialog.
func caption(s string) fyne.CanvasObject {
	return kit.Inset(10, 3, 0, 0, kit.NewLabel(s, theme.SizeMeta, true, theme.Muted))
}

// field is an entry of a dialog: Escape leads out of the dialog, Enter goes on.
func (w *Window) field(text, hint string, submit func()) *kit.Entry {
	e := kit.NewEntry(false)
	e.SetText(text)
	e.SetPlaceHolder(hint)
	e.OnEscape = w.dismiss
	if submit != nil {
		e.OnSubmitted = func(string) { submit() }
	}
	return e
}

// AskTitle asks for the brief's title.
func (w *Window) AskTitle() {
	if w.modal() || w.session.Empty() {
		return
	}
	ok := kit.NewButton(words.T("Done"), kit.Primary, nil)
	e := w.field(w.session.Brief().Title, words.T("Title of the brief"), func() { ok.Tapped(nil) })
	have := w.session.Brief()
	banner := w.field(have.Banner, words.T("Nothing"), func() { ok.Tapped(nil) })
	hue := kit.NewPick(capitals(hues[:]), max(slices.Index(hues[:], have.BannerHue), 0), nil)
	if have.Banner == "" {
		hue.Set(slices.Index(hues[:], scene.Grey))
	}
	ok.OnTap = func() {
		w.dismiss()
		if t := strings.TrimSpace(e.Text); t != "" {
			w.session.SetTitle(t)
		}
		w.session.SetBanner(strings.TrimSpace(banner.Text), hues[max(hue.At(), 0)])
	}
	w.ask(words.T("Title of the brief"), kit.Column(e, caption(words.T("Handling, at the head and foot of every picture and slide")), banner, kit.Space(0, 6), hue),
		fyne.NewSize(480, 250), nil, ok)
	w.win.Canvas().Focus(e)
}

// unchanged is what stands where several events differ and shall.
const unchanged = "As they are" // words.Mark("As they are")

// AskBulk asks what to change in all selected events.
func (w *Window) AskBulk() {
	ids := w.session.Selection()
	if w.modal() || len(ids) < 2 {
		return
	}
	kinds := []string{words.T(unchanged)}
	for _, k := range timeline.Kinds {
		kinds = append(kinds, kindName(k))
	}
	names := w.sideNames()
	sides := append([]string{words.T(unchanged), words.T("Nobody")}, names...)
	statuses := [...]timeline.Status{timeline.Proposed, timeline.Accepted, timeline.Rejected}
	grades := append([]string{words.T(unchanged), words.T("Not graded")}, gradeNames()...)

	kind := kit.NewPick(kinds, 0, nil)
	side := kit.NewPick(sides, 0, nil)
	status := kit.NewPick([]string{words.T(unchanged), words.T("Proposed"), words.T("Accepted"), words.T("Rejected")}, 0, nil)
	grade := kit.NewPick(grades, 0, nil)
	status2 := kit.Wrapped(kit.NewLabel("", theme.SizeMeta, false, theme.Muted))
	ok := kit.NewButton(words.N(len(ids), "Change %d events"), kit.Primary, nil)
	date := w.field("", words.T("As they are – or a date for all"), func() { ok.Tapped(nil) })
	var when edtf.Value
	date.OnChanged = func(s string) {
		var text string
		var err error
		when, text, err = w.readDate(s, "")
		ok.SetEnabled(err == nil)
		status2.SetText(text)
	}
	ok.OnTap = func() {
		w.dismiss()
		w.session.EditAll(ids, words.T("Change"), func(id timeline.ID, e *brief.Edit) {
			if i := kind.At(); i > 0 {
				e.Kind = &timeline.Kinds[i-1]
			}
			switch i := side.At(); {
			case i == 1:
				e.Side = new(string)
			case i > 1:
				e.Side = &names[i-2]
			}
			if i := status.At(); i > 0 {
				e.Status = &statuses[i-1]
			}
			if !when.IsZero() {
				e.When = &when
			}
			if i := grade.At(); i > 0 {
				if ev, ok := w.session.Event(id); ok {
					e.Claims = regraded(ev.Event, grades[i])
				}
			}
		})
	}
	body := kit.Column(caption(words.T("Kind")), kind, caption(words.T("Side")), side, caption(words.T("Decision")), status, caption(words.T("Grade of the accounts")), grade,
		caption(words.T("Date")), date, kit.Space(0, 4), status2)
	w.ask(words.N(len(ids), "Change %d events"), body, fyne.NewSize(460, 480), nil, ok)
}

// regraded are the accounts of an event with another grade: an event without
// any has the report's own.
func regraded(e timeline.Event, grade string) *[]timeline.Claim {
	g := timeline.Admiralty(grade)
	if !brief.ValidGrade(g) {
		g = ""
	}
	claims := append([]timeline.Claim(nil), e.Claims...)
	if len(claims) == 0 {
		c := timeline.Claim{By: "report", Stance: timeline.Reports}
		if len(e.From) > 0 {
			c.Source, c.From = e.From[0].Source, e.From[0]
		}
		claims = append(claims, c)
	}
	for i := range claims {
		claims[i].Grade = g
	}
	return &claims
}

// gradeNames are the grades of the Admiralty code.
func gradeNames() []string {
	var out []string
	for r := 'A'; r <= 'F'; r++ {
		for c := '1'; c <= '6'; c++ {
			out = append(out, string(r)+string(c))
		}
	}
	return out
}

// kindName is a kind as people write it.
func kindName(k timeline.Kind) string { return words.Term(k) }

// sideNames are the parties of the brief.
func (w *Window) sideNames() []string {
	var out []string
	for _, s := range w.session.Content().Sides {
		out = append(out, s.Name)
	}
	return out
}
