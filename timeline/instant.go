package timeline

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
	"time"
)

// Instant is a moment as it stands in files: RFC 3339 in UTC. Years that
// RFC 3339 cannot write, those before 0 and after 9999, have a sign and six
// digits or more, as in ECMAScript: "-000489-09-12T00:00:00Z" is in 490 BCE.
type Instant time.Time

// IsZero reports whether the instant is not known.
func (i Instant) IsZero() bool { return time.Time(i).IsZero() }

// String is the text of the instant, also of the zero one.
func (i Instant) String() string {
	t := time.Time(i).UTC()
	if y := t.Year(); y < 0 || y > 9999 {
		return fmt.Sprintf("%+07d", y) + t.Format("-01-02T15:04:05.999999999Z")
	}
	return t.Format(time.RFC3339Nano)
}

// MarshalText writes the text of String.
func (i Instant) MarshalText() ([]byte, error) { return []byte(i.String()), nil }

// longYear is a year with a sign and what stands behind it.
var longYear = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^([+-])(\d{6,9})(-.*)$`) })

// UnmarshalText reads what MarshalText writes and all of RFC 3339.
func (i *Instant) UnmarshalText(text []byte) error {
	m := longYear().FindSubmatch(text)
	if m == nil {
		t, err := time.Parse(time.RFC3339, string(text))
		if err != nil {
			return fmt.Errorf("%q is no instant such as 2014-06-14T09:30:00Z", text)
		}
		*i = Instant(t.UTC())
		return nil
	}
	year := 0
	for _, c := range m[2] {
		year = year*10 + int(c-'0')
	}
	if m[1][0] == '-' {
		year = -year
	}
	// The calendar repeats every 400 years: the rest is read in a like year.
	like := 2000 + (year%400+400)%400
	t, err := time.Parse(time.RFC3339, fmt.Sprint(like)+string(m[3]))
	if err != nil || strings.HasPrefix(string(text), "-000000") {
		return fmt.Errorf("%q is no instant such as -000489-09-12T00:00:00Z", text)
	}
	t = t.UTC()
	*i = Instant(time.Date(t.Year()+year-like, t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), time.UTC))
	return nil
}
