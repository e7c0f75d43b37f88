// Package online fetches the tiles of an online map that a person chose, for
// what is looked at, in the background. Without that choice it does nothing.
package online

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"dateline/geo/basemap/tiles"
)

// Filler downloads tiles into a cache folder; *tiles.Client does.
type Filler interface {
	Fill(ctx context.Context, p tiles.Provider, dir string, lacking []tiles.Tile, progress func(done, total int)) (got int, err error)
}

// Deps is what a Map needs from outside.
type Deps struct {
	Dir  string                                      // of the cache; "": there is none
	ByID func(id string) (p tiles.Provider, ok bool) // tiles.ByID
	// File opens the tiles in a file; nil if files are not opened.
	File   func(ctx context.Context, path string) (*tiles.Layer, error)
	Filler Filler
	Do     func(func()) // brings a func to the window's goroutine
	// Changed is called there when tiles have come or State says something
	// else: the map should be drawn again.
	Changed func()
	Rest    time.Duration // how long the view must rest before tiles are asked for
	Retry   time.Duration // until a service is asked again that did not answer
	Limit   int64         // bytes that the cache is held to; 0: tiles.MaxCache
}

// refusal is how many times as long as for one that did not answer a service
// that refused is left alone.
const refusal = 20

// atOnce bounds the tiles that one job asks for.
const atOnce = 256

// Map is the online map of one window. It belongs to the window's goroutine.
type Map struct {
	deps    Deps
	id      string
	layer   *tiles.Layer
	online  bool
	lacking int // tiles of the frame shown last that are missing
	tried   map[tiles.Tile]bool
	until   time.Time // nothing is asked for before
	problem string
	job     *job
	closed  bool
}

// job is one download.
type job struct {
	tiles       []tiles.Tile
	quiet       bool // what is shown is only to be renewed
	cancel      context.CancelFunc
	done, total int
}

// New makes a Map that shows none.
func New(deps Deps) *Map { return &Map{deps: deps} }

// Choose turns to the service of that ID, "" for none. Only if online is true
// it is asked for tiles; else what is cached is all there is.
func (m *Map) Choose(id string, online bool) {
	if id == m.id && online == m.online {
		return
	}
	m.stop()
	m.leave()
	m.id, m.online = id, online
	m.tried, m.until, m.problem, m.lacking = map[tiles.Tile]bool{}, time.Time{}, "", 0
	if id == "" {
		return
	}
	if path, ok := tiles.PathOf(id); ok && m.deps.File != nil {
		m.open(path)
		return
	}
	p, ok := m.deps.ByID(id)
	switch {
	case !ok:
		m.problem = fmt.Sprintf("Tiles: this version knows no map “%s”", id)
	case m.deps.Dir == "":
		m.problem = "Tiles: there is no folder to keep them in"
	default:
		m.layer = tiles.NewLayer(p, m.deps.Dir)
	}
}

// leave closes the layer that was chosen before.
func (m *Map) leave() {
	if l := m.layer; l != nil {
		m.layer = nil
		go func() { _ = l.Close() }() // it was only read, and may be being read now
	}
}

// open opens the tiles of a file in the background.
func (m *Map) open(path string) {
	ctx, cancel := context.WithCancel(context.Background())
	j := &job{quiet: true, cancel: cancel}
	m.job = j
	go func() {
		defer cancel()
		l, err := m.deps.File(ctx, path)
		m.deps.Do(func() {
			if m.job != j {
				if l != nil {
					go func() { _ = l.Close() }()
				}
				return
			}
			m.job, m.layer = nil, l
			if err != nil {
				m.problem = "Tiles: " + err.Error()
			}
			m.deps.Changed()
		})
	}()
}

// Layer are the tiles at hand, nil if no online map is chosen.
func (m *Map) Layer() *tiles.Layer { return m.layer }

