package session

import "testing"

func TestTilesAreAChoiceOfThisSession(t *testing.T) {
	f := newFixture(t)
	f.SetTiles("osm")
	if id, online := f.Tiles(); id != "" || online {
		t.Errorf("with no brief %q, %v", id, online)
	}
	f.OpenSample()
	f.settle()
	if id, online := f.Tiles(); id != "" || online {
		t.Errorf("at first %q, %v", id, online)
	}
	f.changes = 0
	f.SetTiles("osm")
	if id, online := f.Tiles(); id != "osm" || !online || f.changes != TilesChanged || f.Modified() {
		t.Errorf("chosen: %q, %v; changes %b, modified %v", id, online, f.changes, f.Modified())
	}
	f.changes = 0
	f.SetTiles("osm")
	if f.changes != 0 {
		t.Error("the same choice again is a change")
	}
	// Undo takes back what was decided about events, not the map.
	f.Accept("a")
	f.settle()
	f.SetTiles("topo")
	f.Undo()
	f.settle()
	if id, _ := f.Tiles(); id != "topo" {
		t.Errorf("after Undo the map is %q", id)
	}
	f.SetTiles("")
	if id, online := f.Tiles(); id != "" || online {
		t.Errorf("given up: %q, %v", id, online)
	}
}

// TestABriefAloneDoesNotGoOnline: who opens another's brief has chosen
// nothing yet.
func TestABriefAloneDoesNotGoOnline(t *testing.T) {
	f := newFixture(t)
	f.OpenSample()
	f.settle()
	f.brief.Show.Tiles = "osm" // as the file said
	if id, online := f.Tiles(); id != "osm" || online {
		t.Errorf("a brief's map: %q, %v", id, online)
	}
	f.changes = 0
	f.SetTiles("osm")
	if _, online := f.Tiles(); !online || f.changes != TilesChanged {
		t.Errorf("chosen here too: %v, changes %b", online, f.changes)
	}
}
