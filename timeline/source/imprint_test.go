package source

import (
	"strings"
	"testing"
)

var imprints = []struct {
	line, want string // want is the day of publication, empty for none
}{
	{"18 January 2014 Last updated at 19:12 GMT", "2014-01-18"},
	{"Last updated 19 January 2014 08:00 GMT", "2014-01-19"},
	{"Tuesday, 20 May, 2008, 10:21 GMT 11:21 UK", "2008-05-20"},
	{"By Jo Doe | 5 June 2013", "2013-06-05"},
	{"Updated 1912 GMT (0312 HKT) January 18, 2014", "2014-01-18"},
	{"January 18, 2014 / 7:30 PM / Wire/News", "2014-01-18"},
	{"Situation Report No. 4 (as of 18 January 2014)", "2014-01-18"},
	{"Issued on: 18/01/2014 - 19:12 Modified: 19/01/2014 - 02:10", "2014-01-18"},
	{"UPDATED: 18:20 EST, 23 May 2014 | PUBLISHED: 09:41 EST, 22 May 2014", "2014-05-22"},
	{"Valley Herald | Updated: 2014-01-18 19:12", "2014-01-18"},
	{"The bridge was blown up on 18 January 2014 at 19:12", ""},
	{"Was the bridge open on 18 January 2014 at 19:12 GMT?", ""},
	{"Siege of the Upper Town 18 January 2014", ""},
	{"As of 18 January 2014 nobody had crossed", ""},
	{"Updated: 35 January 2014", ""},
	{"Updated: 19:12", ""},
	{"One Two Three Four Five Six Seven Eight Nine (as of 18 January 2014)", ""},
}

func TestDatesWithin(t *testing.T) {
	for _, tt := range imprints {
		v, _, found := datesWithin(tt.line)
		if got := v.String(); found != (tt.want != "") || found && got != tt.want {
			t.Errorf("%q: %q, %v, want %q", tt.line, got, found, tt.want)
		}
		d, err := FromText("x", "Bridge blown up\n\n"+tt.line+"\n\nThe bridge over the river was blown up on Friday, officials said.\n\nNobody was hurt.\n")
		if err != nil || !d.Published.IsZero() && tt.want == "" || tt.want != "" && d.Published.String() != tt.want {
			t.Errorf("a report with %q is of %q, want %q (%v)", tt.line, d.Published, tt.want, err)
		}
	}
}

func FuzzDatesWithin(f *testing.F) {
	for _, tt := range imprints {
		f.Add(tt.line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		v, _, found := datesWithin(line)
		if found && (v.IsZero() || v.IsInterval() || strings.Contains(line, "\n")) {
			t.Errorf("%q: %v", line, v)
		}
	})
}
