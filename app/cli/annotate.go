package cli

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"strings"
	"unicode/utf8"

	"dateline/app/brief"
	"dateline/app/work"
	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/source"
)

// annotateCmd annotates documents; docs/annotate.md describes what it reads
// and writes.
type annotateCmd struct {
	Explain bool `help:"Add to every mention, time and event why it was read so, in words."`
}

// leastMemory is from where on memory is cleared early, which a long document
// would else leave for later; every byte of a document allows four more.
const leastMemory int64 = 60 << 20

// maxLine is the longest document that annotate takes, in bytes of JSON.
const maxLine = 64 << 20

type documentJSON struct {
	ID    json.RawMessage `json:"id"`
	Text  *string         `json:"text"`
	DCT   *string         `json:"dct"`
	Title *string         `json:"title"`
}

type annotationJSON struct {
	ID       json.RawMessage `json:"id"`
	Mentions []mentionJSON   `json:"mentions"`
	Timex    []timexJSON     `json:"timex"`
	Events   []incidentJSON  `json:"events"`
}

type mentionJSON struct {
	Start     int      `json:"start"`
	End       int      `json:"end"`
	Text      string   `json:"text"`
	Lat       *float64 `json:"lat"`
	Lon       *float64 `json:"lon"`
	GeonameID *int64   `json:"geonameid"`
	Adj       bool     `json:"adj,omitempty"`
	Why       string   `json:"why,omitempty"` // only where asked for
}

type timexJSON struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Type  string `json:"type"`
	Value string `json:"value"`
	Why   string `json:"why,omitempty"`
}

type incidentJSON struct {
	Date    *string `json:"date"`
	DateTo  *string `json:"date_to"`
	Place   *string `json:"place"`
	Country *string `json:"country"`
	Why     string  `json:"why,omitempty"`
}

// Run annotates line by line. Documents are read at the same time, as many as
// there are processors, and written in their order.
func (a *annotateCmd) Run(c *call) error {
	ctx, cancel := context.WithCancel(c.ctx)
	defer cancel()
	limit := leastMemory
	debug.SetMemoryLimit(limit)
	pending := make(chan chan answer, runtime.GOMAXPROCS(0))
	go func() {
		defer close(pending)
		r := bufio.NewReaderSize(c.stdin, 1<<16)
		for n := 1; ; n++ {
			line, err := readLine(r)
			if len(bytes.TrimSpace(line)) > 0 {
				if m := leastMemory + 4*int64(len(line)); m > limit {
					limit = m
					debug.SetMemoryLimit(limit)
				}
				one := make(chan answer, 1)
				select {
				case pending <- one:
				case <-ctx.Done():
					return
				}
				go func() {
					data, err := annotateLine(ctx, c.env.Engine, line, a.Explain)
					if err != nil {
						err = fmt.Errorf("line %d of the input: %w", n, err)
					}
					one <- answer{data, err}
				}()
			}
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				one := make(chan answer, 1)
				one <- answer{err: fmt.Errorf("line %d of the input: %w", n, err)}
				select {
				case pending <- one:
				case <-ctx.Done():
				}
				return
			}
		}
	}()
	w := bufio.NewWriterSize(c.stdout, 1<<16)
	for one := range pending {
		a := <-one
		if a.err != nil {
			return errors.Join(a.err, written(w.Flush(), "the annotations"))
		}
		if _, err := w.Write(a.data); err != nil {
			return written(err, "the annotations")
		}
		if len(pending) == 0 {
			if err := w.Flush(); err != nil {
				return written(err, "the annotations")
			}
		}
	}
	return errors.Join(c.ctx.Err(), written(w.Flush(), "the annotations"))
}

// answer is one annotated line.
type answer struct {
	data []byte
	err  error
}

// readLine reads a line of any length up to maxLine, without its end.
func readLine(r *bufio.Reader) ([]byte, error) {
	var line []byte
	for {
		part, err := r.ReadSlice('\n')
		line = append(line, part...)
		if len(line) > maxLine {
			return nil, fmt.Errorf("a document of more than %d MB: split it", maxLine>>20)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return bytes.TrimRight(line, "\r\n"), err
		}
	}
}

// pieceSize is how many bytes of a document are read at once. A longer one is
// read piece by piece, so that no length of it takes more memory than its
// annotations do.
const pieceSize = 512 << 10

