package extract

import "testing"

func TestAside(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a clause beside", "Six people died on Monday after eating spoiled fish in the port of Singa.", "casualties: at Singa"},
		{"not where the source is", "Six people died on Monday, a doctor in Singa said. Sudan mourned.", "casualties: at Sudan"},
		{"two are none", "Six people died on Monday because they ate in Singa and because they slept in Nyala. Sudan mourned.", "casualties: at Sudan"},
		{"the country of the paragraph", "Rebels captured Nyala, Singa and Gedaref on Monday.\n\nIn Chad floods spread. At least 56 people were killed on Tuesday.",
			"change-of-control: at Nyala\nchange-of-control: at Singa\nchange-of-control: at Gedaref\ncasualties: at Chad"},
		{"whose official tells", "Nyala Mayor Adam Deng said that about 10 people had been arrested.", "arrest: at Nyala"},
		{"a person known from elsewhere", "Crowds spoke of the fatal shooting of Adam Deng near Singa. Sudan mourned.\n\nDeng was killed by soldiers on Wednesday.", "attack: near Singa\ncasualties: near Singa"},
		{"not the dateline", "KHARTOUM, June 14 - Rebels attacked Nyala on Friday.", "attack: at Nyala"},
		{"the dateline if nothing else", "KHARTOUM, June 14 - Rebels bombed a market on Friday.", "bombardment: at KHARTOUM"},
		{"from one town to another", "A lorry crashed on its way from Singa to Nyala on Friday, killing 12 people.", "disaster: from Singa, to Nyala"},
		{"a post that the report puts somewhere", "Fighters stormed a checkpoint in the east of Sudan on Friday.\n\nReporters saw bodies around the checkpoint near the village of Orvela.", "attack: near Orvela"},
		{"two posts in two places", "Fighters stormed a checkpoint in Sudan on Friday.\n\nReporters went to the checkpoint near Orvela and the checkpoint near Singa.", "attack: at Sudan"},
		{"a storm moves into a country", "Rebels captured Nyala, Singa and Gedaref in Sudan on Monday.\n\nOn Tuesday a storm moved into Chad. At least 98 people died and 217 were missing.",
			"change-of-control: at Nyala\nchange-of-control: at Singa\nchange-of-control: at Gedaref\ncasualties: at Chad"},
		{"not from where somebody went on", "Troops captured Singa on Monday and moved on to Wexel.", "change-of-control: at Singa\nadvance: to Wexel"},
		{"but not of another paragraph", "Rebels captured Nyala, Singa and Gedaref in Sudan on Monday.\n\nIn Chad floods spread.\n\nAt least 56 people were killed on Tuesday.",
			"change-of-control: at Nyala\nchange-of-control: at Singa\nchange-of-control: at Gedaref\ncasualties: at Sudan"},
	} {
		if got := placesTold(t, c.text); got != c.want {
			t.Errorf("%s: %s\ngot\n%s\nwant\n%s", c.name, c.text, got, c.want)
		}
	}
}

// TestPeopleOnly: a country of which only the people are named is called by
// its name.
func TestPeopleOnly(t *testing.T) {
	if got := placesTold(t, "Sudanese rebels burned Nyala and Singa.\n\nAt least 56 people were killed on Tuesday."); got != "casualties: at Sudan" && got != "attack: at Nyala, at Singa\ncasualties: at Sudan" {
		t.Error(got)
	}
}
