package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"dateline/timeline"
)

// maxBytes is the size of the largest report that is read.
const maxBytes = 64 << 20

// Read reads a report: plain text or HTML, told apart by its content and the
// ending of its name. Files that cannot be read give an *UnsupportedError,
// *NotTextError, *EmptyError or *TooLargeError; the last without reading the
// file where r tells its size. Reading stops when ctx is done.
func Read(ctx context.Context, name string, r io.Reader) (Document, error) {
	if size := sizeOf(r); size > maxBytes {
		return Document{}, &TooLargeError{Name: name, Size: size}
	}
	raw, err := readAll(ctx, name, r)
	if err != nil {
		return Document{}, err
	}
	if strings.TrimSpace(string(raw[:min(len(raw), 4096)])) == "" && strings.TrimSpace(string(raw)) == "" {
		return Document{}, &EmptyError{Name: name}
	}
	if format(name, raw) == formatHTML {
		return fromHTML(name, raw)
	}
	text, warnings, err := decode(name, raw)
	if err != nil {
		return Document{}, err
	}
	d, err := FromText(name, text)
	d.Warnings = append(warnings, d.Warnings...)
	return d, err
}

// sizeOf asks a file for its size; -1 if r is something else.
func sizeOf(r io.Reader) int64 {
	if f, ok := r.(interface{ Stat() (fs.FileInfo, error) }); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			return info.Size()
		}
	}
	if s, ok := r.(interface{ Size() int64 }); ok {
		return s.Size()
	}
	return -1
}

// readAll reads everything, refusing known formats at their first bytes.
func readAll(ctx context.Context, name string, r io.Reader) ([]byte, error) {
	var raw []byte
	buf := make([]byte, 256<<10)
	for sniffed := false; ; {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("reading %s: %w", name, err)
		}
		n, err := r.Read(buf)
		raw = append(raw, buf[:n]...)
		if !sniffed && (len(raw) >= 4096 || err != nil) {
			sniffed = true
			if err := refuse(name, raw); err != nil {
				return nil, err
			}
		}
		if len(raw) > maxBytes {
			return nil, &TooLargeError{Name: name}
		}
		if errors.Is(err, io.EOF) {
			return raw, nil
		}
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", name, err)
		}
	}
}

// FromText reads pasted text. Line ends are made \n; text that holds NUL or
// nothing at all is an error as for Read.
func FromText(name, text string) (Document, error) {
	text, repaired := tidy(text)
	if err := checkText(name, text); err != nil {
		return Document{}, err
	}
	d := Document{Name: name, Text: text}
	d.Warnings = append(d.Warnings, repaired...)
	d.Blocks = blocksOf(text)
	d.describe()
	return d, nil
}

// describe fills in ID, and Title, Published and Publisher from the text where
// nothing better is known.
func (d *Document) describe() {
	d.ID = timeline.SourceID(d.SHA256()[:12])
	m := readHeader(d.Text, d.Blocks)
	d.Warnings = append(d.Warnings, m.warnings...)
	if d.Title == "" {
		d.Title = m.title
	}
	if d.Published.IsZero() {
		d.Published = m.published
	}
	if d.Publisher == "" {
		d.Publisher = m.publisher
	}
}