// annotateLine annotates one document.
func annotateLine(ctx context.Context, engine Engine, line []byte, explain bool) ([]byte, error) {
	var d documentJSON
	if err := json.Unmarshal(line, &d); err != nil {
		return nil, fmt.Errorf("not a JSON document: %w", err)
	}
	if d.Text == nil {
		return nil, errors.New(`the document has no "text"`)
	}
	if len(d.ID) == 0 {
		d.ID = json.RawMessage("null")
	}
	whole := *d.Text
	var out annotationText
	for base, points := 0, 0; base < len(whole); {
		piece := whole[base:min(len(whole), base+pieceSize)]
		if base+len(piece) < len(whole) {
			piece = piece[:cutBefore(piece)]
		}
		d.Text = &piece
		doc, ok, err := asDocument(d)
		if err != nil {
			return nil, err
		}
		if ok {
			one, err := annotatePiece(ctx, engine, doc, piece, explain)
			if err != nil {
				return nil, err
			}
			if err := out.add(one, points); err != nil {
				return nil, err
			}
		}
		base += len(piece)
		points += utf8.RuneCountInString(piece)
	}
	return out.line(d.ID), nil
}

// cutBefore is where to cut a piece of a text: after its last empty line, else
// its last line, else its last space in the second half, else before a letter.
func cutBefore(piece string) int {
	half := len(piece) / 2
	for _, end := range [...]string{"\n\n", "\n", ". ", " "} {
		if i := strings.LastIndex(piece[half:], end); i >= 0 {
			return half + i + len(end)
		}
	}
	n := len(piece)
	for n > half && !utf8.RuneStart(piece[n-1]) {
		n--
	}
	return max(1, n-1)
}

// annotatePiece annotates a document that can be read at once.
func annotatePiece(ctx context.Context, engine Engine, doc source.Document, text string, explain bool) (annotationJSON, error) {
	out := annotationJSON{Mentions: []mentionJSON{}, Timex: []timexJSON{}, Events: []incidentJSON{}}
	c, err := engine.Read(ctx, brief.FromDocument(doc), func(string, float64) {})
	if err != nil {
		return out, err
	}
	f, err := engine.Finder()
	if err != nil {
		return out, err
	}
	annotate(&out, text, c, f.CountryName, explain)
	return out, nil
}

// annotationText is an annotation as it is being written.
type annotationText struct{ mentions, timex, events bytes.Buffer }

// add writes the annotation of a piece that begins at a code point.
func (t *annotationText) add(a annotationJSON, at int) error {
	for i := range a.Mentions {
		a.Mentions[i].Start, a.Mentions[i].End = a.Mentions[i].Start+at, a.Mentions[i].End+at
	}
	for i := range a.Timex {
		a.Timex[i].Start, a.Timex[i].End = a.Timex[i].Start+at, a.Timex[i].End+at
	}
	return errors.Join(addAll(&t.mentions, a.Mentions), addAll(&t.timex, a.Timex), addAll(&t.events, a.Events))
}

// addAll writes the elements of a list after those that are there.
func addAll[T any](b *bytes.Buffer, list []T) error {
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	for _, x := range list {
		if b.Len() > 0 {
			b.WriteByte(',')
		}
		if err := enc.Encode(x); err != nil {
			return fmt.Errorf("making the annotation: %w", err)
		}
		b.Truncate(b.Len() - 1) // the end of a line
	}
	return nil
}

// line is the whole annotation on a line.
func (t *annotationText) line(id json.RawMessage) []byte {
	out := make([]byte, 0, t.mentions.Len()+t.timex.Len()+t.events.Len()+len(id)+64)
	out = append(append(out, `{"id":`...), id...)
	for _, l := range [...]struct {
		key  string
		list *bytes.Buffer
	}{{"mentions", &t.mentions}, {"timex", &t.timex}, {"events", &t.events}} {
		out = append(append(append(append(out, `,"`...), l.key...), `":[`...), l.list.Bytes()...)
		out = append(out, ']')
	}
	return append(out, "}\n"...)
}

// asDocument makes a document whose text has a character for each of the
// input's, so that offsets agree; false for a text without a word.
func asDocument(d documentJSON) (source.Document, bool, error) {
	text := plain(*d.Text)
	doc, err := source.FromText("document", text)
	var empty *source.EmptyError
	if errors.As(err, &empty) {
		return source.Document{}, false, nil
	}
	if err != nil {
		return source.Document{}, false, err
	}
	if doc.Text != text {
		return source.Document{}, false, errors.New("the text could not be read as it stands")
	}
	doc.Published = edtf.Value{}
	if d.DCT != nil && *d.DCT != "" {
		if doc.Published, err = edtf.ParseUser(*d.DCT); err != nil {
			return source.Document{}, false, fmt.Errorf("dct: %w", err)
		}
	}
	if d.Title != nil {
		doc.Title = *d.Title
	}
	return doc, true, nil
}

