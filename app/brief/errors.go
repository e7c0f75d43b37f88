package brief

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// ErrTooLarge is the error for a file larger than MaxSize.
var ErrTooLarge = errors.New("the brief is larger than 64 MB")

// MaxSize bounds what is read of a file, in bytes.
const MaxSize = 64 << 20

// VersionError is the error for a brief that a newer program has written, where
// it cannot be read or must not be written over.
type VersionError struct{ Version int }

// Error says what to do.
func (e *VersionError) Error() string {
	return fmt.Sprintf("the brief has version %d of the format; this program reads up to version %d: get a newer Dateline", e.Version, Version)
}

// DamagedError is the error for a file that is no brief, or a damaged one.
type DamagedError struct {
	Line   int    // from 1; 0 when it is not known
	Offset int    // in bytes, of Line
	At     string // which part of the brief, "" for the whole
	Err    error
}

// Error says where the damage is.
func (e *DamagedError) Error() string {
	var b strings.Builder
	b.WriteString("the brief is damaged")
	if e.At != "" {
		fmt.Fprintf(&b, " in %s", e.At)
	}
	if e.Line > 0 {
		fmt.Fprintf(&b, " at line %d (byte %d)", e.Line, e.Offset)
	}
	fmt.Fprintf(&b, ": %v", plain(e.Err))
	return b.String()
}

// Unwrap gives the cause.
func (e *DamagedError) Unwrap() error { return e.Err }

// plain says in people's words what encoding/json says in a programmer's.
func plain(err error) error {
	var t *json.UnmarshalTypeError
	if errors.As(err, &t) {
		article := "a"
		if strings.HasPrefix(t.Value, "array") || strings.HasPrefix(t.Value, "object") {
			article = "an"
		}
		return fmt.Errorf("%s %s stands where something else is expected", article, t.Value)
	}
	return err
}

// syntaxError places a syntax error of the whole file.
func syntaxError(data []byte, err error) error {
	var s *json.SyntaxError
	if !errors.As(err, &s) {
		return &DamagedError{Err: err}
	}
	at := min(int(s.Offset), len(data))
	return &DamagedError{Line: 1 + bytes.Count(data[:at], []byte{'\n'}), Offset: at, Err: err}
}
