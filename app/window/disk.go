package window

import (
	"errors"
	"io"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage/repository"
)

// files is what Fyne's repository of files can do.
type files interface {
	repository.AppendableRepository
	repository.DeleteAllRepository
	repository.HierarchicalRepository
	repository.ListableRepository
	repository.CopyableRepository
	repository.MovableRepository
}

// disk is Fyne's repository of files, but for this: a file that is opened for
// writing stays as it is until something is written. Fyne's dialog opens what
// is chosen in it, which would empty a file before the new one is whole.
type disk struct{ files }

// guardFiles keeps Fyne's dialogs from emptying the files chosen in them.
func guardFiles() error {
	r, err := repository.ForScheme("file")
	if err != nil {
		return err
	}
	if _, guarded := r.(disk); guarded {
		return nil
	}
	f, ok := r.(files)
	if !ok {
		return errors.New("files cannot be chosen for writing on this system")
	}
	repository.Register("file", disk{f})
	return nil
}

// Writer opens a file at the first byte that is written.
func (d disk) Writer(u fyne.URI) (fyne.URIWriteCloser, error) {
	if info, err := os.Stat(u.Path()); err == nil && info.IsDir() {
		return nil, errors.New("it is a folder: " + u.Path())
	}
	return &lateWriter{uri: u, open: func() (io.WriteCloser, error) { return d.files.Writer(u) }}, nil
}

// lateWriter opens what it writes to when there is something to write.
type lateWriter struct {
	uri  fyne.URI
	open func() (io.WriteCloser, error)
	out  io.WriteCloser
}

func (w *lateWriter) URI() fyne.URI { return w.uri }

func (w *lateWriter) Write(p []byte) (int, error) {
	if w.out == nil {
		out, err := w.open()
		if err != nil {
			return 0, err
		}
		w.out = out
	}
	return w.out.Write(p)
}

func (w *lateWriter) Close() error {
	if w.out == nil {
		return nil
	}
	return w.out.Close()
}
