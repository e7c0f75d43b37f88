package extract

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// placeNames is a gazetteer that knows ordinary words too.
type placeNames struct{ fakeNames }

var _ Vocabulary = placeNames{}

func (placeNames) Common(w string) (language, person bool) {
	w = strings.ToLower(w)
	for _, s := range strings.Fields("republicans rangers national census board health police county new public free works weather elementary baseball miss ohio") {
		language = language || s == w
	}
	for _, s := range strings.Fields("henderson hilton helen patrick martin louis") {
		person = person || s == w
	}
	return language, person
}

var placeWorld = func() placeNames {
	f := fakeNames{}
	for k, v := range names {
		f[k] = v
	}
	add := func(list string, s Sense) {
		for _, n := range strings.Split(list, ",") {
			f[strings.ToLower(strings.TrimSpace(n))] = s
		}
	}
	add("California, Texas, Kentucky, Ky, W Va, Nev., Ohio, S.C., Minn, Georgia State", Sense{Division: true, Official: true, Population: 9_000_000})
	add("United Kingdom, People's Republic of Qumar", Sense{Country: true, Official: true, Population: 50_000_000})
	add("Dover, Paris, Lexington, Alba, Brava", Sense{Town: true, Official: true, Population: 40_000})
	add("St Paul, St Louis, Saint Louis", Sense{Town: true, Official: true, Population: 300_000})
	add("St Patrick", Sense{Town: true, Official: true, Population: 4_000})
	add("Knox County, Boone County", Sense{District: true, Official: true, Population: 60_000})
	add("Helen, Martin", Sense{Town: true, Official: true, Population: 5_000, Language: true, Person: true})
	add("War, Center, Section, Northern", Sense{Town: true, Official: true, Population: 3_000, Language: true})
	add("Niobe", Sense{Natural: true, Official: true})
	add("Niobe River", Sense{Natural: true, Official: true})
	add("El Niño", Sense{Town: true, Official: true, Population: 20_000})
	add("Kurdish", Sense{Demonym: true, People: true})
	add("African", Sense{Demonym: true, People: true})
	return placeNames{f}
}()

// placesOf reads the places of a text as TestPlaces writes them.
func placesOf(text string) []string {
	r := parsedWith(text, placeWorld)
	r.findFigurative()
	var got []string
	for _, p := range r.places {
		s := p.Name
		if p.Class != "" {
			s += "/" + string(p.Class)
		}
		if p.Adj {
			s += "+"
		}
		if p.Figurative {
			s += "*"
		}
		if p.In != "" {
			s += "<" + p.In
		}
		got = append(got, s)
	}
	return got
}

