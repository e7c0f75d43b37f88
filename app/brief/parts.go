package brief

import (
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"

	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
)

// parts are the keys of a brief's file after its version, in their order. A
// new field of Brief needs a part here, and nothing else, to be saved, opened,
// kept in the journal and recovered.
func parts() []part {
	return []part{
		valueOf[string]{
			key: "title", of: func(b *Brief) *string { return &b.Title },
			read:  decodeTo[string]("title"),
			write: func(s string) (json.RawMessage, error) { return encode(s) },
		}.part(),
		valueOf[string]{
			key: "banner", of: func(b *Brief) *string { return &b.Banner },
			read: decodeTo[string]("banner"), write: notEmpty[string],
		}.part(),
		valueOf[scene.Hue]{
			key: "banner_hue", of: func(b *Brief) *scene.Hue { return &b.BannerHue },
			read: decodeTo[scene.Hue]("banner_hue"), write: notEmpty[scene.Hue],
		}.part(),
		listOf[Report]{
			key: "reports", noun: "report", always: true,
			of:    func(b *Brief) *[]Report { return &b.Reports },
			read:  func(_ *Brief, at string, raw json.RawMessage) (Report, error) { return readReport(at, raw) },
			write: func(_ Brief, r Report) (json.RawMessage, error) { return marshalReport(r) },
		}.part(),
		mapOf[timeline.ID, Edit]{
			key: "edits", noun: "edit of", of: func(b *Brief) *map[timeline.ID]Edit { return &b.Edits },
			read: readEdit, write: marshalEdit, same: Edit.Same,
		}.part(),
		listOf[Own]{
			key: "own", noun: "own event", of: func(b *Brief) *[]Own { return &b.Own },
			read:  func(_ *Brief, at string, raw json.RawMessage) (Own, error) { return readOwn(at, raw) },
			write: func(_ Brief, o Own) (json.RawMessage, error) { return marshalOwn(o) },
			check: checkOwn,
		}.part(),
		listOf[geocode.Pin]{
			key: "pins", noun: "pin", of: func(b *Brief) *[]geocode.Pin { return &b.Pins },
			read: readPin, write: marshalPin,
		}.part(),
		listOf[scene.Side]{
			key: "sides", noun: "side", of: func(b *Brief) *[]scene.Side { return &b.Sides },
			read: readSide, write: marshalSide,
		}.part(),
		listOf[Era]{
			key: "eras", noun: "era", of: func(b *Brief) *[]Era { return &b.Eras },
			read: readEra, write: marshalEra,
		}.part(),
		listOf[scene.Control]{
			key: "controls", noun: "area of control", of: func(b *Brief) *[]scene.Control { return &b.Controls },
			read: readControl, write: marshalControl,
		}.part(),
		listOf[scene.Front]{
			key: "fronts", noun: "front", of: func(b *Brief) *[]scene.Front { return &b.Fronts },
			read: readFront, write: marshalFront,
		}.part(),
		listOf[scene.Route]{
			key: "routes", noun: "route", of: func(b *Brief) *[]scene.Route { return &b.Routes },
			read: readRoute, write: marshalRoute,
		}.part(),
		listOf[Step]{
			key: "steps", noun: "step", of: func(b *Brief) *[]Step { return &b.Steps },
			read:  func(_ *Brief, at string, raw json.RawMessage) (Step, error) { return readStep(at, raw) },
			write: func(_ Brief, s Step) (json.RawMessage, error) { return marshalStep(s) },
		}.part(),
		listOf[Bookmark]{
			key: "bookmarks", noun: "bookmark", of: func(b *Brief) *[]Bookmark { return &b.Bookmarks },
			read:  func(_ *Brief, at string, raw json.RawMessage) (Bookmark, error) { return readBookmark(at, raw) },
			write: func(_ Brief, m Bookmark) (json.RawMessage, error) { return marshalBookmark(m) },
		}.part(),
		valueOf[Show]{
			key: "show", of: func(b *Brief) *Show { return &b.Show },
			read: readShow,
			write: func(s Show) (json.RawMessage, error) {
				raw, err := marshalShow(s)
				if string(raw) == "{}" {
					raw = nil
				}
				return raw, err
			},
		}.part(),
	}
}

// notEmpty writes a text, and nothing where there is none.
func notEmpty[T ~string](s T) (json.RawMessage, error) {
	if s == "" {
		return nil, nil
	}
	return encode(string(s))
}

// decodeTo reads a value of encoding/json.
func decodeTo[T any](at string) func(json.RawMessage) (T, error) {
	return func(raw json.RawMessage) (T, error) {
		var v T
		if err := json.Unmarshal(raw, &v); err != nil {
			return v, &DamagedError{At: at, Err: err}
		}
		return v, nil
	}
}

// Patch is what changed from one brief to another: Apply makes it again. It is
// JSON on one line, nil where nothing changed. What the file said beyond what
// this version understands at its top never changes.
func Patch(from, to Brief) ([]byte, error) {
	var o object
	any := false
	for _, p := range parts() {
		raw, err := p.diff(from, to)
		if err != nil {
			return nil, fmt.Errorf("noting a change of %s: %w", p.key, err)
		}
		if raw != nil {
			o.put(p.key, raw)
			any = true
		}
	}
	if !any {
		return nil, o.err
	}
	return o.bytes()
}

// Apply returns the brief with a change that Patch noted. The error is a
// *DamagedError for what is no change, or none of this brief.
func (b Brief) Apply(patch []byte) (Brief, error) {
	if !utf8.Valid(patch) {
		return b, &DamagedError{At: "a change", Err: errors.New("it is not UTF-8 text")}
	}
	f := readObject("a change", patch)
	if f.err != nil {
		return b, f.err
	}
	for _, p := range parts() {
		raw, ok := f.left[p.key]
		if !ok {
			continue
		}
		delete(f.left, p.key)
		if err := p.patch(&b, raw); err != nil {
			return b, err
		}
	}
	for key := range f.left {
		return b, &DamagedError{At: "a change", Err: fmt.Errorf("there is no %q in a brief", key)}
	}
	return b, nil
}
