package source

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"
	"time"
)

// known are files of formats that are not read, by their first bytes and by
// their names, with what the message tells to do.
var known = []struct{ name, raw, format, advice string }{
	{"a.pdf", "%PDF-1.4\n%\xe2\xe3", "PDF", "paste its text"},
	{"report", "%PDF-2.0", "PDF", "paste its text"},
	{"A.PDF", "the words of a page", "PDF", "paste its text"},
	{"a.docx", "PK\x03\x04\x14\x00word/document.xml", "DOCX", "save it as plain text, or paste its text"},
	{"a.zip", "PK\x03\x04\x14\x00word/document.xml", "DOCX", "save it as plain text, or paste its text"},
	{"a.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", "save it as plain text, or paste its text"},
	{"a.doc", "words", "DOC", "save it as plain text, or paste its text"},
	{"a.odt", "PK\x03\x04 mimetype application/vnd.oasis.opendocument.text", "ODT", "save it as plain text, or paste its text"},
	{"a.xlsx", "PK\x03\x04 xl/workbook.xml", "XLSX", "paste the text of the report"},
	{"a.epub", "PK\x03\x04 mimetype", "EPUB", "paste its text"},
	{"a.kmz", "PK\x03\x04 doc.kml", "KMZ", "paste the text of the report"},
	{"a.zip", "PK\x03\x04 photos/1.jpg", "a ZIP archive", "unpack it first"},
	{"a.txt", "PK\x03\x04 photos/1.jpg", "a ZIP archive", "unpack it first"},
	{"a.rtf", `{\rtf1\ansi The town fell.}`, "RTF", "save it as plain text, or paste its text"},
	{"a.txt", `{\rtf1\ansi The town fell.}`, "RTF", "save it as plain text, or paste its text"},
	{"a.csv", "date,place\n2014-06-10,Port", "CSV", "paste the text of the report"},
	{"a.tsv", "date\tplace", "TSV", "paste the text of the report"},
	{"a.kml", "<?xml version=\"1.0\"?><kml xmlns=\"x\"></kml>", "KML", "paste the text of the report"},
	{"a.xml", "<?xml version=\"1.0\"?>\n<kml xmlns=\"x\"></kml>", "KML", "paste the text of the report"},
	{"a.gpx", "<gpx></gpx>", "GPX", "paste the text of the report"},
	{"a", "\ufeff<?xml version=\"1.0\"?><gpx></gpx>", "GPX", "paste the text of the report"},
	{"a.geojson", `{"type":"FeatureCollection","features":[]}`, "GeoJSON", "paste the text of the report"},
	{"a", ` { "type": "FeatureCollection" }`, "GeoJSON", "paste the text of the report"},
	{"a.json", `{"title": "x"}`, "JSON", "paste the text of the report"},
	{"a.png", "\x89PNG\r\n\x1a\n\x00", "a PNG picture", "paste the text that it shows"},
	{"scan.txt", "\x89PNG\r\n\x1a\n\x00", "a PNG picture", "paste the text that it shows"},
	{"a.jpg", "\xff\xd8\xff\xe1\x00", "a JPEG picture", "paste the text that it shows"},
	{"a.gif", "GIF89a", "a GIF picture", "paste the text that it shows"},
	{"a.tif", "II*\x00", "a TIFF picture", "paste the text that it shows"},
	{"a.tif", "MM\x00*", "a TIFF picture", "paste the text that it shows"},
	{"a.webp", "RIFF\x00\x00\x00\x00WEBPVP8 ", "a WebP picture", "paste the text that it shows"},
	{"a.bmp", "BM1234", "a BMP picture", "paste the text that it shows"},
	{"a.svg", "<svg></svg>", "an SVG picture", "paste the text that it shows"},
	{"a.eml", "From: a\n\nwords", "a mail message", "paste its text"},
	{"a.gz", "\x1f\x8b\x08\x00", "a gzip archive", "unpack it first"},
	{"a.bz2", "BZh91AY", "a bzip2 archive", "unpack it first"},
	{"a.7z", "7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it first"},
	{"a.rar", "Rar!\x1a\x07", "a RAR archive", "unpack it first"},
	{"a.db", "SQLite format 3\x00", "an SQLite database", "paste the text of the report"},
	{"a.dateline", `{"dateline": 1}`, "a brief as a report", "use Open brief"},
}

func TestKnownFormatsSayWhatToDo(t *testing.T) {
	for _, c := range known {
		_, err := read(c.name, c.raw)
		var u *UnsupportedError
		if !errors.As(err, &u) {
			t.Errorf("%s %q: %v is no *UnsupportedError", c.name, c.raw, err)
			continue
		}
		if u.Name != c.name || u.Format != c.format || u.Advice != c.advice {
			t.Errorf("%s %q: %+v, want %q: %q", c.name, c.raw, u, c.format, c.advice)
		}
		if want := c.name + ": " + c.format + " is not read yet: " + c.advice; err.Error() != want {
			t.Errorf("says %q, want %q", err, want)
		}
	}
}

// counting counts what is read of it.
type counting struct {
	r io.Reader
	n int
}

func (c *counting) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += n
	return n, err
}

// TestKnownFormatsAreNotReadWhole: a long picture is refused by its first bytes.
func TestKnownFormatsAreNotReadWhole(t *testing.T) {
	for _, head := range []string{"%PDF-1.7", "\x89PNG\r\n", "PK\x03\x04 word/", "\x1f\x8b\x08"} {
		c := &counting{r: io.MultiReader(strings.NewReader(head), &endless{})}
		_, err := Read(context.Background(), "a", c)
		var u *UnsupportedError
		if !errors.As(err, &u) || c.n > 1<<20 {
			t.Errorf("%q: %v after %d bytes", head, err, c.n)
		}
	}
}

