//go:build window

package main_test

import (
	"context"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestRealWindow opens the program's window on the screen that DISPLAY names
// (scripts/screen makes one), steps through the sample with the arrow keys and
// looks whether each pane follows. It needs ./dateline, xdotool and import.
func TestRealWindow(t *testing.T) {
	if os.Getenv("DISPLAY") == "" {
		t.Fatal("there is no screen: run it through scripts/screen 1440x900")
	}
	w := openWindow(t, "data/samples/iraq-2014.dateline")

	w.key("Home")
	w.settle()
	first := w.capture("first")
	w.key("Right")
	w.settle()
	second := w.capture("second")
	for name, pane := range panes {
		if !differs(first, second, pane) {
			t.Errorf("a step does not change the %s", name)
		}
	}
	w.key("Left")
	w.settle()
	if back := w.capture("back"); differs(first, back, panes["map"]) {
		t.Error("a step back does not show the map of before")
	}

	// A click into the map selects and leaves the keys where they are.
	w.do("mousemove", "720", "300", "click", "1")
	w.key("End")
	w.settle()
	if last := w.capture("last"); !differs(second, last, panes["timeline"]) {
		t.Error("after a click into the map End does nothing")
	}

	// With the report's text in place of the list, a step marks other words.
	w.do("mousemove", "117", "64", "click", "1", "mousemove", "720", "20")
	w.key("Home")
	w.settle()
	text := w.capture("report")
	if !differs(first, text, panes["list"]) {
		t.Error("the tab Report does not show the text")
	}
	w.key("Right")
	w.settle()
	if marked := w.capture("report-second"); !differs(text, marked, panes["list"]) {
		t.Error("a step does not change the report's text")
	}

	w.key("Home")
	w.key("space")
	time.Sleep(4 * time.Second)
	w.key("space")
	w.settle()
	if played := w.capture("played"); !differs(first, played, panes["timeline"]) {
		t.Error("playing does not move the timeline")
	}
}

// TestRealPresentation presents the sample to its end with the keys of a
// clicker, and leaves.
func TestRealPresentation(t *testing.T) {
	w := openWindow(t, "data/samples/iraq-2014.dateline")
	whole := image.Rect(0, 0, 1440, 900)
	w.settle()
	before := w.capture("before")
	w.key("F5")
	w.settle()
	last := w.capture("present-first")
	if !differs(before, last, whole) {
		t.Fatal("F5 does not present")
	}
	w.key("Next")
	w.settle()
	if second := w.capture("present-second"); !differs(last, second, whole) {
		t.Error("a key does not show the next step")
	}
	w.key("b")
	w.settle()
	if r, g, b, _ := w.capture("present-black").At(700, 400).RGBA(); r+g+b != 0 {
		t.Error("the screen is not black")
	}
	for range 40 { // more than there are steps, movements ended early
		w.key("Next")
	}
	w.settle()
	end := w.capture("present-end")
	w.key("Next")
	w.settle()
	if differs(end, w.capture("present-end-2"), whole) {
		t.Error("there is something behind the last step")
	}
	w.key("Escape")
	w.settle()
	if back := w.capture("present-left"); differs(before, back, image.Rect(0, 0, 300, 100)) {
		t.Error("Escape does not lead back")
	}
}

// TestRealRecovery ends the program with no warning after an edit, and starts
// it again: it asks.
func TestRealRecovery(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	w := openWindow(t, "data/samples/iraq-2014.dateline")
	w.key("Home")
	w.key("a")
	w.settle()
	w.end()
	again := openWindow(t)
	again.settle()
	asked := again.capture("recover")
	again.key("Escape")
	again.settle()
	if !differs(asked, again.capture("recover-later"), image.Rect(460, 300, 980, 600)) {
		t.Error("after it was killed it does not ask whether to recover")
	}
}

// panes are where the views lie in a window of 1440 by 900.
var panes = map[string]image.Rectangle{
	"list":      image.Rect(0, 110, 300, 600),
	"map":       image.Rect(340, 60, 1080, 600),
	"inspector": image.Rect(1120, 60, 1440, 600),
	"timeline":  image.Rect(100, 690, 1440, 880),
}

// realWindow is the program running.
type realWindow struct {
	t   *testing.T
	id  string
	end func() // kills the program
}

// openWindow starts the program and waits until its window stands still.
func openWindow(t *testing.T, args ...string) *realWindow {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, "./dateline", args...)
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	if err := cmd.Start(); err != nil {
		cancel()
		t.Fatal(err)
	}
	end := sync.OnceFunc(func() {
		cancel()
		_ = cmd.Wait() // it was ended from outside
	})
	t.Cleanup(end)
	w := &realWindow{t: t, end: end}
	for range 120 {
		time.Sleep(500 * time.Millisecond)
		out, err := exec.Command("xdotool", "search", "--onlyvisible", "--class", "dateline").Output()
		if ids := strings.Fields(string(out)); err == nil && len(ids) > 0 {
			w.id = ids[0]
			break
		}
	}
	if w.id == "" {
		t.Fatal("no window appeared")
	}
	w.settle()
	w.do("windowfocus", "--sync", w.id)
	return w
}

