package sent

import (
	"fmt"
	"testing"
)

func TestPut(t *testing.T) {
	out := make(chan string, 2)
	for _, path := range []string{"a", "", "b c", "too many"} {
		put(out, path)
	}
	if a, b := <-out, <-out; a != "a" || b != "b c" || len(out) != 0 {
		t.Errorf("%q, %q and %d more", a, b, len(out))
	}
}

func TestFilesWaitUntilTheyAreTaken(t *testing.T) {
	files := Files()
	if len(files) != 0 {
		t.Fatal("something was sent")
	}
	out := make(chan string, room)
	for i := range room + 1 {
		put(out, fmt.Sprint(i))
	}
	if len(out) != room || <-out != "0" {
		t.Errorf("%d wait", len(out))
	}
}
