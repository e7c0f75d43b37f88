//go:build unix

package file

import (
	"bytes"
	"errors"
	"os"
	"strconv"
	"syscall"
)

// alive reports whether a process of that number runs.
func alive(pid int) bool {
	if pid <= 0 {
		return false
	}
	err := syscall.Kill(pid, 0)
	return err == nil || errors.Is(err, syscall.EPERM)
}

// birth is when a process began, as the system counts it, "" where it does not
// say.
func birth(pid int) string {
	data, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	if err != nil {
		return ""
	}
	// The name, in brackets, may hold anything.
	i := bytes.LastIndexByte(data, ')')
	if i < 0 {
		return ""
	}
	fields := bytes.Fields(data[i+1:])
	if len(fields) < 20 {
		return ""
	}
	if string(fields[0]) == "Z" {
		return "ended"
	}
	return string(fields[19])
}

// patiently does something. Here nobody who has a file open is in the way.
func patiently(do func() error) error { return do() }

// replace gives a file the name of another one, which it takes the place of.
func replace(from, to string) error { return os.Rename(from, to) }

// hide does nothing: the dot that the names of locks begin with is enough.
func hide(string) {}
