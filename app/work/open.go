package work

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"

	"dateline/app/brief"
	"dateline/timeline/source"
)

// Open reads a brief, or a report as a brief of its own, from what r gives; a
// brief is known by its content or by the ending of its name. The errors are
// those of brief.Open and source.Read.
func Open(ctx context.Context, name string, r io.Reader) (brief.Brief, error) {
	b := bufio.NewReader(r)
	if brief.IsFile(name) || looksLikeBrief(b) {
		got, err := brief.Open(b)
		if err != nil {
			return brief.Brief{}, fmt.Errorf("%s: %w", name, err)
		}
		return got, nil
	}
	d, err := source.Read(ctx, name, sized{b, r})
	if err != nil {
		return brief.Brief{}, err
	}
	return brief.FromDocument(d), nil
}

// looksLikeBrief reports whether JSON with the key of a brief is ahead.
func looksLikeBrief(r *bufio.Reader) bool {
	head, _ := r.Peek(64)
	head = bytes.TrimLeft(head, " \t\r\n")
	if len(head) == 0 || head[0] != '{' {
		return false
	}
	head = bytes.TrimLeft(head[1:], " \t\r\n")
	return bytes.HasPrefix(head, []byte(`"dateline"`))
}

// sized reads through a buffer but knows the size of the file behind it, so
// that a huge one is refused unread.
type sized struct {
	io.Reader
	behind io.Reader
}

// Size is -1 where it is not known.
func (s sized) Size() int64 {
	switch f := s.behind.(type) {
	case interface{ Size() int64 }:
		return f.Size()
	case statter:
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			return info.Size()
		}
	}
	return -1
}

// statter is an open file.
type statter interface{ Stat() (fs.FileInfo, error) }
