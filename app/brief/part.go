package brief

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
)

// part is one key of a brief's file. What the parts say is all that a file and
// a journal hold: a field of Brief that no part knows would be lost.
type part struct {
	key   string
	write func(b Brief) (json.RawMessage, error) // nil: there is nothing to say
	read  func(b *Brief, raw json.RawMessage) error
	// diff is what changed from one brief to another, nil for nothing; patch
	// makes the same change.
	diff  func(from, to Brief) (json.RawMessage, error)
	patch func(b *Brief, raw json.RawMessage) error
}

// null is how a journal says that a key is gone.
var null = json.RawMessage("null")

func isNull(raw json.RawMessage) bool { return len(raw) == 0 || string(raw) == "null" }

// valueOf is a part that changes as a whole.
type valueOf[T any] struct {
	key   string
	of    func(*Brief) *T
	read  func(json.RawMessage) (T, error)
	write func(T) (json.RawMessage, error) // nil: nothing to say
}

func (v valueOf[T]) part() part {
	write := func(b Brief) (json.RawMessage, error) { return v.write(*v.of(&b)) }
	read := func(b *Brief, raw json.RawMessage) (err error) {
		var val T
		if !isNull(raw) {
			val, err = v.read(raw)
		}
		*v.of(b) = val
		return err
	}
	return part{
		key: v.key, write: write, read: read, patch: read,
		diff: func(from, to Brief) (json.RawMessage, error) {
			if reflect.DeepEqual(*v.of(&from), *v.of(&to)) {
				return nil, nil
			}
			raw, err := write(to)
			if raw == nil {
				raw = null
			}
			return raw, err
		},
	}
}

// listOf is a part that is a list; a change of it is a splice.
type listOf[T any] struct {
	key, noun string // "pins", "pin"
	of        func(*Brief) *[]T
	read      func(b *Brief, at string, raw json.RawMessage) (T, error)
	write     func(b Brief, v T) (json.RawMessage, error)
	check     func([]T) error // of the list as a whole; nil: none
	always    bool            // written even if it is empty
}

// splice is a change of a list.
type splice struct {
	At  int               `json:"at"`
	Cut int               `json:"cut,omitempty"`
	Put []json.RawMessage `json:"put,omitempty"`
}

