package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
)

// loadTables reads the tables written for this project.
func (in *input) loadTables(dir string) error {
	list, err := rows(dir, "countries.tsv", 7)
	if err != nil {
		return err
	}
	for _, f := range list {
		var p fields
		in.countries = append(in.countries, country{
			iso: f[0], id: p.int(f[1]), point: orb.Point{p.float(f[3]), p.float(f[2])},
			name: f[4], names: split(f[5]), demonyms: split(f[6]),
		})
		if p.err != nil {
			return fmt.Errorf("countries.tsv, %s: %w", f[0], p.err)
		}
	}
	if list, err = rows(dir, "divisions.tsv", 5); err != nil {
		return err
	}
	for _, f := range list {
		var p fields
		d := division{id: p.int(f[1]), names: split(f[4])}
		if f[2] != "" {
			d.point = &orb.Point{p.float(f[3]), p.float(f[2])}
		}
		if p.err != nil {
			return fmt.Errorf("divisions.tsv, %s: %w", f[0], p.err)
		}
		in.divisions[f[0]] = d
	}
	if list, err = rows(dir, "supplement.tsv", 6); err != nil {
		return err
	}
	for _, f := range list {
		var p fields
		in.supplement = append(in.supplement, extra{
			country: f[0], point: orb.Point{p.float(f[2]), p.float(f[1])}, name: f[3], names: split(f[4]),
		})
		if p.err != nil {
			return fmt.Errorf("supplement.tsv, %s: %w", f[3], p.err)
		}
	}
	if list, err = rows(dir, "regions.tsv", 9); err != nil {
		return err
	}
	for _, f := range list {
		var p fields
		e := gazetteer.Entry{Place: gazetteer.Place{
			Name: f[6], Level: gazetteer.District, Country: f[1], Point: orb.Point{p.float(f[3]), p.float(f[2])},
			RadiusKM: p.float(f[4]), Population: 1000 * p.int(f[5]), GeonameID: p.int(f[8]),
		}}
		if f[0] == "world" && e.Place.RadiusKM > smallKM {
			e.Place.Level = gazetteer.Country
		}
		e.Place.Natural = natural(f[6])
		for _, n := range split(f[7]) {
			e.Names = append(e.Names, gazetteer.Name{Text: n, Official: true, Abbrev: abbreviation(n)})
		}
		if in.regions = append(in.regions, e); p.err != nil {
			return fmt.Errorf("regions.tsv, %s: %w", f[6], p.err)
		}
	}
	if list, err = rows(dir, "natural.tsv", 6); err != nil {
		return err
	}
	for _, f := range list {
		var p fields
		e := feature(f[4], f[0], orb.Point{p.float(f[2]), p.float(f[1])}, p.float(f[3]))
		for _, n := range split(f[5]) {
			e.Names = append(e.Names, gazetteer.Name{Text: n, Official: true})
		}
		if in.regions = append(in.regions, e); p.err != nil {
			return fmt.Errorf("natural.tsv, %s: %w", f[4], p.err)
		}
	}
	for name, to := range map[string]*[]string{"people.tsv": &in.people, "peoples.tsv": &in.demonyms} {
		list, err := rows(dir, name, 1)
		if err != nil {
			return err
		}
		for _, f := range list {
			*to = append(*to, strings.Fields(f[0])...)
		}
	}
	return nil
}

// fields reads numbers and keeps the first error; an empty field is 0.
type fields struct{ err error }

func (p *fields) float(s string) float64 {
	if s == "" {
		return 0
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil && p.err == nil {
		p.err = err
	}
	return v
}

func (p *fields) int(s string) int64 { return int64(p.float(s)) }

// split cuts a list at semicolons.
func split(s string) []string {
	var out []string
	for _, part := range strings.Split(s, ";") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}
