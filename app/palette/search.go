// Package palette is the one box in which everything is found by typing:
// commands, events, places and dates.
package palette

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"dateline/app/command"
	"dateline/app/words"
	"dateline/geo/gazetteer"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/edtf"
)

// Kind is what sort of thing was found.
type Kind string

// The kinds, as they are written in front of what was found.
const (
	CommandKind Kind = "Do"
	EventKind   Kind = "Event"
	PlaceKind   Kind = "Place"
	DateKind    Kind = "Date"
)

// Hit is one thing found.
type Hit struct {
	Kind   Kind
	Title  string
	Detail string // of second rank: a date, a division
	Key    string // a command's shortcut
	Run    func()

	score int
}

// Sources is what can be searched. A nil func finds nothing of its kind.
type Sources struct {
	Commands []command.Command
	Events   []scene.Event
	Meta     func(scene.Event) string
	Places   func(typed string) []gazetteer.Match
	Where    func(gazetteer.Place) string // what contains it

	ToEvent func(timeline.ID)
	ToPlace func(gazetteer.Place)
	ToDate  func(edtf.Value)
}

// The most that is shown of each kind.
const (
	maxCommands = 6
	maxEvents   = 8
	maxPlaces   = 6
)

// Search finds what the words typed can mean, the likeliest kind first. With
// nothing typed it offers the commands that can be done now.
func (s Sources) Search(typed string) []Hit {
	q := strings.TrimSpace(typed)
	words := strings.Fields(strings.ToLower(q))
	var out []Hit
	if d, ok := s.date(q); ok {
		out = append(out, d)
	}
	events := best(s.events(words), maxEvents)
	commands := best(s.commands(words), maxCommands)
	if len(words) == 0 {
		return append(commands, events...)
	}
	if len(commands) > 0 && commands[0].score >= starts && (len(events) == 0 || events[0].score < starts) {
		out = append(out, commands...)
		out = append(out, events...)
	} else {
		out = append(out, events...)
		out = append(out, commands...)
	}
	return append(out, s.places(q)...)
}

// How well words fit a title.
const (
	within = 1 // somewhere
	begins = 2 // each begins a word
	starts = 3 // the title begins with the first
)

// fit says how well all words fit a text; 0: one of them is missing.
func fit(words []string, text string) int {
	text = strings.ToLower(text)
	score := starts
	for i, w := range words {
		at := strings.Index(text, w)
		switch {
		case at < 0:
			return 0
		case i == 0 && at == 0:
		case beginsWord(text, w):
			score = min(score, begins)
		default:
			score = within
		}
	}
	return score
}

func beginsWord(text, w string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], w)
		if i < 0 {
			return false
		}
		i += from
		if i == 0 || !unicode.IsLetter(rune(text[i-1])) {
			return true
		}
		from = i + 1
	}
}

func best(hits []Hit, n int) []Hit {
	slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Compare(b.score, a.score) })
	return hits[:min(n, len(hits))]
}

func (s Sources) commands(words []string) []Hit {
	var out []Hit
	for _, c := range s.Commands {
		if !c.Enabled() || c.ID == "view.search" {
			continue
		}
		if n := fit(words, c.Now()); n > 0 {
			out = append(out, Hit{Kind: CommandKind, Title: c.Now(), Key: c.Shortcut(), Run: c.Run, score: n})
		}
	}
	return out
}

func (s Sources) events(words []string) []Hit {
	var out []Hit
	for _, e := range s.Events {
		meta := ""
		if s.Meta != nil {
			meta = s.Meta(e)
		}
		n := fit(words, e.Title)
		if n == 0 && len(words) > 0 {
			if n = min(fit(words, e.Title+" "+meta+" "+e.Side), within); n == 0 {
				continue
			}
		}
		out = append(out, Hit{Kind: EventKind, Title: e.Title, Detail: meta, score: n, Run: func() { s.ToEvent(e.ID) }})
	}
	return out
}

func (s Sources) places(q string) []Hit {
	if s.Places == nil || len([]rune(q)) < 2 {
		return nil
	}
	var out []Hit
	for _, m := range s.Places(q) {
		if m.Adj || m.Abbrev {
			continue
		}
		h := Hit{Kind: PlaceKind, Title: m.Place.Name, Run: func() { s.ToPlace(m.Place) }}
		if s.Where != nil {
			h.Detail = s.Where(m.Place)
		}
		if out = append(out, h); len(out) == maxPlaces {
			break
		}
	}
	return out
}

// date reads what was typed as a date that there can be something at.
func (s Sources) date(q string) (Hit, bool) {
	if s.ToDate == nil || len(q) < 3 || !strings.ContainsFunc(q, unicode.IsDigit) {
		return Hit{}, false
	}
	v, err := edtf.ParseUser(q)
	if err != nil {
		return Hit{}, false
	}
	title := words.F("Go to %s", words.When(timeline.NewWhen(v, "", timeline.Span{}), timeline.LongYearWhen))
	return Hit{Kind: DateKind, Title: title, Run: func() { s.ToDate(v) }}, true
}
