// Package dirs says where the program keeps what it writes unasked: settings,
// cached map tiles, and the journals of briefs that are open.
package dirs

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// Dirs are absolute folders. They may not exist yet.
type Dirs struct {
	Config string // settings: small, worth a backup
	Cache  string // may be deleted at any time
	State  string // autosaved work and recent files, of this machine alone
}

// PortableName is the folder beside the program that a portable copy keeps
// everything in.
const PortableName = "dateline-data"

// ErrNoHome says that the system names no folder for a user's files.
var ErrNoHome = errors.New("the system names no folder for settings: set HOME (on Windows, APPDATA and LOCALAPPDATA), or start with --portable")

// Of gives the folders that the system has for such things:
//
//	         Config                             Cache                      State
//	Linux    $XDG_CONFIG_HOME/dateline          $XDG_CACHE_HOME/dateline   $XDG_STATE_HOME/dateline
//	macOS    ~/Library/Application Support/Dateline ~/Library/Caches/Dateline …/Application Support/Dateline/State
//	Windows  %AppData%\Dateline                 %LocalAppData%\Dateline\Cache and …\State
//
// with the values of the XDG specification for variables that are not set.
// The error is ErrNoHome.
func Of() (Dirs, error) { return of(runtime.GOOS, os.Getenv) }

// Here gives the folders of this copy of the program: those of Portable where
// it was started portably before, else those of Of.
func Here() (Dirs, error) {
	if IsPortable() {
		return Portable()
	}
	return Of()
}

func of(system string, env func(string) string) (Dirs, error) {
	// A path that is not absolute would depend on where the program is started.
	folder := func(variable string, otherwise ...string) string {
		if v := env(variable); isAbs(system, v) {
			return v
		}
		if len(otherwise) == 0 || !isAbs(system, env("HOME")) {
			return ""
		}
		return filepath.Join(append([]string{env("HOME")}, otherwise...)...)
	}
	var d Dirs
	switch system {
	case "windows":
		roaming, local := folder("APPDATA"), folder("LOCALAPPDATA")
		if roaming == "" || local == "" {
			return Dirs{}, ErrNoHome
		}
		d = Dirs{
			Config: filepath.Join(roaming, "Dateline"),
			Cache:  filepath.Join(local, "Dateline", "Cache"),
			State:  filepath.Join(local, "Dateline", "State"),
		}
	case "darwin", "ios":
		support, caches := folder("", "Library", "Application Support", "Dateline"), folder("", "Library", "Caches", "Dateline")
		d = Dirs{Config: support, Cache: caches, State: filepath.Join(support, "State")}
	default:
		d = Dirs{
			Config: folder("XDG_CONFIG_HOME", ".config"),
			Cache:  folder("XDG_CACHE_HOME", ".cache"),
			State:  folder("XDG_STATE_HOME", ".local", "state"),
		}
		for _, p := range []*string{&d.Config, &d.Cache, &d.State} {
			if *p != "" {
				*p = filepath.Join(*p, "dateline")
			}
		}
	}
	if d.Config == "" || d.Cache == "" || d.State == "" {
		return Dirs{}, ErrNoHome
	}
	return d, nil
}

func isAbs(system, path string) bool {
	if system == "windows" && runtime.GOOS != "windows" {
		return len(path) > 2 && path[1] == ':' || len(path) > 2 && path[:2] == `\\`
	}
	return filepath.IsAbs(path)
}

// Portable gives folders beside the program itself, and makes the one that
// they lie in: where that fails, a portable copy cannot work, and the error
// says so.
func Portable() (Dirs, error) {
	program, err := program()
	if err != nil {
		return Dirs{}, err
	}
	return portable(program)
}

func portable(program string) (Dirs, error) {
	root := filepath.Join(filepath.Dir(program), PortableName)
	if err := os.MkdirAll(root, 0o700); err != nil {
		return Dirs{}, fmt.Errorf("--portable keeps everything beside the program, and nothing can be written there: %w", err)
	}
	return under(root), nil
}

// IsPortable reports whether the program was started portably before: whether
// its folder is beside it.
func IsPortable() bool {
	program, err := program()
	if err != nil {
		return false
	}
	info, err := os.Stat(filepath.Join(filepath.Dir(program), PortableName))
	return err == nil && info.IsDir()
}

func under(root string) Dirs {
	return Dirs{
		Config: filepath.Join(root, "config"),
		Cache:  filepath.Join(root, "cache"),
		State:  filepath.Join(root, "state"),
	}
}

// program is the file of the running program, behind any link to it.
func program() (string, error) {
	p, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("looking for the program's own folder: %w", err)
	}
	real, err := filepath.EvalSymlinks(p)
	if errors.Is(err, fs.ErrNotExist) {
		return p, nil // deleted or replaced while it runs
	}
	if err != nil {
		return "", fmt.Errorf("looking for the program's own folder: %w", err)
	}
	return real, nil
}
