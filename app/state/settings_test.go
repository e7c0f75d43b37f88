package state

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func open(t *testing.T, folder string) *Settings {
	t.Helper()
	s, err := OpenSettings(folder)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSettingsAreKept(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "not there yet")
	s := open(t, folder)
	if s.String("theme") != "" || s.StringWithFallback("theme", "light") != "light" || s.Float("left") != 0 || s.Bool("toured") {
		t.Error("something was chosen from the start")
	}
	s.SetString("theme", "dark")
	s.SetFloat("left", 320.5)
	s.SetBool("toured", true)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, folder)
	if s.StringWithFallback("theme", "light") != "dark" || s.Float("left") != 320.5 || !s.Bool("toured") {
		t.Errorf("read back %v", s.values)
	}
	if s.Float("theme") != 0 || s.Bool("left") {
		t.Error("a value of another kind is taken")
	}
}

func TestSettingsAreWrittenUnasked(t *testing.T) {
	folder := t.TempDir()
	s := open(t, folder)
	s.SetString("theme", "dark")
	for range 100 {
		if open(t, folder).String("theme") == "dark" {
			return
		}
		time.Sleep(settingsDelay / 10)
	}
	t.Error("a change was not written")
}

func TestDamagedSettings(t *testing.T) {
	for _, text := range []string{"", "{", "null", "[1]", "\x00"} {
		folder := t.TempDir()
		name := filepath.Join(folder, "settings.json")
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := OpenSettings(folder)
		if err == nil || !strings.Contains(err.Error(), name+".damaged") {
			t.Errorf("%q: error %v, want one that says where the old ones are", text, err)
		}
		if old, err := os.ReadFile(name + ".damaged"); err != nil || string(old) != text {
			t.Errorf("%q: put aside %q (%v)", text, old, err)
		}
		s.SetString("theme", "dark")
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestSettingsThatCannotBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := OpenSettings(filepath.Join(file, "folder"))
	if err == nil {
		s.SetBool("a", true)
		err = s.Close()
	}
	if err == nil || !strings.Contains(err.Error(), "settings") {
		t.Errorf("error %v, want one that speaks of the settings", err)
	}
}

func TestMemorySettingsLeaveNoFile(t *testing.T) {
	t.Chdir(t.TempDir())
	s := MemorySettings()
	s.SetString("a", "b")
	if err := s.Close(); err != nil || s.String("a") != "b" {
		t.Errorf("%q (%v)", s.String("a"), err)
	}
	if left, err := os.ReadDir("."); err != nil || len(left) > 0 {
		t.Errorf("wrote %v (%v)", left, err)
	}
}

func TestSettingsFromManyGoroutines(t *testing.T) {
	s := open(t, t.TempDir())
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			for k := range 50 {
				s.SetFloat(fmt.Sprint(i), float64(k))
				s.Float(fmt.Sprint(k % 8))
			}
		})
	}
	all.Wait()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for i := range 8 {
		if s.Float(fmt.Sprint(i)) != 49 {
			t.Errorf("%d is %v", i, s.Float(fmt.Sprint(i)))
		}
	}
}

func TestSettingsReadBackAsSet(t *testing.T) {
	dir := t.TempDir()
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		folder := filepath.Join(dir, fmt.Sprint(n))
		s, err := OpenSettings(folder)
		if err != nil {
			t.Fatal(err)
		}
		want := rapid.MapOf(rapid.StringMatching(`[a-z.]{1,8}`), rapid.StringMatching(`[\PC]{0,12}`)).Draw(t, "values")
		for k, v := range want {
			s.SetString(k, v)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		again, err := OpenSettings(folder)
		if err != nil {
			t.Fatal(err)
		}
		for k, v := range want {
			if got := again.StringWithFallback(k, "none"); got != v {
				t.Fatalf("%s is %q, was set to %q", k, got, v)
			}
		}
	})
}
