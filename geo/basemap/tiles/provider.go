// Package tiles shows tiles of online maps under the events, where a person
// asks for it: providers, their attributions and the cache are those of
// go-staticmaps, which never goes online here; a Client fills the cache.
package tiles

import (
	"crypto/sha256"
	"encoding/hex"
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
	MinZoom     int
	MaxZoom     int
	Named       bool // its tiles have boundaries and names
	source      *sm.TileProvider
	pixels      int // of a tile; 0: tileSize
}

// side is the width and height of a tile in pixels.
func (p Provider) side() int {
	if p.pixels > 0 {
		return p.pixels
	}
	return tileSize
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

// ownPrefix begins the ID of a service of one's own.
const ownPrefix = "xyz:"

// OwnID is the ID of a service of one's own, from which ByID makes it again.
func OwnID(template, attribution string) string {
	return ownPrefix + template + " " + strings.Join(strings.Fields(attribution), " ")
}

// Own gives the template and the attribution of OwnID back.
func Own(id string) (template, attribution string, ok bool) {
	rest, ok := strings.CutPrefix(id, ownPrefix)
	template, attribution, _ = strings.Cut(rest, " ")
	return template, attribution, ok
}

// ownService is the service that OwnID names.
func ownService(template, attribution string) (Provider, error) {
	sum := sha256.Sum256([]byte(template))
	p, err := Custom("own-"+hex.EncodeToString(sum[:6]), template, attribution, maxOwnZoom)
	if err != nil {
		return Provider{}, err
	}
	p.ID, p.Title = OwnID(template, attribution), "own tiles"
	if u, err := url.Parse(fill(template)); err == nil {
		p.Title = u.Host
	}
	return p, nil
}

// maxOwnZoom is the deepest level that a service of one's own is asked for.
const maxOwnZoom = 19

// CheckOwn says what is wrong with the template of a service of one's own.
func CheckOwn(template string) error {
	_, err := ownService(template, "")
	return err
}

// fill is a template with the numbers of a tile in it.
func fill(template string) string {
	return strings.NewReplacer("{z}", "1", "{x}", "1", "{y}", "1").Replace(template)
}

// ByID gives the provider of Providers with that ID, or that of OwnID, and
// whether there is one.
func ByID(id string) (Provider, bool) {
	if template, attribution, ok := Own(id); ok {
		p, err := ownService(template, attribution)
		return p, err == nil
	}
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
	u, err := url.Parse(fill(template))
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || strings.ContainsAny(template, " \t\r\n") {
		return Provider{}, fmt.Errorf("tile service %q: %q is not a web address like https://tiles.example.org/{z}/{x}/{y}.png", id, template)
	}
	if _, rest, _ := strings.Cut(template, "://"); strings.Contains(strings.SplitN(rest, "/", 2)[0], "{") {
		return Provider{}, fmt.Errorf("tile service %q: the name of the computer in %q may not change from tile to tile", id, template)
	}
	if u.User != nil {
		return Provider{}, fmt.Errorf("tile service %q: an address with a password in it is not kept", id)
	}
	for _, part := range []string{"{z}", "{x}", "{y}"} {
		if strings.Count(template, part) != 1 {
			return Provider{}, fmt.Errorf("tile service %q: the address must have %s, once", id, part)
		}
	}
	if rest := fill(template); strings.ContainsAny(rest, "{}") {
		return Provider{}, fmt.Errorf("tile service %q: the address has braces around something other than z, x and y", id)
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

// Online reports whether its tiles are downloaded from a service.
func (p Provider) Online() bool { return p.source != nil }

// file is where go-staticmaps looks for a tile in its cache.
func (p Provider) file(dir string, t Tile) string {
	return filepath.Join(dir, p.source.Name, strconv.Itoa(t.Zoom), strconv.Itoa(t.X), strconv.Itoa(t.Y))
}
