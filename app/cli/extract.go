package cli

import (
	"bytes"
	"encoding/json"
	"fmt"

	"dateline/app/brief"
)

// extractCmd prints what reports tell.
type extractCmd struct {
	Reports   []string `arg:"" name:"REPORT" help:"The reports: text, HTML or a brief; - for standard input."`
	Published string   `placeholder:"DATE" help:"When the report was published, if the file does not say."`
	Format    string   `enum:"json,brief,text" default:"json" help:"json, brief (a .dateline file) or text (the report as it is read)."`
	Output    string   `short:"o" placeholder:"FILE" help:"Write to a file instead."`
}

// Run reads the reports and prints them.
func (e *extractCmd) Run(c *call) error {
	b, err := c.load(e.Reports[0], e.Published)
	if err != nil {
		return err
	}
	for _, name := range e.Reports[1:] {
		more, err := c.load(name, e.Published)
		if err != nil {
			return err
		}
		for _, r := range more.Reports {
			b = b.WithReport(r)
		}
	}
	if b.Empty() {
		return fmt.Errorf("%s holds no report", e.Reports[0])
	}
	switch e.Format {
	case "text":
		if len(b.Reports) > 1 {
			return fmt.Errorf("%d reports: the text of one can be printed", len(b.Reports))
		}
		return c.out(e.Output, []byte(b.Reports[0].Document.Text))
	case "brief":
		data, err := brief.Marshal(b)
		if err != nil {
			return fmt.Errorf("making the brief of %s: %w", e.Reports[0], err)
		}
		return c.out(e.Output, data)
	}
	content, err := c.readBrief(b)
	if err != nil {
		return err
	}
	var shown any = shape(content, 0)
	if len(b.Reports) > 1 {
		shown = shapeAll(content)
	}
	data, err := indented(shown)
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