func TestPlacesInContext(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// Names that the gazetteer writes otherwise.
		{"They flew to St. Paul.", "St. Paul"},
		{"ST. LOUIS (Agency) - Troops came.", "ST. LOUIS"},
		{"He died in Dover, W. Va., on Friday.", "Dover<W. Va W. Va/"},
		{"He died in Dover, S. C., on Friday.", "Dover<S. C. S. C."},
		{"Troops left the People's Republic of Qumar.", "People's Republic of Qumar/country"},
		// In the names of bodies they stand for no place.
		{"California Republicans lost.", "California*"},
		{"The Texas Rangers won.", "Texas*"},
		{"The California National Guard came.", "California*"},
		{"The Knox County Board of Health met.", "Knox County/district*"},
		{"The U.N. met.", ""},
		{"The African Union met.", ""},
		{"Kurdish fighters came.", "Kurdish+"},
		// Persons.
		{"Paris Hilton spoke.", ""},
		{"Jordan Henderson spoke.", ""},
		{"He spoke of Helen.", ""},
		{"He lives in Helen.", "Helen"},
		{"It was a feast of St. Patrick.", ""},
		// Commands, units, departments and months.
		{"The Army of Northern California came.", ""},
		{"The Department of the Ohio fell.", ""},
		{"The 14th Ohio came.", ""},
		{"Twelve men of the First Kentucky Cavalry came.", ""},
		{"The Secretary of War came.", ""},
		{"The Center for Peace said so.", ""},
		{"In Section 12 it says so.", ""},
		{"El Niño brought rain.", ""},
		{"The Northern and Southern fleets met.", ""},
		{"It cost US$400.", ""},
		// Second-level divisions, alone and in lists.
		{"He was held at a Knox County jail.", "Knox County/district"},
		{"Fires burnt in Alba, Brava and Boone Counties.", "Alba/district Brava/district Boone/district"},
		// Two places in one word.
		{"Trains from Alba-Brava came.", "Alba Brava"},
		{"Sen. Ann Lee, D-Dover, came.", "Dover*"},
		// Features, known or not.
		{"They crossed the Niobe.", "Niobe/natural"},
		{"They crossed the Niobe River.", "Niobe River/natural"},
		{"They crossed the Alba River.", "Alba River/natural"},
		{"A ship sailed to the Second Tomas Shoal.", "Second Tomas Shoal/natural"},
		{"They swam in Green Otter Creek.", "Green Otter Creek/natural"},
		{"It happened on Alba Avenue.", "Alba Avenue"},
		{"They held Fort Zander.", "Fort Zander"},
		{"They camped by Lake Orla.", "Lake Orla/natural"},
		{"Veronica Lake spoke.", ""},
		// Names that no gazetteer knows, in a place's position.
		{"They landed in Vanua Tolu.", "Vanua Tolu"},
		{"They landed in Alba del Monte.", "Alba del Monte"},
		{"They saw the aircraft carrier Dover.", ""},
		{"A carrier, the Dover, was seen near Alba.", "Alba"},
		{"It struck the towns of Dover, Alba and Arvana di Sopra.", "Dover/town Alba Arvana di Sopra/town"},
		{"Crowds filled St Paul's Square.", ""},
		{"Crowds filled the ethnic Alba quarter.", ""},
		{"A ship sank off Tolmar.", "Tolmar"},
		{"They live near Barensk.", "Barensk"},
		{"He died in Grand Ecor, Ohio.", "Grand Ecor<Ohio Ohio"},
		{"They arrived at Hamdoq.", "Hamdoq"},
		{"They came to a camp at Um Rakoda. He visited Um Rakoda on Friday.", "Um Rakoda Um Rakoda"},
		{"He studied at Zandor.", ""},
		{"He believes in Zandor.", ""},
		{"He works in NASDO.", ""},
		{"He is fluent in Zandori's language.", ""},
		{"They met in Parliament.", ""},
		// Containers.
		{"They fought in Alba in northern Iraq.", "Alba<Iraq Iraq/country"},
		{"They fought in Alba in the Diyala province.", "Alba<Diyala Diyala/division"},
		{"It struck Alba, Brava and Dover.", "Alba Brava Dover"},
	} {
		got := strings.Join(placesOf(c.text), " ")
		if strings.TrimSuffix(got, "/") != strings.TrimSuffix(c.want, "/") {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.text, got, c.want)
		}
	}
}

// Whatever is written, each mention lies at its span, in order, and has a
// reason.
func TestMentionsAreSound(t *testing.T) {
	words := strings.Fields("St. Paul Knox County , in off the near Vanua Alba-Brava D-Dover S. C. W. Va. River Lake Fort 's and Paris Hilton . ( ) African Union US $ 14th Ohio ’s al-Niobe - Ünal")
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 25).Draw(t, "words"), rapid.SampledFrom([]string{" ", "  ", "\n"}).Draw(t, "gap"))
		r := parsedWith(text, placeWorld)
		last := 0
		for _, p := range r.places {
			if p.Span.Start < last || p.Span.End <= p.Span.Start || p.Span.End > len(text) {
				t.Fatalf("%q: %+v after %d", text, p, last)
			}
			if strings.Join(strings.Fields(text[p.Span.Start:p.Span.End]), " ") != p.Name || p.Known == "" {
				t.Fatalf("%q: %+v", text, p)
			}
			last = p.Span.End
		}
	})
}

func TestCompoundNames(t *testing.T) {
	for w, want := range map[string]string{"Moscow-backed": "Moscow", "Atlanta-area": "Atlanta", "San-Jose-based": "San-Jose", "Alba-Brava": "", "-based": "", "based": ""} {
		if got := w[:compound(w)]; got != want {
			t.Errorf("%s: %q", w, got)
		}
	}
}

func TestHeadline(t *testing.T) {
	for text, want := range map[string]bool{
		"Bomb Kills Ten In Alba Market": true, "Police Hunt Bank Robbers in Dover": true, "A bomb killed ten in Alba": false, "Alba Brava": false,
	} {
		r := parsedWith(text, placeWorld)
		if got := r.headline(&r.sents[0]); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}
