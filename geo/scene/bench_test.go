package scene

import "testing"

func BenchmarkBase(b *testing.B) {
	in := campaign()
	for b.Loop() {
		Base(in)
	}
}

func BenchmarkOverlay(b *testing.B) {
	in := campaign()
	for b.Loop() {
		Overlay(in)
	}
}
