package source

import "fmt"

// UnsupportedError is a file whose format is known but not read.
type UnsupportedError struct {
	Name   string // of the file
	Format string // "PDF"
	Advice string // what to do instead: "paste its text"
}

func (e *UnsupportedError) Error() string {
	return fmt.Sprintf("%s: %s is not read yet: %s", e.Name, e.Format, e.Advice)
}

// NotTextError is a file that holds no text that can be read.
type NotTextError struct {
	Name string
	Why  string // "it holds bytes that no text has"
}

func (e *NotTextError) Error() string { return fmt.Sprintf("%s is not text: %s", e.Name, e.Why) }

// EmptyError is a file without a word in it.
type EmptyError struct{ Name string }

func (e *EmptyError) Error() string {
	return fmt.Sprintf("%s is empty: there is nothing to read", e.Name)
}

// TooLargeError is a file larger than what is read.
type TooLargeError struct {
	Name string
	Size int64 // in bytes; 0 if it is only known to be more than the limit
}

func (e *TooLargeError) Error() string {
	if e.Size == 0 {
		return fmt.Sprintf("%s is too large: reports of up to %d MB are read", e.Name, maxBytes>>20)
	}
	return fmt.Sprintf("%s is too large (%d MB): reports of up to %d MB are read", e.Name, (e.Size+1<<20-1)>>20, maxBytes>>20)
}
