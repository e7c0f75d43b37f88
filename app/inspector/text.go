// Package inspector shows everything that is known of one event, with the
// words that say so, and lets a person decide about it.
package inspector

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"dateline/app/reportview"
	"dateline/app/words"
	"dateline/app/work"
	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/source"
)

// Event is what the inspector shows of an event, in words.
type Event struct {
	Title   string
	Summary string // "Battle · ISIS against Shia fighters"
	When    string
	Stated  string // the report's words for it, "" if it gives none
	WhenWhy string
	Places  []Place
	NoPlace string // why it is not on the map, "" if it is
	Quotes  []Quote
	Figures []string
	Claims  []Claim
	Moves   string // "Mosul → Tikrit → Diyala"
	After   []string
	Note    string
	Media   []string
}

// Place is one place of the event.
type Place struct {
	Name  string // as the gazetteer has it, with what contains it
	Count string // "1 of 3", "" where there was no choice
	Why   string
}

// Quote is a stretch of the report with the words to be pointed out in it.
type Quote struct {
	Text  string
	Words []reportview.Word
}

// Claim is one account. Grade is empty while nobody judged it.
type Claim struct{ Grade, By, Stance string }

// Describe puts an event into words.
func Describe(e scene.Event, c work.Content, docs []source.Document, name func(geocode.Location) string) Event {
	d := Event{
		Title: e.Title, Summary: summary(e), When: words.When(e.When, timeline.LongYearWhen),
		Stated: e.When.Stated, NoPlace: e.Unplaced, Moves: moves(e.Movement),
	}
	d.When = upper(d.When)
	if e.When.Stated == "" && e.When.Known() {
		d.WhenWhy = words.T("The report gives no day: bounded by what comes before it and by its own date.")
	}
	for _, l := range e.At {
		if l.Country {
			continue
		}
		p := Place{Name: name(l), Why: placeWhy(l)}
		if n := candidates(e, l, c); n > 1 {
			p.Count = words.F("1 of %d", n)
		}
		d.Places = append(d.Places, p)
	}
	if len(d.Places) == 0 && d.NoPlace == "" {
		d.NoPlace = words.T("The report names no place for it.")
	}
	for _, s := range e.From {
		if q, ok := quote(e, s, docs); ok {
			d.Quotes = append(d.Quotes, q)
		}
	}
	for _, f := range e.Figures {
		d.Figures = append(d.Figures, figure(f))
	}
	for _, cl := range e.Claims {
		d.Claims = append(d.Claims, account(cl))
	}
	for _, id := range e.After {
		if i := c.Find(id); i >= 0 {
			d.After = append(d.After, c.Events[i].Title)
		}
	}
	return d
}

// account puts a claim into words; a grade that nobody gave is left out.
func account(c timeline.Claim) Claim {
	out := Claim{By: upper(c.By), Stance: strings.ToLower(words.Term(c.Stance))}
	if g := c.Grade.String(); g != "F6" {
		out.Grade = g
	}
	if out.By == "" || strings.EqualFold(out.By, "report") {
		out.By, out.Stance = words.T("The report itself"), words.T("says so")
	}
	return out
}

// summary is the kind and who takes part.
func summary(e scene.Event) string {
	kind := words.Term(e.Kind)
	var by, against, with, of []string
	add := func(list []string, s string) []string {
		if s == "" || slices.Contains(list, s) {
			return list
		}
		return append(list, s)
	}
	for _, a := range e.Actors {
		switch a.Role {
		case timeline.Against:
			against = add(against, a.Name)
		case timeline.With:
			with = add(with, a.Name)
		case timeline.Of:
			of = add(of, a.Name)
		default:
			by = add(by, a.Name)
		}
	}
	who := strings.Join(by, ", ")
	if len(with) > 0 {
		who += " " + words.F("with %s", strings.Join(with, ", "))
	}
	if len(against) > 0 {
		who += " " + words.F("against %s", strings.Join(against, ", "))
	}
	if who == "" {
		who = strings.Join(of, ", ")
	}
	if who = strings.TrimSpace(who); who == "" {
		return kind
	}
	return kind + " · " + who
}

