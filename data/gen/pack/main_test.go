package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
	"testing"
	"time"
)

// shipped is the project as it is.
func shipped(t *testing.T) project {
	t.Helper()
	t.Setenv("SOURCE_DATE_EPOCH", "1402704000") // 14 June 2014
	p, err := gather("../../..")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// find gives the one file of that name.
func find(t *testing.T, files []file, name string) string {
	t.Helper()
	for _, f := range files {
		if f.name == name {
			if path.Ext(name) != ".gz" {
				return string(f.data)
			}
			z, err := gzip.NewReader(bytes.NewReader(f.data))
			if err != nil {
				t.Fatal(err)
			}
			text, err := io.ReadAll(z)
			if err != nil {
				t.Fatal(err)
			}
			return string(text)
		}
	}
	t.Fatalf("there is no %s", name)
	return ""
}

func contain(t *testing.T, name, text string, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if !strings.Contains(text, p) {
			t.Errorf("%s lacks %q:\n%.2000s", name, p, text)
		}
	}
	for _, bad := range []string{"{{", "<no value>", "%!"} {
		if strings.Contains(text, bad) {
			t.Errorf("%s has %q in it", name, bad)
		}
	}
}

// wellFormed reads all of an XML text.
func wellFormed(t *testing.T, name, text string) {
	t.Helper()
	for d := xml.NewDecoder(strings.NewReader(text)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
	}
}

func TestLinux(t *testing.T) {
	p := shipped(t)
	files, err := p.linux()
	if err != nil {
		t.Fatal(err)
	}
	contain(t, "control", find(t, files, "debian/control"), "Package: dateline\n", "Version: "+p.Version+"-", "Depends: @DEPENDS@\n")
	contain(t, "desktop", find(t, files, "usr/share/applications/"+p.ID+".desktop"), "Exec=dateline %F\n", "Icon="+p.ID+"\n", "MimeType=application/vnd.dateline+json;")
	meta := find(t, files, "usr/share/metainfo/"+p.ID+".metainfo.xml")
	contain(t, "metainfo", meta, "<id>"+p.ID+"</id>", `<release version="`+p.Version+`" date="2014-06-14"/>`)
	wellFormed(t, "metainfo", meta)
	mime := find(t, files, "usr/share/mime/packages/"+p.ID+".xml")
	contain(t, "mime", mime, `pattern="*.dateline"`, "application/vnd.dateline+json")
	wellFormed(t, "mime", mime)
	contain(t, "man", find(t, files, "usr/share/man/man1/dateline.1.gz"), ".TH DATELINE 1 \"2014-06-14\"", ".SS dateline render")
	contain(t, "licences", find(t, files, "usr/share/doc/dateline/licences.txt.gz"), "fyne.io/fyne/v2", "GeoNames")
	contain(t, "changelog", find(t, files, "usr/share/doc/dateline/changelog.Debian.gz"), "Sat, 14 Jun 2014 00:00:00 +0000")
	for _, line := range strings.Split(find(t, files, "usr/share/doc/dateline/copyright"), "\n") {
		if line != "" && line[0] != ' ' && !strings.Contains(line, ":") {
			t.Errorf("copyright: %q is neither a field nor goes on with one", line)
		}
	}
	for _, size := range []string{"16x16", "512x512"} {
		find(t, files, "usr/share/icons/hicolor/"+size+"/apps/"+p.ID+".png")
	}
}

func TestWindows(t *testing.T) {
	p := shipped(t)
	files, err := p.windows()
	if err != nil {
		t.Fatal(err)
	}
	manifest := find(t, files, "dateline.manifest")
	wellFormed(t, "manifest", manifest)
	contain(t, "manifest", manifest, "PerMonitorV2", "<longPathAware", ">UTF-8</activeCodePage>", p.Version+".1\"")
	contain(t, "rc", find(t, files, "dateline.rc"), "FILEVERSION "+strings.ReplaceAll(p.Version, ".", ",")+",1\n", `"dateline.exe"`)
	contain(t, "console.rc", find(t, files, "console.rc"), `"dateline.com"`)
	contain(t, "nsi", find(t, files, "dateline.nsi"), `OutFile "${OUT}"`, `"$INSTDIR\dateline.exe" "%1"`)
	if text := find(t, files, "LICENSE.txt"); strings.Count(text, "\n") != strings.Count(text, "\r\n") {
		t.Error("LICENSE.txt has lines that end without CR")
	}
}

