package brief

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// formatInstant writes an instant to the second, in universal time and with
// years of any length and sign: "2014-06-10T04:30:00Z", "-0489-09-12T00:00:00Z".
func formatInstant(t time.Time) string {
	t = t.UTC()
	year := fmt.Sprintf("%04d", t.Year())
	if t.Year() < 0 {
		year = fmt.Sprintf("-%04d", -t.Year())
	}
	return year + t.Format("-01-02T15:04:05Z")
}

// farthestYear bounds the years of instants.
const farthestYear = 200_000_000_000

// parseInstant reads what formatInstant writes.
func parseInstant(s string) (time.Time, error) {
	bad := fmt.Errorf("%q is no instant such as 2014-06-10T04:30:00Z", s)
	sign, rest := 1, s
	if strings.HasPrefix(rest, "-") {
		sign, rest = -1, rest[1:]
	}
	digits, rest, ok := strings.Cut(rest, "-")
	year, err := strconv.Atoi(digits)
	if !ok || err != nil || len(digits) < 4 || digits[0] == '+' || year > farthestYear {
		return time.Time{}, bad
	}
	// The day is read in a year that is a leap year as that one is.
	year *= sign
	like := 2001
	if leap(year) {
		like = 2000
	}
	t, err := time.Parse("2006-01-02T15:04:05Z", fmt.Sprintf("%d-%s", like, rest))
	if err != nil {
		return time.Time{}, bad
	}
	return time.Date(year, t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC), nil
}

func leap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }
