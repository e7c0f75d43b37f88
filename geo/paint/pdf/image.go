package pdf

import (
	"fmt"
	"image"
	"image/color"
)

// addImage adds a picture, with its opacity if it has any.
func addImage(o *objects, img image.Image) (ref, error) {
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	rgb, alpha := make([]byte, 0, 3*w*h), make([]byte, 0, w*h)
	opaque := true
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c, _ := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
			rgb = append(rgb, c.R, c.G, c.B)
			alpha = append(alpha, c.A)
			opaque = opaque && c.A == 255
		}
	}
	entries := fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8", w, h)
	extra := "/ColorSpace/DeviceRGB/Interpolate true"
	if !opaque {
		mask, err := o.stream(entries+"/ColorSpace/DeviceGray", alpha)
		if err != nil {
			return 0, err
		}
		extra += fmt.Sprintf("/SMask %v", mask)
	}
	return o.stream(entries+extra, rgb)
}
