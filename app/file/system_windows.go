package file

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"syscall"
	"time"

	"golang.org/x/sys/windows"
)

// alive reports whether a process of that number runs. One that ended may
// still be found while somebody looks at it; its exit code tells.
func alive(pid int) bool {
	if pid <= 0 || int64(pid) > 1<<32-1 {
		return false
	}
	h, err := windows.OpenProcess(windows.PROCESS_QUERY_LIMITED_INFORMATION, false, uint32(pid))
	if err != nil {
		return errors.Is(err, windows.ERROR_ACCESS_DENIED) // it is another person's
	}
	defer windows.CloseHandle(h)
	const running = 259 // STILL_ACTIVE
	var code uint32
	return windows.GetExitCodeProcess(h, &code) != nil || code == running
}

// birth is when a process began, as the system counts it, "" where it does not
// say.
func birth(pid int) string {
	h, err := windows.OpenProcess(windows.PROCESS_QUERY_LIMITED_INFORMATION, false, uint32(pid))
	if err != nil {
		return ""
	}
	defer windows.CloseHandle(h)
	var begun, ended, kernel, user windows.Filetime
	if err := windows.GetProcessTimes(h, &begun, &ended, &kernel, &user); err != nil {
		return ""
	}
	return strconv.FormatInt(begun.Nanoseconds(), 10)
}

// patience is how long others may have a file open for themselves: those that
// look for viruses, make backups or bring files to other computers do so for
// some moments after each change.
const patience = 2 * time.Second

// patiently does what others can be in the way of, until they are not or
// patience ends.
func patiently(do func() error) error {
	wait := 5 * time.Millisecond
	for waited := time.Duration(0); ; waited += wait {
		err := do()
		if !busy(err) || waited >= patience {
			return err
		}
		time.Sleep(wait)
		wait = min(2*wait, 100*time.Millisecond)
	}
}

// busy reports whether another program may be the cause of an error.
func busy(err error) bool {
	var code syscall.Errno
	return errors.As(err, &code) && (code == windows.ERROR_ACCESS_DENIED || code == windows.ERROR_SHARING_VIOLATION ||
		code == windows.ERROR_LOCK_VIOLATION || code == windows.ERROR_DELETE_PENDING)
}

// replace gives a file the name of another one, which it takes the place of.
func replace(from, to string) error {
	err := patiently(func() error { return os.Rename(from, to) })
	if busy(err) {
		return fmt.Errorf("%w: it may be open in another program: close it there, or choose another name", cause(err))
	}
	return err
}

// hide takes a file out of the sight of who lists the folder.
func hide(path string) {
	if p, err := windows.UTF16PtrFromString(path); err == nil {
		// A lock that can be seen is as good.
		_ = windows.SetFileAttributes(p, windows.FILE_ATTRIBUTE_HIDDEN)
	}
}
