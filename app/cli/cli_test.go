package cli

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"github.com/rogpeppe/go-internal/testscript"

	"dateline/app/brief"
	"dateline/app/work"
	"dateline/geo/geocode"
	"dateline/geo/proj"
	"dateline/geo/scene"
)

// TestMain makes this program the dateline of the scripts.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"dateline": func() {
			os.Exit(Run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr, Env{Version: "1.2.3", Engine: work.New()}))
		},
	})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata"})
}

// fakeEngine reads every brief as the content that it has.
type fakeEngine struct {
	read   func(ctx context.Context, b brief.Brief) (work.Content, error)
	finder geocode.Finder
}

func (f fakeEngine) Read(ctx context.Context, b brief.Brief, progress func(string, float64)) (work.Content, error) {
	progress("reading", 0)
	return f.read(ctx, b)
}

func (f fakeEngine) Finder() (geocode.Finder, error) { return f.finder, nil }

func (f fakeEngine) Input(work.Content, work.ViewOptions) (scene.Input, error) {
	return scene.Input{}, errors.New("no pictures here")
}

func (f fakeEngine) Fit(work.Content, orb.Point) (proj.View, error) {
	return proj.View{}, errors.New("no pictures here")
}

// run runs a command without files.
func run(t *testing.T, env Env, stdin string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = Run(context.Background(), args, strings.NewReader(stdin), &out, &errs, env)
	return code, out.String(), errs.String()
}

func TestOpenPassesFilesOn(t *testing.T) {
	dir := t.TempDir()
	file := dir + "/a.txt"
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		want []string
		code int
	}{
		{nil, nil, 0},
		{[]string{file}, []string{file}, 0},
		{[]string{"open", file, file}, []string{file, file}, 0},
		{[]string{dir + "/none.txt"}, nil, 1},
		{[]string{"frobnicate"}, nil, 2},
		{[]string{dir}, nil, 1},
		{[]string{"--wrong"}, nil, 2},
	} {
		var got []string
		opened := false
		env := Env{Open: func(_ context.Context, files []string) error {
			got, opened = files, true
			return nil
		}}
		code, _, stderr := run(t, env, "", c.args...)
		if code != c.code || opened != (c.code == 0) || strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%q: code %d, opened %v with %q; %s", c.args, code, opened, got, stderr)
		}
		if (code != 0) != (strings.Count(stderr, "\n") == 1) {
			t.Errorf("%q: stderr %q", c.args, stderr)
		}
	}
}

func TestErrorsAreOneLine(t *testing.T) {
	env := Env{Open: func(context.Context, []string) error { return errors.New("one\n  two") }}
	if code, _, stderr := run(t, env, ""); code != 1 || stderr != "dateline: one two\n" {
		t.Errorf("%d, %q", code, stderr)
	}
}

// brokenPipe is the output when nobody reads any more.
type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestClosedOutputIsNoFailure(t *testing.T) {
	var errs bytes.Buffer
	code := Run(context.Background(), []string{"version"}, nil, brokenPipe{}, &errs, Env{Version: "1"})
	if code != 0 || errs.Len() > 0 {
		t.Errorf("%d, %q", code, errs.String())
	}
}

func TestHelp(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"--help"}, "dateline annotate "},
		{[]string{"-h"}, "Exit code: 0, 1 "},
		{[]string{"render", "--help"}, "--size"},
		{[]string{"extract", "-h"}, "--published"},
	} {
		code, stdout, stderr := run(t, Env{}, "", c.args...)
		if code != 0 || stderr != "" || !strings.Contains(stdout, c.want) {
			t.Errorf("%q: %d, %q, %q", c.args, code, stdout, stderr)
		}
	}
}
