//go:build unix

package cli

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestReadOfAPipe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe.txt")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip("no named pipes here")
	}
	c := &call{ctx: context.Background()}
	done := make(chan error, 1)
	go func() { _, err := c.read(path); done <- err }()
	select {
	case err := <-done:
		if err == nil || !strings.Contains(err.Error(), "is empty") {
			t.Errorf("nobody writes: %v", err)
		}
	case <-time.After(2 * time.Minute):
		t.Fatal("a pipe that nobody writes to is waited for")
	}
	w, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	go func() {
		w.WriteString("Rebels took Gao.")
		time.Sleep(100 * time.Millisecond)
		w.Close()
	}()
	b, err := c.read(path)
	if err != nil || len(b.Reports) != 1 || b.Reports[0].Document.Text != "Rebels took Gao." {
		t.Errorf("%+v, %v", b.Reports, err)
	}
}
