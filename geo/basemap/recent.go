package basemap

import (
	"math"
	"sync"

	"github.com/paulmach/orb"

	"dateline/geo/scene"
)

// key names an answer of Features.
type key struct {
	layer  scene.Layer
	level  int
	window orb.Bound
}

// window is what features are cut to for a bound: larger by an eighth to three
// quarters on each side, on a grid, so that small moves have the same one. A
// bound within ±180° has a window within.
func window(b orb.Bound) orb.Bound {
	for i := range b.Min {
		limit := [2]float64{180, 90}[i]
		size := b.Max[i] - b.Min[i]
		if !(size > 0) {
			size = 1e-3
		}
		grid := math.Exp2(math.Ceil(math.Log2(size / 4)))
		lo := (math.Floor(b.Min[i]/grid - 0.5)) * grid
		hi := (math.Ceil(b.Max[i]/grid + 0.5)) * grid
		if b.Min[i] >= -limit {
			lo = math.Max(lo, -limit)
		}
		if b.Max[i] <= limit {
			hi = math.Min(hi, limit)
		}
		if i == 0 && hi-lo > 360 { // never the same place twice
			middle := (b.Min[i] + b.Max[i]) / 2
			lo, hi = middle-180, middle+180
		}
		b.Min[i], b.Max[i] = lo, hi
	}
	return b
}

// keptAnswers is how many answers of Features are kept: all layers of about
// six views.
const keptAnswers = 48

// recent keeps the last answers of Features.
type recent struct {
	mu    sync.Mutex
	clock uint64
	kept  map[key]*answer
}

type answer struct {
	features []scene.Feature
	used     uint64
}

func (r *recent) get(k key) ([]scene.Feature, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	a, ok := r.kept[k]
	if !ok {
		return nil, false
	}
	r.clock++
	a.used = r.clock
	return a.features, true
}

// put keeps an answer in place of the one that was not used for longest.
func (r *recent) put(k key, fs []scene.Feature) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.kept == nil {
		r.kept = map[key]*answer{}
	}
	if len(r.kept) >= keptAnswers {
		var oldest key
		age := uint64(math.MaxUint64)
		for k, a := range r.kept {
			if a.used < age {
				oldest, age = k, a.used
			}
		}
		delete(r.kept, oldest)
	}
	r.clock++
	r.kept[k] = &answer{features: fs, used: r.clock}
}
