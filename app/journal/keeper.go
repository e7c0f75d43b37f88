package journal

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"dateline/app/brief"
	"dateline/app/file"
)

// State is what is open in a window.
type State struct {
	Document int    // which one; another number is another document
	Path     string // of its file, "" if it has none
	Brief    brief.Brief
	Unsaved  bool // something of it is not in its file
}

// Keeper writes the journal of one window. Its methods can be called from any
// goroutine and come back at once, but for Flush and Close.
type Keeper struct {
	dir     string
	self    file.Holder
	onError func(error)

	mu      sync.Mutex
	want    *State        // the newest, not yet written
	wake    chan struct{} // of one: there is something to do
	flush   chan chan struct{}
	closing chan bool // whether to discard
	done    chan struct{}

	// What follows belongs to the goroutine of run.
	out      *os.File
	name     string // of out
	last     State  // what out holds
	base     int    // bytes of the brief at its start
	appended int
	dirty    bool      // written, not yet forced to the disk
	synced   time.Time // when that was done last
	failed   bool
}

// SyncEvery is how long a change may be in the system's hands before it is
// forced to the disk. A program that ends loses none of them, a computer that
// loses its power those of this time.
const SyncEvery = time.Second

// Open starts a keeper whose journal lies in a folder, which is made when there
// is something to keep. An error is told once until writing works again.
func Open(dir string, self file.Holder, onError func(error)) *Keeper {
	k := &Keeper{
		dir: dir, self: self, onError: onError,
		wake: make(chan struct{}, 1), flush: make(chan chan struct{}), closing: make(chan bool, 1), done: make(chan struct{}),
	}
	go k.run()
	return k
}

// Note keeps what is open now. What is saved needs no journal, and ends it.
func (k *Keeper) Note(s State) {
	k.mu.Lock()
	k.want = &s
	k.mu.Unlock()
	select {
	case k.wake <- struct{}{}:
	default:
	}
}

// Flush comes back when all that was noted is written.
func (k *Keeper) Flush() {
	c := make(chan struct{})
	select {
	case k.flush <- c:
		<-c
	case <-k.done:
	}
}

// Close ends the keeper. What is not saved is left for the next start, unless
// it is to be discarded.
func (k *Keeper) Close(discard bool) {
	select {
	case k.closing <- discard:
	case <-k.done:
	}
	<-k.done
}

func (k *Keeper) run() {
	defer close(k.done)
	sync := time.NewTimer(time.Hour)
	defer sync.Stop()
	for {
		select {
		case <-k.wake:
			k.write()
		case c := <-k.flush:
			k.write()
			close(c)
		case <-sync.C:
			k.sync()
		case discard := <-k.closing:
			k.write()
			if discard {
				k.end()
			} else if k.out != nil {
				k.sync()
				k.report(k.out.Close())
			}
			return
		}
		if k.dirty {
			if wait := time.Until(k.synced.Add(SyncEvery)); wait > 0 {
				sync.Reset(wait)
			} else {
				k.sync()
			}
		}
	}
}

func (k *Keeper) sync() {
	if k.out != nil && k.dirty {
		k.report(k.out.Sync())
	}
	k.dirty, k.synced = false, time.Now()
}

// write brings the journal up to what is wanted.
func (k *Keeper) write() {
	k.mu.Lock()
	s := k.want
	k.want = nil
	k.mu.Unlock()
	if s == nil {
		return
	}
	var err error
	switch {
	case !s.Unsaved || s.Brief.Newer() > 0:
		k.end()
	case k.out == nil || s.Document != k.last.Document || s.Path != k.last.Path || k.appended > 2*k.base+spare:
		err = k.begin(*s)
	default:
		err = k.add(*s)
	}
	if err != nil {
		// What the file holds now is not sure: the next change begins it anew.
		k.last.Document = -1
	}
	k.report(err)
}

// spare is how many bytes of changes a journal may have, beyond twice its
// beginning, before it is begun anew.
const spare = 1 << 20

// begin writes a journal that begins with the brief, in place of the one there
// is.
func (k *Keeper) begin(s State) error {
	if err := os.MkdirAll(k.dir, 0o700); err != nil {
		return err
	}
	data, err := compact(s.Brief)
	if err != nil {
		return err
	}
	first, err := json.Marshal(head{format, s.Path, k.self})
	if err != nil {
		return err
	}
	// Closed first: not every system replaces a file that is open.
	if k.out != nil {
		err := k.out.Close()
		if k.out = nil; err != nil {
			return err
		}
	}
	k.name = filepath.Join(k.dir, k.self.Token+ext)
	err = file.Write(k.name, func(w io.Writer) error {
		for _, line := range [][]byte{frame(first), frame(data)} {
			if _, err := w.Write(line); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	k.out, err = os.OpenFile(k.name, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		k.out = nil
		return err
	}
	k.last, k.base, k.appended, k.dirty = s, len(data), 0, false
	return nil
}

// add writes what changed behind what is there.
func (k *Keeper) add(s State) error {
	patch, err := brief.Patch(k.last.Brief, s.Brief)
	if err != nil {
		return err
	}
	if patch == nil {
		return nil
	}
	n, err := k.out.Write(frame(patch))
	if err != nil {
		return err
	}
	k.appended += n
	k.last, k.dirty = s, true
	return nil
}

// end removes the journal: there is nothing that would be lost.
func (k *Keeper) end() {
	if k.name == "" {
		return
	}
	var err error
	if k.out != nil {
		err = k.out.Close()
	}
	if gone := os.Remove(k.name); !errors.Is(gone, fs.ErrNotExist) {
		err = errors.Join(err, gone)
	}
	k.out, k.name, k.dirty = nil, "", false
	k.report(err)
}

// report tells an error, once.
func (k *Keeper) report(err error) {
	if err == nil {
		k.failed = false
		return
	}
	if !k.failed && k.onError != nil {
		k.onError(fmt.Errorf("keeping unsaved changes safe: %w: save now, and see whether the disk is full", err))
	}
	k.failed = true
}
