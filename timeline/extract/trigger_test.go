package extract

import (
	"testing"

	"dateline/data/lexicon"
)

// TestTriggers has a sentence for the verbs by which each kind of event is
// told, and holds the reading to that kind.
func TestTriggers(t *testing.T) {
	told := map[string][]string{
		"change-of-control": {
			"Rebels seized Nyala.", "Rebels captured Nyala.", "Rebels overran Nyala.", "Rebels occupied Nyala.", "Troops retook Nyala.",
			"Troops recaptured Nyala.", "Troops liberated Nyala.", "Rebels took Nyala.", "Rebels took control of Nyala.", "Troops regained control of Nyala.",
			"Nyala fell.", "Nyala has fallen to the rebels.", "The army lost Nyala.", "The army lost control of Nyala.", "Nyala was overrun.", "Rebels raised their flag in Nyala.",
		},
		"battle": {
			"Rebels fought soldiers in Nyala.", "Rebels battled soldiers in Nyala.", "Rebels clashed with soldiers in Nyala.", "Clashes broke out in Nyala.",
			"Fighting erupted in Nyala.", "Fighting raged in Nyala.", "There was heavy fighting in Nyala.", "Soldiers exchanged fire with rebels in Nyala.",
			"Rebels besieged Nyala.", "Troops encircled Nyala.", "Nyala was surrounded.",
		},
		"attack": {
			"Rebels attacked Nyala.", "Gunmen stormed a base in Nyala.", "Gunmen ambushed a convoy near Nyala.", "Rebels raided Nyala.", "A car bomb exploded in Nyala.",
			"Rebels launched an attack on Nyala.", "The army mounted an offensive in Nyala.", "An explosion rocked Nyala.", "Soldiers opened fire on a crowd in Nyala.",
			"Rebels tried to seize Nyala.", "Rebels blew up a bridge near Nyala.", "Rebels shot down a plane near Nyala.", "Troops repelled an attack on Nyala.",
		},
		"bombardment": {
			"Troops shelled Nyala.", "Warplanes bombed Nyala.", "Artillery pounded Nyala.", "A missile struck Nyala.", "Drones hit Nyala.", "Rockets landed in Nyala.",
			"Rebels fired rockets at Nyala.", "Jets carried out air strikes on Nyala.", "Israel launched missiles at Nyala.", "An air strike hit Nyala.", "There was shelling in Nyala.",
		},
		"advance": {
			"Rebels advanced on Nyala.", "Rebels pushed into Nyala.", "Rebels swept into Nyala.", "Tanks rolled into Nyala.", "Rebels marched into Nyala.", "Troops crossed into Chad on Friday.",
			"Rebels are closing in on Nyala.", "Troops moved towards Nyala.", "Rebels reached Nyala.", "Rebels entered Nyala.", "Troops poured into Nyala.",
		},
		"withdrawal": {"Troops withdrew from Nyala.", "Troops retreated from Nyala.", "Troops pulled out of Nyala.", "Troops pulled back from Nyala.", "Troops abandoned Nyala.", "Russia pulled its troops out of Nyala."},
		"reinforcement": {
			"Reinforcements arrived in Nyala.", "Reinforcements have reached Nyala.", "Troops arrived in Nyala to reinforce the garrison.", "The army sent reinforcements to Nyala.", "The army reinforced Nyala.",
		},
		"deployment": {
			"Russia deployed troops in Nyala.", "Chad sent 500 soldiers to Nyala.", "Troops were deployed in Nyala.", "Poland put 5,000 troops on alert.", "General Hamid Osman is in Nyala.",
		},
		"mobilisation": {"Thousands have joined militias in Nyala.", "Young men volunteered in Nyala.", "Ukraine mobilised 5,000 reservists.", "Volunteers gathered in Nyala."},
		"visit":        {"President Ali Amiri visited Nyala.", "President Ali Amiri toured Nyala.", "President Ali Amiri travelled to Nyala.", "President Ali Amiri flew to Nyala.", "President Ali Amiri arrived in Nyala.", "President Ali Amiri met General Hamid Osman in Nyala."},
		"agreement":    {"The two sides signed a truce in Nyala.", "Russia and Ukraine agreed to a ceasefire in Nyala.", "A ceasefire took effect in Nyala.", "The rebels freed 30 prisoners in Nyala.", "The sides reached a deal in Nyala."},
		"displacement": {"Thousands fled Nyala.", "Some 500 families were displaced in Nyala.", "Nyala has been evacuated.", "The war forced 3,000 people to leave their homes in Nyala.", "Hundreds of refugees arrived in Nyala."},
		"casualties":   {"Nine people were killed in Nyala.", "Nine people died in Nyala.", "Rebels killed nine people in Nyala.", "Nine soldiers were wounded in Nyala.", "Gunmen shot nine people in Nyala.", "Nine people are missing in Nyala."},
		"protest":      {"Thousands of people protested in Nyala.", "Thousands of people marched in Nyala.", "Students demonstrated in Nyala.", "Protesters held a rally in Nyala.", "A protest took place in Nyala.", "Protesters blocked a road in Nyala."},
		"arrest":       {"Police arrested nine men in Nyala.", "Police detained nine men in Nyala.", "Gunmen kidnapped nine men in Nyala.", "Nine men were arrested in Nyala."},
		"disaster": {"A quake struck Nyala.", "Floods hit Nyala.", "A storm battered Nyala.", "A volcano erupted near Nyala.", "A dam burst near Nyala.", "A bridge collapsed in Nyala.",
			"A train derailed near Nyala.", "A ferry sank near Nyala.", "A fire broke out in Nyala.", "Landslides buried homes in Nyala.", "The river burst its banks in Nyala."},
		"aid":       {"Aid workers delivered food in Nyala.", "A convoy brought food to Nyala.", "Rescuers pulled nine people from the rubble in Nyala.", "Food reached Nyala.", "Turkey sent rescuers to Nyala.", "The army set up camps in Nyala.", "Supplies were airdropped in Nyala."},
		"statement": {"President Ali Amiri vowed revenge.", "President Ali Amiri condemned the attack.", "Sudan declared war.", "The United Nations warned of famine.", "The government ordered an inquiry.", "General Hamid Osman issued a call to arms."},
		"other":     {"Nyala airport was closed.", "Prisoners escaped in Nyala.", "Sudan cut ties with Chad on Friday."},
	}
	for kind, texts := range told {
		for _, text := range texts {
			got := readText(t, text)
			if len(got.Events) != 1 || string(got.Events[0].Kind) != kind {
				var all []string
				for i := range got.Events {
					all = append(all, brief(&got.Events[i]))
				}
				t.Errorf("%s: want one %s, got %q", text, kind, all)
			}
		}
	}
	for _, kinds := range lexicon.English().Triggers {
		for _, row := range kinds {
			if len(told[row.Kind]) == 0 {
				t.Errorf("no sentence for a trigger of kind %q", row.Kind)
			}
		}
	}
}

// TestNoEvents has sentences in which words of events tell none.
func TestNoEvents(t *testing.T) {
	for _, text := range []string{
		"The minister took a long time.", "Prices fell sharply.", "Sales hit a record in Nyala.", "The team won the battle for the cup.",
		"He called his mother.", "The company launched a new car in Nyala.", "The film was shot in Nyala.", "The army is strong.",
		"The town of Nyala lies on a river.", "Nyala, the capital of the region, has a market.", "They could attack Nyala.", "Troops might leave Nyala.",
		"If the rebels take Nyala, the war is lost.", "Unless troops arrive, Nyala will fall.", "Would the rebels take Nyala?", "The rebels have not taken Nyala.",
		"It is one of several groups fighting in Nyala.", "The rebels want peace.", "“We will take Nyala,” a fighter said.", "The rebels plan to attack Nyala.",
		"The strike of the miners is legal.", "The march of time goes on.", "He raised the flag of reform.", "Her visit is planned.",
		"The war, which began in 2003, was long.", "Nobody fled Nyala.", "No shells hit Nyala.", "Neither side took Nyala.",
	} {
		if got := readText(t, text); len(got.Events) > 0 {
			t.Errorf("%s: %s", text, brief(&got.Events[0]))
		}
	}
}
