// Package world holds the base map that ships with the program: land,
// countries, divisions, rivers and lakes at six levels of detail, in the
// format of geo/basemap/pack, and a table of the names of seas.
package world

import _ "embed" // the maps are embedded

// Levels is how many levels of detail there are.
const Levels = 6

var (
	//go:embed world-0.bin
	level0 string
	//go:embed world-1.bin
	level1 string
	//go:embed world-2.bin
	level2 string
	//go:embed world-3.bin
	level3 string
	//go:embed world-4.bin
	level4 string
	//go:embed world-5.bin
	level5 string
	//go:embed seas.txt
	seas string
)

// Seas is the table of seas: on each line a rank (0 an ocean to 3 a strait), a
// name, a colon and the corners of where its name stands, longitude and
// latitude in degrees, two for a box; lines that begin with # are remarks.
func Seas() string { return seas }

// Level gives the bytes of a level, 0 for the whole world to 5 for a
// district; "" when there is no such level.
func Level(i int) string {
	switch i {
	case 0:
		return level0
	case 1:
		return level1
	case 2:
		return level2
	case 3:
		return level3
	case 4:
		return level4
	case 5:
		return level5
	}
	return ""
}
