// Package journal keeps what a person does safe while it is not saved: every
// change is written at once behind the ones before, so that it costs nothing
// however large the brief is, and can be made again after a crash.
package journal

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"

	"dateline/app/brief"
	"dateline/app/file"
)

// A journal is a file of records, one a line: the sum of its bytes, a space,
// and JSON. The first says whose it is, the second is a brief, and every other
// is a change of it. A record that was not written whole does not match its
// sum; it and what follows do not count.

// head is the first record.
type head struct {
	Journal int         `json:"journal"` // version of the format
	Path    string      `json:"path,omitempty"`
	By      file.Holder `json:"by"`
}

// format is the version of journals that is written and read.
const format = 1

// maxRecord bounds a record, in bytes.
const maxRecord = brief.MaxSize + brief.MaxSize/4

// frame makes a line of a record; data is JSON without line breaks.
func frame(data []byte) []byte {
	line := make([]byte, 0, len(data)+10)
	line = fmt.Appendf(line, "%08x ", crc32.ChecksumIEEE(data))
	line = append(line, data...)
	return append(line, '\n')
}

// unframe gives what stands in a line, if it is whole.
func unframe(line []byte) ([]byte, bool) {
	line, ok := bytes.CutSuffix(line, []byte{'\n'})
	if !ok || len(line) < 10 || line[8] != ' ' {
		return nil, false
	}
	data := line[9:]
	return data, fmt.Sprintf("%08x", crc32.ChecksumIEEE(data)) == string(line[:8])
}

// compact is a brief as a record.
func compact(b brief.Brief) ([]byte, error) {
	data, err := brief.Marshal(b)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := json.Compact(&out, data); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// errNoJournal is the error for a file that is no journal, or one of a newer
// program.
var errNoJournal = errors.New("it is no journal that this version can read")

// read makes what a journal holds: the brief after its last whole record. The
// count is of the changes. It fails only where there is no whole brief.
func read(r io.Reader) (h head, b brief.Brief, changes int, err error) {
	in := bufio.NewReaderSize(r, 1<<16)
	data, ok := next(in)
	if !ok || json.Unmarshal(data, &h) != nil || h.Journal != format {
		return head{}, brief.Brief{}, 0, errNoJournal
	}
	data, ok = next(in)
	if !ok {
		return h, brief.Brief{}, 0, errors.New("its beginning was not written whole")
	}
	if b, err = brief.Unmarshal(data); err != nil {
		return h, brief.Brief{}, 0, err
	}
	for {
		if data, ok = next(in); !ok {
			return h, b, changes, nil
		}
		changed, err := b.Apply(data)
		if err != nil {
			return h, b, changes, nil
		}
		b = changed
		changes++
	}
}

// next reads a record; false where there is no whole one.
func next(in *bufio.Reader) ([]byte, bool) {
	var line []byte
	for {
		part, err := in.ReadSlice('\n')
		line = append(line, part...)
		if len(line) > maxRecord || err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return nil, false
		}
		if err == nil {
			return unframe(line)
		}
	}
}
