package inspector

import (
	"reflect"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dateline/app/brief"
	"dateline/app/kit"
	"dateline/app/theme"
	"dateline/app/words"
	"dateline/app/work"
	"dateline/timeline"
	"dateline/timeline/edtf"
)

// Editor is what the form asks of the window.
type Editor struct {
	// Edit changes the event that is shown, as one step with that name.
	Edit func(what string, change func(*brief.Edit))
	// ReadDate reads a date and says how it is understood.
	ReadDate func(typed string) (v edtf.Value, understood string, err error)
	// Complete gives the places that what is typed can mean.
	Complete func(typed string) []Choice
	// Candidates shows places on the map, numbered from 1; none takes them away.
	Candidates func([]Choice)
	// Place puts a place in the place of the i-th; len(places) adds one.
	Place func(i int, p brief.Place)
	// DrawWay lets the way of an advance be drawn on the map.
	DrawWay func()
	// Leave gives the keys back to the window.
	Leave func()
}

// form is the fields of one event.
type form struct {
	ed     *Editor
	cur    Fields
	object *fyne.Container

	title, when, note, newSide *kit.Entry
	understood                 *kit.Label
	kind, side                 *kit.Pick
	places, claims             *fyne.Container
	figures, media, way        *fyne.Container
	search                     *placeSearch
	first                      fyne.Focusable
}

func newForm(ed *Editor, f Fields) *form {
	m := &form{ed: ed, cur: f}
	m.title = m.entry(f.Title, words.T("Headline"), func(s string) {
		if s = strings.TrimSpace(s); s != "" && s != m.cur.Title {
			m.cur.Title = s
			ed.Edit(words.T("Headline"), func(e *brief.Edit) { e.Title = &s })
		}
	})
	m.first = m.title
	m.kind = kit.NewPick(names(timeline.Kinds[:]), slices.Index(timeline.Kinds[:], f.Kind), func(i int) {
		m.cur.Kind = timeline.Kinds[i]
		ed.Edit(words.T("Kind"), func(e *brief.Edit) { e.Kind = &timeline.Kinds[i] })
	})
	m.newSide = m.entry("", words.T("Name of the side"), func(s string) { m.setSide(strings.TrimSpace(s)) })
	m.newSide.Hide()
	m.side = kit.NewPick(nil, 0, m.pickSide)
	m.fillSides()
	m.understood = kit.Wrapped(kit.NewLabel("", theme.SizeMeta, false, theme.Muted))
	m.when = m.entry(typedDate(f.When), words.T("14 June 2014, 9 to 13 June, last Friday"), m.commitDate)
	m.when.OnChanged = m.readDate
	m.readDate(m.when.Text)
	m.note = kit.NewEntry(true)
	m.note.SetText(f.Note)
	m.note.SetPlaceHolder(words.T("Notes"))
	m.note.OnEscape = ed.Leave
	m.note.OnLeave = m.commitNote
	m.places, m.claims, m.figures, m.media, m.way = kit.Column(), kit.Column(), kit.Column(), kit.Column(), kit.Column()
	m.fill()
	m.object = kit.Column(
		caption(words.T("Headline")), m.title,
		kit.Space(0, 4), container.NewGridWithColumns(2, kit.Labelled(words.T("Kind"), m.kind), kit.Labelled(words.T("Side"), m.side)), m.newSide,
		caption(words.T("When")), m.when, kit.Space(0, 3), m.understood,
		caption(words.T("Where")), m.places,
		caption(words.T("Accounts")), m.claims,
		caption(words.T("Figures")), m.figures,
		caption(words.T("Movement")), m.way,
		caption(words.T("Notes")), kit.Sized(0, 74, m.note),
		caption(words.T("Pictures and recordings")), m.media,
		kit.Space(0, 14),
	)
	return m
}

// entry is a field that tells what it says when it is left or submitted.
func (m *form) entry(text, hint string, commit func(string)) *kit.Entry {
	e := kit.NewEntry(false)
	e.SetText(text)
	e.SetPlaceHolder(hint)
	e.OnSubmitted = commit
	e.OnLeave = func() { commit(e.Text) }
	e.OnEscape = m.ed.Leave
	return e
}

// focus gives the keys to a field, one not shown before too.
func (m *form) focus(f fyne.Focusable) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(m.title); c != nil {
		c.Focus(f)
	}
}

