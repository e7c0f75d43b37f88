package bench

import (
	"testing"
	"time"
)

func TestAge(t *testing.T) {
	fields := "S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 "
	for _, c := range []struct {
		name, stat, uptime string
		want               time.Duration
		ok                 bool
	}{
		{"plain", "12 (prog) " + fields + "1000 99", "12.50 3.1", 2500 * time.Millisecond, true},
		{"a name with a bracket", "12 (a ) b) " + fields + "1000 99", "10.25 0", 250 * time.Millisecond, true},
		{"cut short", "12 (prog) S 1 2", "12.50 3.1", 0, false},
		{"no number", "12 (prog) " + fields + "x 99", "12.50 3.1", 0, false},
		{"before the start", "12 (prog) " + fields + "2000 99", "12.50 3.1", 0, false},
		{"no uptime", "12 (prog) " + fields + "1000 99", "", 0, false},
		{"nothing", "", "", 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, ok := age(c.stat, c.uptime); ok != c.ok || (got-c.want).Abs() > time.Millisecond {
				t.Errorf("%v, %v", got, ok)
			}
		})
	}
	if a, ok := Age(); !ok || a <= 0 || a > time.Hour {
		t.Errorf("this process is %v old, %v", a, ok)
	}
}

func TestResident(t *testing.T) {
	if got := resident("Name:\tx\nVmRSS:\t  20480 kB\n"); got != 20 {
		t.Errorf("20480 kB are %v MB", got)
	}
	for _, bad := range []string{"", "VmRSS: many kB", "VmRSS: 5"} {
		if got := resident(bad); got != 0 {
			t.Errorf("%q is %v", bad, got)
		}
	}
	if ResidentMB() < 1 || CPU() <= 0 {
		t.Errorf("this process holds %v MB and used %v", ResidentMB(), CPU())
	}
}
