package work

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"sync"

	"dateline/app/brief"
	"dateline/app/words"
	"dateline/data/samples"
	"dateline/geo/basemap"
	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
	"dateline/geo/paint/raster"
	"dateline/geo/scene"
	"dateline/timeline/extract"
)

// Engine reads briefs with the data that ships with the program. It is safe
// for concurrent use. The data is opened when it is first needed.
type Engine struct {
	gazetteer func() (*gazetteer.Gazetteer, error)
	layers    func() (*basemap.Map, error)
	measure   func() *raster.Measurer
	pages     *scene.Cache // the base map on the pages drawn last
}

// New makes an Engine, at no cost.
func New() *Engine {
	e := &Engine{
		gazetteer: sync.OnceValues(gazetteer.Open),
		measure:   sync.OnceValue(raster.NewMeasurer),
		pages:     scene.NewCache(),
	}
	e.layers = sync.OnceValues(func() (*basemap.Map, error) {
		g, err := e.gazetteer()
		if err != nil {
			return nil, err
		}
		return basemap.Open(g)
	})
	return e
}

// Gazetteer is the places that ship with the program.
func (e *Engine) Gazetteer() (*gazetteer.Gazetteer, error) {
	g, err := e.gazetteer()
	if err != nil {
		return nil, fmt.Errorf("opening the places: %w", err)
	}
	return g, nil
}

// Layers is the base map that ships with the program.
func (e *Engine) Layers() (scene.Layers, error) {
	m, err := e.layers()
	if err != nil {
		return nil, fmt.Errorf("opening the base map: %w", err)
	}
	return m, nil
}

// finder finds places, and knows what contains a point.
type finder struct {
	*gazetteer.Gazetteer
	*basemap.Map
}

// Finder is what geocode.Place asks for places.
func (e *Engine) Finder() (geocode.Finder, error) {
	g, err := e.Gazetteer()
	if err != nil {
		return nil, err
	}
	m, err := e.layers()
	if err != nil {
		return nil, fmt.Errorf("opening the base map: %w", err)
	}
	return finder{g, m}, nil
}

// Read reads the reports of a brief, places their events and arranges them.
// Progress tells what is being done and the share of the whole that is done.
// The context's error is returned as soon as it ends.
func (e *Engine) Read(ctx context.Context, b brief.Brief, progress func(what string, fraction float64)) (Content, error) {
	g, err := e.Gazetteer()
	if err != nil {
		return Content{}, err
	}
	f, err := e.Finder()
	if err != nil {
		return Content{}, err
	}
	reports := make([]Report, len(b.Reports))
	for i, r := range b.Reports {
		share := func(part float64) float64 { return (float64(i) + part) / float64(len(b.Reports)) }
		progress(words.F("Reading %s", r.Document.Name), share(0))
		reading, err := extract.Read(ctx, r.Document, g, extract.Options{
			Published: r.Published,
			Progress:  func(done float64) { progress(words.F("Reading %s", r.Document.Name), share(0.6*done)) },
		})
		if err != nil {
			return Content{}, fmt.Errorf("reading %s: %w", r.Document.Name, err)
		}
		progress(words.F("Finding the places of %s", r.Document.Name), share(0.6))
		result, err := geocode.Place(ctx, reading, f, b.Pins)
		if err != nil {
			return Content{}, fmt.Errorf("finding the places of %s: %w", r.Document.Name, err)
		}
		reports[i] = Report{Reading: reading, Result: result}
	}
	if err := ctx.Err(); err != nil {
		return Content{}, err
	}
	progress(words.T("Done"), 1)
	return Arrange(b, reports), nil
}

// Arrange is the function Arrange.
func (e *Engine) Arrange(b brief.Brief, reports []Report) Content { return Arrange(b, reports) }

// Open is the function Open, of a file that is not given up.
func (e *Engine) Open(name string, r io.Reader) (brief.Brief, error) {
	return Open(context.Background(), name, r)
}

// Sample is the brief that ships with the program.
func (e *Engine) Sample() (brief.Brief, error) {
	return e.Open(samples.Name, bytes.NewReader(samples.Brief))
}
