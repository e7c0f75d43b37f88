package cli

import (
	"bytes"
	"encoding/json"
	"fmt"

	"dateline/app/brief"
)

// extractCmd prints what a report tells.
type extractCmd struct {
	Report    string `arg:"" name:"REPORT" help:"The report: text, HTML or a brief; - for standard input."`
	Published string `placeholder:"DATE" help:"When the report was published, if the file does not say."`
	Format    string `enum:"json,brief,text" default:"json" help:"json, brief (a .dateline file) or text (the report as it is read)."`
	Output    string `short:"o" placeholder:"FILE" help:"Write to a file instead."`
}

// Run reads the report and prints it.
func (e *extractCmd) Run(c *call) error {
	b, err := c.load(e.Report, e.Published)
	if err != nil {
		return err
	}
	if len(b.Reports) != 1 {
		return fmt.Errorf("%s holds %d reports: extract reads one", e.Report, len(b.Reports))
	}
	switch e.Format {
	case "text":
		return c.out(e.Output, []byte(b.Reports[0].Document.Text))
	case "brief":
		data, err := brief.Marshal(b)
		if err != nil {
			return fmt.Errorf("making the brief of %s: %w", e.Report, err)
		}
		return c.out(e.Output, data)
	}
	content, err := c.readBrief(b)
	if err != nil {
		return err
	}
	data, err := indented(shape(content))
	if err != nil {
		return err
	}
	return c.out(e.Output, data)
}

// indented is JSON for people as well as programs.
func indented(v any) ([]byte, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return nil, fmt.Errorf("making the JSON: %w", err)
	}
	return buf.Bytes(), nil
}
