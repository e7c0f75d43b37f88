package session

import "dateline/app/brief"

// SetTiles chooses the map under the events: the ID of an online map, "" for
// the one that ships. It is kept with the brief as SetShow does.
func (s *Session) SetTiles(id string) {
	_, online := s.Tiles()
	if s.Empty() || id == s.brief.Show.Tiles && (online || id == "") {
		return
	}
	s.agreed = id
	s.SetShow(func(show *brief.Show) { show.Tiles = id })
	s.changed(TilesChanged)
}

// Tiles is the online map of the brief, "" for none. It may be asked for what
// is missing only where online is true: the person who sits here chose it, not
// only the one who made the brief.
func (s *Session) Tiles() (id string, online bool) {
	id = s.brief.Show.Tiles
	return id, id != "" && id == s.agreed
}