func placeWhy(l geocode.Location) string {
	var parts []string
	switch {
	case l.Area != "":
		parts = append(parts, words.T("Known to the division: its area is drawn."))
	case l.RadiusKM >= 1:
		parts = append(parts, words.F("Drawn to about %d km: “%s”.", int(math.Round(l.RadiusKM)), strings.ToLower(words.Term(l.Role))))
	}
	if l.Why != "" {
		why := upper(words.T(l.Why))
		if !strings.HasSuffix(why, ".") {
			why += "."
		}
		parts = append(parts, why)
	}
	return strings.Join(parts, " ")
}

// candidates counts what the name of a location could mean.
func candidates(e scene.Event, l geocode.Location, c work.Content) int {
	n := 0
	for _, p := range e.Places {
		if p.Name != l.Name {
			continue
		}
		for _, r := range c.Reports {
			for _, m := range r.Result.Mentions {
				if m.Mention.Name == p.Name && (m.Mention.Span == p.Span || n == 0) {
					n = len(m.Candidates)
				}
			}
		}
	}
	return n
}

func moves(m *timeline.Movement) string {
	if m == nil {
		return ""
	}
	var stops []string
	for _, list := range [][]timeline.Place{m.From, m.Via, m.To} {
		for _, p := range list {
			stops = append(stops, p.Name)
		}
	}
	if len(stops) < 2 && len(m.Toward) == 0 && m.Direction == "" {
		return "" // no way, only a place
	}
	s := strings.Join(stops, " → ")
	if len(m.Toward) > 0 {
		if s != "" {
			s += ", "
		}
		s += words.F("toward %s", m.Toward[0].Name)
	}
	if m.Direction != "" {
		if s != "" {
			s += ", "
		}
		s += words.T(m.Direction + "ward")
	}
	if s == "" {
		return ""
	}
	if m.By != "" {
		s = m.By + ": " + s
	}
	return upper(s)
}

// quote cuts a span out of its report, with the event's own words marked.
func quote(e scene.Event, s timeline.Span, docs []source.Document) (Quote, bool) {
	for _, d := range docs {
		if d.ID != s.Source && s.Source != "" || s.Start < 0 || s.End > len(d.Text) || s.Start >= s.End {
			continue
		}
		q := Quote{Text: strings.TrimRight(d.Text[s.Start:s.End], " \n\t")}
		for _, w := range Words(e) {
			lo, hi := max(w.Start, s.Start)-s.Start, min(w.End, s.End)-s.Start
			hi = min(hi, len(q.Text))
			if lo < hi {
				q.Words = append(q.Words, reportview.Word{Start: lo, End: hi, Date: w.Date})
			}
		}
		return q, true
	}
	return Quote{}, false
}

// Words are where the report names the date and the places of an event, in
// bytes of its text.
func Words(e scene.Event) []reportview.Word {
	var words []reportview.Word
	add := func(s timeline.Span, date bool) {
		if s.Len() <= 0 {
			return
		}
		w := reportview.Word{Start: s.Start, End: s.End, Date: date}
		if !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	add(e.When.From, true)
	for _, p := range e.Places {
		add(p.Span, false)
	}
	slices.SortFunc(words, func(a, b reportview.Word) int { return a.Start - b.Start })
	return words
}

func figure(f timeline.Figure) string {
	s := f.Stated
	if s == "" {
		s = fmt.Sprintf("%.0f", f.Min)
	}
	if f.Of != "" && !strings.Contains(strings.ToLower(s), strings.ToLower(f.Of)) {
		s += " " + f.Of
	}
	return s
}

// upper begins a phrase with a capital.
func upper(s string) string {
	for i, r := range s {
		if i == 0 {
			return strings.ToUpper(string(r)) + s[len(string(r)):]
		}
	}
	return s
}
