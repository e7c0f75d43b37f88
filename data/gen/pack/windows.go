package main

import (
	"io/fs"
	"strings"
)

// windows is what windres and makensis read.
func (p project) windows() ([]file, error) {
	var out []file
	for name, from := range map[string]string{
		"dateline.rc":       "windows/dateline.rc",
		"console.rc":        "windows/console.rc",
		"dateline.manifest": "windows/dateline.manifest",
		"dateline.nsi":      "windows/dateline.nsi",
	} {
		f, err := p.fill(name, from)
		if err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	icons, done, err := p.icons()
	if err != nil {
		return nil, err
	}
	defer done()
	ico, err := fs.ReadFile(icons, "dateline.ico")
	if err != nil {
		return nil, err
	}
	licences, err := p.printed("licences")
	if err != nil {
		return nil, err
	}
	return append(out,
		file{"dateline.ico", ico},
		file{"LICENSE.txt", crlf([]byte(p.Text))},
		file{"licences.txt", crlf(licences)},
	), nil
}

// crlf ends lines as the older editors of Windows want them.
func crlf(text []byte) []byte {
	return []byte(strings.ReplaceAll(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n", "\r\n"))
}
