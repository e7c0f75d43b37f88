//go:build !windows

package filedlg

// roots is where all folders begin.
func roots(string) []Place { return []Place{{"Computer", "/"}} }
