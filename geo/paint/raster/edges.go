package raster

import (
	"image"
	"math"

	"github.com/paulmach/orb"
)

// Coordinates of edges are whole numbers of 1/256 pixel, so that what is
// covered comes out the same on every machine and however a picture is cut
// into bands.
const (
	subBits = 8
	sub     = 1 << subBits
)

// edge is a straight piece of an outline, from the top left of the picture.
type edge struct{ x0, y0, x1, y1 int32 }

// outline collects the edges of closed outlines, cut to a picture: what lies
// left of it is folded onto its edge, what lies elsewhere outside is dropped,
// as it covers nothing. Any coordinate is safe.
type outline struct {
	origin orb.Point // of the picture, in pixels
	w, h   float64   // of the picture
	edges  []edge
	start  int // of the outlines begun last
	// The rows and columns that these touch.
	top, bottom, left, right int32
	open                     bool // some lie right of the picture
}

// begin starts new outlines; the edges that are there stay.
func (o *outline) begin() {
	o.start = len(o.edges)
	o.top, o.left, o.bottom, o.right = math.MaxInt32, math.MaxInt32, -1, -1
	o.open = false
}

// since gives the edges added since begin, and the pixels that they cover or
// touch, from the top left of the picture.
func (o *outline) since() ([]edge, image.Rectangle) {
	es := o.edges[o.start:len(o.edges):len(o.edges)]
	if len(es) == 0 {
		return nil, image.Rectangle{}
	}
	right := int(o.right>>subBits) + 1
	if o.open {
		right = int(math.Ceil(o.w))
	}
	return es, image.Rect(int(o.left>>subBits), int(o.top>>subBits), right, int((o.bottom+sub-1)>>subBits))
}

// ring adds a closed outline in pixels; an open one is closed. Points that are
// no number are left out.
func (o *outline) ring(ps []orb.Point) {
	if len(ps) < 3 {
		return
	}
	a := ps[len(ps)-1]
	for _, b := range ps {
		o.edge(a[0]-o.origin[0], a[1]-o.origin[1], b[0]-o.origin[0], b[1]-o.origin[1])
		a = b
	}
}

// edge adds one edge of an outline. The edges may come in any order, but all
// of them must come.
func (o *outline) edge(ax, ay, bx, by float64) {
	if ay == by || !(math.Abs(ax) < 1e12 && math.Abs(ay) < 1e12 && math.Abs(bx) < 1e12 && math.Abs(by) < 1e12) {
		return
	}
	if (ay <= 0 && by <= 0) || (ay >= o.h && by >= o.h) {
		return
	}
	if ax >= o.w && bx >= o.w {
		o.open = true
		return
	}
	if ay >= 0 && by >= 0 && ay <= o.h && by <= o.h && ax >= 0 && bx >= 0 && ax <= o.w && bx <= o.w {
		o.add(ax, ay, bx, by)
		return
	}
	// Cut to the rows of the picture.
	dxdy := (bx - ax) / (by - ay)
	if ay < 0 {
		ax, ay = ax-ay*dxdy, 0
	} else if ay > o.h {
		ax, ay = ax+(o.h-ay)*dxdy, o.h
	}
	if by < 0 {
		bx, by = bx-by*dxdy, 0
	} else if by > o.h {
		bx, by = bx+(o.h-by)*dxdy, o.h
	}
	// Fold what is left of it, and drop what is right: cut at x = 0 and x = w,
	// in the order in which the edge meets them.
	cuts := [4]float64{0, 1, 1, 1}
	n := 1
	if bx != ax {
		t0, t1 := -ax/(bx-ax), (o.w-ax)/(bx-ax)
		if t0 > t1 {
			t0, t1 = t1, t0
		}
		for _, t := range [2]float64{t0, t1} {
			if t > 0 && t < 1 {
				cuts[n] = t
				n++
			}
		}
	}
	cuts[n] = 1
	px, py := ax, ay
	for i := 1; i <= n; i++ {
		qx, qy := ax+(bx-ax)*cuts[i], ay+(by-ay)*cuts[i]
		if i == n {
			qx, qy = bx, by
		}
		o.add(clamp(px, o.w), clamp(py, o.h), clamp(qx, o.w), clamp(qy, o.h))
		px, py = qx, qy
	}
}

func clamp(v, most float64) float64 { return math.Min(math.Max(v, 0), most) }

// add adds an edge that lies in the picture.
func (o *outline) add(ax, ay, bx, by float64) {
	e := edge{int32(ax*sub + 0.5), int32(ay*sub + 0.5), int32(bx*sub + 0.5), int32(by*sub + 0.5)}
	if ax >= o.w && bx >= o.w {
		o.open = true
		return
	}
	if e.y0 == e.y1 {
		return
	}
	o.edges = append(o.edges, e)
	o.top, o.bottom = min(o.top, e.y0, e.y1), max(o.bottom, e.y0, e.y1)
	o.left, o.right = min(o.left, e.x0, e.x1), max(o.right, e.x0, e.x1)
}