// typedDate is a date as it could have been typed.
func typedDate(w timeline.When) string {
	if w.EDTF.IsZero() {
		return ""
	}
	s := timeline.FormatWhen(timeline.NewWhen(w.EDTF, "", timeline.Span{}), timeline.LongYearWhen)
	if v, err := edtf.ParseUser(s); err == nil && v.Equal(w.EDTF) {
		return s
	}
	return w.EDTF.String()
}

func (m *form) readDate(s string) {
	_, text, err := m.ed.ReadDate(s)
	m.understood.SetColor(theme.Muted)
	if err != nil {
		m.understood.SetColor(theme.Alert)
	}
	if text == "" {
		text = words.T("No date.")
	}
	m.understood.SetText(text)
	if m.object != nil {
		m.object.Refresh()
	}
}

func (m *form) commitDate(s string) {
	v, _, err := m.ed.ReadDate(s)
	if err != nil || v.Equal(m.cur.When.EDTF) {
		return
	}
	m.cur.When.EDTF = v
	m.ed.Edit(words.T("Date"), func(e *brief.Edit) { e.When = &v })
}

func (m *form) commitNote() {
	s := m.note.Text
	if s == m.cur.Note {
		return
	}
	m.cur.Note = s
	m.ed.Edit(words.T("Note"), func(e *brief.Edit) {
		e.Note = &s
		if s == "" {
			e.Note = nil
		}
	})
}

// fillSides offers nobody, the sides that there are, and another one.
func (m *form) fillSides() {
	m.side.Texts = append(append([]string{words.T("Nobody")}, m.cur.Sides...), words.T("Another…"))
	m.side.Set(slices.Index(m.cur.Sides, m.cur.Side) + 1)
}

func (m *form) pickSide(i int) {
	switch {
	case i == 0:
		m.setSide("")
	case i == len(m.side.Texts)-1:
		m.newSide.Show()
		m.object.Refresh()
		m.focus(m.newSide)
	default:
		m.setSide(m.cur.Sides[i-1])
	}
}

func (m *form) setSide(s string) {
	if s == m.cur.Side || s == "" && m.newSide.Visible() {
		m.newSide.Hide()
		return
	}
	m.newSide.Hide()
	m.cur.Side = s
	m.ed.Edit(words.T("Side"), func(e *brief.Edit) { e.Side = &s })
}

// update shows what changed meanwhile, without touching what is being typed.
func (m *form) update(f Fields) {
	old := m.cur
	m.cur = f
	set := func(e *kit.Entry, have, want string) {
		if have != want && e.Text != want {
			e.SetText(want)
		}
	}
	set(m.title, old.Title, f.Title)
	if !old.When.EDTF.Equal(f.When.EDTF) {
		set(m.when, "", typedDate(f.When))
	}
	set(m.note, old.Note, f.Note)
	m.kind.Set(slices.Index(timeline.Kinds[:], f.Kind))
	m.fillSides()
	if !reflect.DeepEqual(old.Places, f.Places) || !reflect.DeepEqual(old.Claims, f.Claims) || !reflect.DeepEqual(old.Figures, f.Figures) ||
		!reflect.DeepEqual(old.Media, f.Media) || old.Moves != f.Moves || old.Drawn != f.Drawn {
		m.fill()
		m.object.Refresh()
	}
}

// fill makes the lists anew.
func (m *form) fill() {
	m.fillPlaces()
	m.fillClaims()
	m.fillFigures()
	m.fillMedia()
	m.way.RemoveAll()
	text := m.cur.Moves
	if m.cur.Drawn {
		text = words.T("Drawn by hand")
	}
	if text != "" {
		m.way.Add(kit.NewField(text, ""))
		m.way.Add(kit.Space(0, 5))
	}
	buttons := container.NewHBox()
	if m.ed.DrawWay != nil {
		buttons.Add(m.small(words.T("Draw on the map"), m.ed.DrawWay))
	}
	if m.cur.Drawn {
		buttons.Add(m.small(words.T("As read"), func() { m.ed.Edit(words.T("Way as read"), func(e *brief.Edit) { e.Way = nil }) }))
	}
	m.way.Add(buttons)
}

func (m *form) small(text string, tap func()) *kit.Button {
	b := kit.NewButton(text, kit.Outlined, tap)
	b.Small = true
	return b
}

func (m *form) remove(tip string, tap func()) *kit.Button {
	b := kit.NewIcon(kit.IconClose, tip, nil, tap)
	b.Small = true
	return b
}

// line puts fields side by side with a button to remove them.
func line(remove fyne.CanvasObject, fields ...fyne.CanvasObject) fyne.CanvasObject {
	return kit.Inset(0, 5, 0, 0, container.NewBorder(nil, nil, nil, remove, container.NewGridWithColumns(len(fields), fields...)))
}

