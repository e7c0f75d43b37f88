package work

import (
	"fmt"
	"slices"
	"strings"

	"dateline/app/words"
	"dateline/geo/scene"
)

// Part is something around a map that can be left out or added. The credits are
// none: the sources of the map that ships ask to be named.
type Part struct {
	ID, Name string // "north", "North arrow"
	Usual    bool   // it is there unless a person says otherwise
}

// Parts are all parts.
func Parts() []Part {
	return []Part{
		{"title", words.Mark("Title"), true}, {"legend", words.Mark("Legend"), true}, {"scale", words.Mark("Scale"), true}, {"clock", words.Mark("Clock"), true}, {"inset", words.Mark("Inset"), true},
		{"as-of", words.Mark("As of"), true}, {"north", words.Mark("North arrow"), false}, {"graticule", words.Mark("Graticule"), false},
	}
}

// PartSet is some of Parts, a bit for each in their order.
type PartSet uint16

// Has reports whether the part of an index is among them.
func (s PartSet) Has(i int) bool { return s&(1<<i) != 0 }

// PartsNamed are the parts of some IDs, separated by commas.
func PartsNamed(list string) (PartSet, error) {
	var set PartSet
	parts := Parts()
	for id := range strings.SplitSeq(list, ",") {
		if id = strings.ToLower(strings.TrimSpace(id)); id == "" {
			continue
		}
		i := slices.IndexFunc(parts, func(p Part) bool { return p.ID == id })
		if i < 0 {
			ids := make([]string, len(parts))
			for k, p := range parts {
				ids[k] = p.ID
			}
			return 0, fmt.Errorf("no part of a map is called %q: there are %s", id, strings.Join(ids, ", "))
		}
		set |= 1 << i
	}
	return set, nil
}

// UnitNames are the names of the units, in the order of scene.Units.
func UnitNames() []string { return []string{"km", "mi", "nmi", "km+mi", "km+nmi"} }

// UnitsNamed are the units of a name; that of nothing is kilometres.
func UnitsNamed(name string) (scene.Units, error) {
	if name == "" {
		return scene.Kilometres, nil
	}
	i := slices.Index(UnitNames(), strings.ToLower(strings.TrimSpace(name)))
	if i < 0 {
		return 0, fmt.Errorf("no units are called %q: there are %s", name, strings.Join(UnitNames(), ", "))
	}
	return scene.Units(i), nil
}

// Look is how a picture differs from what pictures usually have around the map.
// The zero Look changes nothing. It can be compared.
type Look struct {
	Show, Hide PartSet // Hide wins
	Units      scene.Units
	Banner     scene.Banner
	AsOf       string // in place of that of the reports: "as of 14 June 2014"
}

// Apply puts it on what a picture is made of.
func (l Look) Apply(in *scene.Input) {
	if l.AsOf != "" {
		in.AsOf = l.AsOf
	}
	for i, p := range Parts() {
		if l.Hide.Has(i) {
			switchPart(in, p.ID, false)
		} else if l.Show.Has(i) {
			switchPart(in, p.ID, true)
		}
	}
	in.Furniture.Units, in.Banner = l.Units, l.Banner
}

func switchPart(in *scene.Input, id string, on bool) {
	f := &in.Furniture
	switch id {
	case "title":
		f.Title = on
	case "legend":
		f.Legend = on
	case "scale":
		f.Scale = on
	case "clock":
		f.Clock = on
	case "inset":
		f.Inset = on
	case "north":
		f.North = on
	case "graticule":
		f.Graticule = on
	case "as-of":
		if !on {
			in.AsOf = ""
		}
	}
}
