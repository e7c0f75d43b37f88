package timeline

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"dateline/timeline/edtf"
)

// whenJSON is a When as it stands in files.
type whenJSON struct {
	EDTF     edtf.Value `json:"edtf"`
	Earliest Instant    `json:"earliest,omitzero"`
	Latest   Instant    `json:"latest,omitzero"`
	Stated   string     `json:"stated,omitempty"`
	From     Span       `json:"from,omitzero"`
}

// MarshalJSON writes the fields under the names in their tags, the bounds as
// an Instant does, so that dates before the year 0 can be written too.
func (w When) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // the encoder that asks does as it is set
	err := e.Encode(whenJSON{w.EDTF, Instant(w.Earliest), Instant(w.Latest), w.Stated, w.From})
	return b.Bytes(), err
}

// UnmarshalJSON reads what MarshalJSON writes. Where no bounds are given they
// are those of the date.
func (w *When) UnmarshalJSON(data []byte) error {
	var in whenJSON
	if err := json.Unmarshal(data, &in); err != nil {
		return fmt.Errorf("reading a date: %w", err)
	}
	*w = When{EDTF: in.EDTF, Earliest: time.Time(in.Earliest), Latest: time.Time(in.Latest), Stated: in.Stated, From: in.From}
	if !w.Known() {
		w.Earliest, w.Latest = w.EDTF.Bounds()
	}
	return nil
}
