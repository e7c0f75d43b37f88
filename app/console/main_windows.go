package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"

	"golang.org/x/sys/windows"
)

func main() {
	code, err := run()
	if err != nil {
		fmt.Fprintln(os.Stderr, "dateline:", err)
	}
	os.Exit(code)
}

func run() (int, error) {
	self, err := os.Executable()
	if err != nil {
		return 1, fmt.Errorf("looking for dateline.exe: %w", err)
	}
	program := filepath.Join(filepath.Dir(self), "dateline.exe")
	// Ctrl+C goes to the other program too, which ends in its own way.
	signal.Ignore(os.Interrupt)
	cmd := exec.Command(program)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	// The arguments are passed on as they were typed: taking them apart and
	// quoting them again would change what some of them mean.
	cmd.SysProcAttr = &syscall.SysProcAttr{CmdLine: `"` + program + `"` + arguments(windows.UTF16PtrToString(windows.GetCommandLine()))}
	var exit *exec.ExitError
	switch err := cmd.Run(); {
	case errors.As(err, &exit):
		return exit.ExitCode(), nil
	case err != nil:
		return 1, fmt.Errorf("starting %s: %w", program, err)
	}
	return 0, nil
}
