package cli

import (
	"context"
	"io"
)

// interruptible reads until its context is done: what waits for a terminal or
// a pipe ends then, although the read below it goes on. It is not read again
// after that.
type interruptible struct {
	ctx context.Context
	r   io.Reader
}

// Read reads from r; the error is the context's when it is done.
func (i interruptible) Read(p []byte) (int, error) {
	if err := i.ctx.Err(); err != nil {
		return 0, err
	}
	type result struct {
		data []byte
		err  error
	}
	done := make(chan result, 1)
	go func() {
		buf := make([]byte, len(p)) // p is the caller's again when the context is done
		n, err := i.r.Read(buf)
		done <- result{buf[:n], err}
	}()
	select {
	case <-i.ctx.Done():
		return 0, i.ctx.Err()
	case r := <-done:
		return copy(p, r.data), r.err
	}
}
