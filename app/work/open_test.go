package work

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/app/brief"
	"dateline/timeline"
	"dateline/timeline/source"
)

const text = "Bridge closed\n\nThe old bridge at Harbour was closed on 3 May 2021 after a storm.\n"

func TestOpenReportThenBrief(t *testing.T) {
	b, err := Open(context.Background(), "bridge.txt", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Reports) != 1 || !strings.Contains(b.Reports[0].Document.Text, "old bridge") {
		t.Fatalf("got %+v", b)
	}
	data, err := brief.Marshal(b.WithStatus("e", timeline.Accepted))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"bridge.dateline", "renamed.txt", ""} {
		again, err := Open(context.Background(), name, bytes.NewReader(data))
		if err != nil {
			t.Fatalf("as %q: %v", name, err)
		}
		if len(again.Edits) != 1 || again.Reports[0].Document.ID != b.Reports[0].Document.ID {
			t.Errorf("as %q: %+v", name, again)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	var newer *brief.VersionError
	var damaged *brief.DamagedError
	var empty *source.EmptyError
	tests := []struct {
		name, text string
		target     any
	}{
		{"a.dateline", `{"dateline": 9, "reports": 1}`, &newer},
		{"a.txt", `{ "dateline": 9, "reports": 1}`, &newer},
		{"a.dateline", "a report", &damaged},
		{"a.txt", "", &empty},
	}
	for _, tt := range tests {
		_, err := Open(context.Background(), tt.name, strings.NewReader(tt.text))
		if !errors.As(err, tt.target) {
			t.Errorf("%s with %q: %v", tt.name, tt.text, err)
		}
	}
}

// TestOpenHugeFile: the size of a file is known through the buffer before it.
func TestOpenHugeFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "huge.txt")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := f.Truncate(100 << 20); err != nil {
		t.Fatal(err)
	}
	var large *source.TooLargeError
	if _, err := Open(context.Background(), "huge.txt", f); !errors.As(err, &large) || large.Size != 100<<20 {
		t.Errorf("got %v", err)
	}
	if at, err := f.Seek(0, 1); err != nil || at > 1<<20 {
		t.Errorf("read %d bytes of it, %v", at, err)
	}
}
