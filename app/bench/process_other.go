//go:build !linux

package bench

import (
	"runtime"
	"time"
)

// Age is how long ago the process started; this system is not asked.
func Age() (time.Duration, bool) { return 0, false }

// CPU is the processor time that the process has used; this system is not asked.
func CPU() time.Duration { return 0 }

// ResidentMB is the memory that Go holds of the system, in units of 2^20 bytes.
func ResidentMB() float64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return round(float64(m.Sys) / (1 << 20))
}