// sized is a reader that tells its size.
type sized struct {
	io.Reader
	size int64
}

func (s sized) Size() int64 { return s.size }

// unread fails the test when it is read.
type unread struct{ t *testing.T }

func (u unread) Read([]byte) (int, error) {
	u.t.Error("it was read")
	return 0, io.EOF
}

func TestTooLarge(t *testing.T) {
	for _, c := range []struct {
		size int64
		want string
	}{
		{maxBytes + 1, "a.txt is too large (65 MB): reports of up to 64 MB are read"},
		{65 << 20, "a.txt is too large (65 MB): reports of up to 64 MB are read"},
		{100 << 20, "a.txt is too large (100 MB): reports of up to 64 MB are read"},
		{5 << 30, "a.txt is too large (5120 MB): reports of up to 64 MB are read"},
	} {
		_, err := Read(context.Background(), "a.txt", sized{unread{t}, c.size})
		var large *TooLargeError
		if !errors.As(err, &large) || large.Size != c.size || err.Error() != c.want {
			t.Errorf("%d bytes: %v, want %s", c.size, err, c.want)
		}
	}
	if err := (&TooLargeError{Name: "a.txt"}).Error(); err != "a.txt is too large: reports of up to 64 MB are read" {
		t.Errorf("without a size: %s", err)
	}
	if _, err := Read(context.Background(), "a.txt", sized{strings.NewReader("The town fell."), maxBytes}); err != nil {
		t.Errorf("a file of just the limit: %v", err)
	}
}

// dir is what reading a folder gives.
type dir struct{}

func (dir) Read([]byte) (int, error)   { return 0, errors.New("is a directory") }
func (dir) Stat() (fs.FileInfo, error) { return info{}, nil }

type info struct{}

func (info) Name() string       { return "folder" }
func (info) Size() int64        { return 1 << 40 }
func (info) Mode() fs.FileMode  { return fs.ModeDir }
func (info) ModTime() time.Time { return time.Time{} }
func (info) IsDir() bool        { return true }
func (info) Sys() any           { return nil }

func TestFoldersAndBrokenFiles(t *testing.T) {
	if _, err := Read(context.Background(), "folder", dir{}); err == nil || err.Error() != "reading folder: is a directory" {
		t.Errorf("a folder: %v", err)
	}
	broken := errors.New("cable out")
	r := io.MultiReader(strings.NewReader("The town "), iotestErr{broken})
	if d, err := Read(context.Background(), "a.txt", r); !errors.Is(err, broken) || d.Text != "" {
		t.Errorf("a file that breaks off: %q, %v", d.Text, err)
	}
}

type iotestErr struct{ err error }

func (e iotestErr) Read([]byte) (int, error) { return 0, e.err }

// TestBinary: what is no text is refused, whatever its name says.
func TestBinary(t *testing.T) {
	program := append([]byte("\x7fELF\x02\x01\x01\x00"), bytes.Repeat([]byte{0, 1, 2, 0xff}, 1000)...)
	for _, c := range []struct {
		name string
		raw  []byte
		want string
	}{
		{"a.txt", program, "a.txt is not text: it holds bytes that no text has"},
		{"a", program, "a is not text: it holds bytes that no text has"},
		{"a.html", program, "a.html is not text: it holds bytes that no text has"},
		{"a.txt", []byte("The town\x00fell."), "a.txt is not text: it holds bytes that no text has"},
		{"a.txt", []byte("\x00"), "a.txt is not text: it holds bytes that no text has"},
		{"a.txt", bytes.Repeat([]byte{7, 8, 'a'}, 50), "a.txt is not text: it is full of control characters"},
		{"a.txt", []byte("\xff\xfe\x00\x00T\x00\x00\x00"), "a.txt is not text: it is in UTF-32; save it as UTF-8"},
		{"a.txt", inUTF16("a\x00b", false), "a.txt is not text: it holds bytes that no text has"},
		{"a.txt", nil, "a.txt is empty: there is nothing to read"},
		{"a.txt", []byte("\ufeff \n"), "a.txt is empty: there is nothing to read"},
		{"a.txt", []byte(strings.Repeat(" \n", 5000)), "a.txt is empty: there is nothing to read"},
		{"a.html", []byte("<html><head><title></title></head><body></body></html>"), "a.html is empty: there is nothing to read"},
	} {
		if d, err := Read(context.Background(), c.name, bytes.NewReader(c.raw)); err == nil || err.Error() != c.want {
			t.Errorf("%s %.20q: %q, %v, want %s", c.name, c.raw, d.Text, err, c.want)
		}
	}
}

// TestWordsAreNotTakenForFiles: a report about files is no file.
func TestWordsAreNotTakenForFiles(t *testing.T) {
	for _, text := range []string{
		"PDF files were leaked on Monday.", "The GIF of the bridge was seen by many.", "The <kml> tag and the <gpx> tag are words in brackets.", "{ curly } words fell.",
		"Rarely has the town been so quiet.", "BM is a short name.", "GPX files show the march.", "II* was written on the wall of the town.",
	} {
		if d, err := read("a.txt", text); err != nil || d.Text != text {
			t.Errorf("%q: %q, %v", text, d.Text, err)
		}
	}
	page := `<!DOCTYPE html><html><head><script>var map = "<kml><gpx>";</script></head><body><p>The town fell.</p></body></html>`
	if d, err := read("a.html", page); err != nil || d.Text != "The town fell." {
		t.Errorf("a page with a map: %q, %v", d.Text, err)
	}
}
