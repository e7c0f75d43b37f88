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
	"golang.org/x/sys/windows/registry"
)

func main() {
	code, err := run()
	if err != nil {
		fmt.Fprintln(os.Stderr, "dateline:", err)
	}
	os.Exit(code)
}

func run() (int, error) {
	program, err := program()
	if err != nil {
		return 1, fmt.Errorf("looking for dateline.exe: %w", err)
	}
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

// program is dateline.exe: the one beside this program, else the one that is
// installed. The installer puts a copy of this program into a folder that every
// console looks in, where dateline.exe would not be at home.
func program() (string, error) {
	self, err := os.Executable()
	if err != nil {
		return "", err
	}
	beside := filepath.Join(filepath.Dir(self), "dateline.exe")
	if _, err := os.Stat(beside); err == nil {
		return beside, nil
	}
	k, err := registry.OpenKey(registry.CURRENT_USER, `Software\Microsoft\Windows\CurrentVersion\App Paths\dateline.exe`, registry.QUERY_VALUE)
	if err != nil {
		return "", fmt.Errorf("it is not beside %s, and it is not installed", self)
	}
	defer k.Close()
	installed, _, err := k.GetStringValue("")
	if err != nil {
		return "", fmt.Errorf("it is not beside %s, and where it is installed is not known: %w", self, err)
	}
	return installed, nil
}
