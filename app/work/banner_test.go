package work

import (
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo/scene"
)

func TestBannerStandsOnEveryPicture(t *testing.T) {
	b, err := shared.Sample()
	if err != nil {
		t.Fatal(err)
	}
	b.Banner, b.BannerHue = "Exercise", scene.Green
	c := Arrange(b, nil)
	in, err := shared.Input(c, ViewOptions{Size: orb.Point{800, 600}})
	if err != nil {
		t.Fatal(err)
	}
	if in.Banner != (scene.Banner{Text: "Exercise", Hue: scene.Green}) {
		t.Errorf("%+v", in.Banner)
	}
	in.Furniture = scene.Furniture{} // it cannot be switched off
	n := 0
	for _, it := range scene.Build(in).Items {
		if x, ok := it.(scene.Text); ok && x.Text == "Exercise" {
			n++
		}
	}
	if n != 2 {
		t.Errorf("it stands %d times, want at the head and at the foot", n)
	}
}
