package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

// polygon is one division of the source, and what is found out about it.
type polygon struct {
	name, country, countryName string
	country0                   string // country as the source has it
	region, unit               string // larger parts of the country
	code                       string // GeoNames code as the source has it, "IQ.10"
	geometry                   orb.MultiPolygon
	key                        string // division key; "" for none
	rings                      [][]ring
}

// town is a populated place that votes for the division it lies in.
type town struct {
	point   orb.Point
	country string
	admin1  string
}

// river is one line of water.
type river struct {
	name string
	rank int
	line orb.LineString
}

// lake is one polygon of water.
type lake struct {
	name     string
	rank     int
	geometry orb.MultiPolygon
}

// readDivisions reads gzipped GeoJSON with Natural Earth's attributes.
func readDivisions(path string) ([]polygon, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	zip, err := gzip.NewReader(file)
	if err != nil {
		return nil, err
	}
	var doc struct {
		Features []struct {
			Properties struct {
				Name    string `json:"name"`
				NameEN  string `json:"name_en"`
				ISO     string `json:"iso_a2"`
				Admin   string `json:"admin"`
				Country string `json:"NAME_LONG"`
				Region  string `json:"region"`
				Unit    string `json:"geonunit"`
				Code    string `json:"gn_a1_code"`
			} `json:"properties"`
			Geometry geojson.Geometry `json:"geometry"`
		} `json:"features"`
	}
	if err := json.NewDecoder(zip).Decode(&doc); err != nil {
		return nil, err
	}
	var out []polygon
	for i, f := range doc.Features {
		p := f.Properties
		mp, err := polygons(f.Geometry.Geometry())
		if err != nil {
			return nil, fmt.Errorf("feature %d (%s): %w", i, p.Name, err)
		}
		out = append(out, polygon{
			name: first(p.NameEN, p.Name), country: p.ISO, country0: p.ISO, countryName: first(p.Country, p.Admin),
			region: p.Region, unit: p.Unit, code: p.Code, geometry: mp,
		})
	}
	return out, nil
}

// polygons gives polygons whose outer rings run anticlockwise and whose holes
// clockwise.
func polygons(g orb.Geometry) (orb.MultiPolygon, error) {
	var mp orb.MultiPolygon
	switch g := g.(type) {
	case orb.Polygon:
		mp = orb.MultiPolygon{g}
	case orb.MultiPolygon:
		mp = g
	default:
		return nil, fmt.Errorf("not a polygon: %T", g)
	}
	for _, p := range mp {
		for i, r := range p {
			want := orb.CCW
			if i > 0 {
				want = orb.CW
			}
			if r.Orientation() != want {
				r.Reverse()
			}
		}
	}
	return mp, nil
}

// first is the first of the texts that is not empty.
func first(s ...string) string {
	for _, t := range s {
		if t = strings.TrimSpace(t); t != "" {
			return t
		}
	}
	return ""
}

// readTowns reads a table of GeoNames without a header.
func readTowns(path string) ([]town, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var out []town
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<22)
	for n := 1; lines.Scan(); n++ {
		f := strings.Split(lines.Text(), "\t")
		if len(f) < 15 {
			return nil, fmt.Errorf("line %d has %d fields", n, len(f))
		}
		lat, err := strconv.ParseFloat(f[4], 64)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		lon, err := strconv.ParseFloat(f[5], 64)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		out = append(out, town{point: orb.Point{lon, lat}, country: f[8], admin1: f[10]})
	}
	return out, lines.Err()
}

func readRivers(path string) ([]river, error) {
	fc, err := readCollection(path)
	if err != nil {
		return nil, err
	}
	var out []river
	for i, f := range fc.Features {
		rank := int(f.Properties.MustFloat64("min_zoom", 6))
		switch g := f.Geometry.(type) {
		case orb.LineString:
			out = append(out, river{rank: rank, line: g})
		case orb.MultiLineString:
			for _, l := range g {
				out = append(out, river{rank: rank, line: l})
			}
		default:
			return nil, fmt.Errorf("feature %d: not a line: %T", i, f.Geometry)
		}
	}
	return out, nil
}

func readLakes(path string) ([]lake, error) {
	fc, err := readCollection(path)
	if err != nil {
		return nil, err
	}
	var out []lake
	for i, f := range fc.Features {
		mp, err := polygons(f.Geometry)
		if err != nil {
			return nil, fmt.Errorf("feature %d: %w", i, err)
		}
		out = append(out, lake{
			name:     f.Properties.MustString("name", ""),
			rank:     int(f.Properties.MustFloat64("scalerank", 6)),
			geometry: mp,
		})
	}
	return out, nil
}

func readCollection(path string) (*geojson.FeatureCollection, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return geojson.UnmarshalFeatureCollection(data)
}
