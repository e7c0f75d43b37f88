package extract

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/source"
)

// readText reads a text as published on Saturday 14 June 2014, with the times
// of fakeTimes.
func readText(t testing.TB, text string) Reading {
	t.Helper()
	return readOn(t, text, "2014-06-14")
}

func readOn(t testing.TB, text, published string) Reading {
	t.Helper()
	opt := Options{}
	if published != "" {
		opt.Published = edtf.MustParse(published)
	}
	doc := source.Document{ID: "0123456789ab", Text: text}
	got, err := read(context.Background(), doc, names, opt, fakeTimes)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// brief writes an event as "kind modality | when | places | side".
func brief(e *timeline.Event) string {
	var places []string
	for _, p := range e.Places {
		s := string(p.Role) + " " + p.Name
		if p.DistanceKM > 0 {
			s += fmt.Sprintf(" %.0fkm", p.DistanceKM)
		}
		if p.HasBearing {
			s += fmt.Sprintf(" %.0f°", p.Bearing)
		}
		places = append(places, s)
	}
	kind := string(e.Kind)
	if e.Modality != "" {
		kind += " " + string(e.Modality)
	}
	return kind + " | " + e.When.EDTF.String() + " | " + strings.Join(places, ", ") + " | " + e.Side
}

// TestOneSentence holds each rule to what it finds in one sentence.
func TestOneSentence(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		// Changes of control.
		{"Rebels seized the town of Kupiansk on Friday.", []string{"change-of-control | 2014-06-13 | at Kupiansk | rebels"}},
		{"The town of Lyman was captured by Russian forces on 9 June.", []string{"change-of-control | 2014-06-09 | at Lyman | Russian forces"}},
		{"Kupiansk fell to the rebels on Thursday.", []string{"change-of-control | 2014-06-12 | at Kupiansk | rebels"}},
		{"Government troops have retaken Wad Madani.", []string{"change-of-control | ../2014-06-14 | at Wad Madani | Government troops"}},
		{"Fighters took control of Nyala yesterday.", []string{"change-of-control | 2014-06-13 | at Nyala | Fighters"}},
		{"The army took Singa and Wad Madani on Monday.", []string{"change-of-control | 2014-06-09 | at Singa | army", "change-of-control | 2014-06-09 | at Wad Madani | army"}},
		{"The minister took part in a meeting in Geneva on Monday.", nil},
		// Advances.
		{"Tanks rolled into Kharkiv on Tuesday.", []string{"advance | 2014-06-10 | to Kharkiv | Tanks"}},
		{"Troops moved towards Lyman on Friday.", []string{"advance | 2014-06-13 | toward Lyman | Troops"}},
		{"The rebels advanced from Nyala to El Fasher on Sunday.", []string{"advance | 2014-06-08 | from Nyala, to El Fasher | rebels"}},
		{"Russian troops pushed north through Vovchansk on Friday.", []string{"advance | 2014-06-13 | via Vovchansk | Russian troops"}},
		{"Patients were moved into the street in Guiuan.", nil},
		// Battles and attacks.
		{"Soldiers clashed with rebels near Tawila on Monday.", []string{"battle | 2014-06-09 | near Tawila | Soldiers"}},
		{"Heavy fighting broke out in Omdurman on Friday.", []string{"battle | 2014-06-13 | at Omdurman | "}},
		{"Clashes between the army and the rebels continued in Nyala.", []string{"battle | ../2014-06-14 | at Nyala | army"}},
		{"Gunmen attacked a checkpoint outside Kirkuk on Thursday.", []string{"attack | 2014-06-12 | near Kirkuk | Gunmen"}},
		{"Militants are trying to enter Samarra from the north.", []string{"attack attempted | 2014-06-14~ | at Samarra | militants"}},
		{"The rebels launched an offensive against Nyala on Monday.", []string{"attack | 2014-06-09 | at Nyala | rebels"}},
		{"A car bomb exploded in Baghdad on Friday, killing 12 people.", []string{"attack | 2014-06-13 | at Baghdad | "}},
		{"The army repelled an attack on Lyman on Friday.", []string{"attack | 2014-06-13 | at Lyman | army"}},
		// Bombardments.
		{"Missiles struck Odesa on Tuesday.", []string{"bombardment | 2014-06-10 | at Odesa | "}},
		{"Warplanes bombed positions in Khartoum on Friday.", []string{"bombardment | 2014-06-13 | at Khartoum | "}},
		{"Russia launched drones at Kyiv on Thursday.", []string{"bombardment | 2014-06-12 | at Kyiv | Russia"}},
		{"Three people were killed in an air strike on a market in Omdurman on Friday.", []string{"bombardment | 2014-06-13 | at Omdurman | "}},
		{"Two people died when a shell hit a bus in Kherson.", []string{"bombardment | ../2014-06-14 | at Kherson | "}},
		// Casualties.
		{"At least 40 people were killed in Nyala on Monday.", []string{"casualties | 2014-06-09 | at Nyala | "}},
		{"Nine traders died in Omdurman.", []string{"casualties | ../2014-06-14 | at Omdurman | "}},
		{"More than 2,000 people are missing in Davao.", []string{"casualties | 2014-06-14~ | at Davao | "}},
		// Forces.
		{"Reinforcements have reached the city of Samarra.", []string{"reinforcement | ../2014-06-14 | at Samarra | Reinforcements"}},
		{"Army units arrived in Samarra on Friday to reinforce the garrison.", []string{"reinforcement | 2014-06-13 | at Samarra | Army units"}},
		{"Poland deployed 2,000 troops near its border with Ukraine on Monday.", []string{"deployment | 2014-06-09 | at Poland, near Ukraine | Poland"}},
		{"Russian soldiers entered Syria to train the army.", []string{"deployment | ../2014-06-14 | at Syria | Russian soldiers"}},
		{"The army withdrew from Wad Madani on Tuesday.", []string{"withdrawal | 2014-06-10 | from Wad Madani | army"}},
		{"Troops pulled out of Lyman on Friday.", []string{"withdrawal | 2014-06-13 | at Lyman | Troops"}},
		{"Thousands of young men have joined militias in Baghdad.", []string{"mobilisation | ../2014-06-14 | at Baghdad | Thousands of young men"}},
		{"Ukraine called up 20,000 reservists on Monday.", []string{"mobilisation | 2014-06-09 | at Ukraine | Ukraine"}},
		// People.
		{"Some 5,000 people fled from Tawila to El Fasher on Friday.", []string{"displacement | 2014-06-13 | from Tawila, to El Fasher | "}},
		{"Hundreds of families have been displaced in Gezira.", []string{"displacement | ../2014-06-14 | at Gezira | "}},
		{"President Ivan Petrov of Ukraine visited Kharkiv on Friday.", []string{"visit | 2014-06-13 | at Kharkiv | Ivan Petrov"}},
		{"Foreign Minister Ali Haddad will travel to Cairo on Monday.", []string{"visit planned | 2014-06-16 | to Cairo | Ali Haddad"}},
		{"The two sides signed a ceasefire in Jeddah on Friday.", []string{"agreement | 2014-06-13 | at Jeddah | sides"}},
		{"A ceasefire came into effect in Nyala on Friday.", []string{"agreement | 2014-06-13 | at Nyala | "}},
		{"Thousands of people marched through La Paz on Friday.", []string{"protest | 2014-06-13 | at La Paz | Thousands of people"}},
		{"Police arrested 30 protesters in El Alto on Friday.", []string{"arrest | 2014-06-13 | at El Alto | Police"}},
		// Disasters and aid.
		{"An earthquake shook Lima on Friday.", []string{"disaster | 2014-06-13 | at Lima | "}},
		{"A strong quake struck 40 km north of Catarman on Friday.", []string{"disaster | 2014-06-13 | near Catarman 40km 0° | "}},
		{"Floods swept through the village of Oras on Monday.", []string{"disaster | 2014-06-09 | at Oras | "}},
		{"Aid workers delivered food to families in Guiuan.", []string{"aid | ../2014-06-14 | at Guiuan | Aid workers"}},
		{"Rescuers pulled 14 people from the rubble in Borongan on Friday.", []string{"aid | 2014-06-13 | at Borongan | Rescuers"}},
		// Statements.
		{"President Ivan Petrov warned of a long war on Friday.", []string{"statement | 2014-06-13 |  | Ivan Petrov"}},
		{"In Geneva, UN envoy Anna Berg called for a truce.", []string{"statement | ../2014-06-14 | at Geneva | Anna Berg"}},
		{"Maria, a baker, said the war was terrible.", nil},
		{"The junta leader, Captain Ali Haddad, announced new taxes.", []string{"statement | ../2014-06-14 |  | Ali Haddad"}},
		{"Foreign Minister Ali Haddad said the talks in Kyiv had failed.", []string{"statement | ../2014-06-14 |  | Ali Haddad"}},
		{"The government of Sudan declared a state of emergency on Friday.", []string{"statement | 2014-06-13 | at Sudan | Sudan"}},
		// Who, where and when in harder sentences.
		{"Suspected rebels killed 24 people in a raid on the village of Oras on Friday.", []string{"attack | 2014-06-13 | at Oras | rebels"}},
		{"Soldiers based in Nyala, near Tawila, entered Singa on Friday.", []string{"advance | 2014-06-13 | to Singa | Soldiers"}},
		{"Around noon on Friday, a second quake of 7.5 hit Lima.", []string{"disaster | 2014-06-13 | at Lima | "}},
		{"Fire broke out at the port of Odesa on Friday.", []string{"disaster | 2014-06-13 | at Odesa | "}},
		{"Russian fire hit Odesa on Friday.", []string{"bombardment | 2014-06-13 | at Odesa | Russian"}},
		{"In Lima a shopping mall collapsed on Friday, trapping dozens.", []string{"disaster | 2014-06-13 | at Lima | "}},
		{"Kharkiv airport was closed on Friday.", []string{"other | 2014-06-13 | at Kharkiv | "}},
		{"Landslides cut the main road to Catarman on Friday.", []string{"disaster | 2014-06-13 | near Catarman | "}},
		{"Rebels captured Singa, on the highway to Khartoum, on Friday.", []string{"change-of-control | 2014-06-13 | at Singa | rebels"}},
		{"The rebels captured Zarqan on Friday.", []string{"change-of-control | 2014-06-13 | at Zarqan | rebels"}},
		{"Troops advanced to within 50 km of Khartoum on Friday.", []string{"advance | 2014-06-13 | near Khartoum 50km | Troops"}},
		{"In Kyiv, protesters attacked the embassies of Russia and France on Friday.", []string{"attack | 2014-06-13 | at Kyiv | protesters"}},
		{"Forty lorries carrying grain reached Singa on Friday.", []string{"aid | 2014-06-13 | at Singa | lorries"}},
		{"France began flying its nationals out of Khartoum on Friday.", []string{"displacement | 2014-06-13 | at Khartoum | "}},
		{"The army denied reports that its units had abandoned Lyman.", []string{"withdrawal denied | ../2014-06-14 | at Lyman | army"}},
		{"Thirteen peacekeepers from Poland and Kenya were killed in Nyala on Friday.", []string{"casualties | 2014-06-13 | at Nyala | "}},
		{"A hospital in Guiuan was evacuated on Friday.", []string{"displacement | 2014-06-13 | at Guiuan | "}},
		{"An army helicopter crashed near Tawila on Friday.", []string{"disaster | 2014-06-13 | near Tawila | "}},
		{"TROOPS ENTERED LIMA YESTERDAY AND KILLED 20 PEOPLE.", []string{"advance | 2014-06-13 | to LIMA | TROOPS"}},
		// What is no event.
		{"If troops enter Kharkiv, thousands will flee.", nil},
		{"Are you in Kharkiv? Have you fled?", nil},
		{"The group is one of several militias fighting the government in Syria.", nil},
		{"The rebels may attack Kharkiv.", nil},
		{"No troops were sent to Kharkiv.", nil},
		{"Troops will not be deployed in Kharkiv.", nil},
		{"The rebels attack Kharkiv every night.", nil},
		{"Kharkiv has close ties with Poland.", nil},
		{"The city was captured in 1944.", nil},
	} {
		got := readText(t, c.text)
		var all []string
		for i := range got.Events {
			all = append(all, brief(&got.Events[i]))
		}
		if strings.Join(all, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.text, strings.Join(all, "\n\t     "), strings.Join(c.want, "\n\t     "))
		}
	}
}

// A river that only says by which side a town lies is no place of the event.
func TestBesideWater(t *testing.T) {
	f := fakeNames{}
	for k, v := range names {
		f[k] = v
	}
	f["tigris"] = Sense{Natural: true}
	r := parsedWith("Rebels took Tikrit, further down the Tigris. They crossed the Tigris.", f)
	for i, want := range []bool{true, false} {
		s := &r.sents[i]
		for k := s.from; k < s.to; k++ {
			if r.toks[k].low == "tigris" && r.besideWater(s, k) != want {
				t.Errorf("sentence %d: %v", i, !want)
			}
		}
	}
}
