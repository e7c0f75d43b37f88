package brief

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"dateline/timeline"
	"dateline/timeline/edtf"
)

// Own is an event that a person made: at a place, at a time, or by splitting
// one that was read. What it says is in the edit under its ID.
type Own struct {
	ID   timeline.ID
	Like timeline.ID // the event whose content it starts from; "" for none

	extra unknown
}

// Place is where a person says that an event is.
type Place struct {
	Name      string        `json:"name"`            // as the report names it, where it does
	Found     string        `json:"found,omitempty"` // the place's own name, if that is another
	Role      timeline.Role `json:"role,omitempty"`
	Lon       float64       `json:"lon"`
	Lat       float64       `json:"lat"`
	RadiusKM  float64       `json:"radius_km,omitempty"`
	Area      string        `json:"area,omitempty"`    // the division whose polygon is drawn: "IQ.08"
	Country   string        `json:"country,omitempty"` // ISO 3166-1 alpha-2
	Whole     bool          `json:"whole,omitempty"`   // the whole country: no mark of its own
	GeonameID int64         `json:"geonameid,omitempty"`
	Why       string        `json:"why,omitempty"`
	// Span is where the report names it; empty where it does not.
	Span timeline.Span `json:"span,omitzero"`
}

// Point is the place's longitude and latitude.
func (p Place) Point() orb.Point { return orb.Point{p.Lon, p.Lat} }

// Way is the line of an advance: two points at least, the head last.
type Way struct {
	Points  [][2]float64 `json:"points"`             // longitude, latitude
	WidthPX float64      `json:"width_px,omitempty"` // of the shaft; 0: as usual
}

// Media is a picture or a recording that belongs to an event.
type Media struct {
	Path   string `json:"path"` // of a file, or an address
	Credit string `json:"credit,omitempty"`
	Text   string `json:"text,omitempty"`
}

// Era is a named stretch of time, shown behind the timeline's lanes.
type Era struct {
	Name string     `json:"name"`
	When edtf.Value `json:"when"`
}

// ownPrefix begins the IDs of events that a person made.
const ownPrefix = "own-"

// IsOwn reports whether the event was made by a person.
func IsOwn(id timeline.ID) bool { return strings.HasPrefix(string(id), ownPrefix) }

// WithOwn returns the brief with one more event of a person's, which starts
// with the content of like ("" for none), and its ID.
func (b Brief) WithOwn(like timeline.ID) (Brief, timeline.ID) {
	n := 0
	for _, o := range b.Own {
		if k, err := strconv.Atoi(strings.TrimPrefix(string(o.ID), ownPrefix)); err == nil {
			n = max(n, k)
		}
	}
	id := timeline.ID(fmt.Sprintf("%s%d", ownPrefix, n+1))
	b.Own = append(slices.Clip(b.Own), Own{ID: id, Like: like})
	return b, id
}

// WithoutOwn returns the brief without an event that a person made.
func (b Brief) WithoutOwn(id timeline.ID) Brief {
	b.Own = slices.DeleteFunc(slices.Clone(b.Own), func(o Own) bool { return o.ID == id })
	if _, ok := b.Edits[id]; ok {
		b.Edits = maps.Clone(b.Edits)
		delete(b.Edits, id)
	}
	return b
}

// WithEdits returns the brief with the decisions about several events changed
// in the same way.
func (b Brief) WithEdits(ids []timeline.ID, change func(timeline.ID, *Edit)) Brief {
	edits := maps.Clone(b.Edits)
	if edits == nil {
		edits = make(map[timeline.ID]Edit)
	}
	for _, id := range ids {
		e := edits[id]
		change(id, &e)
		if e.empty() {
			delete(edits, id)
		} else {
			edits[id] = e
		}
	}
	b.Edits = edits
	return b
}
