package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"dateline/app/brief"
	"dateline/app/file"
	"dateline/app/work"
	"dateline/timeline/edtf"
)

// load reads a brief or a report; "-" is a report on stdin. A date given with
// --published goes before the report's own.
func (c *call) load(path, published string) (brief.Brief, error) {
	var date edtf.Value
	if published != "" {
		var err error
		if date, err = edtf.ParseUser(published); err != nil {
			return brief.Brief{}, usagef("--published %q is no date: %w", published, err)
		}
	}
	b, err := c.read(path)
	if err != nil {
		return brief.Brief{}, err
	}
	if v := b.Newer(); v > 0 {
		// Nobody looks at what comes out and sees what is missing.
		return brief.Brief{}, fmt.Errorf("%s: %w", path, &brief.VersionError{Version: v})
	}
	if published != "" {
		for i := range b.Reports {
			b = b.WithPublished(i, date)
		}
	}
	return b, nil
}

func (c *call) read(path string) (brief.Brief, error) {
	if path == "-" {
		return work.Open(c.ctx, "standard input", c.stdin)
	}
	if err := exists(path); err != nil {
		return brief.Brief{}, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return brief.Brief{}, fmt.Errorf("cannot open %s: %w", path, cause(err))
	}
	open := os.Open
	if info.Mode()&fs.ModeNamedPipe != 0 {
		open = openPipe
	}
	f, err := open(path)
	if err != nil {
		return brief.Brief{}, fmt.Errorf("cannot open %s: %w", path, cause(err))
	}
	defer f.Close()
	if info.Mode().IsRegular() {
		return opened(work.Open(c.ctx, path, f))
	}
	return opened(work.Open(c.ctx, path, interruptible{c.ctx, f}))
}

// opened names a document by its file alone, without the folder.
func opened(b brief.Brief, err error) (brief.Brief, error) {
	for i := range b.Reports {
		b.Reports[i].Document.Name = filepath.Base(b.Reports[i].Document.Name)
	}
	return b, err
}

// exists says clearly what is wrong with a file that is to be read.
func exists(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: there is no such file: check the name and the folder", path)
	case err != nil:
		return fmt.Errorf("cannot open %s: %w", path, cause(err))
	case info.IsDir():
		return fmt.Errorf("%s is a folder: name a file in it", path)
	}
	return nil
}

// save writes a file whole or not at all.
func save(path string, data []byte) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return fmt.Errorf("cannot write %s: it is a folder: name a file in it", path)
	case err == nil && !info.Mode().IsRegular(): // a device or a pipe, such as /dev/null
		if err := write(path, data); err != nil {
			return fmt.Errorf("cannot write %s: %w", path, cause(err))
		}
		return nil
	}
	dir := filepath.Dir(path)
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return fmt.Errorf("cannot write %s: there is no folder %s: make it first or name another", path, dir)
	}
	err = file.Write(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
	if err != nil {
		return fmt.Errorf("%w: choose a place that may be written to", err)
	}
	return nil
}

// write writes to what is there, such as a device, without making it empty
// first, which not every device bears.
func write(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}

// cause is what the system says, without the operation and the path.
func cause(err error) error {
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p):
		return p.Err
	case errors.As(err, &l):
		return l.Err
	}
	return err
}

// out writes to a file, or to stdout where none is named or it is "-".
func (c *call) out(path string, data []byte) error {
	if path == "" || path == "-" {
		_, err := c.stdout.Write(data)
		return written(err, "the output")
	}
	return save(path, data)
}

func (c *call) print(s string) error {
	_, err := io.WriteString(c.stdout, s)
	return written(err, "the output")
}

// isBrokenPipe reports whether the reader of a pipe went away.
func isBrokenPipe(err error) bool {
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe) || strings.Contains(err.Error(), "pipe is being closed")
}
