package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// decode makes UTF-8 of a file's bytes and says what it had to assume.
func decode(name string, raw []byte) (text string, warnings []string, err error) {
	switch {
	case bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")):
		raw = raw[3:]
	case bytes.HasPrefix(raw, []byte("\xff\xfe\x00\x00")):
		return "", nil, &NotTextError{Name: name, Why: "it is in UTF-32; save it as UTF-8"}
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		return fromUTF16(raw[2:], 0, 1), nil, nil
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return fromUTF16(raw[2:], 1, 0), nil, nil
	}
	if bytes.IndexByte(raw, 0) >= 0 {
		return "", nil, &NotTextError{Name: name, Why: "it holds bytes that no text has"}
	}
	if utf8.Valid(raw) {
		return string(raw), nil, nil
	}
	if broken, good := multibyte(raw); good > broken {
		w := fmt.Sprintf("%d damaged characters were replaced by %q.", broken, utf8.RuneError)
		return strings.ToValidUTF8(string(raw), string(utf8.RuneError)), []string{w}, nil
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(raw)
	if err != nil {
		return "", nil, &NotTextError{Name: name, Why: err.Error()}
	}
	return string(out), []string{"The text is not in UTF-8; it was read as Windows-1252 (Western European). If letters look wrong, save the file as UTF-8."}, nil
}

// fromUTF16 decodes units of two bytes, lo and hi being the places of the
// lower and the higher byte.
func fromUTF16(raw []byte, lo, hi int) string {
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = uint16(raw[2*i+lo]) | uint16(raw[2*i+hi])<<8
	}
	return string(utf16.Decode(units))
}

// multibyte counts the bytes that are not UTF-8 and the characters of more
// than one byte that are.
func multibyte(raw []byte) (broken, good int) {
	for len(raw) > 0 {
		r, n := utf8.DecodeRune(raw)
		switch {
		case r == utf8.RuneError && n == 1:
			broken++
		case n > 1:
			good++
		}
		raw = raw[n:]
	}
	return broken, good
}

// tidy makes all line ends \n, drops a byte order mark and what is not UTF-8.
func tidy(text string) (string, []string) {
	var warnings []string
	if !utf8.ValidString(text) {
		text = strings.ToValidUTF8(text, string(utf8.RuneError))
		warnings = append(warnings, "Some characters were damaged and have been replaced.")
	}
	text = strings.TrimPrefix(text, "\ufeff")
	if strings.IndexByte(text, '\r') >= 0 {
		text = strings.ReplaceAll(text, "\r\n", "\n")
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	return text, warnings
}

// checkText refuses what is no text: NUL, many control characters, nothing.
func checkText(name, text string) error {
	controls := 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == 0:
			return &NotTextError{Name: name, Why: "it holds bytes that no text has"}
		case c < ' ' && c != '\n' && c != '\t' && c != '\f' && c != '\v' && c != 0x1b:
			controls++
		}
	}
	if controls*100 > len(text) {
		return &NotTextError{Name: name, Why: "it is full of control characters"}
	}
	if strings.TrimSpace(text) == "" {
		return &EmptyError{Name: name}
	}
	return nil
}
