package source

import (
	"bytes"
	"path"
	"strings"
)

type kindOfFile uint8

const (
	formatText kindOfFile = iota
	formatHTML
)

// magic lists how files begin that are known but not read.
var magic = [...]struct {
	prefix, format, advice string
}{
	{"%PDF-", "PDF", "paste its text"},
	{"{\\rtf", "RTF", "save it as plain text, or paste its text"},
	{"\xd0\xcf\x11\xe0", "an old Office document", "save it as plain text, or paste its text"},
	{"\x89PNG", "a PNG picture", "paste the text that it shows"},
	{"\xff\xd8\xff", "a JPEG picture", "paste the text that it shows"},
	{"GIF8", "a GIF picture", "paste the text that it shows"},
	{"II*\x00", "a TIFF picture", "paste the text that it shows"},
	{"MM\x00*", "a TIFF picture", "paste the text that it shows"},
	{"\x1f\x8b", "a gzip archive", "unpack it first"},
	{"BZh", "a bzip2 archive", "unpack it first"},
	{"7z\xbc\xaf", "a 7-Zip archive", "unpack it first"},
	{"Rar!", "a RAR archive", "unpack it first"},
	{"SQLite format 3", "an SQLite database", "paste the text of the report"},
}

// endings lists names of files that are known but not read.
var endings = [...]struct {
	ext, format, advice string
}{
	{".pdf", "PDF", "paste its text"},
	{".docx", "DOCX", "save it as plain text, or paste its text"},
	{".doc", "DOC", "save it as plain text, or paste its text"},
	{".odt", "ODT", "save it as plain text, or paste its text"},
	{".rtf", "RTF", "save it as plain text, or paste its text"},
	{".epub", "EPUB", "paste its text"},
	{".xlsx", "XLSX", "paste the text of the report"},
	{".csv", "CSV", "paste the text of the report"},
	{".tsv", "TSV", "paste the text of the report"},
	{".kml", "KML", "paste the text of the report"},
	{".kmz", "KMZ", "paste the text of the report"},
	{".gpx", "GPX", "paste the text of the report"},
	{".geojson", "GeoJSON", "paste the text of the report"},
	{".json", "JSON", "paste the text of the report"},
	{".zip", "a ZIP archive", "unpack it first"},
	{".webp", "a WebP picture", "paste the text that it shows"},
	{".bmp", "a BMP picture", "paste the text that it shows"},
	{".svg", "an SVG picture", "paste the text that it shows"},
	{".eml", "a mail message", "paste its text"},
	{".msg", "a mail message", "paste its text"},
}

// refuse gives an *UnsupportedError for a file that is known but not read, by
// its first bytes or else the ending of its name.
func refuse(name string, head []byte) error {
	for _, m := range magic {
		if bytes.HasPrefix(head, []byte(m.prefix)) {
			return &UnsupportedError{Name: name, Format: m.format, Advice: m.advice}
		}
	}
	if bytes.HasPrefix(head, []byte("RIFF")) && len(head) > 12 && string(head[8:12]) == "WEBP" {
		return unsupported(name, ".webp")
	}
	ext := strings.ToLower(path.Ext(name))
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		switch {
		case bytes.Contains(head, []byte("word/")):
			ext = ".docx"
		case bytes.Contains(head, []byte("xl/")):
			ext = ".xlsx"
		case bytes.Contains(head, []byte("opendocument.text")):
			ext = ".odt"
		case ext != ".docx" && ext != ".xlsx" && ext != ".odt" && ext != ".kmz" && ext != ".epub":
			ext = ".zip"
		}
		return unsupported(name, ext)
	}
	start := strings.ToLower(string(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")))
	switch {
	case len(start) == 0: // said better by EmptyError
		return nil
	case ext == ".dateline":
		return &UnsupportedError{Name: name, Format: "a brief as a report", Advice: "use Open brief"}
	case isXML(start, "<kml"):
		return unsupported(name, ".kml")
	case isXML(start, "<gpx"):
		return unsupported(name, ".gpx")
	case strings.HasPrefix(start, "<svg"):
		return unsupported(name, ".svg")
	case strings.HasPrefix(start, "{") && strings.Contains(start, `"featurecollection"`):
		return unsupported(name, ".geojson")
	}
	return unsupported(name, ext)
}

// isXML reports whether an XML document begins with an element.
func isXML(start, element string) bool {
	if strings.HasPrefix(start, "<?xml") || strings.HasPrefix(start, "<!--") {
		return strings.Contains(start, element) && !strings.Contains(start, "<html")
	}
	return strings.HasPrefix(start, element)
}

// unsupported gives the error for an ending, nil if files with it are read.
func unsupported(name, ext string) error {
	for _, e := range endings {
		if e.ext == ext {
			return &UnsupportedError{Name: name, Format: e.format, Advice: e.advice}
		}
	}
	return nil
}

// format tells HTML from plain text.
func format(name string, raw []byte) kindOfFile {
	head := raw[:min(len(raw), 4096)]
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		head = bytes.ReplaceAll(head[2:], []byte{0}, nil)
	}
	start := strings.ToLower(string(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")))
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".xhtml", ".xht":
		return formatHTML
	case ".txt", ".md", ".text":
		if !strings.HasPrefix(start, "<!doctype html") && !strings.HasPrefix(start, "<html") {
			return formatText
		}
	}
	for _, p := range [...]string{"<!doctype html", "<html", "<head", "<body", "<article", "<meta "} {
		if strings.HasPrefix(start, p) {
			return formatHTML
		}
	}
	if (strings.HasPrefix(start, "<?xml") || strings.HasPrefix(start, "<!--")) && strings.Contains(start, "<html") {
		return formatHTML
	}
	return formatText
}
