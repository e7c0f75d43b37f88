package work

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
	"dateline/geo/proj"
	"dateline/geo/scene"
	"dateline/timeline"
	"dateline/timeline/edtf"
)

// gallery is the folder that the pictures of TestGallery are written to:
//
//	go test ./app/work -run TestGallery -gallery DIR
var gallery = flag.String("gallery", "", "folder to write the gallery's pictures to")

// exhibit is one picture of the gallery.
type exhibit struct {
	name  string
	style string
	size  orb.Point
	view  *proj.View // nil: fitted
	make  func(t *testing.T) Content
	edit  func(*scene.Input) // nil: as it is
	want  []string           // words that must be on the picture
}

var wide = orb.Point{1280, 720}

// view is a view of the wide size about a point.
func view(lon, lat, scale float64) *proj.View {
	v := proj.New(proj.Mercator(), orb.Point{lon, lat}, scale, wide)
	return &v
}

// exhibits are the pictures, in the order of the gallery.
func exhibits() []exhibit {
	step := func(n int) func(*scene.Input) {
		return func(in *scene.Input) {
			for i, e := range in.Events {
				if e.Number == n {
					in.Selected, in.Now = e.ID, scene.Instants(in.Events)[i]
				}
			}
		}
	}
	return []exhibit{
		{name: "sample-begins", make: sample, edit: step(1), want: []string{"Mosul captured", "Tigris"}},
		{name: "sample-advances", make: sample, edit: step(4), want: []string{"ISIS"}},
		{name: "sample", make: sample, want: []string{"Mosul captured", "I R A Q|IRAQ"}},
		{name: "sample-dark", style: "dark", make: sample, want: []string{"Mosul captured"}},
		{name: "sample-print", style: "print", make: sample, want: []string{"Mosul captured"}},
		{name: "sample-small", size: orb.Point{400, 300}, make: sample},
		{name: "sample-portrait", size: orb.Point{1080, 1920}, make: sample, want: []string{"Mosul captured"}},
		{name: "world", make: summits, want: []string{"Ministers meet in Nairobi", "Indian Ocean"}},
		{name: "polar", make: arctic, want: []string{"Icebreaker reaches the pack", "Barents Sea|Greenland Sea|Norwegian Sea"}},
		{name: "date-line", make: pacific, want: []string{"South Pacific Ocean|North Pacific Ocean|Coral Sea"}},
		{name: "europe", make: empty, view: view(9, 48.6, 14000), want: []string{"Paris", "GERMANY", "Rhine|Danube"}},
		{name: "arabic", make: arabic, want: []string{"انقطاع الكهرباء في حلب"}},
		{name: "clusters", make: crowd, view: view(36.8, 0.5, 12000), want: []string{"Nairobi|KENYA"}},
		{name: "control", make: exercise, want: []string{"North's claim", "Front of 6 May"}},
		{name: "control-earlier", make: exercise, edit: func(in *scene.Input) { in.Now = time.Date(2031, 5, 4, 12, 0, 0, 0, time.UTC) }},
		{name: "a4-print", style: "print", size: orb.Point{3508, 2480}, make: exercise, edit: func(in *scene.Input) {
			in.Furniture.Graticule, in.Furniture.North, in.Furniture.Units = true, true, scene.KilometresAndMiles
			in.Banner = scene.Banner{Text: "EXERCISE EXERCISE EXERCISE", Hue: scene.Green}
		}, want: []string{"EXERCISE EXERCISE EXERCISE", "41° N", "N"}},
	}
}

