package bench

import (
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// ticks is how many of the kernel's ticks of a clock are in a second, for every
// program.
const ticks = 100

// Age is how long ago the process started, to a hundredth of a second; false
// where the system does not tell.
func Age() (time.Duration, bool) {
	stat, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return 0, false
	}
	up, err := os.ReadFile("/proc/uptime")
	if err != nil {
		return 0, false
	}
	return age(string(stat), string(up))
}

// age reads the start of a process from its stat and takes it from the uptime.
func age(stat, uptime string) (time.Duration, bool) {
	// The name, in brackets, may have spaces in it.
	fields := strings.Fields(stat[strings.LastIndexByte(stat, ')')+1:])
	up := strings.Fields(uptime)
	const startTime = 22 - 3 // the fields are counted from 1, and two come before
	if len(fields) <= startTime || len(up) == 0 {
		return 0, false
	}
	start, err := strconv.ParseFloat(fields[startTime], 64)
	if err != nil {
		return 0, false
	}
	now, err := strconv.ParseFloat(up[0], 64)
	if err != nil || now < start/ticks {
		return 0, false
	}
	return time.Duration((now - start/ticks) * float64(time.Second)), true
}

// CPU is the processor time that the process has used; 0 where the system does
// not tell.
func CPU() time.Duration {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

// ResidentMB is the memory that the process holds, in units of 2^20 bytes; 0
// where the system does not tell.
func ResidentMB() float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	return resident(string(status))
}

func resident(status string) float64 {
	for line := range strings.Lines(status) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			f := strings.Fields(rest)
			if len(f) == 2 && f[1] == "kB" {
				if kb, err := strconv.ParseFloat(f[0], 64); err == nil {
					return round(kb / 1024)
				}
			}
		}
	}
	return 0
}
