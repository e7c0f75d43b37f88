//go:build !windows

package filedlg

import "dateline/app/words"

// roots is where all folders begin.
func roots(string) []Place { return []Place{{words.T("Computer"), "/"}} }
