package cli

import (
	"fmt"
	"strconv"
	"strings"
	"text/tabwriter"

	"dateline/geo/geocode"
)

// geocodeCmd prints what names can mean.
type geocodeCmd struct {
	Names   []string `arg:"" name:"NAME" help:"Names of places, each in quotes if it has more than one word: \"Rockville, Maryland\", \"Diyala province\"."`
	Country string   `placeholder:"IQ" help:"Only places in this country, by code or name."`
	JSON    bool     `name:"json" help:"Print JSON."`
}

type answerJSON struct {
	Query      string          `json:"query"`
	Candidates []candidateJSON `json:"candidates"`
}

type candidateJSON struct {
	Name      string  `json:"name"`
	Lat       float64 `json:"lat"`
	Lon       float64 `json:"lon"`
	Kind      string  `json:"kind"`
	Country   string  `json:"country"`
	GeonameID *int64  `json:"geonameid"`
	Score     float64 `json:"score"`
	Why       string  `json:"why"`
}

// Run looks the names up.
func (g *geocodeCmd) Run(c *call) error {
	f, err := c.env.Engine.Finder()
	if err != nil {
		return err
	}
	if g.Country != "" && len(geocode.Find(g.Country, g.Country, f)) == 0 && f.CountryName(strings.ToUpper(g.Country)) == "" {
		return usagef("--country %q is no country: give a code of two letters (IQ) or a name", g.Country)
	}
	answers := make([]answerJSON, 0, len(g.Names))
	for _, name := range g.Names {
		if err := c.ctx.Err(); err != nil {
			return err
		}
		a := answerJSON{Query: name, Candidates: []candidateJSON{}}
		for _, x := range geocode.Find(name, g.Country, f) {
			a.Candidates = append(a.Candidates, candidateJSON{
				Name: x.Place.Name, Lat: degrees(x.Place.Point[1]), Lon: degrees(x.Place.Point[0]),
				Kind: kind(x.Place), Country: x.Place.Country, GeonameID: id(x.Place),
				Score: round(x.Score, 1e4), Why: x.Why,
			})
		}
		answers = append(answers, a)
	}
	if g.JSON {
		data, err := indented(answers)
		if err != nil {
			return err
		}
		return c.out("", data)
	}
	return c.print(table(answers))
}

// mostLines is how many candidates of a name table shows.
const mostLines = 10

// table sets answers out for people: a block a name, a line a candidate.
func table(answers []answerJSON) string {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for i, a := range answers {
		if i > 0 {
			fmt.Fprintln(w)
		}
		if len(a.Candidates) == 0 {
			name := a.Query
			if strings.TrimSpace(name) == "" {
				name = strconv.Quote(name)
			}
			fmt.Fprintf(w, "%s: no place of that name in the gazetteer\n", name)
			continue
		}
		fmt.Fprintf(w, "%s\n", a.Query)
		for i, x := range a.Candidates {
			if i == mostLines && len(a.Candidates) > mostLines+1 {
				fmt.Fprintf(w, "  and %d less likely ones (--json lists all)\n", len(a.Candidates)-i)
				break
			}
			fmt.Fprintf(w, "  %.2f\t%s\t%.4f, %.4f\t%s\n", x.Score, x.Name, x.Lat, x.Lon, x.Why)
		}
	}
	w.Flush()
	return b.String()
}
