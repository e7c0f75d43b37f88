package cli

import "unicode/utf8"

// stride is how many bytes lie between two marks of codepoints.
const stride = 512

// codepoints turns byte offsets of a text into code point offsets.
type codepoints struct {
	text  string
	marks []int // code points that begin before byte i*stride
	ascii bool
}

// newCodepoints prepares a text of valid UTF-8.
func newCodepoints(text string) codepoints {
	c := codepoints{text: text, ascii: true}
	n := 0
	for i := range len(text) {
		if i%stride == 0 {
			c.marks = append(c.marks, n)
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
		if text[i] >= utf8.RuneSelf {
			c.ascii = false
		}
	}
	return c
}

// at is the number of code points that begin before a byte offset, which is
// brought into the text.
func (c codepoints) at(offset int) int {
	offset = max(0, min(offset, len(c.text)))
	if c.ascii {
		return offset
	}
	i := min(offset/stride, len(c.marks)-1)
	n := c.marks[i]
	for j := i * stride; j < offset; j++ {
		if utf8.RuneStart(c.text[j]) {
			n++
		}
	}
	return n
}
