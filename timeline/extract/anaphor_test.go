package extract

import (
	"strings"
	"testing"
)

// placesTold writes the kind and places of each event of a report.
func placesTold(t *testing.T, text string) string {
	t.Helper()
	var lines []string
	events := readWith(t, text)
	for i := range events {
		var places []string
		for _, p := range events[i].Places {
			places = append(places, string(p.Role)+" "+p.Name)
		}
		lines = append(lines, string(events[i].Kind)+": "+strings.Join(places, ", "))
	}
	return strings.Join(lines, "\n")
}

func TestAnaphor(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a town that people are of", "Residents of Nyala said the city was shelled on Friday.", "bombardment: at Nyala"},
		{"the town, not the capital beside it", "Rebels left the strategic town of Singa after fighting on the road from the capital, Khartoum. Troops entered the town on Friday.",
			"withdrawal: at Singa\nadvance: at Singa"},
		{"the capital of another nation", "Rebels captured Nyala on Monday. In Sudan 40 people were killed in Singa on Tuesday. Protesters marched in Cairo and Khartoum on Tuesday. On Friday 12 people were killed in the Egyptian capital.",
			"change-of-control: at Nyala\ncasualties: at Singa\nprotest: at Cairo, at Khartoum\ncasualties: at Cairo"},
		{"that country", "On Monday a storm struck Nyala in Sudan. It moved into Chad on Friday. At least 98 people died in the east of that country.",
			"disaster: at Nyala\ncasualties: at Chad"},
		{"the state television", "Rebels captured Nyala in Darfur on Monday. Residents described artillery fire near the state television building in Khartoum on Tuesday.",
			"change-of-control: at Nyala\nbombardment: at Khartoum"},
		{"not the dateline", "KHARTOUM, June 14 - Troops captured Nyala on Friday. Fighters attacked the city again on Saturday.", "change-of-control: at Nyala\nattack: at Nyala"},
		{"which was taken", "A column came up from Singa, which had been captured on Thursday.", "change-of-control: at Singa"},
		{"two verbs, one place", "On Monday several hundred people were stabbed or beaten to death in the town of Orvela.", "casualties: at Orvela"},
		{"an apposition names no second place", "Rebels captured Singa, the second-largest town in Darfur, on Friday.", "change-of-control: at Singa"},
		{"villages in a district are not the district", "On Friday soldiers took villages in the districts of Singa and Nyala. On Saturday Singa fell.",
			"change-of-control: at Singa, at Nyala\nchange-of-control: at Singa"},
		{"an unknown place with its distance", "Nine soldiers died in an ambush at Orvela, about 70 km south of Nyala, on Friday.", "attack: at Orvela"},
		{"a bridge that no gazetteer knows", "On Friday soldiers attacked a post near the Orvela bridge.", "attack: near Orvela"},
		{"a list in one district", "Soldiers captured the villages of Orvela, Tamune and Birshad in the Kassoun district on Friday.",
			"change-of-control: at Orvela\nchange-of-control: at Tamune\nchange-of-control: at Birshad"},
	} {
		if got := placesTold(t, c.text); got != c.want {
			t.Errorf("%s: %s\ngot\n%s\nwant\n%s", c.name, c.text, got, c.want)
		}
	}
}

// TestContainerOfList: a district named behind a list of villages holds all of
// them.
func TestContainerOfList(t *testing.T) {
	for _, e := range readWith(t, "Soldiers captured the villages of Orvela, Tamune and Birshad in the Kassoun district on Friday.") {
		if len(e.Places) != 1 || e.Places[0].In != "Kassoun" {
			t.Errorf("%s: %+v", e.Title, e.Places)
		}
	}
}
