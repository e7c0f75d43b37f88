package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"dateline/app/cli"
)

// linux is what lies under /usr, and the control file of the .deb.
func (p project) linux() ([]file, error) {
	var out []file
	for name, from := range map[string]string{
		"debian/control": "linux/control",
		"usr/share/applications/" + p.ID + ".desktop":  "linux/dateline.desktop",
		"usr/share/mime/packages/" + p.ID + ".xml":     "linux/mime.xml",
		"usr/share/metainfo/" + p.ID + ".metainfo.xml": "linux/metainfo.xml",
		"usr/share/doc/dateline/copyright":             "linux/copyright",
		"usr/share/doc/dateline/changelog.Debian.gz":   "linux/changelog",
	} {
		f, err := p.fill(name, from)
		if err != nil {
			return nil, err
		}
		if f, err = whole(f.name, f.data); err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	for name, args := range map[string][]string{
		"usr/share/man/man1/dateline.1.gz":                  {"man"},
		"usr/share/doc/dateline/licences.txt.gz":            {"licences"},
		"usr/share/bash-completion/completions/dateline":    {"completion", "bash"},
		"usr/share/zsh/vendor-completions/_dateline":        {"completion", "zsh"},
		"usr/share/fish/vendor_completions.d/dateline.fish": {"completion", "fish"},
	} {
		text, err := p.printed(args...)
		if err != nil {
			return nil, err
		}
		f, err := whole(name, text)
		if err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	icons, done, err := p.icons()
	if err != nil {
		return nil, err
	}
	defer done()
	for _, size := range []int{16, 24, 32, 48, 64, 128, 256, 512} {
		data, err := fs.ReadFile(icons, fmt.Sprintf("icon-%d.png", size))
		if err != nil {
			return nil, err
		}
		out = append(out, file{fmt.Sprintf("usr/share/icons/hicolor/%dx%d/apps/%s.png", size, size, p.ID), data})
	}
	svg, err := p.read("data/icon/icon.svg")
	if err != nil {
		return nil, err
	}
	return append(out, file{"usr/share/icons/hicolor/scalable/apps/" + p.ID + ".svg", svg}), nil
}

// printed is what a command of the program prints.
func (p project) printed(args ...string) ([]byte, error) {
	var out, problem bytes.Buffer
	env := cli.Env{Version: p.Version, Date: p.When.Format("2006-01-02")}
	if code := cli.Run(context.Background(), args, strings.NewReader(""), &out, &problem, env); code != 0 {
		return nil, fmt.Errorf("dateline %s: %s", strings.Join(args, " "), strings.TrimSpace(problem.String()))
	}
	return out.Bytes(), nil
}

// zipped holds no date and no name, so that it is the same each time.
func zipped(data []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// whole zips what is to be zipped, by the end of its name.
func whole(name string, data []byte) (file, error) {
	if path.Ext(name) != ".gz" {
		return file{name, data}, nil
	}
	data, err := zipped(data)
	return file{name, data}, err
}
