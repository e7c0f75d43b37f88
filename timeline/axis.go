package timeline

// Axis is an axis of advance: the way of one party through several events, in order: what an
// arrow on the map shows.
type Axis struct {
	By      string  `json:"by"`
	Stops   []Stop  `json:"stops"`
	Toward  []Place `json:"toward,omitempty"` // where it is said to be heading
	Retreat bool    `json:"retreat,omitempty"`
	Claimed bool    `json:"claimed,omitempty"` // planned or only claimed: drawn dashed
}

// Stop is a place on the way and the event that tells it.
type Stop struct {
	Event ID    `json:"event"`
	Place Place `json:"place"`
}
