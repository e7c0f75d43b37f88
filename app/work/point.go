package work

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// The forms in which coordinates are typed, compiled once.
var (
	decimalPair = regexp.MustCompile(`^([NS])?\s*([+-]?\d+(?:\.\d+)?)\s*°?\s*([NS])?\s*[,;\s]\s*([EW])?\s*([+-]?\d+(?:\.\d+)?)\s*°?\s*([EW])?$`)
	sexagesimal = regexp.MustCompile(`^(\d+)[°\s]\s*(\d+)(?:['′\s]\s*(\d+(?:\.\d+)?)?)?["″']?'?\s*([NS])\s*[,;\s]?\s*(\d+)[°\s]\s*(\d+)(?:['′\s]\s*(\d+(?:\.\d+)?)?)?["″']?'?\s*([EW])$`)
)

// ReadPoint reads coordinates as people type them, latitude first: "33.98,
// 44.94", "33.98N 44.94E", "33°58'48"N 44°56'24"E". It gives longitude and
// latitude.
func ReadPoint(s string) (p [2]float64, ok bool) {
	s = strings.ToUpper(strings.TrimSpace(s))
	if m := decimalPair.FindStringSubmatch(s); m != nil {
		lat, _ := strconv.ParseFloat(m[2], 64) // digits, by the pattern
		lon, _ := strconv.ParseFloat(m[5], 64)
		if m[1] != "" && m[3] != "" || m[4] != "" && m[6] != "" {
			return p, false
		}
		if m[1]+m[3] == "S" {
			lat = -lat
		}
		if m[4]+m[6] == "W" {
			lon = -lon
		}
		return onEarth(lon, lat)
	}
	m := sexagesimal.FindStringSubmatch(s)
	if m == nil {
		return p, false
	}
	lat, ok1 := degrees(m[1], m[2], m[3], m[4] == "S")
	lon, ok2 := degrees(m[5], m[6], m[7], m[8] == "W")
	if !ok1 || !ok2 {
		return p, false
	}
	return onEarth(lon, lat)
}

func degrees(d, m, s string, negative bool) (float64, bool) {
	deg, _ := strconv.ParseFloat(d, 64) // digits, by the pattern
	minutes, _ := strconv.ParseFloat(m, 64)
	seconds := 0.0
	if s != "" {
		seconds, _ = strconv.ParseFloat(s, 64)
	}
	v := deg + minutes/60 + seconds/3600
	if negative {
		v = -v
	}
	return v, minutes < 60 && seconds < 60
}

func onEarth(lon, lat float64) ([2]float64, bool) {
	return [2]float64{lon, lat}, math.Abs(lon) <= 180 && math.Abs(lat) <= 90
}
