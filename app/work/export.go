package work

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/paulmach/orb"

	"dateline/geo/paint"
	"dateline/geo/paint/raster"
	"dateline/geo/proj"
	"dateline/geo/scene"
)

// Export paints a scene, laid out at its own size, into a file of a format. dpi
// is how many of its pixels an inch of paper has, 0 where it is for no paper.
func Export(ctx context.Context, in scene.Input, f paint.Format, dpi float64, software string, w io.Writer) error {
	s, err := laidOut(in)
	if err != nil {
		return err
	}
	if err := paint.Write(ctx, w, f, s, About(in, dpi, software)); err != nil {
		return fmt.Errorf("painting the map: %w", err)
	}
	return nil
}

// RenderPNG paints a scene, laid out at its own size, as PNG.
func RenderPNG(ctx context.Context, in scene.Input, w io.Writer) error {
	return Export(ctx, in, paint.PNG, 0, "", w)
}

// laidOut is the scene of an input; its size is checked before much is laid out
// for nothing.
func laidOut(in scene.Input) (scene.Scene, error) {
	if _, err := raster.Size(scene.Scene{Size: in.View.Size}, 1); err != nil {
		return scene.Scene{}, fmt.Errorf("painting the map: %w", err)
	}
	return scene.Build(in), nil
}

// About is what the files of a map say beside it.
func About(in scene.Input, dpi float64, software string) paint.Options {
	credits := in.Credits
	if len(in.Backdrop.Images) > 0 && in.Backdrop.Credits != "" {
		credits = strings.Join([]string{in.Backdrop.Credits, credits}, " · ")
	}
	return paint.Options{Title: in.Title, Description: in.Subtitle, Credits: credits, Software: software, DPI: dpi}
}

// ErrNoWorld says that a picture's pixels are not on a grid of the world.
var ErrNoWorld = errors.New("a picture in this projection has no world file")

// WorldFile tells other programs where on the world the pixels of a picture
// are: the text of its world file (.pgw, .jgw) and that of the file that names
// its projection (.prj). The error is ErrNoWorld where the projection has none.
func WorldFile(v proj.View) (world, projection string, err error) {
	v = v.Clamp()
	var step float64
	var corner orb.Point // the outer one, at the top left
	const radius = 6378137.0
	switch v.Proj.Name() {
	case proj.Mercator().Name():
		step = 2 * math.Pi * radius / v.Scale
		lon, lat := v.Center[0]*math.Pi/180, v.Center[1]*math.Pi/180
		corner = orb.Point{radius * lon, radius * math.Log(math.Tan(math.Pi/4+lat/2))}
		projection = webMercator
	case proj.PlateCarree().Name():
		step = 360 / v.Scale
		corner = v.Center
		projection = plainDegrees
	default:
		return "", "", ErrNoWorld
	}
	corner[0] -= v.Size[0] / 2 * step
	corner[1] += v.Size[1] / 2 * step
	// A world file tells the middle of the first pixel.
	for _, n := range []float64{step, 0, 0, -step, corner[0] + step/2, corner[1] - step/2} {
		world += fmt.Sprintf("%.10f\n", n)
	}
	return world, projection + "\n", nil
}

// The projections, as ESRI's well-known text.
const (
	plainDegrees = `GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`
	webMercator  = `PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",` + plainDegrees + `,PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]`
)
