package timeline

import (
	"bytes"
	"encoding/json"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline/edtf"
)

// whens are dates with their JSON.
var whens = []struct{ edtf, stated, json string }{
	{"2014-06-13", "On Friday", `{"edtf":"2014-06-13","earliest":"2014-06-13T00:00:00Z","latest":"2014-06-13T23:59:59Z","stated":"On Friday"}`},
	{"2014-06-13T10:30Z", "", `{"edtf":"2014-06-13T10:30Z","earliest":"2014-06-13T10:30:00Z","latest":"2014-06-13T10:30:59Z"}`},
	{"../2014-06-14", "", `{"edtf":"../2014-06-14","latest":"2014-06-14T23:59:59Z"}`},
	{"2014/..", "", `{"edtf":"2014/..","earliest":"2014-01-01T00:00:00Z"}`},
	{"", "", `{"edtf":""}`},
	{"", "on Friday", `{"edtf":"","stated":"on Friday"}`},
	{"0000", "", `{"edtf":"0000","earliest":"0000-01-01T00:00:00Z","latest":"0000-12-31T23:59:59Z"}`},
	{"0001", "", `{"edtf":"0001","earliest":"0001-01-01T00:00:00.000000001Z","latest":"0001-12-31T23:59:59Z"}`},
	{"-0489", "in 490 BC", `{"edtf":"-0489","earliest":"-000489-01-01T00:00:00Z","latest":"-000489-12-31T23:59:59Z","stated":"in 490 BC"}`},
	{"-0043-03-15", "", `{"edtf":"-0043-03-15","earliest":"-000043-03-15T00:00:00Z","latest":"-000043-03-15T23:59:59Z"}`},
	{"-0001/0001", "", `{"edtf":"-0001/0001","earliest":"-000001-01-01T00:00:00Z","latest":"0001-12-31T23:59:59Z"}`},
	{"9999-24", "", `{"edtf":"9999-24","earliest":"9999-12-01T00:00:00Z","latest":"+010000-02-29T23:59:59Z"}`},
	{"Y12014", "", `{"edtf":"Y12014","earliest":"+012014-01-01T00:00:00Z","latest":"+012014-12-31T23:59:59Z"}`},
	{"Y-17E4", "", `{"edtf":"Y-17E4","earliest":"-170000-01-01T00:00:00Z","latest":"-170000-12-31T23:59:59Z"}`},
}

// when makes a date; "" is the unknown one.
func when(date, stated string, from Span) When {
	if date == "" {
		return When{Stated: stated, From: from}
	}
	return NewWhen(edtf.MustParse(date), stated, from)
}

func TestWhenJSON(t *testing.T) {
	for _, c := range whens {
		w := when(c.edtf, c.stated, Span{})
		data, err := json.Marshal(w)
		if err != nil || string(data) != c.json {
			t.Errorf("%s: %v\n got %s\nwant %s", c.edtf, err, data, c.json)
		}
		var back When
		if err := json.Unmarshal([]byte(c.json), &back); err != nil || back != w {
			t.Errorf("%s is read as %+v, %v", c.json, back, err)
		}
	}
}

func TestWhenJSONInAnEvent(t *testing.T) {
	from := Span{Source: "abc", Start: 3, End: 12}
	e := Event{ID: "e", Kind: Battle, When: when("-0489", "in <490 BC>", from), From: []Span{from}, Status: Proposed}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(e); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"stated":"in <490 BC>"`, `"from":{"source":"abc","start":3,"end":12}`} {
		if !bytes.Contains(b.Bytes(), []byte(want)) {
			t.Errorf("no %s in %s", want, b.Bytes())
		}
	}
	var back Event
	if err := json.Unmarshal(b.Bytes(), &back); err != nil || back.When != e.When {
		t.Errorf("read as %+v, %v", back.When, err)
	}
	if data, err := json.Marshal(e); err != nil || bytes.Contains(data, []byte("<")) {
		t.Errorf("an encoder that escapes signs of HTML gets %s, %v", data, err)
	}
}

func TestWhenJSONWithoutBounds(t *testing.T) {
	var w When
	if err := json.Unmarshal([]byte(`{"edtf": "2014-06", "stated": "in June"}`), &w); err != nil || w != when("2014-06", "in June", Span{}) {
		t.Errorf("%+v %v", w, err)
	}
}

func TestWhenJSONFaults(t *testing.T) {
	for _, s := range []string{`{"edtf": "2014-02-30"}`, `{"edtf": 2014}`, `{"earliest": "soon"}`, `{"latest": "2014-06-14"}`, `["2014"]`, `{`} {
		var w When
		if err := json.Unmarshal([]byte(s), &w); err == nil || w != (When{}) {
			t.Errorf("%s is read as %+v", s, w)
		}
	}
}

// TestWhenJSONProperty: every date that can be written in EDTF survives.
func TestWhenJSONProperty(t *testing.T) {
	texts := []string{"2014", "-0043", "194X", "Y17000", "Y-17E7", "-06", "-14", "-21", "-31", "T14", ":30", "Z", "~", "?", "/", "..", "-9999", "9999"}
	rapid.Check(t, func(t *rapid.T) {
		var s string
		for _, p := range rapid.SliceOfN(rapid.SampledFrom(texts), 1, 6).Draw(t, "parts") {
			s += p
		}
		v, err := edtf.Parse(s)
		if err != nil {
			return
		}
		w := NewWhen(v, rapid.String().Draw(t, "stated"), Span{Start: 1, End: 2})
		data, err := json.Marshal(w)
		if err != nil {
			t.Fatalf("%s: %v", v, err)
		}
		var back When
		if err := json.Unmarshal(data, &back); err != nil || back != w {
			t.Fatalf("%s is read as %+v, want %+v, %v", data, back, w, err)
		}
	})
}
