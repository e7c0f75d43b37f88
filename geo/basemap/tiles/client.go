package tiles

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // tiles are JPEG
	_ "image/png"  // or PNG
	"io"
	"math"
	"net/http"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"sync"
	"time"

	"github.com/natefinch/atomic"
)

// Errors of one tile, wrapped with which it was.
var (
	ErrNotFound = errors.New("the service has no such tile")
	ErrRefused  = errors.New("the service refuses to give tiles")
	ErrTooLarge = errors.New("the tile is too large")
	ErrNoImage  = errors.New("the service sent something that is no picture")
	ErrOffline  = errors.New("the service cannot be reached")
)

// errCache says that nothing can be kept.
var errCache = errors.New("writing to the cache")

const (
	maxBytes   = 2 << 20 // of a tile
	maxSide    = 1024    // pixels of a tile
	perHost    = 2       // connections, as services ask for
	maxAtOnce  = 300     // tiles of one Fill: views, not regions
	timePerGet = 15 * time.Second
)

// Client downloads tiles into a cache folder. It is safe for concurrent use;
// all its Fills together keep to two connections a host.
type Client struct {
	http  *http.Client
	agent string
}

// NewClient gives a client that introduces itself with a user agent, which
// services ask for: the program's name and version. A positive timeout
// replaces the usual 15 seconds for one tile.
func NewClient(agent string, timeout time.Duration) *Client {
	if timeout <= 0 {
		timeout = timePerGet
	}
	transport := &http.Transport{
		Proxy: http.ProxyFromEnvironment, MaxConnsPerHost: perHost, MaxIdleConnsPerHost: perHost,
		IdleConnTimeout: 30 * time.Second, TLSHandshakeTimeout: timeout, ResponseHeaderTimeout: timeout,
		ForceAttemptHTTP2: false,
	}
	return &Client{agent: agent, http: &http.Client{
		Transport: transport, Timeout: timeout,
		CheckRedirect: func(_ *http.Request, via []*http.Request) error {
			if len(via) >= 3 {
				return errors.New("too many redirects")
			}
			return nil
		},
	}}
}

// Fill downloads tiles that the cache folder lacks, in order, and tells after
// each how many are done. It goes on past tiles that fail and returns how many
// are in the cache now, with the first error; it stops when the context ends,
// the service refuses, could not be reached twice, or the cache cannot be
// written.
func (c *Client) Fill(ctx context.Context, p Provider, dir string, tiles []Tile, progress func(done, total int)) (got int, err error) {
	tiles = tiles[:min(len(tiles), maxAtOnce)]
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var (
		wg    sync.WaitGroup
		mu    sync.Mutex
		next  int
		done  int
		lost  int // tiles for which nobody answered
		first error
	)
	work := func() {
		defer wg.Done()
		for {
			mu.Lock()
			if next >= len(tiles) || ctx.Err() != nil {
				mu.Unlock()
				return
			}
			t := tiles[next]
			next++
			mu.Unlock()
			err := c.get(ctx, p, dir, t)
			mu.Lock()
			done++
			if err == nil {
				got++
			} else if first == nil {
				first = fmt.Errorf("getting tile %d/%d/%d of %s: %w", t.Zoom, t.X, t.Y, p.Title, err)
			}
			if errors.Is(err, ErrOffline) {
				lost++
			}
			if lost > 1 || errors.Is(err, ErrRefused) || errors.Is(err, errCache) {
				stop()
			}
			if progress != nil {
				progress(done, len(tiles))
			}
			mu.Unlock()
		}
	}
	for range perHost {
		wg.Add(1)
		go work()
	}
	wg.Wait()
	if first == nil && done < len(tiles) {
		first = ctx.Err()
	}
	return got, first
}

// get puts one tile into the cache.
func (c *Client) get(ctx context.Context, p Provider, dir string, t Tile) error {
	if !t.valid() {
		return ErrNotFound
	}
	file := p.file(dir, t)
	if _, err := os.Stat(file); err == nil && !stale(file, time.Now()) {
		return nil
	}
	data, err := c.download(ctx, p.url(t))
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return fmt.Errorf("%w: %w", errCache, err)
	}
	if err := atomic.WriteFile(file, bytes.NewReader(data)); err != nil {
		return fmt.Errorf("%w: %w", errCache, err)
	}
	return nil
}

func (c *Client) download(ctx context.Context, url string) ([]byte, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", c.agent)
	req.Header.Set("Accept", "image/png, image/jpeg")
	resp, err := c.http.Do(req)
	if err != nil && ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrOffline, err)
	}
	defer resp.Body.Close()
	switch code := resp.StatusCode; {
	case code == http.StatusNotFound:
		return nil, ErrNotFound
	case code == http.StatusUnauthorized, code == http.StatusForbidden, code == http.StatusTooManyRequests:
		return nil, fmt.Errorf("%w: %s", ErrRefused, resp.Status)
	case code != http.StatusOK:
		return nil, fmt.Errorf("the service answers %s", resp.Status)
	}
	if kind := resp.Header.Get("Content-Type"); kind != "" && !strings.HasPrefix(kind, "image/") {
		return nil, fmt.Errorf("%w: %s", ErrNoImage, kind)
	}
	if resp.ContentLength > maxBytes {
		return nil, ErrTooLarge
	}
	data, err := io.ReadAll(io.LimitReader(resp.Body, maxBytes+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxBytes {
		return nil, ErrTooLarge
	}
	return data, check(data)
}

// check makes sure that bytes are a picture of a tile's size.
func check(data []byte) error {
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNoImage, err)
	}
	if config.Width > maxSide || config.Height > maxSide {
		return fmt.Errorf("%w: %d by %d pixels", ErrTooLarge, config.Width, config.Height)
	}
	if config.Width < 1 || config.Height < 1 {
		return ErrNoImage
	}
	if _, _, err := image.Decode(bytes.NewReader(data)); err != nil {
		return fmt.Errorf("%w: %w", ErrNoImage, err)
	}
	return nil
}

// sortByDistance puts the tiles nearest to a place in units of tiles first.
func sortByDistance(tiles []Tile, x, y float64) {
	far := func(t Tile) float64 {
		n := math.Exp2(float64(t.Zoom))
		dx := math.Remainder(float64(t.X)+0.5-x, n)
		return math.Hypot(dx, float64(t.Y)+0.5-y)
	}
	sort.SliceStable(tiles, func(i, j int) bool { return far(tiles[i]) < far(tiles[j]) })
}
