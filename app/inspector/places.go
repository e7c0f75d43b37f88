package inspector

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dateline/app/brief"
	"dateline/app/kit"
	"dateline/app/theme"
	"dateline/app/words"
	"dateline/app/work"
)

// fillPlaces makes the fields of the places: what it is, the part it plays,
// how exactly it is known.
func (m *form) fillPlaces() {
	m.places.RemoveAll()
	for i, p := range m.cur.Places {
		name := p.Name
		if p.Found != "" && !strings.EqualFold(p.Found, p.Name) {
			name = p.Name + " – " + p.Found
		}
		change := kit.NewButton(name, kit.Outlined, func() { m.searchFor(i) })
		change.Small, change.Drop = true, true
		role := kit.NewPick(names(roles[:]), slices.Index(roles[:], p.Role), func(k int) {
			list := slices.Clone(m.cur.Places)
			list[i].Role = roles[k]
			m.setPlaces(words.T("Role of a place"), list)
		})
		radius := m.entry(km(p.RadiusKM), words.T("radius in km"), func(s string) {
			v, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(s), "km")), 64)
			if s == "" {
				v, err = 0, nil
			}
			if err != nil || v < 0 || v > 20000 || i >= len(m.cur.Places) || v == m.cur.Places[i].RadiusKM {
				return
			}
			list := slices.Clone(m.cur.Places)
			list[i].RadiusKM = v
			if v > 0 {
				list[i].Area = ""
			}
			m.setPlaces(words.T("Radius"), list)
		})
		m.places.Add(container.NewBorder(nil, nil, nil, m.remove(words.T("Remove the place"), func() {
			m.setPlaces(words.T("Remove a place"), slices.Delete(slices.Clone(m.cur.Places), i, i+1))
			m.fill()
			m.object.Refresh()
		}), change))
		m.places.Add(kit.Inset(4, 2, 0, 30, container.NewGridWithColumns(2, role, radius)))
		how := work.FormatPoint(p.Point())
		switch {
		case p.Whole:
			how = words.T("The whole country: no mark on the map.")
		case p.Area != "":
			how = words.T("The area of the division.")
		}
		m.places.Add(kit.Inset(0, 8, 0, 0, kit.Wrapped(kit.Meta(how))))
	}
	if m.search == nil {
		m.search = newPlaceSearch(m)
	}
	if len(m.cur.Places) == 0 {
		m.search.index = 0
		m.search.object.Show()
	}
	m.places.Add(m.search.object)
	if !m.search.object.Visible() {
		m.places.Add(container.NewHBox(m.small(words.T("Add a place"), func() { m.searchFor(len(m.cur.Places)) })))
	}
}

func (m *form) setPlaces(what string, list []brief.Place) {
	m.cur.Places = list
	m.ed.Edit(what, func(e *brief.Edit) { e.Places = &list })
}

// km writes a radius.
func km(v float64) string {
	if v == 0 {
		return ""
	}
	return strconv.FormatFloat(v, 'g', 4, 64) + " km"
}

// searchFor opens the search for the i-th place.
func (m *form) searchFor(i int) {
	m.search.index = i
	m.search.object.Show()
	m.fillPlaces()
	m.object.Refresh()
	text := ""
	if i < len(m.cur.Places) {
		text = m.cur.Places[i].Name
	}
	m.search.entry.SetText(text)
	m.search.find(text)
	m.focus(m.search.entry)
	m.search.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// placeSearch is a field in which a place is typed, with what it can mean.
type placeSearch struct {
	m       *form
	index   int
	entry   *kit.Entry
	list    *fyne.Container
	object  *fyne.Container
	choices []Choice
	rows    []*kit.Button
	at      int
}

// maxChoices is how many places are offered at once.
const maxChoices = 8

func newPlaceSearch(m *form) *placeSearch {
	s := &placeSearch{m: m, entry: kit.NewEntry(false), list: kit.Column()}
	s.entry.SetPlaceHolder(words.T("Name, or 33.98, 44.94"))
	s.entry.OnChanged = s.find
	s.entry.OnArrow = s.move
	s.entry.OnSubmitted = func(string) { s.choose(s.at) }
	s.entry.OnEscape = func() {
		s.close()
		m.fillPlaces()
		m.object.Refresh()
		m.ed.Leave()
	}
	s.object = kit.Column(s.entry, kit.Space(0, 4), s.list, kit.Space(0, 6))
	s.object.Hide()
	return s
}

// find offers what was typed can mean, here and on the map.
func (s *placeSearch) find(typed string) {
	s.choices = nil
	if strings.TrimSpace(typed) != "" {
		s.choices = s.m.ed.Complete(typed)
	}
	s.choices = s.choices[:min(len(s.choices), maxChoices)]
	s.list.RemoveAll()
	s.rows, s.at = nil, 0
	for i, c := range s.choices {
		b := kit.NewButton(fmt.Sprintf("%d  %s, %s", i+1, c.Name, c.Detail), kit.Plain, func() { s.choose(i) })
		b.Small, b.Left = true, true
		s.rows = append(s.rows, b)
		s.list.Add(b)
		if c.Why != "" {
			s.list.Add(kit.Inset(0, 3, 26, 0, kit.Wrapped(kit.Meta(c.Why))))
		}
	}
	if len(s.choices) == 0 && strings.TrimSpace(typed) != "" {
		s.list.Add(kit.NewLabel(words.T("Nothing of that name. Coordinates can be typed too."), theme.SizeMeta, false, theme.Muted))
	}
	s.light()
	s.m.ed.Candidates(s.choices)
	if s.m.object != nil {
		s.m.object.Refresh()
	}
}

func (s *placeSearch) move(by int) {
	if n := len(s.rows); n > 0 {
		s.at = (s.at + by + n) % n
		s.light()
	}
}

func (s *placeSearch) light() {
	for i, r := range s.rows {
		if r.Strong != (i == s.at) {
			r.Strong = i == s.at
			r.Refresh()
		}
	}
}

func (s *placeSearch) close() {
	s.object.Hide()
	s.m.ed.Candidates(nil)
}

// choose takes one of the places. It keeps the name that the report gives it
// and the part it plays.
func (s *placeSearch) choose(i int) {
	if i < 0 || i >= len(s.choices) {
		return
	}
	p := s.choices[i].Place
	if s.index < len(s.m.cur.Places) {
		old := s.m.cur.Places[s.index]
		p.Role, p.Span = old.Role, old.Span
		if old.Span.Len() > 0 && !strings.EqualFold(old.Name, p.Name) {
			p.Name, p.Found = old.Name, p.Name
		}
	}
	s.close()
	s.m.ed.Place(s.index, p)
	s.m.fillPlaces()
	s.m.object.Refresh()
}
