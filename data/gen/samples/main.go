// Command samples makes the briefs of data/samples from their reports.
//
//	go run ./data/gen/samples
package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"dateline/app/brief"
	"dateline/timeline/source"
)

func main() {
	if err := run("data/samples"); err != nil {
		fmt.Fprintln(os.Stderr, "samples:", err)
		os.Exit(1)
	}
}

// run makes a brief of each report in the folder.
func run(dir string) error {
	reports, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return err
	}
	for _, path := range reports {
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		d, err := source.Read(context.Background(), filepath.Base(path), f)
		f.Close()
		if err != nil {
			return err
		}
		if err := brief.Save(strings.TrimSuffix(path, ".txt")+brief.Ext, brief.FromDocument(d)); err != nil {
			return err
		}
	}
	return nil
}
