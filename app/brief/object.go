package brief

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
)

// object writes a JSON object with its keys in a fixed order.
type object struct {
	buf bytes.Buffer
	err error
}

// put writes one key; a nil, empty or zero value should not be put.
func (o *object) put(key string, value any) {
	if o.err != nil {
		return
	}
	var raw []byte
	if raw, o.err = encode(value); o.err != nil {
		return
	}
	name, err := encode(key)
	if o.err = err; err != nil {
		return
	}
	if o.buf.Len() > 0 {
		o.buf.WriteByte(',')
	}
	o.buf.Write(name)
	o.buf.WriteByte(':')
	o.buf.Write(raw)
}

// words writes a key with words, if there are any.
func (o *object) words(key, s string) {
	if s != "" {
		o.put(key, s)
	}
}

// rest writes the keys that were not understood, sorted.
func (o *object) rest(u unknown) {
	for _, key := range slices.Sorted(maps.Keys(u)) {
		o.put(key, u[key])
	}
}

// bytes is the finished object.
func (o *object) bytes() (json.RawMessage, error) {
	return slices.Concat([]byte{'{'}, o.buf.Bytes(), []byte{'}'}), o.err
}

// encode is json.Marshal without escapes for HTML, which nobody can read.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte{'\n'}), nil
}

// fields reads a JSON object key by key; what is never taken is kept.
type fields struct {
	at   string // where the object stands, for messages
	left unknown
	err  error
}

func readObject(at string, raw json.RawMessage) *fields {
	f := &fields{at: at}
	if err := json.Unmarshal(raw, &f.left); err != nil {
		f.err = &DamagedError{At: at, Err: err}
	}
	return f
}

// take reads one key into dst, if it is there, and reports whether it is.
func (f *fields) take(key string, dst any) bool {
	raw, ok := f.left[key]
	if !ok || f.err != nil {
		return false
	}
	delete(f.left, key)
	if string(raw) == "null" {
		return false
	}
	if err := json.Unmarshal(raw, dst); err != nil {
		f.err = &DamagedError{At: f.path(key), Err: err}
		return false
	}
	return true
}

func (f *fields) path(key string) string {
	if f.at == "" {
		return key
	}
	return f.at + ", " + key
}

// done gives what was not taken.
func (f *fields) done() (unknown, error) {
	if len(f.left) == 0 {
		return nil, f.err
	}
	return f.left, f.err
}
