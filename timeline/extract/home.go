package extract

import "strings"

// nationOf is the nationKey of a mention of a place.
func (r *reader) nationOf(place int) string {
	for i := len(r.nations); i < len(r.places); i++ {
		r.nations = append(r.nations, nationKey(r.places[i].Name))
	}
	return r.nations[place]
}

// nationKey gives one short key to a country and to its people's name.
func nationKey(name string) string {
	low := strings.ToLower(strings.Trim(name, ". "))
	switch low {
	case "us", "u.s", "usa", "u.s.a", "united states", "america", "american", "americans", "washington":
		return "us"
	case "uk", "u.k", "united kingdom", "britain", "british", "britons":
		return "uk"
	case "french", "frenchmen":
		return "fran"
	case "dutch":
		return "neth"
	case "spanish":
		return "spai"
	case "swiss":
		return "swit"
	case "danish", "danes":
		return "denm"
	case "polish", "poles":
		return "pola"
	case "filipino", "filipinos":
		return "phil"
	case "burmese", "burma":
		return "myan"
	case "niger", "nigerien", "nigeriens":
		return "niger"
	case "moscow", "kremlin":
		return "russ"
	case "kyiv", "kiev":
		return "ukra"
	case "emirati", "emiratis", "uae", "united arab emirates":
		return "unit ae"
	case "türkiye", "turks":
		return "turk"
	case "turkmenistan", "turkmen":
		return "turkm"
	case "slovenia", "slovenian", "slovenians", "slovene":
		return "slove"
	case "malawi", "malawian", "malawians":
		return "malaw"
	case "mauritius", "mauritian", "mauritians":
		return "mauritiu"
	}
	if strings.Contains(low, "congo") {
		return "congo"
	}
	if strings.HasPrefix(low, "niger") {
		return "nigeria"
	}
	if strings.HasPrefix(low, "austra") {
		return "austra"
	}
	if a, b, ok := strings.Cut(low, " "); ok && (a == "south" || a == "north" || a == "new" || a == "saudi") {
		return a + " " + nationKey(b)
	}
	if len(low) > 4 {
		return low[:4]
	}
	return low
}

// Weights of what says which country a report is about, in votes.
const (
	voteIn        = 2 // "in Libya", "X, Libya", "eastern Libya"
	voteOwnTown   = 3 // "the Congolese city of X"
	voteHead      = 1 // named at the head of the report
	voteTown      = 3 // a town or division of the country, once for each
	voteDateline  = 5 // the town of the dateline
	mostTownVotes = 30
)

// knowHome finds the country that the report is most about: by how often it
// and its people are named, and how, by the countries that its towns lie in,
// and by its dateline.
func (r *reader) knowHome() {
	nations := map[string]int{}
	var order []string
	vote := func(k string, n int) {
		if _, is := nations[k]; !is {
			order = append(order, k)
		}
		nations[k] += n
	}
	r.country = map[string]string{}
	for i := range r.places {
		p := &r.places[i]
		if !p.Adj && !r.placeSense[i].Country {
			continue
		}
		k := r.nationOf(i)
		vote(k, r.nationVotes(i))
		if !p.Adj && r.country[k] == "" && len(p.Name) > 3 {
			r.country[k] = p.Name
		}
	}
	r.townVotes(nations, vote)
	for _, k := range order {
		if r.homeNation == "" || nations[k] > nations[r.homeNation] {
			r.homeNation = k
		}
	}
	second := 0
	for _, k := range order {
		if k != r.homeNation {
			second = max(second, nations[k])
		}
	}
	r.homeSure = nations[r.homeNation] >= 2*second
	if k := r.datelineNation(); k != "" {
		r.homeNation, r.homeSure = k, true
	}
}

// nationVotes weighs the naming of a country or its people.
func (r *reader) nationVotes(i int) int {
	p, at := &r.places[i], r.placeTok[i]
	if p.Figurative && !p.Adj && r.placeSense[i].Demonym || compound(r.toks[at[1]-1].text) > 0 {
		return 0 // "Saudi-led" says whose, not where
	}
	n := 1
	if b := at[0] - 1; b > 0 && !p.Adj && r.toks[b].is("in", "across") {
		n += voteIn
	}
	if next := at[1]; next < len(r.toks) && p.Adj && (r.toks[next].noun("settlement") || r.toks[next].noun("division")) {
		n += voteOwnTown
	}
	if b := at[0] - 1; b > 0 && (r.toks[b].is("eastern", "western", "northern", "southern", "central", "south-eastern", "north-eastern", "south-western", "north-western", "southeastern", "northeastern", "southwestern", "northwestern") || r.toks[b].low == "," && !p.Adj) {
		n += voteIn
	}
	if i == 0 || p.Span.Start < 200 && i < 3 && !p.Adj {
		n += voteHead
	}
	return n
}

// townVotes lets each town and division vote once for the country it lies in.
// A name that several countries have speaks for the one of them that the
// others speak for most.
func (r *reader) townVotes(nations map[string]int, vote func(string, int)) {
	if r.atlas == nil {
		return
	}
	seen := map[string]bool{}
	var open [][]string
	given := 0
	for i := range r.places {
		p, sense := &r.places[i], &r.placeSense[i]
		name := strings.ToLower(p.Name)
		if p.Adj || p.Figurative || sense.Country || !(sense.Town || sense.Division || sense.District) || seen[name] {
			continue
		}
		seen[name] = true
		keys := r.nationsOf(p.Name)
		weight := voteTown
		if p.Known == "dateline" {
			weight = voteDateline
		}
		switch {
		case given >= mostTownVotes || len(keys) == 0:
		case len(keys) == 1:
			vote(keys[0], weight)
			given += weight
		default:
			open = append(open, keys)
		}
	}
	for _, keys := range open {
		best := ""
		for _, k := range keys {
			if nations[k] > 0 && (best == "" || nations[k] > nations[best]) {
				best = k
			}
		}
		if best != "" && given < mostTownVotes {
			vote(best, voteTown)
			given += voteTown
		}
	}
}

// nationsOf gives the keys of the countries in which places of a name lie, the
// likeliest first.
func (r *reader) nationsOf(name string) []string {
	var keys []string
	for _, c := range r.atlas.Countries(name) {
		k := nationKey(c)
		if r.country[k] == "" {
			r.country[k] = c
		}
		if !has(keys, k) {
			keys = append(keys, k)
		}
	}
	return keys
}

// datelineNation gives the country that the report's dateline names; "" for
// none.
func (r *reader) datelineNation() string {
	for i := 0; i < len(r.places) && i < 4 && r.places[i].Span.Start < 120; i++ {
		p := &r.places[i]
		if p.Known != "dateline" {
			continue
		}
		if r.placeSense[i].Country && !r.placeSense[i].Town {
			return nationKey(p.Name)
		}
		if n, sense := r.names.Match(strings.Fields(p.In)); n > 0 && sense.Country {
			return nationKey(p.In)
		}
	}
	return ""
}