// plain replaces characters that a report cannot have, one by one, each by one
// of as many bytes.
func plain(text string) string {
	odd := func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' || r == '\ufeff' }
	if strings.IndexFunc(text, odd) < 0 {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for i, r := range text {
		switch {
		case r == '\r' && (i+1 == len(text) || text[i+1] != '\n'):
			b.WriteByte('\n')
		case r == '\ufeff':
			b.WriteRune('\u2003')
		case odd(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// annotate fills in what was found. Texts are cut from the input as it came,
// which has its letters at the same bytes as what plain makes of it.
func annotate(out *annotationJSON, input string, c work.Content, countryName func(string) string, explain bool) {
	r := c.Reports[0]
	cp := newCodepoints(r.Reading.Document.Text)
	cut := func(start, end int) string { return input[max(0, min(start, len(input))):max(0, min(end, len(input)))] }
	for _, m := range r.Result.Mentions {
		s, e := cp.at(m.Mention.Span.Start), cp.at(m.Mention.Span.End)
		one := mentionJSON{Start: s, End: e, Text: cut(m.Mention.Span.Start, m.Mention.Span.End), Adj: m.Mention.Adj}
		if explain {
			one.Why = whyPlace(m)
		}
		if len(m.Candidates) > 0 {
			p := m.Candidates[0].Place
			lon, lat := degrees(p.Point[0]), degrees(p.Point[1])
			one.Lon, one.Lat = &lon, &lat
			if m.Why == "" {
				one.GeonameID = id(p)
			}
		}
		out.Mentions = append(out.Mentions, one)
	}
	for _, t := range r.Reading.Times {
		s, e := cp.at(t.Start), cp.at(t.End)
		one := timexJSON{Start: s, End: e, Text: cut(t.Start, t.End), Type: string(t.Type), Value: t.Value}
		if explain {
			one.Why = whyTime(t)
		}
		out.Timex = append(out.Timex, one)
	}
	about := countryName(focus(r.Result))
	for _, e := range c.Events {
		for _, one := range incidents(e, countryName) {
			if one.Country == nil {
				one.Country = text(about)
			}
			if explain {
				one.Why = whyEvent(e, r.Reading.Document.Text)
			}
			out.Events = append(out.Events, one)
		}
	}
}

// focus is the country that most of a report's places lie in, demonyms
// counting half; "" where there is none, and the first named of equals.
func focus(r geocode.Result) string {
	votes := map[string]float64{}
	best := ""
	for _, m := range r.Mentions {
		if len(m.Candidates) == 0 {
			continue
		}
		votes[m.Candidates[0].Place.Country] += 1
		if m.Mention.Adj {
			votes[m.Candidates[0].Place.Country] -= 0.5
		}
	}
	delete(votes, "") // seas and continents
	for _, m := range r.Mentions {
		if len(m.Candidates) > 0 && votes[m.Candidates[0].Place.Country] > votes[best] {
			best = m.Candidates[0].Place.Country
		}
	}
	return best
}

// incidents are an event as one incident for each town it happened in: "attacks
// in X, Y and Z" are three.
func incidents(e scene.Event, countryName func(string) string) []incidentJSON {
	main := incident(e, countryName)
	all := []incidentJSON{main}
	for _, l := range e.At {
		if l.Role != timeline.At || l.Place.Level == gazetteer.Country || !l.Drawable() {
			continue
		}
		name := oneLine(l.Name)
		if main.Place == nil || *main.Place == name {
			continue
		}
		one := main
		one.Place, one.Country = text(name), text(countryName(l.Place.Country))
		all = append(all, one)
	}
	return all
}

// incident is an event as its day, its most exact place and that one's
// country. A date of which only the end is known is that end.
func incident(e scene.Event, countryName func(string) string) incidentJSON {
	var out incidentJSON
	from, to := e.When.Earliest, e.When.Latest
	if from.IsZero() {
		from = to
	}
	if !from.IsZero() {
		out.Date = text(from.Format("2006-01-02"))
	}
	if !to.IsZero() {
		out.DateTo = text(to.Format("2006-01-02"))
	}
	best := -1
	for i, l := range e.At {
		if best < 0 || l.Role == timeline.At && e.At[best].Role != timeline.At && l.Place.Level <= e.At[best].Place.Level ||
			e.At[best].Place.Level == gazetteer.Country && l.Place.Level != gazetteer.Country {
			best = i
		}
	}
	switch {
	case best >= 0:
		l := e.At[best]
		if l.Drawable() {
			out.Place = text(oneLine(l.Name))
		}
		out.Country = text(countryName(l.Place.Country))
	case len(e.Missing) > 0:
		out.Place = text(oneLine(e.Missing[0].Name))
	}
	return out
}

// text is a string that is null where it is empty.
func text(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
