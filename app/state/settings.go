package state

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"sync"
	"time"

	"dateline/app/file"
)

// Settings are what a person chose, by name, in a file of their own. They may
// be used by several goroutines. A change is written a little later, off the
// goroutine that made it, and at the latest by Close.
type Settings struct {
	name string

	mu     sync.Mutex
	values map[string]any // string, float64 or bool
	timer  *time.Timer    // until the next write, nil when nothing is to be written
	err    error          // of the last write
}

// settingsDelay gathers changes that come together, as while something is dragged.
const settingsDelay = 300 * time.Millisecond

// OpenSettings reads the settings in a folder, which may not exist yet. A file
// that cannot be understood is put aside under another name, and the error
// says so; the settings are then empty and can be used all the same.
func OpenSettings(folder string) (*Settings, error) {
	s := &Settings{name: filepath.Join(folder, "settings.json"), values: make(map[string]any)}
	data, err := os.ReadFile(s.name)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return s, fmt.Errorf("reading the settings: %w", err)
	}
	if err := json.Unmarshal(data, &s.values); err != nil || s.values == nil {
		s.values = make(map[string]any)
		aside := s.name + ".damaged"
		if renamed := os.Rename(s.name, aside); renamed != nil {
			return s, fmt.Errorf("the settings in %s are damaged (%v) and cannot be put aside: %w", s.name, err, renamed)
		}
		return s, fmt.Errorf("the settings were damaged and start anew; the old ones are in %s", aside)
	}
	return s, nil
}

// MemorySettings are settings that nothing is written of.
func MemorySettings() *Settings { return &Settings{values: make(map[string]any)} }

// String is a text, "" if nothing was chosen.
func (s *Settings) String(key string) string { return s.StringWithFallback(key, "") }

// StringWithFallback is a text, or another one if nothing was chosen.
func (s *Settings) StringWithFallback(key, fallback string) string { return get(s, key, fallback) }

// Float is a number, 0 if nothing was chosen.
func (s *Settings) Float(key string) float64 { return get(s, key, 0.0) }

// Bool is whether something was turned on.
func (s *Settings) Bool(key string) bool { return get(s, key, false) }

// SetString keeps a text.
func (s *Settings) SetString(key, value string) { s.set(key, value) }

// SetFloat keeps a number.
func (s *Settings) SetFloat(key string, value float64) { s.set(key, value) }

// SetBool keeps whether something is turned on.
func (s *Settings) SetBool(key string, value bool) { s.set(key, value) }

// get gives the fallback also for a value of another kind, as another version
// of the program may have written.
func get[T any](s *Settings, key string, fallback T) T {
	s.mu.Lock()
	defer s.mu.Unlock()
	if v, ok := s.values[key].(T); ok {
		return v
	}
	return fallback
}

func (s *Settings) set(key string, value any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.values[key] == value {
		return
	}
	s.values[key] = value
	if s.name != "" && s.timer == nil {
		s.timer = time.AfterFunc(settingsDelay, s.write)
	}
}

func (s *Settings) write() {
	s.mu.Lock()
	s.timer = nil
	values := maps.Clone(s.values)
	s.mu.Unlock()
	err := s.writeValues(values)
	s.mu.Lock()
	s.err = err
	s.mu.Unlock()
}

func (s *Settings) writeValues(values map[string]any) error {
	if err := os.MkdirAll(filepath.Dir(s.name), 0o700); err != nil {
		return fmt.Errorf("keeping the settings: %w", err)
	}
	err := file.Write(s.name, func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		return e.Encode(values)
	})
	if err != nil {
		return fmt.Errorf("keeping the settings: %w", err)
	}
	return nil
}

// Close writes what is not written yet. The error is that of the last write.
func (s *Settings) Close() error {
	s.mu.Lock()
	due := s.timer != nil && s.timer.Stop()
	s.mu.Unlock()
	if due {
		s.write()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.err
}
