package scene

import (
	"fmt"

	"dateline/timeline"
)

// Words says what a scene says of itself (legend, clock, counts) in another
// language. Texts may hold verbs of package fmt, which stay.
type Words interface {
	Say(english string) string
	Date(english string) string // as timeline.FormatWhen writes it
	Events(n int) string        // "3 events"
}

func (in *Input) say(english string) string {
	if in.Words == nil {
		return english
	}
	return in.Words.Say(english)
}

func (in *Input) sayDate(english string) string {
	if in.Words == nil {
		return english
	}
	return in.Words.Date(english)
}

func (in *Input) formatWhen(w timeline.When, style timeline.WhenStyle) string {
	return in.sayDate(timeline.FormatWhen(w, style))
}

func (in *Input) events(n int) string {
	if in.Words == nil {
		return many(n, "event")
	}
	return in.Words.Events(n)
}

func many(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
