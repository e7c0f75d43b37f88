package main

import (
	_ "embed" // the table of rivers
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

//go:embed rivers.txt
var riverTable string

// course is a named river and points on it.
type course struct {
	name   string
	points []orb.Point
}

// parseCourses reads lines of "Name: lon lat, lon lat"; # begins a comment.
func parseCourses(text string) ([]course, error) {
	var out []course
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		name, rest, ok := strings.Cut(line, ":")
		if !ok {
			return nil, fmt.Errorf("line %d: no colon", n+1)
		}
		c := course{name: strings.TrimSpace(name)}
		for _, pair := range strings.Split(rest, ",") {
			f := strings.Fields(pair)
			if len(f) != 2 {
				return nil, fmt.Errorf("line %d: %q is not a longitude and a latitude", n+1, pair)
			}
			lon, err := strconv.ParseFloat(f[0], 64)
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", n+1, err)
			}
			lat, err := strconv.ParseFloat(f[1], 64)
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", n+1, err)
			}
			if math.Abs(lon) > 180 || math.Abs(lat) > 90 {
				return nil, fmt.Errorf("line %d: %v %v is not on earth", n+1, lon, lat)
			}
			c.points = append(c.points, orb.Point{lon, lat})
		}
		out = append(out, c)
	}
	return out, nil
}

// reach is how far in degrees a line may be from a point of its course.
const reach = 0.3

// nameRivers names the lines that are nearest to the points of a course. A
// line that two courses claim gets the name of the point nearest to it. It
// returns the names that found no line.
func nameRivers(rivers []river, courses []course) (missing []string) {
	nearest := make([]float64, len(rivers))
	for i := range nearest {
		nearest[i] = math.Inf(1)
	}
	for _, c := range courses {
		found := false
		for _, p := range c.points {
			best, at := reach, -1
			for i, r := range rivers {
				if !r.line.Bound().Pad(reach).Contains(p) {
					continue
				}
				if d := distance(r.line, p); d < best {
					best, at = d, i
				}
			}
			if at < 0 {
				continue
			}
			found = true
			if best < nearest[at] {
				nearest[at], rivers[at].name = best, c.name
			}
		}
		if !found {
			missing = append(missing, c.name)
		}
	}
	return missing
}

// distance is how far a point is from a line, in degrees of latitude.
func distance(line orb.LineString, p orb.Point) float64 {
	k := math.Cos(p[1] * math.Pi / 180)
	flat := func(q orb.Point) orb.Point { return orb.Point{(q[0] - p[0]) * k, q[1] - p[1]} }
	best := math.Inf(1)
	for i := 1; i < len(line); i++ {
		best = math.Min(best, planar.DistanceFromSegment(flat(line[i-1]), flat(line[i]), orb.Point{}))
	}
	return best
}
