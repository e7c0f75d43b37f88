package source

import (
	"bytes"
	"context"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"pgregory.net/rapid"
)

// western are words that Windows-1252 can write, with some that UTF-8 writes
// in more than one byte.
var western = []string{"The", "café", "burned", "in", "Málaga", "and", "Zürich", "“quoted”", "– dash", "it’s", "€5", "naïve", "\n", "\n\n", "• item\n", "Ångström", "fell.", "Image caption,", "14 June 2014"}

// inWindows1252 writes a text that has no other letters.
func inWindows1252(t *rapid.T, text string) []byte {
	raw, err := charmap.Windows1252.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return raw
}

func inUTF16(text string, big bool) []byte {
	out := []byte{0xff, 0xfe}
	if big {
		out = []byte{0xfe, 0xff}
	}
	for _, u := range utf16.Encode([]rune(text)) {
		if big {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return out
}

func readBytes(raw []byte) (Document, error) {
	return Read(context.Background(), "a.txt", bytes.NewReader(raw))
}

// TestEncodingsProperty: a text is the same document in every encoding, with
// and without a mark, and with every kind of line end.
func TestEncodingsProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(western), 1, 40).Draw(t, "words"), " ")
		want, err := readBytes([]byte(text))
		if err != nil {
			var empty *EmptyError
			if errors.As(err, &empty) && strings.TrimSpace(text) == "" {
				return
			}
			t.Fatal(err)
		}
		for name, raw := range map[string][]byte{
			"mark":              []byte("\ufeff" + text),
			"UTF-16":            inUTF16(text, false),
			"UTF-16 big":        inUTF16(text, true),
			"Windows-1252":      inWindows1252(t, text),
			"CRLF":              []byte(strings.ReplaceAll(text, "\n", "\r\n")),
			"CR":                []byte(strings.ReplaceAll(text, "\n", "\r")),
			"CRLF in UTF-16":    inUTF16(strings.ReplaceAll(text, "\n", "\r\n"), false),
			"CRLF and mark":     []byte("\ufeff" + strings.ReplaceAll(text, "\n", "\r\n")),
			"CRLF Windows-1252": inWindows1252(t, strings.ReplaceAll(text, "\n", "\r\n")),
		} {
			got, err := readBytes(raw)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if utf8.Valid(raw) != (len(got.Warnings) == len(want.Warnings)) && !strings.Contains(name, "UTF-16") {
				t.Fatalf("%s: warnings %q", name, got.Warnings)
			}
			got.Warnings = want.Warnings
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("%s: got %+v, want %+v", name, got, want)
			}
		}
	})
}

// TestEveryByteOfWindows1252: bytes that are no UTF-8 become the letters of
// Windows-1252, and the warning says so.
func TestEveryByteOfWindows1252(t *testing.T) {
	for b := 0xa0; b <= 0xff; b++ {
		raw := append([]byte("The town of X"), byte(b), 'Y', '.')
		d, err := readBytes(raw)
		if err != nil || d.Text != "The town of X"+string(rune(b))+"Y." {
			t.Errorf("byte %#x is read as %q, %v", b, d.Text, err)
		}
		if len(d.Warnings) != 1 || !strings.Contains(d.Warnings[0], "save the file as UTF-8") {
			t.Errorf("byte %#x: warnings %q", b, d.Warnings)
		}
	}
}

// TestDamagedTexts are repaired, and the reader is told.
func TestDamagedTexts(t *testing.T) {
	for _, c := range []struct{ name, raw, want, warning string }{
		{"a broken character among whole ones", "Zürich, Málaga \xc3 and Córdoba.", "Zürich, Málaga \ufffd and Córdoba.", "1 damaged"},
		{"cut off at the end", "Zürich and Málag\xc3", "Zürich and Málag\ufffd", "1 damaged"},
		{"an odd byte of UTF-16", "\xff\xfeA\x00B", "A", ""},
		{"half a pair of UTF-16", "\xff\xfeA\x00\x00\xd8B\x00", "A\ufffdB", ""},
		{"a form feed between pages", "Page one.\n\fPage two.", "Page one.\n\fPage two.", ""},
		{"an escape", "The \x1b[1mtown\x1b[0m fell.", "The \x1b[1mtown\x1b[0m fell.", ""},
	} {
		d, err := readBytes([]byte(c.raw))
		if err != nil || d.Text != c.want {
			t.Errorf("%s: %q, %v, want %q", c.name, d.Text, err, c.want)
		}
		if (len(d.Warnings) > 0) != (c.warning != "") || c.warning != "" && !strings.Contains(d.Warnings[0], c.warning) {
			t.Errorf("%s: warnings %q", c.name, d.Warnings)
		}
		checkBlocks(t, d)
	}
}

// TestFromTextRefuses: pasted text is held to the same rules as a file.
func TestFromTextRefuses(t *testing.T) {
	for text, want := range map[string]any{
		"": &EmptyError{}, " \r\n\t": &EmptyError{}, "\ufeff": &EmptyError{}, "a\x00b": &NotTextError{}, "\x01\x02\x03": &NotTextError{},
	} {
		d, err := FromText("pasted text", text)
		if err == nil || reflect.TypeOf(err) != reflect.TypeOf(want) || !strings.Contains(err.Error(), "pasted text") {
			t.Errorf("%q: %v, want a %T", text, err, want)
		}
		if d.Text != "" || d.ID != "" {
			t.Errorf("%q: a document %+v beside the error", text, d)
		}
	}
	if d, err := FromText("pasted text", "caf\xe9"); err != nil || d.Text != "caf\ufffd" || len(d.Warnings) != 1 {
		t.Errorf("damaged: %+v, %v", d, err)
	}
}

// slow gives a byte at a time.
type slow struct{ r io.Reader }

func (s slow) Read(p []byte) (int, error) { return s.r.Read(p[:min(1, len(p))]) }

// TestPiecesProperty: how a reader cuts its bytes is of no account.
func TestPiecesProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(western), 1, 40).Draw(t, "words"), " ")
		a, errA := readBytes([]byte(text))
		b, errB := Read(context.Background(), "a.txt", slow{strings.NewReader(text)})
		if !reflect.DeepEqual(a, b) || (errA == nil) != (errB == nil) {
			t.Fatalf("%+v, %v and %+v, %v", a, errA, b, errB)
		}
	})
}

// TestBytesNeverPanicProperty: any bytes are a document or an error with words.
func TestBytesNeverPanicProperty(t *testing.T) {
	names := []string{"a.txt", "a.html", "a", "a.pdf", "a.json", ""}
	rapid.Check(t, func(t *rapid.T) {
		raw := rapid.SliceOf(rapid.Byte()).Draw(t, "raw")
		head := rapid.SampledFrom([]string{"", "<html>", "%PDF-", "PK\x03\x04", "{", "\xff\xfe", "\xfe\xff", "\xef\xbb\xbf", "The town fell. "}).Draw(t, "head")
		d, err := Read(context.Background(), rapid.SampledFrom(names).Draw(t, "name"), bytes.NewReader(append([]byte(head), raw...)))
		if err != nil {
			if err.Error() == "" {
				t.Fatal("an error without words")
			}
			return
		}
		checkBlocks(t, d)
		if !utf8.ValidString(d.Text) {
			t.Fatalf("text %q", d.Text)
		}
	})
}
