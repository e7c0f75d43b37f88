package timeline

import "strings"

// Compass gives the bearing in degrees from north, clockwise, of a direction
// in words: "north", "south-east", "north western", "southwards",
// "eastbound". It reports false for other words.
func Compass(words string) (deg float64, ok bool) {
	var b [16]byte
	n := 0
	for i := 0; i < len(words); i++ {
		c := words[i]
		switch {
		case c == '-' || c == ' ':
			continue
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		}
		if n == len(b) {
			return 0, false
		}
		b[n] = c
		n++
	}
	w := string(b[:n])
	for _, end := range [...]string{"wards", "ward", "bound", "ern"} {
		if bare, cut := strings.CutSuffix(w, end); cut {
			w = bare
			break
		}
	}
	switch w {
	case "north":
		return 0, true
	case "northeast":
		return 45, true
	case "east":
		return 90, true
	case "southeast":
		return 135, true
	case "south":
		return 180, true
	case "southwest":
		return 225, true
	case "west":
		return 270, true
	case "northwest":
		return 315, true
	}
	return 0, false
}
