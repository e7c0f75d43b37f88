package basemap

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"dateline/geo/scene"
)

// sea is a sea with where its name can stand.
type sea struct {
	name string
	rank int
	room orb.Ring
}

// readSeas reads the table of seas, see world.Seas. The error says which line
// is wrong and why.
func readSeas(table string) ([]sea, error) {
	var out []sea
	for i, line := range strings.Split(table, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		s, err := readSea(line)
		if err != nil {
			return nil, fmt.Errorf("reading the table of seas: line %d: %w", i+1, err)
		}
		out = append(out, s)
	}
	return out, nil
}

func readSea(line string) (sea, error) {
	head, corners, ok := strings.Cut(line, ":")
	rank, name, named := strings.Cut(strings.TrimSpace(head), " ")
	if !ok || !named || strings.TrimSpace(name) == "" {
		return sea{}, fmt.Errorf("it is not a rank, a name, a colon and corners")
	}
	r, err := strconv.Atoi(rank)
	if err != nil || r < 0 || r > 3 {
		return sea{}, fmt.Errorf("the rank %q is not 0 to 3", rank)
	}
	s := sea{name: strings.TrimSpace(name), rank: r}
	for _, c := range strings.Split(corners, ",") {
		f := strings.Fields(c)
		if len(f) != 2 {
			return sea{}, fmt.Errorf("the corner %q is not a longitude and a latitude", c)
		}
		lon, err := strconv.ParseFloat(f[0], 64)
		if err != nil || !(lon >= -360 && lon <= 360) {
			return sea{}, fmt.Errorf("there is no longitude %q", f[0])
		}
		lat, err := strconv.ParseFloat(f[1], 64)
		if err != nil || !(lat >= -90 && lat <= 90) {
			return sea{}, fmt.Errorf("there is no latitude %q", f[1])
		}
		s.room = append(s.room, orb.Point{lon, lat})
	}
	switch len(s.room) {
	case 1:
		return sea{}, fmt.Errorf("one corner is not enough")
	case 2:
		s.room = s.room.Bound().ToRing()
	default:
		s.room = append(s.room, s.room[0])
	}
	return s, nil
}

// seasIn are the seas whose names can stand in a window, the largest first;
// one that can stand in two copies of the world stands in both.
func seasIn(all []sea, window orb.Bound) []scene.Feature {
	var out []scene.Feature
	for rank := 0; rank <= 3; rank++ {
		for _, s := range all {
			if s.rank != rank {
				continue
			}
			b := s.room.Bound()
			var mp orb.MultiPolygon
			for _, turn := range [...]float64{0, 360, -360} {
				if touches(b, window, turn) {
					mp = append(mp, moved(orb.Polygon{s.room}, turn))
				}
			}
			if mp != nil {
				out = append(out, scene.Feature{Geometry: mp, Bound: mp.Bound(), Name: s.name, Rank: s.rank})
			}
		}
	}
	return out
}