func (w *realWindow) do(args ...string) {
	w.t.Helper()
	if out, err := exec.Command("xdotool", args...).CombinedOutput(); err != nil {
		w.t.Fatalf("xdotool %v: %v %s", args, err, out)
	}
}

func (w *realWindow) key(name string) { w.do("key", name) }

// settle waits until the screen has not changed for a while.
func (w *realWindow) settle() {
	w.t.Helper()
	before := w.capture("")
	for range 40 {
		time.Sleep(500 * time.Millisecond)
		after := w.capture("")
		if !differs(before, after, after.Bounds()) {
			return
		}
		before = after
	}
	w.t.Fatal("the window does not come to rest")
}

// capture is the screen; named, it is kept where OUT says.
func (w *realWindow) capture(name string) image.Image {
	w.t.Helper()
	path := filepath.Join(w.t.TempDir(), "screen.png")
	if dir := os.Getenv("OUT"); dir != "" && name != "" {
		path = filepath.Join(dir, fmt.Sprintf("window-%s.png", name))
	}
	if out, err := exec.Command("import", "-window", "root", path).CombinedOutput(); err != nil {
		w.t.Fatalf("import: %v %s", err, out)
	}
	f, err := os.Open(path)
	if err != nil {
		w.t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		w.t.Fatal(err)
	}
	return img
}

// differs reports whether more than a few pixels of a part differ.
func differs(a, b image.Image, part image.Rectangle) bool {
	n := 0
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			r1, g1, b1, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			if r1 != r2 || g1 != g2 || b1 != b2 {
				if n++; n > 40 {
					return true
				}
			}
		}
	}
	return false
}

// TestRealWindowReviews reviews, corrects, finds and takes back in the real
// window, by keys alone, and looks whether each pane follows.
func TestRealWindowReviews(t *testing.T) {
	if os.Getenv("DISPLAY") == "" {
		t.Fatal("there is no screen: run it through scripts/screen 1440x900")
	}
	w := openWindow(t, "data/samples/iraq-2014.dateline")
	list, inspector := panes["list"], panes["inspector"]
	changes := func(what string, pane image.Rectangle, do func()) image.Image {
		t.Helper()
		before := w.capture("")
		do()
		w.settle()
		after := w.capture(what)
		if !differs(before, after, pane) {
			t.Errorf("%s shows nowhere", what)
		}
		return after
	}
	w.key("Home")
	w.settle()
	start := w.capture("review-start")
	changes("accept", list, func() { w.key("a") })
	changes("reject", list, func() { w.key("x") })
	w.key("ctrl+z")
	w.key("ctrl+z")
	w.key("Home")
	w.settle()
	rows := image.Rect(0, 95, 310, 540) // without the scroll bar: the pane below may have made room
	if back := w.capture("review-undone"); differs(start, back, rows) {
		t.Error("the list is not as it was when all is taken back")
	}

	changes("edit", inspector, func() { w.key("e") })
	changes("headline", inspector, func() {
		w.key("ctrl+a")
		w.do("type", "--delay", "20", "Corrected by hand")
		w.key("Tab")
	})
	changes("done", inspector, func() { w.key("Escape"); w.key("ctrl+z") })

	changes("find", list, func() {
		w.key("ctrl+f")
		time.Sleep(time.Second)
		w.do("type", "--delay", "20", "samarra")
	})
	changes("found all again", list, func() { w.key("Escape") })

	changes("search", inspector, func() {
		w.key("ctrl+k")
		time.Sleep(time.Second)
		w.do("type", "--delay", "20", "tikrit")
		time.Sleep(time.Second)
		w.key("Return")
	})
	changes("only the map", list, func() { w.key("ctrl+backslash") })
	changes("the panes again", list, func() { w.key("ctrl+backslash") })
}
