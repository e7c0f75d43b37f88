package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"io"
	"strconv"
	"unicode/utf16"
)

// ref is the number of an object.
type ref int

func (r ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// objects are those of a file, numbered from 1.
type objects struct{ all [][]byte }

// reserve gives a number to an object that is told later.
func (o *objects) reserve() ref {
	o.all = append(o.all, nil)
	return ref(len(o.all))
}

func (o *objects) set(r ref, body string) { o.all[r-1] = []byte(body) }

func (o *objects) add(body string) ref {
	r := o.reserve()
	o.set(r, body)
	return r
}

// stream adds a stream, compressed; entries are those of its dictionary beside
// length and filter.
func (o *objects) stream(entries string, data []byte) (ref, error) {
	var buf bytes.Buffer
	z := zlib.NewWriter(&buf)
	if _, err := z.Write(data); err != nil {
		return 0, fmt.Errorf("compressing: %w", err)
	}
	if err := z.Close(); err != nil {
		return 0, fmt.Errorf("compressing: %w", err)
	}
	head := fmt.Sprintf("<</Filter/FlateDecode/Length %d%s>>\nstream\n", buf.Len(), entries)
	r := o.reserve()
	o.all[r-1] = append(append([]byte(head), buf.Bytes()...), "\nendstream"...)
	return r, nil
}

// write writes the file.
func (o *objects) write(w io.Writer, root, info ref) error {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	at := make([]int, len(o.all))
	for i, body := range o.all {
		at[i] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n", i+1)
		out.Write(body)
		out.WriteString("\nendobj\n")
	}
	// The file's name for itself is made of what is in it.
	id := sha256.Sum256(out.Bytes())
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(o.all)+1)
	for _, n := range at {
		fmt.Fprintf(&out, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d/Root %v/Info %v/ID[<%x><%x>]>>\nstartxref\n%d\n%%%%EOF\n", len(o.all)+1, root, info, id[:16], id[:16], start)
	_, err := w.Write(out.Bytes())
	return err
}

// text is a string as PDF has it, in hexadecimal UTF-16.
func text(s string) string {
	out := []byte("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		out = fmt.Appendf(out, "%04X", u)
	}
	return string(append(out, '>'))
}

// largest is the largest number that is written; larger ones become it.
const largest = 1e7

// number appends a number with up to some decimals; what is no number is 0.
func number(b []byte, v float64, decimals int) []byte {
	if v != v {
		v = 0
	}
	v = min(max(v, -largest), largest)
	from := len(b)
	b = strconv.AppendFloat(b, v, 'f', decimals, 64)
	if bytes.IndexByte(b[from:], '.') >= 0 {
		for b[len(b)-1] == '0' {
			b = b[:len(b)-1]
		}
		if b[len(b)-1] == '.' {
			b = b[:len(b)-1]
		}
	}
	if string(b[from:]) == "-0" {
		b = append(b[:from], '0')
	}
	return b
}
