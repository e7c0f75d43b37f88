package brief

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/source"
)

// Open reads a brief. The error is a *DamagedError for what is no brief,
// ErrTooLarge, or one of r. What the file says beyond what this version
// understands is kept for Save. A brief that a newer program has written is
// read as far as it can be understood, see Brief.Newer, and else the error is
// a *VersionError.
func Open(r io.Reader) (Brief, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return Brief{}, fmt.Errorf("reading the brief: %w", err)
	}
	if len(data) > MaxSize {
		return Brief{}, ErrTooLarge
	}
	return Unmarshal(data)
}

// Read opens the brief in a file.
func Read(path string) (Brief, error) {
	f, err := os.Open(path)
	if err != nil {
		return Brief{}, fmt.Errorf("reading the brief: %w", err)
	}
	defer f.Close()
	return Open(f)
}

// Unmarshal reads a brief from the bytes of its file; see Open.
func Unmarshal(data []byte) (Brief, error) {
	if !utf8.Valid(data) {
		return Brief{}, &DamagedError{Err: errors.New("it is not UTF-8 text")}
	}
	var raw json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil {
		return Brief{}, syntaxError(data, err)
	}
	f := readObject("", raw)
	var version int
	if !f.take("dateline", &version) && f.err == nil {
		return Brief{}, &DamagedError{Err: errors.New(`it does not say "dateline", its version`)}
	}
	if f.err == nil && version < 1 {
		return Brief{}, &DamagedError{At: "dateline", Err: fmt.Errorf("there is no version %d", version)}
	}
	if f.err != nil {
		return Brief{}, f.err
	}
	b, err := readParts(f, version)
	if version > Version {
		if err != nil {
			return Brief{}, &VersionError{version}
		}
		b.newer = version
	}
	return b, err
}

// readParts reads the keys of a brief of that version, those of an older one
// brought up to date.
func readParts(f *fields, version int) (Brief, error) {
	if err := migrate(f, version); err != nil {
		return Brief{}, err
	}
	var b Brief
	for _, p := range parts() {
		raw, ok := f.left[p.key]
		if !ok {
			continue
		}
		delete(f.left, p.key)
		if isNull(raw) {
			continue
		}
		if err := p.read(&b, raw); err != nil {
			return Brief{}, err
		}
	}
	var err error
	b.extra, err = f.done()
	return b, err
}

func readReport(at string, raw json.RawMessage) (Report, error) {
	var r Report
	d := &r.Document
	f := readObject(at, raw)
	var lines, blocks []string
	f.take("name", &d.Name)
	f.take("title", &d.Title)
	f.take("publisher", &d.Publisher)
	f.take("published", &r.Published)
	if d.Published = r.Published; f.err == nil {
		f.take("published_in_file", &d.Published)
	}
	f.take("text", &lines)
	f.take("blocks", &blocks)
	f.take("warnings", &d.Warnings)
	var err error
	if r.extra, err = f.done(); err != nil {
		return Report{}, err
	}
	d.Text = strings.Join(lines, "\n")
	if strings.ContainsRune(d.Text, 0) {
		return Report{}, &DamagedError{At: at, Err: errors.New("its text has a NUL character")}
	}
	sum := sha256.Sum256([]byte(d.Text))
	d.ID = timeline.SourceID(hex.EncodeToString(sum[:])[:12])
	end := 0
	for i, s := range blocks {
		b, err := readBlock(s)
		if err == nil && (b.Start < end || b.End < b.Start || b.End > len(d.Text) ||
			!boundary(d.Text, b.Start) || !boundary(d.Text, b.End)) {
			err = fmt.Errorf("%q is not a stretch of the text", s)
		}
		if err != nil {
			return Report{}, &DamagedError{At: fmt.Sprintf("%s, block %d", at, i+1), Err: err}
		}
		end = b.End
		d.Blocks = append(d.Blocks, b)
	}
	return r, nil
}

// boundary reports whether no character of s lies across byte i.
func boundary(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }

func readBlock(s string) (source.Block, error) {
	bounds, kind, ok := strings.Cut(s, " ")
	start, end, ok2 := strings.Cut(bounds, "-")
	a, err := strconv.Atoi(start)
	b, err2 := strconv.Atoi(end)
	k := slices.Index(blockKinds[:], kind)
	if !ok || !ok2 || err != nil || err2 != nil || k < 0 || a < 0 {
		return source.Block{}, fmt.Errorf("%q is no block", s)
	}
	return source.Block{Start: a, End: b, Kind: source.BlockKind(k)}, nil
}

func readEdit(at string, raw json.RawMessage) (Edit, error) {
	var e Edit
	f := readObject(at, raw)
	e.Title = optional[string](f, "title")
	e.Kind = optional[timeline.Kind](f, "kind")
	e.When = optional[edtf.Value](f, "when")
	e.Side = optional[string](f, "side")
	e.Status = optional[timeline.Status](f, "status")
	e.Note = optional[string](f, "note")
	was := f.nested("actors", "places", "way", "figures", "claims", "media")
	takeMore(f, &e)
	var err error
	if e.extra, err = f.done(); err != nil {
		return Edit{}, err
	}
	if e.was, err = beyond(was, e); err != nil {
		return Edit{}, err
	}
	if e.Kind != nil && !slices.Contains(timeline.Kinds[:], *e.Kind) {
		return Edit{}, &DamagedError{At: at, Err: fmt.Errorf("there is no kind %q", *e.Kind)}
	}
	if e.Status != nil {
		switch *e.Status {
		case timeline.Proposed, timeline.Accepted, timeline.Rejected:
		default:
			return Edit{}, &DamagedError{At: at, Err: fmt.Errorf("there is no status %q", *e.Status)}
		}
	}
	return e, checkMore(at, e)
}

// optional takes a key whose absence means something.
func optional[T any](f *fields, key string) *T {
	var v T
	if f.take(key, &v) {
		return &v
	}
	return nil
}

func readShow(raw json.RawMessage) (Show, error) {
	var s Show
	f := readObject("show", raw)
	s.Camera.take(f)
	f.take("mode", &s.Mode)
	f.take("step", &s.Step)
	f.take("style", &s.Style)
	f.take("tiles", &s.Tiles)
	var err error
	if s.extra, err = f.done(); err != nil {
		return Show{}, err
	}
	return s, s.Camera.check("show")
}
