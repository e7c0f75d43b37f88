// Package sent gives the files that the system sends to the program while it
// runs. macOS opens documents so: what is double-clicked, dropped on the icon
// or chosen with Open With is never among the arguments. On other systems it
// always is, and nothing is sent.
package sent

// room is how many files may wait until somebody takes them.
const room = 64

// Files begins to listen, and gives the paths as they are sent, each for
// itself. It is called once, before the window is made: the file that the
// program was started with is sent while the window is being made. Files that
// nobody takes are dropped when there are too many.
func Files() <-chan string {
	out := make(chan string, room)
	listen(func(path string) { put(out, path) })
	return out
}

// put never waits: who calls it may be the one that would have to take.
func put(out chan<- string, path string) {
	if path == "" {
		return
	}
	select {
	case out <- path:
	default:
	}
}
