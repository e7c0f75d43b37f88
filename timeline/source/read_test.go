package source

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func read(name, content string) (Document, error) {
	return Read(context.Background(), name, strings.NewReader(content))
}

func TestReadEncodings(t *testing.T) {
	for _, c := range []struct{ name, raw, want, warning string }{
		{"UTF-8", "Où est-il ?", "Où est-il ?", ""},
		{"UTF-8 with mark", "\xef\xbb\xbfOù est-il ?", "Où est-il ?", ""},
		{"UTF-16 little", "\xff\xfeO\x00\xf9\x00.\x00", "Où.", ""},
		{"UTF-16 big", "\xfe\xff\x00O\x00\xf9\x00.", "Où.", ""},
		{"Windows-1252", "\x93O\xf9 est-il ?\x94", "“Où est-il ?”", "Windows-1252"},
		{"damaged UTF-8", "Où étaient-ils \xff là ?", "Où étaient-ils \ufffd là ?", "1 damaged"},
		{"line ends", "One.\r\nTwo.\rThree.", "One.\nTwo.\nThree.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := read("a.txt", c.raw)
			if err != nil {
				t.Fatal(err)
			}
			if d.Text != c.want {
				t.Errorf("got %q, want %q", d.Text, c.want)
			}
			if c.warning == "" && len(d.Warnings) > 0 || c.warning != "" && (len(d.Warnings) != 1 || !strings.Contains(d.Warnings[0], c.warning)) {
				t.Errorf("warnings %q, want %q", d.Warnings, c.warning)
			}
		})
	}
}

func TestReadRefuses(t *testing.T) {
	for _, c := range []struct{ name, raw, want string }{
		{"a.txt", "", "a.txt is empty"},
		{"a.txt", " \n\t ", "a.txt is empty"},
		{"a.html", "", "a.html is empty"},
		{"a.html", "<html><body><script>x</script></body></html>", "a.html is empty"},
		{"a.html", "<html>\x00\x01", "a.html is not text"},
		{"a.txt", "city\x00fell", "a.txt is not text: it holds bytes"},
		{"a.txt", "\x01\x02\x03\x04\x05", "a.txt is not text: it is full of control characters"},
		{"a.txt", "\xff\xfe\x00\x00a\x00\x00\x00", "UTF-32"},
		{"a.pdf", "%PDF-1.7 ...", "a.pdf: PDF is not read yet: paste its text"},
		{"renamed.txt", "%PDF-1.7 ...", "PDF is not read yet"},
		{"a.docx", "PK\x03\x04 word/document.xml", "DOCX is not read yet"},
		{"renamed.zip", "PK\x03\x04 word/document.xml", "DOCX is not read yet"},
		{"a.odt", "PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "ODT is not read yet"},
		{"a.kmz", "PK\x03\x04 doc.kml", "KMZ is not read yet"},
		{"a", "PK\x03\x04 other", "a ZIP archive is not read yet: unpack it first"},
		{"a.kml", "<kml/>", "KML is not read yet"},
		{"a.txt", "<?xml version='1.0'?><kml>", "KML is not read yet"},
		{"a.gpx", "<gpx/>", "GPX is not read yet"},
		{"a.txt", `{"type": "FeatureCollection"}`, "GeoJSON is not read yet"},
		{"a.json", `{}`, "JSON is not read yet"},
		{"a.csv", "a,b", "CSV is not read yet"},
		{"a.png", "\x89PNG\r\n\x1a\n", "a PNG picture is not read yet"},
		{"a.jpg", "\xff\xd8\xff\xe0", "a JPEG picture is not read yet"},
		{"a.webp", "RIFF1234WEBPVP8 ", "a WebP picture is not read yet"},
		{"a.rtf", `{\rtf1 city}`, "RTF is not read yet"},
		{"a.dateline", `{"version": 1}`, "use Open brief"},
		{"a.gz", "\x1f\x8b\x08", "gzip"},
	} {
		d, err := read(c.name, c.raw)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %q: %v, %v, want %q", c.name, c.raw, d.Text, err, c.want)
		}
		if strings.Contains(c.want, "not read yet") {
			var u *UnsupportedError
			if !errors.As(err, &u) || u.Name != c.name {
				t.Errorf("%s: %#v is no *UnsupportedError", c.name, err)
			}
		}
	}
}

func TestReadRefusesLargeFilesUnread(t *testing.T) {
	path := filepath.Join(t.TempDir(), "large.txt")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := f.Truncate(100 << 20); err != nil {
		t.Fatal(err)
	}
	_, err = Read(context.Background(), "large.txt", f)
	var large *TooLargeError
	if !errors.As(err, &large) || large.Size != 100<<20 || err.Error() != "large.txt is too large (100 MB): reports of up to 64 MB are read" {
		t.Errorf("%v", err)
	}
	if at, _ := f.Seek(0, io.SeekCurrent); at != 0 {
		t.Errorf("%d bytes were read", at)
	}
}

// endless is a stream of letters without a size.
type endless struct{ n int }

func (e *endless) Read(p []byte) (int, error) {
	e.n += len(p)
	return copy(p, bytes.Repeat([]byte("a"), len(p))), nil
}

func TestReadStopsAtTheLimit(t *testing.T) {
	e := &endless{}
	_, err := Read(context.Background(), "stream", e)
	var large *TooLargeError
	if !errors.As(err, &large) || !strings.Contains(err.Error(), "reports of up to 64 MB") {
		t.Errorf("%v", err)
	}
	if e.n > maxBytes+1<<20 {
		t.Errorf("%d bytes were read", e.n)
	}
}

func TestReadIsCancelled(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	<-ctx.Done()
	if _, err := Read(ctx, "a.txt", &endless{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v", err)
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("the disk is gone") }

func TestReadReportsFailures(t *testing.T) {
	if _, err := Read(context.Background(), "a.txt", failing{}); err == nil || err.Error() != "reading a.txt: the disk is gone" {
		t.Errorf("%v", err)
	}
}

func FuzzRead(f *testing.F) {
	for _, c := range layouts {
		f.Add("a.txt", c.text)
	}
	for _, c := range headers {
		f.Add("a.txt", c.text)
	}
	for _, c := range pages {
		f.Add("a.html", c.html)
	}
	f.Add("a.txt", "\xff\xfea\x00")
	f.Fuzz(func(t *testing.T, name, raw string) {
		d, err := read(name, raw)
		if err != nil {
			if err.Error() == "" {
				t.Fatal("an error without words")
			}
			return
		}
		checkBlocks(t, d)
	})
}
