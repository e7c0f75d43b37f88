package brief

import (
	"encoding/json"
)

// migrations bring the keys of a brief up to date: the first from version 1 to
// version 2, and so on.
var migrations = [Version - 1]func(*fields) error{
	cameraOfVersion1,
}

// migrate brings the keys of a version up to date.
func migrate(f *fields, version int) error {
	for v := version; v < Version; v++ {
		if err := migrations[v-1](f); err != nil {
			return err
		}
	}
	return nil
}

// widthOfVersion1 is the width in pixels that a scale of version 1 is taken to
// be of: it did not say how large the map was. It is that of a picture where
// nothing else is asked for.
const widthOfVersion1, heightOfVersion1 = 1280, 720

// cameraOfVersion1 turns the scale of version 1, pixels for the width of the
// world, into what is seen, which is the same in a window of any size.
func cameraOfVersion1(f *fields) error {
	raw, ok := f.left["show"]
	if !ok || isNull(raw) {
		return nil
	}
	show := readObject("show", raw)
	var scale float64
	if show.take("scale", &scale); scale > 0 {
		show.left["span"], show.err = encode([2]float64{360 * widthOfVersion1 / scale, 360 * heightOfVersion1 / scale})
	} else {
		delete(show.left, "center") // it was written with a scale alone
	}
	if scale < 0 && show.err == nil {
		show.err = impossible("show")
	}
	if show.err != nil {
		return show.err
	}
	var o object
	o.rest(show.left)
	raw, err := o.bytes()
	f.left["show"] = json.RawMessage(raw)
	return err
}
