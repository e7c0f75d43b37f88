// Command console is dateline.com, which stands beside dateline.exe. Windows
// gives a program either a window or the console that it was started from.
// dateline.exe has the window; typed in a console, "dateline" finds this small
// program first, which starts dateline.exe with its own input and output, waits
// for it and passes its exit code on. Both are the same command line.
package main

// arguments is what follows the program's own name on a command line, with the
// space before it. A name in quotes ends with them, another one at a space.
func arguments(line string) string {
	quoted := false
	for i := range len(line) {
		switch c := line[i]; {
		case c == '"':
			quoted = !quoted
		case (c == ' ' || c == '\t') && !quoted:
			return line[i:]
		}
	}
	return ""
}
