package svg

import (
	"fmt"
	"strings"
)

// layers are the layers of a map and the classes of what lies in them; other
// classes are in the layer called "other".
var layers = [...]struct {
	name    string
	classes string
}{
	{"base", " water land focus division lake river coast border casing image tile "},
	{"areas", " area radius control front contested "},
	{"names", " country-name division-name water-name town town-name place-name "},
	{"advances", " advance advance-label shadow "},
	{"events", " event selection number tie cluster "},
	{"labels", " event-title event-when leader label "},
	{"furniture", " panel title legend clock scale inset credits unplaced beyond graticule north banner "},
}

// layerOf is the layer of a class.
func layerOf(class string) string {
	for _, l := range layers {
		if strings.Contains(l.classes, " "+class+" ") && class != "" {
			return l.name
		}
	}
	return "other"
}

// parts are the endings of IDs of things that are drawn in several pieces.
const parts = " paper ring gap half number tie place hatch edge name when title casing shadow bar head text label count date mode ground extent fill outline dot stripe tooth line bottom top "

// stem is what the pieces of one thing have in common in their IDs: "event-3"
// of "event-3-paper" and "event-3-shadow-2".
func stem(id string) string {
	for {
		head, tail, ok := cutLast(id)
		if !ok {
			return id
		}
		if !strings.Contains(parts, " "+tail+" ") {
			// A counted piece: shadow-2.
			up, piece, ok := cutLast(head)
			if !ok || strings.Trim(tail, "0123456789") != "" || !strings.Contains(parts, " "+piece+" ") {
				return id
			}
			head = up
		}
		id = head
	}
}

// cutLast cuts an ID at its last hyphen.
func cutLast(id string) (head, tail string, ok bool) {
	i := strings.LastIndexByte(id, '-')
	if i <= 0 {
		return id, "", false
	}
	return id[:i], id[i+1:], true
}

// names gives each element a name of its own in the file, one that XML allows.
type names struct{ used map[string]int }

func (n *names) unique(id string) string {
	id = clean(id)
	if id == "" {
		id = "item"
	}
	n.used[id]++
	k := n.used[id]
	if k == 1 {
		return id
	}
	for ; ; k++ {
		other := fmt.Sprintf("%s-%d", id, k)
		if n.used[other] == 0 {
			n.used[id], n.used[other] = k, 1
			return other
		}
	}
}

// clean makes an ID of letters, figures, hyphens, dots and underscores, with a
// letter in front.
func clean(id string) string {
	id = strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-', r == '.', r == '_':
			return r
		case r >= 0xC0 && r <= 0x2FF && r != 0xD7 && r != 0xF7, r >= 0x370 && r <= 0x1FFF && r != 0x37E:
			return r
		}
		return '_'
	}, id)
	if id != "" && strings.IndexByte("0123456789-.", id[0]) >= 0 {
		id = "_" + id
	}
	return id
}
