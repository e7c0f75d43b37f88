//go:build !unix

package cli

import "os"

// openPipe opens a named pipe.
func openPipe(path string) (*os.File, error) { return os.Open(path) }
