package gazetteer

import (
	"slices"
	"strings"
	"testing"
)

func TestComplete(t *testing.T) {
	g, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ typed, country, want string }{
		{"Khart", "SD", "Khartoum"},
		{"khartoum", "SD", "Khartoum"},
		{"tikr", "IQ", "Tikrīt"},
		{"addis ab", "ET", "Addis Ababa"},
		{"São Pau", "BR", "São Paulo"},
		{"Моск", "RU", "Moscow"},
	}
	for _, tt := range tests {
		got := g.Complete(tt.typed, 10)
		if len(got) > 10 {
			t.Errorf("%s: %d places", tt.typed, len(got))
		}
		if !slices.ContainsFunc(got[:min(3, len(got))], func(m Match) bool {
			return m.Place.Country == tt.country && strings.HasPrefix(Fold(m.Place.Name), Fold(tt.want)[:4])
		}) {
			t.Errorf("%s: %+v", tt.typed, got)
		}
	}
	for _, none := range []string{"", "x", "   ", "qqqqzzzz"} {
		if got := g.Complete(none, 10); len(got) != 0 {
			t.Errorf("%q gives %d places", none, len(got))
		}
	}
	if got := g.Complete("san", 0); got != nil {
		t.Errorf("no places asked for, %d given", len(got))
	}
}

func TestCompleteGivesEachPlaceOnce(t *testing.T) {
	g, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	seen := make(map[Place]bool)
	for _, m := range g.Complete("al", 50) {
		if seen[m.Place] {
			t.Errorf("%s stands twice", m.Place.Name)
		}
		seen[m.Place] = true
	}
}

func BenchmarkComplete(b *testing.B) {
	g, err := Open()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		g.Complete("san", 10)
	}
}
