package cli

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"text/tabwriter"

	"dateline/app/measure"
)

// evalCmd compares what annotate finds with what people marked.
type evalCmd struct {
	Dir   string `arg:"" name:"DIR" help:"A folder of JSON lines with gold: geo_*.jsonl, time_*.jsonl, events_*.jsonl."`
	Draws int    `default:"1000" help:"How often documents are drawn anew for the intervals."`
}

// goldJSON is a document that a person marked.
type goldJSON struct {
	Mentions []measure.Mention  `json:"mentions"`
	Timex    []measure.Timex    `json:"timex"`
	Events   []measure.Incident `json:"events"`
}

// foundJSON is an annotation as far as it is compared.
type foundJSON struct {
	Mentions []measure.Mention `json:"mentions"`
	Timex    []measure.Timex   `json:"timex"`
	Events   []measure.Event   `json:"events"`
}

// compare compares one document, by what the name of its file promises.
func compare(kind string, g goldJSON, f foundJSON) []measure.Measure {
	switch kind {
	case "geo":
		return measure.Places(g.Mentions, f.Mentions)
	case "time":
		return measure.Times(g.Timex, f.Timex)
	}
	return measure.Events(g.Events, f.Events)
}

// Run prints a table for each file.
func (e *evalCmd) Run(c *call) error {
	files, err := filepath.Glob(filepath.Join(e.Dir, "*.jsonl"))
	if err != nil {
		return usagef("%s: %w", e.Dir, err)
	}
	some := false
	for _, f := range files {
		kind, _, _ := strings.Cut(filepath.Base(f), "_")
		if kind != "geo" && kind != "time" && kind != "events" {
			continue
		}
		some = true
		docs, err := e.file(c.ctx, c.env.Engine, f, kind)
		if err != nil {
			return err
		}
		if err := printTable(c.stdout, filepath.Base(f), docs, e.Draws); err != nil {
			return written(err, "the table")
		}
	}
	if !some {
		return fmt.Errorf("%s has no file named geo_*.jsonl, time_*.jsonl or events_*.jsonl", e.Dir)
	}
	return nil
}

// file annotates and compares the documents of a file, as many at once as
// there are processors.
func (e *evalCmd) file(ctx context.Context, engine Engine, name, kind string) ([][]measure.Measure, error) {
	r, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var docs [][]measure.Measure
	var errs []error
	var wait sync.WaitGroup
	var mu sync.Mutex
	room := make(chan struct{}, runtime.GOMAXPROCS(0))
	in := bufio.NewReaderSize(r, 1<<16)
	for n := 1; ; n++ {
		line, err := readLine(in)
		if err != nil && !errors.Is(err, io.EOF) {
			errs = append(errs, fmt.Errorf("%s, line %d: %w", name, n, err))
			break
		}
		if len(bytes.TrimSpace(line)) > 0 {
			mu.Lock()
			at := len(docs)
			docs = append(docs, nil)
			mu.Unlock()
			room <- struct{}{}
			wait.Go(func() {
				defer func() { <-room }()
				one, err := evalLine(ctx, engine, line, kind)
				mu.Lock()
				defer mu.Unlock()
				docs[at] = one
				if err != nil {
					errs = append(errs, fmt.Errorf("%s, line %d: %w", name, n, err))
				}
			})
		}
		if errors.Is(err, io.EOF) {
			break
		}
	}
	wait.Wait()
	if len(errs) > 0 {
		return nil, errs[0]
	}
	return docs, nil
}

// evalLine annotates and compares one document.
func evalLine(ctx context.Context, engine Engine, line []byte, kind string) ([]measure.Measure, error) {
	var g goldJSON
	if err := json.Unmarshal(line, &g); err != nil {
		return nil, fmt.Errorf("not a document with gold: %w", err)
	}
	data, err := annotateLine(ctx, engine, line, false)
	if err != nil {
		return nil, err
	}
	var f foundJSON
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, fmt.Errorf("reading the annotation: %w", err)
	}
	return compare(kind, g, f), nil
}

// printTable prints the measures of a file, each with its interval.
func printTable(w io.Writer, name string, docs [][]measure.Measure, draws int) error {
	if _, err := fmt.Fprintf(w, "%s: %d documents\n", name, len(docs)); err != nil {
		return err
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for k, m := range measure.Sum(docs) {
		lo, hi := measure.Interval(docs, k, draws)
		if _, err := fmt.Fprintf(t, "  %s\t%.3f\t[%.3f-%.3f]\t%d right, %d given, %d wanted\n", m.Name, m.Value(), lo, hi, m.Count.Right, m.Count.Given, m.Count.Wanted); err != nil {
			return err
		}
	}
	return t.Flush()
}
