// Package tiles shows tiles of online maps under the events, where a person
// asks for it: providers, their attributions and the cache are those of
// go-staticmaps, which never goes online here; a Client fills the cache.
package tiles

import (
	"fmt"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"

	sm "github.com/flopp/go-staticmaps"
)

// Provider is a service of tiles in the Web Mercator projection.
type Provider struct {
	ID          string // names its folder in the cache
	Title       string // for people
	Attribution string // must be shown with the tiles
	MaxZoom     int
	Named       bool // its tiles have boundaries and names
	source      *sm.TileProvider
}

// Providers are the services that need no key, the most general first.
func Providers() []Provider {
	imagery := known("Esri World Imagery", 18, sm.NewTileProviderArcgisWorldImagery())
	imagery.Named = false
	return []Provider{
		known("OpenStreetMap", 19, sm.NewTileProviderOpenStreetMaps()),
		known("Carto Light", 20, sm.NewTileProviderCartoLight()),
		known("Carto Dark", 20, sm.NewTileProviderCartoDark()),
		known("OpenTopoMap", 17, sm.NewTileProviderOpenTopoMap()),
		imagery,
	}
}

func known(title string, maxZoom int, p *sm.TileProvider) Provider {
	if rest, ok := strings.CutPrefix(p.URLPattern, "http://"); ok {
		p.URLPattern = "https://" + rest // which part of the world is looked at is nobody's business
	}
	p.Attribution = strings.ReplaceAll(p.Attribution, "(c)", "©")
	return Provider{ID: p.Name, Title: title, Attribution: p.Attribution, MaxZoom: maxZoom, Named: true, source: p}
}

// ByID gives the provider of Providers with that ID, and whether there is one.
func ByID(id string) (Provider, bool) {
	for _, p := range Providers() {
		if p.ID == id {
			return p, true
		}
	}
	return Provider{}, false
}

// Custom is a service of one's own: a template like
// "https://tiles.example.org/{z}/{x}/{y}.png", of tiles of 256 pixels. The ID
// may have letters, digits, - and _. Its tiles are taken to have names.
func Custom(id, template, attribution string, maxZoom int) (Provider, error) {
	if id == "" || strings.Trim(id, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") != "" {
		return Provider{}, fmt.Errorf("tile service %q: the name may have letters, digits, - and _ only", id)
	}
	u, err := url.Parse(strings.NewReplacer("{z}", "1", "{x}", "1", "{y}", "1").Replace(template))
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return Provider{}, fmt.Errorf("tile service %q: %q is not a web address", id, template)
	}
	for _, part := range []string{"{z}", "{x}", "{y}"} {
		if !strings.Contains(template, part) {
			return Provider{}, fmt.Errorf("tile service %q: the address has no %s", id, part)
		}
	}
	if maxZoom < 0 || maxZoom > maxDepth {
		return Provider{}, fmt.Errorf("tile service %q: largest zoom %d, want 0 to %d", id, maxZoom, maxDepth)
	}
	pattern := strings.NewReplacer("%", "%%", "{z}", "%[2]d", "{x}", "%[3]d", "{y}", "%[4]d").Replace(template)
	return Provider{ID: id, Title: id, Attribution: attribution, MaxZoom: maxZoom, Named: true, source: &sm.TileProvider{
		Name: id, Attribution: attribution, TileSize: tileSize, URLPattern: pattern,
	}}, nil
}

// maxDepth is the largest zoom that any service may have.
const maxDepth = 22

// tileSize is the width and height of a tile in pixels.
const tileSize = 256

// Tile names a tile: x eastward and y southward from the north-west corner of
// the world, both below 2^Zoom.
type Tile struct{ Zoom, X, Y int }

// url is where a tile is.
func (p Provider) url(t Tile) string {
	shard := ""
	if n := len(p.source.Shards); n > 0 {
		shard = p.source.Shards[(t.X+t.Y)%n]
	}
	return fmt.Sprintf(p.source.URLPattern, shard, t.Zoom, t.X, t.Y, p.source.APIKey)
}

// file is where go-staticmaps looks for a tile in its cache.
func (p Provider) file(dir string, t Tile) string {
	return filepath.Join(dir, p.source.Name, strconv.Itoa(t.Zoom), strconv.Itoa(t.X), strconv.Itoa(t.Y))
}
