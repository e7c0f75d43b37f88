package inspector

import (
	"slices"

	"dateline/app/brief"
	"dateline/app/words"
	"dateline/app/work"
	"dateline/geo/scene"
	"dateline/timeline"
)

// Fields is what a person can change of an event.
type Fields struct {
	ID      timeline.ID
	Title   string
	Kind    timeline.Kind
	Side    string
	Sides   []string // that there are in the brief
	When    timeline.When
	Places  []brief.Place
	Figures []timeline.Figure
	Claims  []timeline.Claim
	Note    string
	Media   []brief.Media
	Moves   string // the way in words; "" where there is none
	Drawn   bool   // the way was drawn by hand
}

// FieldsOf are the fields of an event.
func FieldsOf(e scene.Event, edit brief.Edit, c work.Content) Fields {
	f := Fields{
		ID: e.ID, Title: e.Title, Kind: e.Kind, Side: e.Side, When: e.When, Places: work.PlacesOf(e.Placed),
		Figures: slices.Clone(e.Figures), Claims: slices.Clone(e.Claims), Moves: moves(e.Movement), Drawn: edit.Way != nil,
	}
	for _, s := range c.Sides {
		f.Sides = append(f.Sides, s.Name)
	}
	if edit.Note != nil {
		f.Note = *edit.Note
	}
	if edit.Media != nil {
		f.Media = slices.Clone(*edit.Media)
	}
	return f
}

// Choice is one place that what was typed can mean.
type Choice struct {
	Name   string // "Al Miqdādīyah"
	Detail string // "Diyala, Iraq"
	Why    string // "population 298,000"
	Place  brief.Place
}

// roles are the parts that a place can play, as they are offered.
var roles = [...]timeline.Role{timeline.At, timeline.Near, timeline.From, timeline.Via, timeline.To, timeline.Toward}

func names[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = words.Term(v)
	}
	return out
}

// grades are the grades of the Admiralty code, the first for none.
func grades() []string {
	out := []string{"–"}
	for r := 'A'; r <= 'F'; r++ {
		for c := '1'; c <= '6'; c++ {
			out = append(out, string(r)+string(c))
		}
	}
	return out
}

// gradeIndex is where a grade stands in grades.
func gradeIndex(g timeline.Admiralty) int {
	if !brief.ValidGrade(g) || g == "" {
		return 0
	}
	return int(g[0]-'A')*6 + int(g[1]-'1') + 1
}
