package raster

import (
	"image"
	"image/color"
	"math/bits"
)

// cells turns edges into coverage, in a band of rows as wide as the picture. In
// each cell stands by how much the coverage of its pixel differs from that of
// the pixel on its left; runs of cells that no edge has touched are known, so
// that they cost nothing.
type cells struct {
	width, top, bottom int // of the band, from the top left of the picture
	stride             int // cells a row
	words              int // of touched, a row
	sum                []int32
	touched            []uint64 // a bit for each block of cells
}

// blockBits is the size of the blocks in which touched cells are counted: 16.
const blockBits = 4

// whole is the sum that covers a pixel: sub rows of twice sub.
const wholeBits = 2*subBits + 1

// begin makes the cells those of a band. All of them are empty then, as they
// are after every paint.
func (c *cells) begin(width, top, bottom int) {
	stride := (width + 2 + 1<<blockBits - 1) &^ (1<<blockBits - 1)
	c.width, c.top, c.bottom, c.stride = width, top, bottom, stride
	c.words = (stride>>blockBits + 63) / 64
	if n := stride * (bottom - top); cap(c.sum) < n {
		c.sum = make([]int32, n)
	} else {
		c.sum = c.sum[:n]
	}
	if n := c.words * (bottom - top); cap(c.touched) < n {
		c.touched = make([]uint64, n)
	} else {
		c.touched = c.touched[:n]
	}
}

// add adds the parts of edges that lie in the band.
func (c *cells) add(es []edge) {
	top, bottom := int32(c.top<<subBits), int32(c.bottom<<subBits)
	for _, e := range es {
		x0, y0, x1, y1, dir := e.x0, e.y0, e.x1, e.y1, int32(1)
		if y0 > y1 {
			x0, y0, x1, y1, dir = x1, y1, x0, y0, -1
		}
		if y1 <= top || y0 >= bottom {
			continue
		}
		row, last := y0>>subBits, (y1-1)>>subBits
		if row == last {
			c.span(int(row)-c.top, x0, x1, (y1-y0)*dir)
			continue
		}
		// Where it crosses the rows is reckoned from its upper end, whatever
		// band that lies in.
		slope := (int64(x1-x0) << 30) / int64(y1-y0)
		at := func(y int32) int32 { return x0 + int32((slope*int64(y-y0)+1<<29)>>30) }
		if y0 < top {
			row = int32(c.top)
		}
		last = min(last, int32(c.bottom)-1)
		x := x0
		if start := row << subBits; start > y0 {
			x = at(start)
		}
		for ; row <= last; row++ {
			from, to := max(y0, row<<subBits), (row+1)<<subBits
			next := x1
			if to < y1 {
				next = at(to)
			} else {
				to = y1
			}
			c.span(int(row)-c.top, x, next, (to-from)*dir)
			x = next
		}
	}
}

// span adds a piece of an edge within a row: from x0 to x1, d high.
func (c *cells) span(row int, x0, x1, d int32) {
	if x0 > x1 {
		x0, x1 = x1, x0
	}
	first, last := int(x0>>subBits), int(x1>>subBits)
	sum := c.sum[row*c.stride : (row+1)*c.stride]
	touched := c.touched[row*c.words : (row+1)*c.words]
	if first == last {
		f := d * (x0&(sub-1) + x1&(sub-1))
		sum[first] += d<<(subBits+1) - f
		sum[first+1] += f
		a, b := first>>blockBits, (first+1)>>blockBits
		touched[a>>6] |= 1 << (a & 63)
		touched[b>>6] |= 1 << (b & 63)
		return
	}
	// Each pixel has its share of the height.
	slope := (int64(d) << 32) / int64(x1-x0)
	from, done := x0&(sub-1), int32(0)
	for i := first; i <= last; i++ {
		to, all := int32(sub), int32((slope*int64((int32(i+1)<<subBits)-x0)+1<<31)>>32)
		if i == last {
			to, all = x1&(sub-1), d
		}
		h := all - done
		f := h * (from + to)
		sum[i] += h<<(subBits+1) - f
		sum[i+1] += f
		from, done = 0, all
	}
	for a := first >> blockBits; a <= (last+1)>>blockBits; a++ {
		touched[a>>6] |= 1 << (a & 63)
	}
}

// cover is the coverage that a sum stands for, by the rule of non-zero.
func cover(sum int32) uint32 {
	if sum < 0 {
		sum = -sum
	}
	return uint32(min(sum>>(wholeBits-8), 255))
}

// paint paints what is covered in a rectangle with a colour, and empties the
// cells of its rows. The picture's top left is that of dst.
func (c *cells) paint(dst *image.RGBA, in image.Rectangle, col color.NRGBA) {
	p := newPen(col)
	left, right := max(in.Min.X, 0), min(in.Max.X, c.width)
	run := func(d []uint8, from, to int, v uint32) {
		if from, to = max(from, left), min(to, right); v != 0 && from < to {
			p.run(d[4*from:4*to], v)
		}
	}
	for y := max(in.Min.Y, c.top); y < min(in.Max.Y, c.bottom); y++ {
		row := y - c.top
		touched := c.touched[row*c.words : (row+1)*c.words]
		at := (y) * dst.Stride
		var d []uint8
		sum := c.sum[row*c.stride : (row+1)*c.stride]
		acc, x := int32(0), 0
		for k, word := range touched {
			if word == 0 {
				continue
			}
			if d == nil {
				d = dst.Pix[at : at+4*c.width]
			}
			touched[k] = 0
			for word != 0 {
				block := (k*64 + bits.TrailingZeros64(word)) << blockBits
				word &= word - 1
				run(d, x, block, cover(acc))
				x = block + 1<<blockBits
				cells := sum[block:x:x]
				if n := c.width - block; n < len(cells) {
					for i := max(n, 0); i < len(cells); i++ {
						cells[i] = 0 // beyond the edge
					}
					cells = cells[:max(n, 0)]
				}
				px := d[4*min(block, c.width):]
				lo, n := left-block, uint(right-left)
				for i := range cells {
					acc += cells[i]
					cells[i] = 0
					if v := cover(acc); v != 0 && uint(i-lo) < n {
						p.pixel(px[4*i:4*i+4:4*i+4], v)
					}
				}
			}
		}
		if v := cover(acc); v != 0 && d != nil {
			run(d, x, c.width, v)
		}
	}
}

// mask gives the coverage of all of the band, and empties the cells.
func (c *cells) mask() *image.Alpha {
	m := image.NewAlpha(image.Rect(0, 0, c.width, c.bottom-c.top))
	for row := 0; row < c.bottom-c.top; row++ {
		sum := c.sum[row*c.stride : (row+1)*c.stride]
		acc := int32(0)
		for x := range m.Pix[row*m.Stride : (row+1)*m.Stride] {
			acc += sum[x]
			m.Pix[row*m.Stride+x] = uint8(cover(acc))
		}
	}
	clear(c.sum)
	clear(c.touched)
	return m
}
