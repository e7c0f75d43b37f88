// Command world makes the base map of data/world: land, countries, first-level
// divisions, their lines, rivers and lakes at six levels of detail.
//
//	go run ./data/gen/world -divisions Provinces10.gz -towns cities500.txt \
//	    -rivers rivers.json -lakes lakes.json -to data/world
//
// Neighbours share their lines: the polygons are cut into arcs where they
// meet, every arc is simplified once, and all layers refer to the same arcs.
// Which division a polygon is, the towns inside it say.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"dateline/geo/basemap/pack"
)

// inputs are the files that the map is made from.
type inputs struct {
	divisions, towns, rivers, lakes string
}

func main() {
	var in inputs
	flag.StringVar(&in.divisions, "divisions", "", "divisions with attributes of Natural Earth, gzipped GeoJSON")
	flag.StringVar(&in.towns, "towns", "", "towns of GeoNames, tab-separated")
	flag.StringVar(&in.rivers, "rivers", "", "rivers, GeoJSON")
	flag.StringVar(&in.lakes, "lakes", "", "lakes, GeoJSON")
	to := flag.String("to", "data/world", "folder to write to")
	flag.Parse()
	if err := run(in, *to, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "world:", err)
		os.Exit(1)
	}
}

// run reads the inputs and writes world-0.bin to world-5.bin.
func run(in inputs, to string, log io.Writer) error {
	polygons, err := readDivisions(in.divisions)
	if err != nil {
		return fmt.Errorf("reading divisions: %w", err)
	}
	towns, err := readTowns(in.towns)
	if err != nil {
		return fmt.Errorf("reading towns: %w", err)
	}
	rivers, err := readRivers(in.rivers)
	if err != nil {
		return fmt.Errorf("reading rivers: %w", err)
	}
	lakes, err := readLakes(in.lakes)
	if err != nil {
		return fmt.Errorf("reading lakes: %w", err)
	}
	courses, err := parseCourses(riverTable)
	if err != nil {
		return fmt.Errorf("reading the names of rivers: %w", err)
	}
	if missing := nameRivers(rivers, courses); len(missing) > 0 {
		fmt.Fprintf(log, "no line for %q\n", missing)
	}
	for i, f := range build(polygons, towns, rivers, lakes, log) {
		name := filepath.Join(to, fmt.Sprintf("world-%d.bin", i))
		if err := os.WriteFile(name, f.Encode(), 0o644); err != nil {
			return fmt.Errorf("writing the map: %w", err)
		}
	}
	return nil
}

// build makes the files of all levels.
func build(polygons []polygon, towns []town, rivers []river, lakes []lake, log io.Writer) []pack.File {
	assign(polygons, towns, log)
	topo := newTopology()
	for i := range polygons {
		polygons[i].rings = topo.add(i, polygons[i].geometry)
	}
	topo.cut(polygons)
	base := topo.layers(polygons)
	topo.water(base, rivers, lakes)
	var out []pack.File
	for _, l := range levels() {
		f := topo.file(base, l)
		fmt.Fprintf(log, "to scale %g: %d arcs, %d bytes\n", l.scale, len(f.Arcs), len(f.Encode()))
		out = append(out, f)
	}
	return out
}
