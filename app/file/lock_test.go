package file

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

var morning = time.Date(2019, 3, 14, 8, 30, 0, 0, time.UTC)

func TestLock(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.dateline")
	first, err := Acquire(path, Self(morning))
	if err != nil || !first.Held() {
		t.Fatalf("%v, held %v", err, first.Held())
	}
	var locked *LockedError
	_, err = Acquire(path, Self(morning))
	if !errors.As(err, &locked) || locked.Holder.PID != os.Getpid() {
		t.Fatalf("locked twice: %v", err)
	}
	for _, want := range []string{"a.dateline is open in another window", locked.Holder.User, morning.Local().Format("2 January 2006, 15:04")} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q does not say %q", err, want)
		}
	}
	second, err := TakeOver(path, Self(morning))
	if err != nil || !second.Held() || first.Held() {
		t.Fatalf("taken over: %v", err)
	}
	if err := first.Release(); err != nil || !second.Held() {
		t.Errorf("the one before released what it had lost: %v", err)
	}
	if err := second.Release(); err != nil {
		t.Fatal(err)
	}
	if n := names(t, filepath.Dir(path)); len(n) != 0 {
		t.Errorf("left behind: %v", n)
	}
	if err := second.Release(); err != nil {
		t.Errorf("released twice: %v", err)
	}
}

// TestStaleLocks are those of programs that run no longer.
func TestStaleLocks(t *testing.T) {
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	self := Self(morning)
	dead, reborn, abroad := self, self, self
	dead.PID, dead.Token = cmd.Process.Pid, "dead"
	reborn.Birth, reborn.Token = "0", "reborn" // another process has the number now
	abroad.Host, abroad.PID, abroad.Token = "elsewhere", cmd.Process.Pid, "abroad"
	for name, tt := range map[string]struct {
		holder Holder
		stale  bool
	}{"dead": {dead, true}, "reborn": {reborn, self.Birth != ""}, "abroad": {abroad, false}, "alive": {self, false}} {
		path := filepath.Join(t.TempDir(), "a.dateline")
		if _, err := Acquire(path, tt.holder); err != nil {
			t.Fatal(err)
		}
		_, err := Acquire(path, Self(morning))
		var locked *LockedError
		if tt.stale != (err == nil) || err != nil && !errors.As(err, &locked) {
			t.Errorf("%s: %v", name, err)
		}
		if name == "abroad" && !strings.Contains(err.Error(), "on the computer elsewhere") {
			t.Errorf("it says %q", err)
		}
	}
	path := filepath.Join(t.TempDir(), "a.dateline")
	if err := os.WriteFile(LockName(path), []byte("no lock"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Acquire(path, self); err != nil {
		t.Errorf("a lock that says nothing: %v", err)
	}
	if _, err := Acquire(filepath.Join(path, "none", "b"), self); err == nil {
		t.Error("locked in a folder that is none")
	}
}

// TestOneGetsTheLock has many try at once for a lock that is stale.
func TestOneGetsTheLock(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.dateline")
	stale := Self(morning)
	stale.PID = 1 << 30
	if _, err := Acquire(path, stale); err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	locks := make(chan *Lock, 32)
	for range cap(locks) {
		wg.Go(func() {
			if l, err := Acquire(path, Self(morning)); err == nil {
				locks <- l
			}
		})
	}
	wg.Wait()
	close(locks)
	held := 0
	for l := range locks {
		if l.Held() {
			held++
		}
	}
	if held != 1 {
		t.Errorf("%d hold the lock", held)
	}
}

func TestVersions(t *testing.T) {
	dir := t.TempDir()
	path, v := filepath.Join(dir, "a.dateline"), Versions{filepath.Join(dir, "kept")}
	if err := v.Keep(path, morning); err != nil {
		t.Errorf("of no file: %v", err)
	}
	if list, err := v.List(path); err != nil || len(list) != 0 {
		t.Errorf("%v, %v", list, err)
	}
	// Every hour of thirty days.
	const n = 30 * 24
	for i := range n {
		if err := Write(path, text(morning.Add(time.Duration(i)*time.Hour).Format(time.RFC3339))); err != nil {
			t.Fatal(err)
		}
		if err := v.Keep(path, morning.Add(time.Duration(i)*time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
	if err := Write(path, text("now")); err != nil {
		t.Fatal(err)
	}
	list, err := v.List(path)
	if err != nil || len(list) < keptVersions || len(list) > keptVersions+keptDays {
		t.Fatalf("%v: %d versions", err, len(list))
	}
	days := make(map[string]bool)
	for i, one := range list {
		data, err := os.ReadFile(one.Path)
		if err != nil || string(data) != one.Time.Format(time.RFC3339) || one.Size != int64(len(data)) {
			t.Errorf("%v: the version of %v holds %s", err, one.Time, data)
		}
		if want := morning.Add(time.Duration(n-1-i) * time.Hour); i < keptVersions && !one.Time.Equal(want) {
			t.Errorf("version %d is of %v, want %v", i, one.Time, want)
		}
		days[one.Time.Format(time.DateOnly)] = true
	}
	if len(days) != keptDays {
		t.Errorf("they are of %d days", len(days))
	}
	other, err := v.List(filepath.Join(dir, "b.dateline"))
	if err != nil || len(other) != 0 {
		t.Errorf("another file has versions: %v, %v", other, err)
	}
}
