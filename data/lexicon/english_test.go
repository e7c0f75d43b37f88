package lexicon

import "testing"

func TestForms(t *testing.T) {
	for _, c := range []struct {
		form, lemma string
		want        Form
	}{
		{"took", "take", PastTense},
		{"taken", "take", Participle},
		{"taking", "take", Gerund},
		{"seizes", "seize", Third},
		{"pushed", "push", PastTense | Participle},
		{"flees", "flee", Third},
		{"fleeing", "flee", Gerund},
		{"visited", "visit", PastTense | Participle},
		{"shelled", "shell", PastTense | Participle},
		{"shelling", "shell", Gerund},
		{"repelled", "repel", PastTense | Participle},
		{"denied", "deny", PastTense | Participle},
		{"dying", "die", Gerund},
		{"hit", "hit", Base | PastTense | Participle},
		{"kidnapped", "kidnap", PastTense | Participle},
		{"shipped", "ship", PastTense | Participle},
		{"found", "find", PastTense | Participle},
		{"retook", "retake", PastTense},
	} {
		v := English().Verbs[c.form]
		if v.Lemma != c.lemma || v.Forms != c.want {
			t.Errorf("%s: got %s %b, want %s %b", c.form, v.Lemma, v.Forms, c.lemma, c.want)
		}
	}
}

func TestTables(t *testing.T) {
	l := English()
	for lemma, rows := range l.Triggers {
		if v, ok := l.Verbs[lemma]; !ok || v.Lemma != lemma {
			t.Errorf("trigger %q is not a verb of the list", lemma)
		}
		for _, r := range rows {
			for _, c := range r.Conditions {
				if len(c.Any) == 0 {
					t.Errorf("trigger %q (%s) has an empty condition", lemma, r.Kind)
				}
			}
		}
	}
	for _, class := range []string{"det", "pron", "prep", "sub", "aux", "modal", "not", "numword", "compass"} {
		if len(l.Words[class]) == 0 {
			t.Errorf("no words of class %s", class)
		}
	}
	for use, lemmas := range l.Verbal {
		for lemma := range lemmas {
			if _, ok := l.Verbs[lemma]; !ok && lemma != "due" && lemma != "set" && lemma != "ready" && lemma != "according" && lemma != "brave" {
				t.Errorf("%s %q is not a verb of the list", use, lemma)
			}
		}
	}
	if l.Events["airstrike"] != "bombardment" || l.Events["quake"] != "disaster" {
		t.Error("event nouns have no kinds")
	}
}

func TestConditions(t *testing.T) {
	got := conditions(" o:place|area !x:part")
	if len(got) != 2 || got[0].About != 'o' || len(got[0].Any) != 2 || got[0].Not || !got[1].Not || got[1].About != 'x' {
		t.Errorf("got %+v", got)
	}
}
