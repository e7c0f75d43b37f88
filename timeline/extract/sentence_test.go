package extract

import (
	"strings"
	"testing"

	"dateline/data/lexicon"
	"dateline/timeline"
	"dateline/timeline/source"
)

// parsed runs the reader up to the clauses of a text.
func parsed(text string) *reader { return parsedWith(text, names) }

// parsedWith is parsed with another gazetteer.
func parsedWith(text string, names Names) *reader {
	r := &reader{doc: source.Document{ID: "0123456789ab", Text: text}, names: names, lex: lexicon.English(), facts: english(),
		stateName: map[string]string{}, byName: map[string][]int{}, surnames: map[string]bool{}, coined: map[string]timeline.Class{}}
	r.vocabulary, _ = names.(Vocabulary)
	r.portion, r.ids = portions(&r.doc)[0], map[timeline.ID]int{}
	r.split()
	r.look()
	r.nameEntities()
	r.findPlaces()
	r.knowParties()
	for i := range r.sents {
		s := &r.sents[i]
		r.tagSentence(s)
		r.findGroups(s)
		r.cutClauses(s)
	}
	return r
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"plain", "Rebels came. They left.", []string{"Rebels came.", "They left."}},
		{"abbreviations", "Gen. Ali met Mr. Haddad. He left.", []string{"Gen. Ali met Mr. Haddad.", "He left."}},
		{"initials", "J. K. Smith said so. Yes.", []string{"J. K. Smith said so.", "Yes."}},
		{"U.S.", "The U.S. sent troops. They left.", []string{"The U.S. sent troops.", "They left."}},
		{"decimals", "A 7.1 quake struck. It was 3.5 km deep.", []string{"A 7.1 quake struck.", "It was 3.5 km deep."}},
		{"quotes close with the sentence", "“We go.” He left.", []string{"“We go.”", "He left."}},
		{"a question within", "Why? Nobody knows!", []string{"Why?", "Nobody knows!"}},
		{"a small letter goes on", "He said no... and left.", []string{"He said no... and left."}},
		{"paragraphs", "First line\nof one.\n\nSecond one", []string{"First line of one.", "Second one"}},
		{"names with small articles", "They met Assad. al-Maliki left.", []string{"They met Assad.", "al-Maliki left."}},
		{"nothing", "  \n\n ", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := parsed(c.text)
			var got []string
			for i := range r.sents {
				got = append(got, r.textOf(&r.sents[i]))
			}
			if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestQuestions(t *testing.T) {
	for text, want := range map[string]bool{"Are you in Kharkiv?": true, "“Are you there?”": true, "We are there.": false} {
		if r := parsed(text); len(r.sents) != 1 || r.sents[0].question != want {
			t.Errorf("%q: %+v", text, r.sents)
		}
	}
}

func TestShouting(t *testing.T) {
	for text, want := range map[string]bool{
		"TROOPS ENTERED LIMA YESTERDAY": true, "Troops entered Lima yesterday": false, "LIMA": false, "": false,
		"THE ARMY OF THE NORTH SAID al-Maliki LEFT TODAY": true,
	} {
		if got := shouting(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestQuoted(t *testing.T) {
	r := parsed(`He said "we stay here" and left. “They fled,” she said.`)
	var quoted []string
	for _, tok := range r.toks {
		if tok.quoted {
			quoted = append(quoted, tok.text)
		}
	}
	if got := strings.Join(quoted, " "); got != "we stay here They fled" {
		t.Errorf("quoted: %q", got)
	}
}

// TestGroups holds the verbs of a sentence to "lemma flags".
func TestGroups(t *testing.T) {
	flags := func(g *group) string {
		s := g.lemma
		for _, f := range []struct {
			on   bool
			name string
		}{{g.form == infinitive, "inf"}, {g.form == gerund, "ing"}, {g.form == participle, "part"}, {g.passive, "passive"}, {g.perfect, "perfect"},
			{g.progressive, "now"}, {g.past, "past"}, {g.future, "future"}, {g.modal, "modal"}, {g.negated, "not"}} {
			if f.on {
				s += " " + f.name
			}
		}
		return s
	}
	for _, c := range []struct{ text, want string }{
		{"Rebels took Nyala.", "take past"},
		{"Rebels have taken Nyala.", "take perfect"},
		{"Nyala was taken.", "take passive past"},
		{"Nyala has been taken.", "take passive perfect"},
		{"Rebels are taking Nyala.", "take now"},
		{"Rebels did not take Nyala.", "take past not"},
		{"Rebels will take Nyala.", "take future"},
		{"Rebels may take Nyala.", "take modal"},
		{"Rebels had not been taken.", "take passive perfect past not"},
		{"Rebels tried to take Nyala.", "try past; take inf"},
		{"After taking Nyala, rebels left.", "take ing; leave past"},
		{"The people killed in the raid were buried.", "kill part passive; bury passive past"},
		{"Troops backed by tanks entered Nyala.", "back part passive; enter past"},
		{"The besieged city fell.", "fall past"},
		{"Warplanes bombed positions.", "bomb past"},
		{"Heavy fighting continued.", "continue past"},
		{"The attacks on Nyala continued.", "continue past"},
		{"An armed group arrived.", "arrive past"},
		{"The ministry says rebels fled.", "say; flee past"},
		{"It was felt in Lima.", "feel passive past"},
		{"Rebels pulled out of Nyala.", "pull past"},
		{"There were reports that rebels fled.", "be past; flee past"},
	} {
		r := parsed(c.text)
		var all []string
		for i := range r.sents[0].groups {
			all = append(all, flags(&r.sents[0].groups[i]))
		}
		if got := strings.Join(all, "; "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestClauses holds each verb to "lemma(subject; object)".
func TestClauses(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Rebels took Nyala.", "take(Rebels; Nyala)"},
		{"On Friday, rebels took Nyala.", "take(rebels; Nyala)"},
		{"Rebels took Nyala and shelled Singa.", "take(Rebels; Nyala) shell(Rebels; Singa)"},
		{"The army said rebels took Nyala.", "say(The army; ) take(rebels; Nyala)"},
		{"The army said that rebels took Nyala.", "say(The army; ) take(rebels; Nyala)"},
		{"Rebels took Nyala, the army said.", "take(Rebels; Nyala) say(the army; )"},
		{"Rebels took Nyala, said the army.", "take(Rebels; Nyala) say(the army; )"},
		{"Dozens of fighters from the north entered Nyala.", "enter(Dozens of fighters from the north; Nyala)"},
		{"The army, which holds Nyala, shelled Singa.", "hold(The army; Nyala) shell(The army; Singa)"},
		{"Troops in Nyala, where rebels attacked bases, left.", "attack(rebels; bases) leave(Troops in Nyala; )"},
		{"After taking Nyala, rebels left.", "take(rebels; Nyala) leave(rebels; )"},
		{"After the fall of Nyala the army fled.", "flee(the army; )"},
		{"Shells hit a market and nine people died.", "hit(Shells; a market) die(nine people; )"},
		{"The people killed in the raid were buried.", "kill(The people; ) bury(The people; )"},
		{"Officials ordered troops to leave Nyala.", "order(Officials; troops) leave(troops; Nyala)"},
		{"Troops tried to enter Nyala.", "try(Troops; ) enter(Troops; Nyala)"},
		{"At least 50 people fled Nyala.", "flee(50 people; Nyala)"},
		{"Anna Berg, the mayor of Nyala, said rebels left.", "say(Anna Berg, the mayor of Nyala; ) leave(rebels; )"},
		{"It began when the army and the rebels fled.", "begin(It; ) flee(the army and the rebels; )"},
		{"Rebels attacked when troops left.", "attack(Rebels; ) leave(troops; )"},
	} {
		r := parsed(c.text)
		var all []string
		s := &r.sents[0]
		for k := range s.clauses {
			x := &s.clauses[k]
			all = append(all, s.groups[k].lemma+"("+r.phrase(x.subject[0], x.subject[1])+"; "+r.phrase(x.object[0], x.object[1])+")")
		}
		if got := strings.Join(all, " "); got != c.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.text, got, c.want)
		}
	}
}
