package timeline

// Kind says what sort of event it is.
type Kind string

// The kinds of events.
const (
	Battle          Kind = "battle"
	Attack          Kind = "attack"
	Bombardment     Kind = "bombardment"
	ChangeOfControl Kind = "change-of-control"
	Advance         Kind = "advance"
	Withdrawal      Kind = "withdrawal"
	Reinforcement   Kind = "reinforcement"
	Deployment      Kind = "deployment"
	Mobilisation    Kind = "mobilisation"
	Visit           Kind = "visit"
	Statement       Kind = "statement"
	Agreement       Kind = "agreement"
	Displacement    Kind = "displacement"
	Casualties      Kind = "casualties"
	Protest         Kind = "protest"
	Arrest          Kind = "arrest"
	Disaster        Kind = "disaster"
	Aid             Kind = "aid"
	Other           Kind = "other"
)

// Kinds lists every kind in the order in which they are shown.
var Kinds = [...]Kind{
	Battle, Attack, Bombardment, ChangeOfControl, Advance, Withdrawal,
	Reinforcement, Deployment, Mobilisation, Visit, Statement, Agreement,
	Displacement, Casualties, Protest, Arrest, Disaster, Aid, Other,
}

// Role is the part a place plays in an event.
type Role string

// The roles of places.
const (
	At     Role = "at"
	Near   Role = "near"
	From   Role = "from"
	To     Role = "to"
	Via    Role = "via"
	Toward Role = "toward"
)

// ActorRole is the part somebody plays in an event.
type ActorRole string

// The roles of actors.
const (
	By      ActorRole = "by"      // who acts
	Against ActorRole = "against" // on whom, or with whom in a fight
	With    ActorRole = "with"    // beside whom
	Of      ActorRole = "of"      // who suffers or is spoken of
)

// Stance is how an account stands to an event.
type Stance string

// The stances.
const (
	Reports  Stance = "reports"
	Claims   Stance = "claims"
	Denies   Stance = "denies"
	Confirms Stance = "confirms"
	Doubts   Stance = "doubts"
)

// Modality says whether the event is told as having happened.
type Modality string

// The modalities. The empty one is something that happened or is happening.
const (
	Happened Modality = ""
	Planned  Modality = "planned"
	Feared   Modality = "feared"
	Denied   Modality = "denied"
	Attempt  Modality = "attempted"
	Past     Modality = "background" // history told as background of the news
)

// Status is what a person has decided about an event.
type Status string

// The states of review.
const (
	Proposed Status = "proposed"
	Accepted Status = "accepted"
	Rejected Status = "rejected"
)