func sample(t *testing.T) Content {
	t.Helper()
	doc, err := shared.Sample()
	if err != nil {
		t.Fatal(err)
	}
	c, err := shared.Read(context.Background(), doc, func(string, float64) {})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// compiled makes content of events of our own.
func compiled(title string, events ...scene.Event) Content {
	c := Content{Title: title, Events: events}
	var all []timeline.Event
	for i := range c.Events {
		c.Events[i].Number = i + 1
		all = append(all, c.Events[i].Event)
	}
	c.Moments = Moments(c.Events)
	c.Sides = scene.Sides(all, nil)
	c.Axes = timeline.Axes(all)
	return c
}

// happens is an event at a place of the gazetteer, written "Name, CC".
func happens(t *testing.T, title, when, side string, kind timeline.Kind, place string) scene.Event {
	t.Helper()
	g, err := shared.gazetteer()
	if err != nil {
		t.Fatal(err)
	}
	name, country, _ := strings.Cut(place, ", ")
	for _, m := range g.Lookup(name) {
		if m.Place.Country == country && m.Place.Level == gazetteer.Town {
			e := scene.Event{Placed: geocode.Placed{Event: timeline.Event{
				ID: timeline.ID(title), Title: title, Kind: kind, Side: side, Status: timeline.Accepted,
				When:   timeline.NewWhen(edtf.MustParse(when), when, timeline.Span{}),
				Places: []timeline.Place{{Mention: timeline.Mention{Name: name}, Role: timeline.At}},
			}}}
			e.At = []geocode.Location{{Name: name, Role: timeline.At, Place: m.Place, Point: m.Place.Point}}
			return e
		}
	}
	t.Fatalf("no town %q", place)
	return scene.Event{}
}

func empty(*testing.T) Content { return Content{} }

func summits(t *testing.T) Content {
	return compiled("A year of talks",
		happens(t, "Ministers meet in Nairobi", "2031-02", "", timeline.Visit, "Nairobi, KE"),
		happens(t, "Treaty drafted in Geneva", "2031-03", "", timeline.Agreement, "Geneva, CH"),
		happens(t, "Delegates gather in Lima", "2031-05", "", timeline.Visit, "Lima, PE"),
		happens(t, "Talks resume in Jakarta", "2031-07", "", timeline.Visit, "Jakarta, ID"),
		happens(t, "Signing in Wellington", "2031-11-09", "", timeline.Agreement, "Wellington, NZ"),
		happens(t, "Protest in Montréal", "2031-10", "", timeline.Protest, "Montréal, CA"))
}

func arctic(t *testing.T) Content {
	ship := happens(t, "Icebreaker reaches the pack", "2031-03-14", "", timeline.Other, "Longyearbyen, SJ")
	ship.At[0].Name, ship.At[0].Point, ship.At[0].RadiusKM = "the pack", orb.Point{20, 82}, 60
	return compiled("A voyage in the ice",
		happens(t, "The ship leaves Tromsø", "2031-03-10", "", timeline.Other, "Tromsø, NO"),
		happens(t, "Stores taken on at Longyearbyen", "2031-03-12", "", timeline.Other, "Longyearbyen, SJ"), ship)
}

func pacific(t *testing.T) Content {
	ship := happens(t, "Relief ship sails from Suva to Apia", "2031-01-12", "", timeline.Aid, "Suva, FJ")
	apia := happens(t, "x", "2031-01-12", "", timeline.Aid, "Apia, WS").At[0]
	from := ship.At[0]
	from.Role, apia.Role = timeline.From, timeline.To
	ship.At = []geocode.Location{from, apia}
	ship.Movement = &timeline.Movement{From: []timeline.Place{{Mention: timeline.Mention{Name: "Suva"}}}, To: []timeline.Place{{Mention: timeline.Mention{Name: "Apia"}}}}
	return compiled("A cyclone crosses the date line",
		happens(t, "Roofs lost in Nuku‘alofa", "2031-01-11", "", timeline.Disaster, "Nuku'alofa, TO"),
		happens(t, "Harbour closed at Port Vila", "2031-01-10", "", timeline.Disaster, "Port Vila, VU"),
		happens(t, "Warning for Pago Pago", "2031-01-12", "", timeline.Statement, "Pago Pago, AS"), ship)
}

func arabic(t *testing.T) Content {
	return compiled("انقطاع الكهرباء في المدن الكبرى",
		happens(t, "انقطاع الكهرباء في حلب", "2031-08-02", "", timeline.Disaster, "Aleppo, SY"),
		happens(t, "عودة المياه إلى حمص", "2031-08-03", "", timeline.Aid, "Homs, SY"),
		happens(t, "اجتماع في دمشق (٣ ساعات)", "2031-08-04", "", timeline.Visit, "Damascus, SY"),
		happens(t, "Ηλεκτρικό ρεύμα στη Λευκωσία", "2031-08-05", "", timeline.Aid, "Nicosia, CY"),
		happens(t, "Инженеры прибыли в Адану", "2031-08-05", "", timeline.Aid, "Adana, TR"))
}

// crowd is five hundred sightings around some towns.
func crowd(t *testing.T) Content {
	r := rand.New(rand.NewPCG(1, 2))
	var events []scene.Event
	towns := []string{"Nairobi, KE", "Mombasa, KE", "Kisumu, KE", "Nakuru, KE", "Arusha, TZ", "Kampala, UG", "Garissa, KE", "Marsabit, KE"}
	for i := range 500 {
		e := happens(t, fmt.Sprintf("Swarm %d", i+1), fmt.Sprintf("2031-%02d-%02d", 1+i/50, 1+i%28), [...]string{"Desert locust", "Red locust", ""}[r.IntN(3)], timeline.Attack, towns[r.IntN(len(towns))])
		e.ID = timeline.ID(fmt.Sprintf("s%d", i))
		e.At[0].Place = gazetteer.Place{Country: "KE"}
		e.At[0].Name = "a field"
		e.At[0].Point = orb.Point{e.At[0].Point[0] + 0.9*r.NormFloat64(), e.At[0].Point[1] + 0.9*r.NormFloat64()}
		events = append(events, e)
	}
	return compiled("Five hundred swarms", events...)
}

// exercise is a manoeuvre of two sides, with what a person drew.
func exercise(t *testing.T) Content {
	c := compiled("Exercise: North and South in the interior",
		happens(t, "North takes Burgos", "2031-05-02", "North", timeline.ChangeOfControl, "Burgos, ES"),
		happens(t, "North enters Valladolid", "2031-05-03", "North", timeline.ChangeOfControl, "Valladolid, ES"),
		happens(t, "North takes Segovia", "2031-05-05", "North", timeline.ChangeOfControl, "Segovia, ES"),
		happens(t, "South takes Cuenca", "2031-05-03", "South", timeline.ChangeOfControl, "Cuenca, ES"),
		happens(t, "South enters Guadalajara", "2031-05-06", "South", timeline.ChangeOfControl, "Guadalajara, ES"))
	area := func(points ...orb.Point) (out []gazetteer.AreaKey) {
		layers, err := shared.layers()
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range points {
			out = append(out, layers.Containing(p))
		}
		return out
	}
	on := edtf.MustParse
	c.Controls = []scene.Control{
		{ID: "north", Label: "Held by North", Side: "North", Outlines: []scene.Outline{
			{When: on("2031-05-02"), Areas: area(orb.Point{-3.8, 43.2}, orb.Point{-2.6, 43.1})},
			{When: on("2031-05-05"), Areas: area(orb.Point{-3.8, 43.2}, orb.Point{-2.6, 43.1}), Polygons: orb.MultiPolygon{{{{-5.6, 42.6}, {-5.6, 41.4}, {-4.2, 41.0}, {-2.9, 41.6}, {-2.6, 42.3}, {-3.2, 42.8}, {-4.4, 42.9}, {-5.6, 42.6}}}}},
		}},
		{ID: "south", Label: "Held by South", Side: "South", Outlines: []scene.Outline{{When: on("2031-05-03"), Areas: area(orb.Point{-3, 39.4}, orb.Point{-1.1, 38})}}},
		{ID: "claim", Label: "North's claim", Side: "North", Claimed: true, Outlines: []scene.Outline{{When: on("2031-05-04"), Areas: area(orb.Point{-0.8, 41.5})}}},
		{ID: "between", Label: "Contested", Side: "North", Against: "South", Outlines: []scene.Outline{{When: on("2031-05-04"), Areas: area(orb.Point{-3.7, 40.4})}}},
	}
	c.Fronts = []scene.Front{{ID: "line", Label: "Front of 6 May", Side: "North", Lines: []scene.Line{
		{When: on("2031-05-03"), Points: orb.LineString{{-1.2, 41.9}, {-3.0, 42.0}, {-5.2, 42.1}}},
		{When: on("2031-05-05"), Points: orb.LineString{{-1.2, 41.2}, {-2.6, 40.9}, {-4.0, 40.6}, {-5.8, 40.9}}},
	}}}
	c.Routes = []scene.Route{{ID: "supply", Label: "supply, planned", Side: "South", Planned: true, When: on("2031-05-04"), Points: orb.LineString{{-0.38, 39.47}, {-1.3, 39.7}, {-2.13, 40.07}}}}
	return c
}

// TestGallery builds every picture, sees that it says what it must, and writes
// it where a folder is given.
func TestGallery(t *testing.T) {
	for _, x := range exhibits() {
		t.Run(x.name, func(t *testing.T) {
			size := x.size
			if size == (orb.Point{}) {
				size = wide
			}
			in, err := shared.Input(x.make(t), ViewOptions{Size: size, Style: x.style, View: x.view})
			if err != nil {
				t.Fatal(err)
			}
			if x.edit != nil {
				x.edit(&in)
			}
			said := map[string]bool{}
			for _, it := range scene.Build(in).Items {
				if w, ok := it.(scene.Text); ok {
					said[w.Text] = true
				}
			}
			for _, w := range x.want {
				found := false
				for _, one := range strings.Split(w, "|") {
					found = found || said[one]
				}
				if !found {
					t.Errorf("%q is not on the picture", w)
				}
			}
			if *gallery == "" {
				return
			}
			if err := os.MkdirAll(*gallery, 0o755); err != nil {
				t.Fatal(err)
			}
			f, err := os.Create(filepath.Join(*gallery, x.name+".png"))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			if err := RenderPNG(context.Background(), in, f); err != nil {
				t.Fatal(err)
			}
		})
	}
}
