package timeline_test

import (
	"strings"
	"testing"

	"dateline/timeline"
)

func TestCompass(t *testing.T) {
	for words, want := range map[string]float64{
		"north": 0, "North": 0, "northern": 0, "northward": 0, "northwards": 0, "northbound": 0,
		"north-east": 45, "northeast": 45, "north east": 45, "North-Eastern": 45, "east": 90, "eastern": 90,
		"south-eastwards": 135, "SOUTH": 180, "southwestern": 225, "west": 270, "westwards": 270, "north-west": 315,
	} {
		if got, ok := timeline.Compass(words); !ok || got != want {
			t.Errorf("%q: %v, %v; want %v", words, got, ok, want)
		}
	}
	for _, words := range []string{"", "-", "central", "upward", "northerly", "ward", "ern", "northing", "eastsouth", "north north east", "nört", "northernmost", strings.Repeat("north", 9)} {
		if got, ok := timeline.Compass(words); ok {
			t.Errorf("%q: %v", words, got)
		}
	}
}
