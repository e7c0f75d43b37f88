//go:build !windows

package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, "this program is for Windows alone; elsewhere dateline itself is the command line")
	os.Exit(1)
}
