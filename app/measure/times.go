package measure

// Timex is an expression of time.
type Timex struct {
	Span
	Type  string `json:"type"`
	Value string `json:"value"`
}

// Times compares the expressions of time of one document, as TempEval-3 does.
func Times(gold, found []Timex) []Measure {
	gs, fs := make([]Span, len(gold)), make([]Span, len(found))
	for i, g := range gold {
		gs[i] = g.Span
	}
	for j, f := range found {
		fs[j] = f.Span
	}
	all := Count{Given: len(found), Wanted: len(gold)}
	relaxed, strict, typ, value := all, all, all, all
	for i, j := range match(gs, fs, false) {
		if gold[i].Value == "" { // of no value: neither wanted nor wrong
			value.Wanted--
			if j >= 0 {
				value.Given--
			}
		}
		if j < 0 {
			continue
		}
		relaxed.Right++
		if gold[i].Type == found[j].Type {
			typ.Right++
		}
		if gold[i].Value != "" && gold[i].Value == found[j].Value {
			value.Right++
		}
	}
	for _, j := range match(gs, fs, true) {
		if j >= 0 {
			strict.Right++
		}
	}
	return []Measure{
		{"times: found, F1", relaxed, Count.F1},
		{"  precision", relaxed, Count.Precision},
		{"  recall", relaxed, Count.Recall},
		{"times: found with the same words, F1", strict, Count.F1},
		{"times: found with the right type, F1", typ, Count.F1},
		{"times: found with the right value, F1", value, Count.F1},
	}
}