func TestMacOS(t *testing.T) {
	p := shipped(t)
	files, err := p.macos()
	if err != nil {
		t.Fatal(err)
	}
	plist := readPlist(t, find(t, files, "Dateline.app/Contents/Info.plist"))
	for key, want := range map[string]string{
		"CFBundleIdentifier": p.ID, "CFBundleShortVersionString": p.Version, "CFBundleExecutable": "dateline",
		"CFBundleIconFile": "dateline.icns", "CFBundlePackageType": "APPL",
	} {
		if plist[key] != want {
			t.Errorf("%s is %q, want %q", key, plist[key], want)
		}
	}
	text := find(t, files, "Dateline.app/Contents/Info.plist")
	contain(t, "Info.plist", text, p.ID+".brief</string>", "<string>dateline</string>", "application/vnd.dateline+json")
	if icns := find(t, files, "Dateline.app/Contents/Resources/dateline.icns"); !strings.HasPrefix(icns, "icns") {
		t.Error("the icon is no .icns")
	}
	rights := readPlist(t, find(t, files, "entitlements.plist"))
	if len(rights) != 2 {
		t.Errorf("the program asks for %v", rights)
	}
}

// readPlist gives the top keys of a property list with their values where
// these are texts; others are named by their kind.
func readPlist(t *testing.T, text string) map[string]string {
	t.Helper()
	wellFormed(t, "plist", text)
	out := make(map[string]string)
	key, depth := "", 0
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := tok.(type) {
		case xml.StartElement:
			depth++
			if depth != 3 {
				continue
			}
			var value string
			if e.Name.Local == "key" || e.Name.Local == "string" {
				if err := d.DecodeElement(&value, &e); err != nil {
					t.Fatal(err)
				}
				depth--
			} else {
				value = e.Name.Local
			}
			if e.Name.Local == "key" {
				key = value
			} else {
				out[key] = value
			}
		case xml.EndElement:
			depth--
		}
	}
}

func TestSBOM(t *testing.T) {
	p := shipped(t)
	first, err := p.sbom()
	if err != nil {
		t.Fatal(err)
	}
	second, err := p.sbom()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, second) {
		t.Error("twice the same is not the same")
	}
	var doc spdxDocument
	if err := json.Unmarshal(first, &doc); err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]bool)
	for _, k := range doc.Packages {
		if seen[k.ID] || k.Name == "" || k.Version == "" || k.Declared == "" {
			t.Errorf("a package that is named twice or lacks something: %+v", k)
		}
		seen[k.ID] = true
	}
	for _, r := range doc.Relationships {
		if !seen[r.To] {
			t.Errorf("%s is %s of nothing", r.To, r.Type)
		}
	}
	if len(doc.Packages) < 40 {
		t.Errorf("%d packages: there are more", len(doc.Packages))
	}
}

func TestReleases(t *testing.T) {
	now := time.Date(2026, 11, 22, 18, 0, 0, 0, time.UTC)
	got, err := releases("# Changes\n\n## 1.3.0 - not yet released\n\n- a\n\n## 1.2.0 - 2026-01-02\n", now)
	if err != nil || len(got) != 2 || got[0] != (release{"1.3.0", "2026-11-22"}) || got[1] != (release{"1.2.0", "2026-01-02"}) {
		t.Errorf("%v (%v)", got, err)
	}
	for _, bad := range []string{"", "## 1.2.0 - soon\n", "## soon\n"} {
		if _, err := releases(bad, now); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}

func TestCommitWithoutARepository(t *testing.T) {
	t.Setenv("SOURCE_DATE_EPOCH", "")
	t.Setenv("GIT_CEILING_DIRECTORIES", "/")
	dir := t.TempDir()
	if _, _, err := commit(dir); err == nil || !strings.Contains(err.Error(), "SOURCE_DATE_EPOCH") {
		t.Errorf("error %v, want one that says what to set", err)
	}
	t.Setenv("SOURCE_DATE_EPOCH", "86400")
	if hash, when, err := commit(dir); err != nil || hash != "" || !when.Equal(time.Unix(86400, 0)) {
		t.Errorf("%q %v (%v)", hash, when, err)
	}
}
