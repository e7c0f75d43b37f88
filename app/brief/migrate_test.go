package brief

import (
	"math"
	"os"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo/proj"
)

// TestMigration opens a file that each version wrote, and holds what this one
// makes of it to a file of its own.
func TestMigration(t *testing.T) {
	want, err := os.ReadFile("testdata/version-1-migrated.dateline")
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("testdata/version-1.dateline")
	if err != nil {
		t.Fatal(err)
	}
	b, err := Unmarshal(data)
	if err != nil {
		t.Fatal(err)
	}
	if got := marshal(t, b); got != string(want) {
		t.Errorf("it became\n%s\nwant\n%s", got, want)
	}
	if b.Newer() != 0 || len(b.Edits) != 2 || len(b.Pins) != 1 {
		t.Errorf("something is lost: %+v", b)
	}
}

// TestVersionsHaveFiles holds every version to a file that proves that it is
// still read, this one included.
func TestVersionsHaveFiles(t *testing.T) {
	for _, name := range []string{"testdata/version-1.dateline", "testdata/version-2.dateline"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Unmarshal(data); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if Version != 2 {
		t.Error("a new version needs a migration, and a file here that the version before wrote")
	}
	data, err := os.ReadFile("testdata/version-2.dateline")
	if err != nil {
		t.Fatal(err)
	}
	b, err := Unmarshal(data)
	if err != nil {
		t.Fatal(err)
	}
	if got := marshal(t, b); got != string(data) {
		t.Errorf("the file of this version is written in another way:\n%s", got)
	}
}

// TestCameraOfVersion1 holds the scale of version 1 to showing the same.
func TestCameraOfVersion1(t *testing.T) {
	b, err := open(`{"dateline": 1, "show": {"center": [44, 35], "scale": 8192, "mode": "moment", "later": 1}}`)
	if err != nil {
		t.Fatal(err)
	}
	v := b.Show.Camera.View(orb.Point{widthOfVersion1, heightOfVersion1})
	if math.Abs(v.Scale-8192) > 1e-6 || v.Center != (orb.Point{44, 35}) || b.Show.Mode != "moment" {
		t.Errorf("shown is %+v", v)
	}
	if !strings.Contains(marshal(t, b), `"later": 1`) {
		t.Error("what was unknown is lost")
	}
	for _, s := range []string{`{"dateline": 1, "show": {"center": [44, 35]}}`, `{"dateline": 1, "show": null}`, `{"dateline": 1}`} {
		b, err := open(s)
		if err != nil || !b.Show.Camera.IsZero() {
			t.Errorf("%s: %v, %+v", s, err, b.Show)
		}
	}
}

func TestCameraShowsTheSameInAnySize(t *testing.T) {
	v := proj.New(proj.Mercator(), orb.Point{44, 35}, 8192, orb.Point{900, 600})
	c := CameraOf(v)
	if got := c.View(v.Size); math.Abs(got.Scale-v.Scale) > 1e-9 || got.Center != v.Center {
		t.Errorf("at its own size %+v", got)
	}
	was := v.Bound()
	for _, size := range []orb.Point{{1920, 1080}, {1080, 1080}, {600, 1200}} {
		b := c.View(size).Bound().Pad(1e-6)
		if !b.Contains(was.Min) || !b.Contains(was.Max) {
			t.Errorf("%v shows %v, not all of %v", size, b, was)
		}
	}
	flat := CameraOf(proj.New(proj.PlateCarree(), orb.Point{44, 35}, 8192, orb.Point{900, 600}))
	if got := flat.View(orb.Point{900, 600}).Proj.Name(); got != proj.PlateCarree().Name() {
		t.Errorf("the projection is %s", got)
	}
	if !CameraOf(proj.View{}).IsZero() {
		t.Error("a view of nothing has a camera")
	}
}
