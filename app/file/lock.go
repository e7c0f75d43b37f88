package file

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"time"
)

// Holder is a program that is running somewhere, as others can see it.
type Holder struct {
	User  string    `json:"user"`
	Host  string    `json:"host"`
	PID   int       `json:"pid"`
	Birth string    `json:"birth,omitempty"` // tells the process from a later one with its number; "" where unknown
	Since time.Time `json:"since"`
	Token string    `json:"token"` // unlike that of any other holder
}

// Self is this program, from a time on.
func Self(since time.Time) Holder {
	h := Holder{PID: os.Getpid(), Birth: birth(os.Getpid()), Since: since.UTC().Truncate(time.Second), Token: rand.Text()}
	if u, err := user.Current(); err == nil {
		// Windows puts the computer before the name.
		h.User = u.Username[strings.LastIndexByte(u.Username, '\\')+1:]
	}
	if name, err := os.Hostname(); err == nil {
		h.Host = name
	}
	return h
}

// Gone reports whether the program is known to run no longer. One on another
// computer never is.
func (h Holder) Gone() bool {
	host, err := os.Hostname()
	if err != nil || h.Host != host {
		return false
	}
	if !alive(h.PID) {
		return true
	}
	now := birth(h.PID)
	return h.Birth != "" && now != "" && now != h.Birth
}

// LockedError is the error for a file that is open elsewhere.
type LockedError struct {
	Path   string
	Holder Holder
}

// Error says by whom and since when.
func (e *LockedError) Error() string {
	who := e.Holder.User
	if who == "" {
		who = "somebody"
	}
	at := "in another window"
	if host, err := os.Hostname(); err != nil || host != e.Holder.Host {
		at = "on the computer " + e.Holder.Host
	}
	return fmt.Sprintf("%s is open %s: by %s, since %s", filepath.Base(e.Path), at, who, e.Holder.Since.Local().Format("2 January 2006, 15:04"))
}

// ErrLockLost is the error for a file that was taken over elsewhere.
var ErrLockLost = errors.New("the file was taken over in another window: save under another name, so that neither loses anything")

// Lock keeps a file for one window. It is a small file beside it, which
// programs of other computers see too.
type Lock struct {
	path  string // of the lock
	token string
}

// LockName is the name of the lock of a file.
func LockName(path string) string {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".lock")
}

// Acquire locks a file. The error is a *LockedError where another window has
// it; the lock of a program that runs no longer gives way, as does one that
// cannot be read.
func Acquire(path string, by Holder) (*Lock, error) {
	for range 8 {
		l, err := lock(path, by)
		if !errors.Is(err, fs.ErrExist) {
			return l, err
		}
		have, err := readLock(LockName(path))
		if errors.Is(err, fs.ErrNotExist) {
			continue // it was just given back
		}
		if err == nil && !have.Gone() {
			return nil, &LockedError{path, have}
		}
		if err := removeLock(LockName(path), have.Token); err != nil {
			return nil, fmt.Errorf("unlocking %s: %w", path, cause(err))
		}
	}
	return nil, fmt.Errorf("locking %s: others do so all the time", path)
}

// TakeOver locks a file whoever has it; that one finds out when it saves.
func TakeOver(path string, by Holder) (*Lock, error) {
	have, err := readLock(LockName(path))
	if err == nil || !errors.Is(err, fs.ErrNotExist) {
		if err := removeLock(LockName(path), have.Token); err != nil {
			return nil, fmt.Errorf("unlocking %s: %w", path, cause(err))
		}
	}
	return Acquire(path, by)
}

// lock makes the lock's file, whole, if there is none.
func lock(path string, by Holder) (*Lock, error) {
	name := LockName(path)
	data, err := json.Marshal(by)
	if err != nil {
		return nil, err
	}
	tmp, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+".*")
	if err != nil {
		return nil, fmt.Errorf("locking %s: %w", path, cause(err))
	}
	defer os.Remove(tmp.Name())
	_, err = tmp.Write(data)
	if err2 := tmp.Close(); err == nil {
		err = err2
	}
	if err != nil {
		return nil, fmt.Errorf("locking %s: %w", path, cause(err))
	}
	hide(tmp.Name())
	err = os.Link(tmp.Name(), name)
	if err != nil && !errors.Is(err, fs.ErrExist) { // a system without such links
		err = create(name, data)
	}
	if err != nil {
		return nil, fmt.Errorf("locking %s: %w", path, cause(err))
	}
	return &Lock{name, by.Token}, nil
}

func create(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}

// removeLock removes the lock with that token, and no other that has taken its
// place meanwhile.
func removeLock(name, token string) error {
	aside := name + "." + rand.Text()
	if err := patiently(func() error { return os.Rename(name, aside) }); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	}
	if have, err := readLock(aside); err == nil && have.Token != token {
		// Another was quicker: it gets its lock back.
		if err := os.Link(aside, name); err != nil && !errors.Is(err, fs.ErrExist) {
			return patiently(func() error { return os.Rename(aside, name) })
		}
	}
	return patiently(func() error { return os.Remove(aside) })
}

func readLock(name string) (Holder, error) {
	var h Holder
	var data []byte
	err := patiently(func() (err error) {
		data, err = os.ReadFile(name)
		return err
	})
	if err != nil {
		return h, err
	}
	if err := json.Unmarshal(data, &h); err != nil {
		return Holder{}, fmt.Errorf("reading %s: %w", name, err)
	}
	return h, nil
}

// Held reports whether the file is still locked by this lock.
func (l *Lock) Held() bool {
	have, err := readLock(l.path)
	return err == nil && have.Token == l.token
}

// Release gives the file back; one that was taken over stays with who has it.
func (l *Lock) Release() error {
	if !l.Held() {
		return nil
	}
	return removeLock(l.path, l.token)
}
