package coords

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
)

const (
	// bands are the letters of the bands of latitude, eight degrees each from
	// 80° south; the last has twelve.
	bands = "CDEFGHJKLMNPQRSTUVWX"
	// columns and rows are the letters of the squares of 100 km. I and O are
	// left out for looking like 1 and 0.
	columns = "ABCDEFGHJKLMNPQRSTUVWXYZ"
	rows    = "ABCDEFGHJKLMNPQRSTUV"
	square  = 100000.0
)

// MGRS is a position in the Military Grid Reference System, of five digits
// each way: the square metre that it lies in, "38S MB 85432 60211". ErrPolar
// near the poles.
func MGRS(p orb.Point) (string, error) {
	p = normal(p)
	u, err := ToUTM(p)
	if err != nil {
		return "", err
	}
	band := min(int((p[1]+80)/8), len(bands)-1)
	e, n := math.Floor(u.Easting), math.Floor(u.Northing)
	col := columns[(u.Zone-1)%3*8+int(e/square)-1]
	row := rows[(int(n/square)+rowShift(u.Zone))%len(rows)]
	return fmt.Sprintf("%d%c %c%c %05d %05d", u.Zone, bands[band], col, row, int(math.Mod(e, square)), int(math.Mod(n, square))), nil
}

// rowShift is by how many letters the rows of a zone begin later.
func rowShift(zone int) int {
	if zone%2 == 0 {
		return 5
	}
	return 0
}

// ParseMGRS gives the middle of the square that a reference of 1 to 5 digits
// each way names; spaces and the case of letters do not count.
func ParseMGRS(s string) (orb.Point, error) {
	bad := func(why string) (orb.Point, error) {
		return orb.Point{}, fmt.Errorf("%q is no MGRS reference: %s", s, why)
	}
	t := strings.ToUpper(strings.Join(strings.Fields(s), ""))
	n := 0
	for n < len(t) && n < 2 && t[n] >= '0' && t[n] <= '9' {
		n++
	}
	zone, err := strconv.Atoi(t[:n])
	if err != nil || zone < 1 || zone > 60 {
		return bad("it must begin with a zone from 1 to 60")
	}
	if len(t) < n+3 {
		return bad("three letters must follow the zone")
	}
	band := strings.IndexByte(bands, t[n])
	if band < 0 {
		return bad("the letter of its band is not one of " + bands)
	}
	col := strings.IndexByte(columns, t[n+1]) - (zone-1)%3*8
	row := strings.IndexByte(rows, t[n+2])
	if col < 0 || col > 7 || row < 0 {
		return bad("there is no such square in zone " + t[:n])
	}
	digits := t[n+3:]
	if len(digits) == 0 || len(digits)%2 != 0 || len(digits) > 10 || strings.Trim(digits, "0123456789") != "" {
		return bad("2 to 10 digits, as many for the east as for the north, must follow the letters")
	}
	half := len(digits) / 2
	unit := math.Pow10(5 - half)
	e, _ := strconv.Atoi(digits[:half]) // digits only
	no, _ := strconv.Atoi(digits[half:])
	u := UTM{Zone: zone, North: band >= 10, Easting: float64(col+1)*square + (float64(e)+0.5)*unit}
	row = (row - rowShift(zone) + len(rows)) % len(rows)
	north := float64(row)*square + (float64(no)+0.5)*unit
	// The rows are named anew every 2,000 km: the band says which it is.
	low := float64(band*8 - 80)
	for cycle := 0.0; cycle < 5; cycle++ {
		u.Northing = north + cycle*float64(len(rows))*square
		p := u.LonLat()
		top := low + 8
		if band == len(bands)-1 {
			top = 84
		}
		// A square may lie across the edge of a band.
		if slack := unit / 100000; p[1] >= low-slack && p[1] <= top+slack {
			if z := Zone(p); z == zone || near(p, zone) {
				return p, nil
			}
		}
	}
	return bad("that square is not in its zone and band")
}

// near reports whether a position lies just beyond the edge of a zone, as the
// middle of a square may.
func near(p orb.Point, zone int) bool {
	for _, d := range [...]float64{-1, 1} {
		if Zone(orb.Point{p[0] + d, p[1]}) == zone {
			return true
		}
	}
	return false
}