func (l listOf[T]) writeAll(b Brief, vs []T) ([]json.RawMessage, error) {
	out := make([]json.RawMessage, len(vs))
	for i, v := range vs {
		var err error
		if out[i], err = l.write(b, v); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// readAll reads the elements of a list, of which the first is the number at.
func (l listOf[T]) readAll(b *Brief, at int, raws []json.RawMessage) ([]T, error) {
	var out []T
	for i, raw := range raws {
		v, err := l.read(b, fmt.Sprintf("%s %d", l.noun, at+i+1), raw)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

// set makes vs the list; an empty one is nil.
func (l listOf[T]) set(b *Brief, vs []T) error {
	if len(vs) == 0 {
		vs = nil
	}
	*l.of(b) = vs
	if l.check == nil {
		return nil
	}
	return l.check(vs)
}

func (l listOf[T]) part() part {
	return part{
		key: l.key,
		write: func(b Brief) (json.RawMessage, error) {
			vs := *l.of(&b)
			if len(vs) == 0 && !l.always {
				return nil, nil
			}
			raws, err := l.writeAll(b, vs)
			if err != nil {
				return nil, err
			}
			return encode(raws)
		},
		read: func(b *Brief, raw json.RawMessage) error {
			var raws []json.RawMessage
			if err := json.Unmarshal(raw, &raws); err != nil {
				return &DamagedError{At: l.key, Err: err}
			}
			vs, err := l.readAll(b, 0, raws)
			if err != nil {
				return err
			}
			return l.set(b, vs)
		},
		diff: func(from, to Brief) (json.RawMessage, error) {
			old, now := *l.of(&from), *l.of(&to)
			s := splice{}
			for s.At < min(len(old), len(now)) && reflect.DeepEqual(old[s.At], now[s.At]) {
				s.At++
			}
			end := 0
			for end < min(len(old), len(now))-s.At && reflect.DeepEqual(old[len(old)-1-end], now[len(now)-1-end]) {
				end++
			}
			s.Cut = len(old) - end - s.At
			if s.Cut == 0 && s.At+end == len(now) {
				return nil, nil
			}
			var err error
			if s.Put, err = l.writeAll(to, now[s.At:len(now)-end]); err != nil {
				return nil, err
			}
			return encode(s)
		},
		patch: func(b *Brief, raw json.RawMessage) error {
			var s splice
			if err := json.Unmarshal(raw, &s); err != nil {
				return &DamagedError{At: l.key, Err: err}
			}
			vs := *l.of(b)
			if s.At < 0 || s.Cut < 0 || s.At > len(vs) || s.Cut > len(vs)-s.At {
				return &DamagedError{At: l.key, Err: errors.New("a change is of what is not there")}
			}
			put, err := l.readAll(b, s.At, s.Put)
			if err != nil {
				return err
			}
			return l.set(b, slices.Concat(vs[:s.At], put, vs[s.At+s.Cut:]))
		},
	}
}

// mapOf is a part that is an object of things by name; a change of it names
// those that changed.
type mapOf[K ~string, T any] struct {
	key, noun string // "edits", "edit of"
	of        func(*Brief) *map[K]T
	read      func(at string, raw json.RawMessage) (T, error)
	write     func(T) (json.RawMessage, error)
	same      func(a, b T) bool
}

func (m mapOf[K, T]) part() part {
	decode := func(raw json.RawMessage) (map[K]json.RawMessage, error) {
		var raws map[K]json.RawMessage
		if err := json.Unmarshal(raw, &raws); err != nil {
			return nil, &DamagedError{At: m.key, Err: err}
		}
		return raws, nil
	}
	encodeSorted := func(vs map[K]json.RawMessage) (json.RawMessage, error) {
		var o object
		for _, k := range slices.Sorted(maps.Keys(vs)) {
			o.put(string(k), vs[k])
		}
		return o.bytes()
	}
	return part{
		key: m.key,
		write: func(b Brief) (json.RawMessage, error) {
			vs := *m.of(&b)
			if len(vs) == 0 {
				return nil, nil
			}
			raws := make(map[K]json.RawMessage, len(vs))
			for k, v := range vs {
				var err error
				if raws[k], err = m.write(v); err != nil {
					return nil, err
				}
			}
			return encodeSorted(raws)
		},
		read: func(b *Brief, raw json.RawMessage) error {
			raws, err := decode(raw)
			if err != nil || len(raws) == 0 {
				return err
			}
			vs := make(map[K]T, len(raws))
			for _, k := range slices.Sorted(maps.Keys(raws)) {
				if vs[k], err = m.read(m.noun+" "+string(k), raws[k]); err != nil {
					return err
				}
			}
			*m.of(b) = vs
			return nil
		},
		diff: func(from, to Brief) (json.RawMessage, error) {
			old, now := *m.of(&from), *m.of(&to)
			if reflect.ValueOf(old).UnsafePointer() == reflect.ValueOf(now).UnsafePointer() {
				return nil, nil
			}
			raws := make(map[K]json.RawMessage)
			kept := 0
			for k, v := range now {
				o, ok := old[k]
				if ok {
					kept++
				}
				if ok && m.same(o, v) {
					continue
				}
				var err error
				if raws[k], err = m.write(v); err != nil {
					return nil, err
				}
			}
			if kept < len(old) {
				for k := range old {
					if _, ok := now[k]; !ok {
						raws[k] = null
					}
				}
			}
			if len(raws) == 0 {
				return nil, nil
			}
			return encodeSorted(raws)
		},
		patch: func(b *Brief, raw json.RawMessage) error {
			raws, err := decode(raw)
			if err != nil {
				return err
			}
			vs := maps.Clone(*m.of(b))
			if vs == nil {
				vs = make(map[K]T)
			}
			for _, k := range slices.Sorted(maps.Keys(raws)) {
				if isNull(raws[k]) {
					delete(vs, k)
					continue
				}
				if vs[k], err = m.read(m.noun+" "+string(k), raws[k]); err != nil {
					return err
				}
			}
			if len(vs) == 0 {
				vs = nil
			}
			*m.of(b) = vs
			return nil
		},
	}
}
