package filedlg

import (
	"strings"

	"golang.org/x/sys/windows"
)

// roots are the drives, and the share of a computer in the network if the last
// folder was on one. They are not looked at: one that is far away, or without
// a disk in it, would keep the window waiting.
func roots(volume string) []Place {
	var out []Place
	have, err := windows.GetLogicalDrives()
	if err != nil {
		have = 0
	}
	known := false
	for i := range 26 {
		name := string(rune('A'+i)) + ":"
		if have&(1<<i) != 0 {
			out = append(out, Place{name, name + `\`})
			known = known || strings.EqualFold(name, volume)
		}
	}
	if volume != "" && !known {
		out = append(out, Place{volume, volume + `\`})
	}
	return out
}
