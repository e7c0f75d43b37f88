// Package present shows a briefing to a room: the slides in a window for those
// who listen, and in another one, for who speaks, the notes, the clock and what
// comes next.
package present

import (
	"strconv"
	"time"
)

// Blank is a screen without anything.
type Blank uint8

// The blank screens.
const (
	NotBlank Blank = iota
	Black
	White
)

// Talk is where a presentation is. It knows no window.
type Talk struct {
	N       int // slides
	At      int // the one that is shown, from 0
	Blank   Blank
	Typed   string // a number that is being typed
	Playing bool
	Loop    bool
	Speed   float64 // of playing, 1 is as the steps say
}

// The speeds of playing.
const (
	slowest = 0.25
	fastest = 8.0
)

// Dwell is how long a step stays while the briefing plays, if it does not say.
const Dwell = 5 * time.Second

// Effect says what a key did.
type Effect uint8

// The effects.
const (
	Nothing Effect = iota
	Moved          // At changed, or the slide is shown from the start again
	Changed        // something else did
	Home           // the map is to go back to where the slide has it
	Leave          // the presentation is to end
	Ring           // the form of the pointer changes
	Full           // the audience's window is to fill the screen, or no longer
	Speaker        // the presenter's window is to be shown, or no longer
)

// Key does what a key stands for; names are those of Fyne. While the map still
// moves to the slide, a key that goes on only ends that: see Finish.
func (t *Talk) Key(name string, shift, moving bool) Effect {
	if t.N == 0 {
		if name == "Escape" {
			return Leave
		}
		return Nothing
	}
	if d, ok := digit(name); ok {
		if len(t.Typed) < 5 {
			t.Typed += d
		}
		return Changed
	}
	typed := t.Typed
	t.Typed = ""
	switch name {
	case "Return", "KP_Enter":
		if n, err := strconv.Atoi(typed); err == nil && n >= 1 && n <= t.N {
			return t.Go(n - 1)
		}
		if typed != "" {
			return Changed
		}
		return t.on(moving)
	case "Space", "Right", "Down", "Next", "N":
		return t.on(moving)
	case "Left", "Up", "Prior", "BackSpace", "P", "Home", "End":
		return t.back(name, typed)
	case "B", ".":
		return t.blank(Black)
	case "W":
		return t.blank(White)
	case ",":
		if shift {
			return t.faster(0.5)
		}
		return t.blank(White)
	case "<":
		return t.faster(0.5)
	case ">":
		return t.faster(2)
	case "Escape":
		if typed != "" || t.Blank != NotBlank {
			t.Blank = NotBlank
			return Changed
		}
		return Leave
	case "K", "F5":
		t.Playing = !t.Playing
		return Changed
	case "L":
		t.Loop = !t.Loop
		return Changed
	case "R":
		return Ring
	case "S":
		return Speaker
	case "F11":
		return Full
	}
	if typed != "" {
		return Changed
	}
	return Nothing
}

func (t *Talk) back(name, typed string) Effect {
	switch name {
	case "BackSpace":
		if typed != "" {
			t.Typed = typed[:len(typed)-1]
			return Changed
		}
		return Home
	case "Home":
		return t.Go(0)
	case "End":
		return t.Go(t.N - 1)
	}
	if t.Blank != NotBlank {
		t.Blank = NotBlank
		return Changed
	}
	return t.Go(t.At - 1)
}

// digit is a key that stands for a figure.
func digit(name string) (string, bool) {
	if len(name) == 4 && name[:3] == "KP_" {
		name = name[3:]
	}
	return name, len(name) == 1 && name[0] >= '0' && name[0] <= '9'
}

func (t *Talk) on(moving bool) Effect {
	switch {
	case t.Blank != NotBlank:
		t.Blank = NotBlank
		return Changed
	case moving:
		return Changed // see Finish
	}
	return t.Go(t.At + 1)
}

// Finish reports whether a key that goes on would first end a movement.
func (t *Talk) Finish(name string) bool {
	switch name {
	case "Space", "Right", "Down", "Next", "N":
		return t.Blank == NotBlank && t.Typed == ""
	case "Return", "KP_Enter":
		return t.Blank == NotBlank && t.Typed == ""
	}
	return false
}

// Go shows slide i, if there is one.
func (t *Talk) Go(i int) Effect {
	if i < 0 || i >= t.N {
		return Nothing
	}
	t.Blank = NotBlank
	if i == t.At {
		return Home
	}
	t.At = i
	return Moved
}

func (t *Talk) blank(b Blank) Effect {
	if t.Blank == b {
		b = NotBlank
	}
	t.Blank = b
	return Changed
}

func (t *Talk) faster(by float64) Effect {
	t.Speed = min(max(t.speed()*by, slowest), fastest)
	return Changed
}

func (t *Talk) speed() float64 {
	if t.Speed == 0 {
		return 1
	}
	return t.Speed
}

// Stay is how long a slide stays while the briefing plays, of which the step
// says dwell.
func (t *Talk) Stay(dwell time.Duration) time.Duration {
	if dwell <= 0 {
		dwell = Dwell
	}
	return time.Duration(float64(dwell) / t.speed())
}

// PlayOn goes on to the next slide while the briefing plays; at the end to the
// first, or it ends to play.
func (t *Talk) PlayOn() Effect {
	switch {
	case !t.Playing || t.N == 0:
		return Nothing
	case t.At+1 < t.N:
		return t.Go(t.At + 1)
	case t.Loop && t.N > 1:
		return t.Go(0)
	}
	t.Playing = false
	return Changed
}