func (m *form) fillClaims() {
	m.claims.RemoveAll()
	set := func(i int, change func(*timeline.Claim)) {
		list := slices.Clone(m.cur.Claims)
		change(&list[i])
		m.setClaims(list)
	}
	for i, c := range m.cur.Claims {
		by := m.entry(c.By, words.T("Who says it"), func(s string) {
			if i < len(m.cur.Claims) && s != m.cur.Claims[i].By {
				set(i, func(c *timeline.Claim) { c.By = s })
			}
		})
		stance := kit.NewPick(names(brief.Stances[:]), slices.Index(brief.Stances[:], c.Stance), func(k int) {
			set(i, func(c *timeline.Claim) { c.Stance = brief.Stances[k] })
		})
		all := grades()
		grade := kit.NewPick(all, gradeIndex(c.Grade), func(k int) {
			set(i, func(c *timeline.Claim) {
				c.Grade = ""
				if k > 0 {
					c.Grade = timeline.Admiralty(all[k])
				}
			})
		})
		m.claims.Add(container.NewBorder(nil, nil, nil, m.remove(words.T("Remove"), func() {
			m.setClaims(slices.Delete(slices.Clone(m.cur.Claims), i, i+1))
			m.fill()
			m.object.Refresh()
		}), by))
		m.claims.Add(kit.Inset(4, 8, 0, 30, container.NewGridWithColumns(2, stance, grade)))
	}
	m.claims.Add(container.NewHBox(m.small(words.T("Add an account"), func() {
		m.setClaims(append(slices.Clone(m.cur.Claims), timeline.Claim{Stance: timeline.Reports}))
		m.fill()
		m.object.Refresh()
	})))
}

func (m *form) setClaims(list []timeline.Claim) {
	m.cur.Claims = list
	m.ed.Edit(words.T("Accounts"), func(e *brief.Edit) { e.Claims = &list })
}

func (m *form) fillFigures() {
	m.figures.RemoveAll()
	for i, f := range m.cur.Figures {
		text := m.entry(figure(f), words.T("more than 130 guards"), func(s string) {
			if i >= len(m.cur.Figures) || s == figure(m.cur.Figures[i]) {
				return
			}
			if read, ok := work.ReadFigure(s); ok {
				list := slices.Clone(m.cur.Figures)
				read.Span = list[i].Span
				list[i] = read
				m.setFigures(list)
			}
		})
		m.figures.Add(line(m.remove(words.T("Remove"), func() {
			m.setFigures(slices.Delete(slices.Clone(m.cur.Figures), i, i+1))
			m.fill()
			m.object.Refresh()
		}), text))
	}
	add := m.entry("", words.T("Add: 540,000 people"), func(s string) {
		if read, ok := work.ReadFigure(s); ok {
			m.setFigures(append(slices.Clone(m.cur.Figures), read))
			m.fill()
			m.object.Refresh()
		}
	})
	m.figures.Add(add)
}

func (m *form) setFigures(list []timeline.Figure) {
	m.cur.Figures = list
	m.ed.Edit(words.T("Figures"), func(e *brief.Edit) { e.Figures = &list })
}

func (m *form) fillMedia() {
	m.media.RemoveAll()
	set := func(list []brief.Media) {
		m.cur.Media = list
		m.ed.Edit(words.T("Media"), func(e *brief.Edit) {
			e.Media = &list
			if len(list) == 0 {
				e.Media = nil
			}
		})
	}
	for i, x := range m.cur.Media {
		field := func(have, hint string, put func(*brief.Media, string)) *kit.Entry {
			return m.entry(have, hint, func(s string) {
				if i < len(m.cur.Media) && s != have {
					list := slices.Clone(m.cur.Media)
					put(&list[i], s)
					have = s
					set(list)
				}
			})
		}
		path := field(x.Path, words.T("File or address"), func(x *brief.Media, s string) { x.Path = s })
		credit := field(x.Credit, words.T("Credit"), func(x *brief.Media, s string) { x.Credit = s })
		m.media.Add(line(m.remove(words.T("Remove"), func() {
			set(slices.Delete(slices.Clone(m.cur.Media), i, i+1))
			m.fill()
			m.object.Refresh()
		}), path, credit))
	}
	m.media.Add(container.NewHBox(m.small(words.T("Add one"), func() {
		set(append(slices.Clone(m.cur.Media), brief.Media{}))
		m.fill()
		m.object.Refresh()
	})))
}
