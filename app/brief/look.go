package brief

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math"
	"reflect"
	"strings"

	"dateline/geo/geocode"
	"dateline/geo/scene"
	"dateline/timeline"
)

// aboutPlace is what a pin is about; there is one pin for each.
type aboutPlace struct {
	name  string
	event timeline.ID
}

func readPin(b *Brief, at string, raw json.RawMessage) (geocode.Pin, error) {
	p, rest, err := known[geocode.Pin](at, raw)
	if err != nil {
		return p, err
	}
	if math.Abs(p.Lon) > 180 || math.Abs(p.Lat) > 90 || p.RadiusKM < 0 {
		return p, &DamagedError{At: at, Err: errors.New("it lies nowhere on earth")}
	}
	b.pinExtra = keep(b.pinExtra, aboutPlace{p.Name, p.Event}, rest)
	return p, nil
}

func marshalPin(b Brief, p geocode.Pin) (json.RawMessage, error) {
	return withRest(p, b.pinExtra[aboutPlace{p.Name, p.Event}])
}

func readSide(b *Brief, at string, raw json.RawMessage) (scene.Side, error) {
	s, rest, err := known[scene.Side](at, raw)
	if err == nil {
		b.sideExtra = keep(b.sideExtra, s.Name, rest)
	}
	return s, err
}

func marshalSide(b Brief, s scene.Side) (json.RawMessage, error) {
	return withRest(s, b.sideExtra[s.Name])
}

func readEra(b *Brief, at string, raw json.RawMessage) (Era, error) {
	e, rest, err := known[Era](at, raw)
	if err == nil {
		b.eraExtra = keep(b.eraExtra, e.Name, rest)
	}
	return e, err
}

func marshalEra(b Brief, e Era) (json.RawMessage, error) { return withRest(e, b.eraExtra[e.Name]) }

// keep returns the map with what is unknown about one thing.
func keep[K comparable](m map[K]unknown, k K, u unknown) map[K]unknown {
	if len(u) == 0 && len(m[k]) == 0 {
		return m
	}
	m = maps.Clone(m)
	if m == nil {
		m = make(map[K]unknown)
	}
	if m[k] = u; len(u) == 0 {
		delete(m, k)
	}
	if len(m) == 0 {
		return nil
	}
	return m
}

// known reads a type of another package by its JSON tags, and gives what the
// object says beyond it.
func known[T any](at string, raw json.RawMessage) (v T, rest unknown, err error) {
	f := readObject(at, raw)
	if f.err != nil {
		return v, nil, f.err
	}
	// Only the keys as they are written: encoding/json takes "NAME" for "name".
	var o object
	for _, key := range jsonKeys[T]() {
		if val, ok := f.left[key]; ok {
			o.put(key, val)
			delete(f.left, key)
		}
	}
	raw, err = o.bytes()
	if err == nil {
		err = json.Unmarshal(raw, &v)
	}
	if err != nil {
		return v, nil, &DamagedError{At: at, Err: err}
	}
	rest, err = f.done()
	return v, rest, err
}

// jsonKeys are the keys of a type that encoding/json writes.
func jsonKeys[T any]() []string {
	var keys []string
	for f := range reflect.TypeFor[T]().Fields() {
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" && name != "-" {
			keys = append(keys, name)
		}
	}
	return keys
}

// withRest writes such a type with what was unknown of it.
func withRest(v any, rest unknown) (json.RawMessage, error) {
	raw, err := encode(v)
	if err != nil || len(rest) == 0 {
		return raw, err
	}
	var o object
	o.rest(rest)
	more, err := o.bytes()
	if err != nil {
		return nil, err
	}
	if len(raw) < 2 || raw[len(raw)-1] != '}' {
		return nil, fmt.Errorf("%T is no object", v)
	}
	if len(raw) == 2 {
		return more, nil
	}
	out := append(json.RawMessage{}, raw[:len(raw)-1]...)
	out = append(out, ',')
	return append(out, more[1:]...), nil
}
