package work

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo/scene"
)

// march is a report in our own words.
const march = `Rebels take northern towns

Published 21 August 2009

Rebels seized the city of Erbil on Monday, officials said. On Wednesday they took Kirkuk.
Government soldiers withdrew to Baghdad on Thursday.
`

// engine is one for all tests; it opens its data once.
var shared = New()

func TestEngineReadsAndDraws(t *testing.T) {
	ctx := context.Background()
	b, err := shared.Open("march.txt", strings.NewReader(march))
	if err != nil {
		t.Fatal(err)
	}
	var last float64
	c, err := shared.Read(ctx, b, func(what string, fraction float64) {
		if what == "" || fraction < last {
			t.Errorf("progress %q at %v after %v", what, fraction, last)
		}
		last = fraction
	})
	if err != nil {
		t.Fatal(err)
	}
	if last != 1 {
		t.Errorf("progress ends at %v", last)
	}
	if len(c.Events) < 2 {
		t.Fatalf("found %d events", len(c.Events))
	}
	opt := ViewOptions{Size: orb.Point{320, 180}, Style: "dark", Mode: scene.Cumulative}
	var pictures [2]bytes.Buffer
	for i := range pictures {
		in, err := shared.Input(c, opt)
		if err != nil {
			t.Fatal(err)
		}
		if err := RenderPNG(ctx, in, &pictures[i]); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(pictures[0].Bytes(), pictures[1].Bytes()) {
		t.Error("the same picture has other bytes the second time")
	}
	img, err := png.Decode(&pictures[0])
	if err != nil || img.Bounds().Dx() != 320 || img.Bounds().Dy() != 180 {
		t.Errorf("%v, bounds %v", err, img.Bounds())
	}
}

func TestEngineEndsWithItsContext(t *testing.T) {
	b, err := shared.Open("march.txt", strings.NewReader(march))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := shared.Read(ctx, b, func(string, float64) {}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestInputRefusesAnUnknownStyle(t *testing.T) {
	if _, err := shared.Input(Content{}, ViewOptions{Size: orb.Point{100, 100}, Style: "neon"}); err == nil || !strings.Contains(err.Error(), "neon") {
		t.Errorf("got %v", err)
	}
}

func TestRenderPNGRefusesAnImpossibleSize(t *testing.T) {
	in, err := shared.Input(Content{}, ViewOptions{Size: orb.Point{1e6, 1e6}})
	if err != nil {
		t.Fatal(err)
	}
	if err := RenderPNG(context.Background(), in, &bytes.Buffer{}); err == nil {
		t.Error("painted it")
	}
}
