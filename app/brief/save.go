package brief

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"dateline/app/file"
	"dateline/timeline/source"
)

// Ext is the extension of a brief's file.
const Ext = ".dateline"

// IsFile reports whether a file of that name is a brief, by its extension.
func IsFile(name string) bool { return strings.EqualFold(filepath.Ext(name), Ext) }

// Save writes the brief to a file, whole or not at all.
func Save(path string, b Brief) error {
	data, err := Marshal(b)
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	return file.Write(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// Marshal gives the brief as it stands in a file: JSON, indented, keys in a
// fixed order and each report's text line by line, so that two versions can be
// compared with the usual tools. The same brief gives the same bytes. The error
// is a *VersionError for a brief that a newer program has written: what this one
// does not understand of it could be spoiled.
func Marshal(b Brief) ([]byte, error) {
	if b.newer > 0 {
		return nil, &VersionError{b.newer}
	}
	var o object
	o.put("dateline", Version)
	for _, p := range parts() {
		raw, err := p.write(b)
		if err != nil {
			return nil, fmt.Errorf("writing %s: %w", p.key, err)
		}
		if raw != nil {
			o.put(p.key, raw)
		}
	}
	o.rest(b.extra)
	raw, err := o.bytes()
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := json.Indent(&out, raw, "", "  "); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

func marshalReport(r Report) (json.RawMessage, error) {
	d := r.Document
	var o object
	o.put("name", d.Name)
	o.put("title", d.Title)
	if d.Publisher != "" {
		o.put("publisher", d.Publisher)
	}
	if !r.Published.IsZero() {
		o.put("published", r.Published)
	}
	if !d.Published.IsZero() && d.Published != r.Published {
		o.put("published_in_file", d.Published)
	}
	o.put("text", strings.Split(d.Text, "\n"))
	blocks := make([]string, len(d.Blocks))
	for i, b := range d.Blocks {
		blocks[i] = fmt.Sprintf("%d-%d %s", b.Start, b.End, blockKinds[b.Kind])
	}
	o.put("blocks", blocks)
	if len(d.Warnings) > 0 {
		o.put("warnings", d.Warnings)
	}
	o.rest(r.extra)
	return o.bytes()
}

// blockKinds are the names of the kinds of blocks in a file.
var blockKinds = [...]string{
	source.Paragraph:   "paragraph",
	source.Heading:     "heading",
	source.ListItem:    "item",
	source.Caption:     "caption",
	source.Boilerplate: "boilerplate",
}

func marshalEdit(e Edit) (json.RawMessage, error) {
	var o object
	if e.Title != nil {
		o.put("title", *e.Title)
	}
	if e.Kind != nil {
		o.put("kind", *e.Kind)
	}
	if e.When != nil {
		o.put("when", *e.When)
	}
	if e.Side != nil {
		o.put("side", *e.Side)
	}
	if e.Status != nil {
		o.put("status", *e.Status)
	}
	if e.Note != nil {
		o.put("note", *e.Note)
	}
	putMore(&o, e)
	o.rest(e.extra)
	return o.bytes()
}

func marshalShow(s Show) (json.RawMessage, error) {
	var o object
	s.Camera.put(&o)
	if s.Mode != "" {
		o.put("mode", s.Mode)
	}
	if s.Step != 0 {
		o.put("step", s.Step)
	}
	if s.Style != "" {
		o.put("style", s.Style)
	}
	if s.Tiles != "" {
		o.put("tiles", s.Tiles)
	}
	o.rest(s.extra)
	return o.bytes()
}
