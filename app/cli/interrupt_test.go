package cli

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

func TestInterruptibleReadsAll(t *testing.T) {
	text := strings.Repeat("Rebels took Gao. ", 5000)
	for name, r := range map[string]io.Reader{
		"whole": strings.NewReader(text), "bytes": iotest.OneByteReader(strings.NewReader(text)), "with the end": iotest.DataErrReader(strings.NewReader(text)),
	} {
		got, err := io.ReadAll(interruptible{context.Background(), r})
		if err != nil || string(got) != text {
			t.Errorf("%s: %d bytes, %v", name, len(got), err)
		}
	}
}

func TestRunEndsWhileItWaitsForInput(t *testing.T) {
	for _, args := range [][]string{{"extract", "-"}, {"annotate"}} {
		in, writer := io.Pipe()
		defer writer.Close()
		ctx, cancel := context.WithCancel(context.Background())
		code := make(chan int, 1)
		var out, complaint bytes.Buffer
		go func() { code <- Run(ctx, args, in, &out, &complaint, Env{}) }()
		cancel()
		select {
		case got := <-code:
			if got != failed || complaint.String() != "dateline: interrupted\n" || out.Len() > 0 {
				t.Errorf("%v: %d, %q, %q", args, got, complaint.String(), out.String())
			}
		case <-time.After(2 * time.Minute):
			t.Fatalf("%v still waits", args)
		}
	}
}
