package brief

import (
	"bytes"
	"encoding/json"
	"reflect"
)

// nested gives the values of these keys as they stand in the file.
func (f *fields) nested(keys ...string) unknown {
	out := make(unknown)
	for _, key := range keys {
		if raw, ok := f.left[key]; ok && !isNull(raw) {
			out[key] = raw
		}
	}
	return out
}

// beyond are those of the values that say more than was understood of them, so
// that they would not be written again as they are.
func beyond(was unknown, e Edit) (unknown, error) {
	if len(was) == 0 {
		return nil, nil
	}
	var o object
	putMore(&o, e)
	raw, err := o.bytes()
	if err != nil {
		return nil, err
	}
	again := readObject("an edit", raw)
	if again.err != nil {
		return nil, again.err
	}
	out := make(unknown)
	for key, raw := range was {
		var plain bytes.Buffer
		if err := json.Compact(&plain, raw); err != nil {
			return nil, err
		}
		if !bytes.Equal(plain.Bytes(), again.left[key]) {
			out[key] = raw
		}
	}
	if len(out) == 0 {
		return nil, nil
	}
	return out, nil
}

// putKept writes a key of which the file said more than is understood: what is
// as it was is written as it stood there.
func (o *object) putKept(key string, value any, was unknown) {
	raw, ok := was[key]
	if !ok {
		o.put(key, value)
		return
	}
	v := reflect.ValueOf(value)
	if same(raw, v) {
		o.put(key, raw)
		return
	}
	var raws []json.RawMessage
	if v.Kind() != reflect.Slice || json.Unmarshal(raw, &raws) != nil {
		o.put(key, value)
		return
	}
	out := make([]any, v.Len())
	for i := range out {
		out[i] = v.Index(i).Interface()
		for k, raw := range raws {
			if raw != nil && same(raw, v.Index(i)) {
				out[i], raws[k] = raw, nil
				break
			}
		}
	}
	o.put(key, out)
}

// same reports whether what a file says is understood as that value.
func same(raw json.RawMessage, v reflect.Value) bool {
	got := reflect.New(v.Type())
	return json.Unmarshal(raw, got.Interface()) == nil && reflect.DeepEqual(got.Elem().Interface(), v.Interface())
}