// Lacks is told which tiles a frame drawn from a layer lacked, and sees to
// them. Frames of a layer that was left since do not count.
func (m *Map) Lacks(of *tiles.Layer, lack tiles.Lack) {
	if of == nil || of != m.layer || m.closed {
		return
	}
	m.lacking = len(lack.Missing)
	if m.lacking == 0 {
		m.problem = ""
		if len(lack.Stale) == 0 {
			m.stop()
			return
		}
	}
	if !of.Provider().Online() || !m.online || time.Now().Before(m.until) {
		return
	}
	var want []tiles.Tile
	for _, t := range slices.Concat(lack.Missing, lack.Stale) {
		if !m.tried[t] && len(want) < atOnce {
			want = append(want, t)
		}
	}
	if len(want) == 0 || m.job != nil && m.job.has(want) {
		return
	}
	m.stop()
	m.start(want, m.lacking == 0)
}

// has reports whether a job asks for all of the tiles.
func (j *job) has(want []tiles.Tile) bool {
	for _, t := range want {
		if !slices.Contains(j.tiles, t) {
			return false
		}
	}
	return true
}

func (m *Map) stop() {
	if m.job != nil {
		m.job.cancel()
		m.job = nil
	}
}

// Close ends the work.
func (m *Map) Close() {
	m.stop()
	m.leave()
	m.closed = true
}

func (m *Map) start(want []tiles.Tile, quiet bool) {
	ctx, cancel := context.WithCancel(context.Background())
	j := &job{tiles: want, quiet: quiet, cancel: cancel, total: len(want)}
	m.job = j
	layer, provider := m.layer, m.layer.Provider()
	go func() {
		defer cancel()
		if !wait(ctx, m.deps.Rest) {
			return
		}
		var last time.Time
		_, err := m.deps.Filler.Fill(ctx, provider, m.deps.Dir, want, func(done, total int) {
			// Drawing after each tile would keep the machine busy.
			now := time.Now()
			if now.Sub(last) < 250*time.Millisecond {
				return
			}
			last = now
			m.deps.Do(func() {
				if m.job == j {
					j.done = done
					m.deps.Changed()
				}
			})
		})
		layer.Forget(want)
		m.trim(ctx)
		m.deps.Do(func() {
			if m.job == j {
				m.job = nil
				m.ended(j, provider, err)
				m.deps.Changed()
			}
		})
	}()
}

// trim holds the cache to its limit. Where that fails the cache is too large
// until the next time; a map that is shown is not spoiled by that.
func (m *Map) trim(ctx context.Context) {
	limit := m.deps.Limit
	if limit <= 0 {
		limit = tiles.MaxCache
	}
	_, _ = tiles.Trim(ctx, m.deps.Dir, limit)
}

// wait reports false if the context ended meanwhile.
func wait(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-t.C:
		return true
	}
}

// ended takes note of how a job went. A tile that was asked for is not asked
// for again, unless nobody answered.
func (m *Map) ended(j *job, p tiles.Provider, err error) {
	retry := time.Duration(0)
	switch {
	case err == nil:
		m.problem = ""
	case errors.Is(err, tiles.ErrOffline):
		m.problem, retry = "Tiles: offline, showing what is cached", m.deps.Retry
	case errors.Is(err, tiles.ErrRefused):
		m.problem, retry = "Tiles: "+p.Title+" refuses, showing what is cached", refusal*m.deps.Retry
	default:
		m.problem = "Tiles: some could not be had, showing what is cached"
	}
	if j.quiet {
		m.problem = "" // nothing is missing on the map
	}
	if retry == 0 {
		for _, t := range j.tiles {
			m.tried[t] = true
		}
		return
	}
	m.until = time.Now().Add(retry)
	id := m.id
	time.AfterFunc(retry, func() {
		m.deps.Do(func() {
			if !m.closed && m.id == id && m.online {
				m.deps.Changed()
			}
		})
	})
}

// State is what there is to say about the tiles, "" if there is nothing.
func (m *Map) State() string {
	switch {
	case m.problem != "":
		return m.problem
	case m.layer == nil || m.lacking == 0:
		return ""
	case !m.layer.Provider().Online():
		return "" // beyond its edges the map that ships is seen
	case !m.online:
		return "Tiles: showing what is cached. To download, choose " + m.layer.Provider().Title + " in View, Base map"
	case m.job != nil && !m.job.quiet:
		return fmt.Sprintf("Tiles: %d of %d", m.job.done, m.job.total)
	}
	return ""
}
