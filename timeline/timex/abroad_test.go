package timex

import "testing"

// abroad are dates in other languages, read in news of 14 June 2014.
var abroad = []struct{ text, want string }{
	{"Le [14 juin 2014] à Paris.", "2014-06-14 2014-06-14"},
	{"Le [1er août 1944] à Varsovie.", "1944-08-01 1944-08-01"},
	{"[vendredi 13 juin 2014], une bombe", "2014-06-13 2014-06-13"},
	{"En [décembre 2013] la ville", "2013-12 2013-12"},
	{"Am [6. Juni 1944] landeten sie.", "1944-06-06 1944-06-06"},
	{"Am [Freitag, 13. Juni 2014] fiel der Ort.", "2014-06-13 2014-06-13"},
	{"Im [März 2011] begann der Krieg.", "2011-03 2011-03"},
	{"El [14 de junio de 2014] en Madrid.", "2014-06-14 2014-06-14"},
	{"Em [7 de setembro de 1822] no Brasil.", "1822-09-07 1822-09-07"},
	{"Il [2 giugno 1946] a Roma.", "1946-06-02 1946-06-02"},
	{"Op [5 mei 1945] was het vrede.", "1945-05-05 1945-05-05"},
	{"[22 июня 1941] года началась война.", "1941-06-22 1941-06-22"},
	{"[24 серпня 1991] року", "1991-08-24 1991-08-24"},
	{"Dnia [1 września 1939] roku", "1939-09-01 1939-09-01"},
	{"[29 Ekim 1923] günü", "1923-10-29 1923-10-29"},
	{"في [10 حزيران 2014] سقطت", "2014-06-10 2014-06-10"},
	{"في [10 يونيو 2014] سقطت", "2014-06-10 2014-06-10"},
	{"در [10 ژوئن 2014] سقوط", "2014-06-10 2014-06-10"},
	{"ביום [14 יוני 2014] נפל", "2014-06-14 2014-06-14"},
	{"Pada [17 Agustus 1945] di Jakarta.", "1945-08-17 1945-08-17"},
	{"[2014年6月10日] 摩苏尔", "2014-06-10 2014-06-10"},
	{"在[2014年6]月的战斗", "2014-06 2014-06"},
	{"[2014년 6월 10일] 모술", "2014-06-10 2014-06-10"},
	{"The planet Mars and the film Mai were seen.", ""},
	{"He met Marta Maggio and Juni Ramos.", ""},
	{"On [14 March 2014] it fell.", "2014-03-14 2014-03-14"},
}

func TestAbroad(t *testing.T) {
	for _, c := range abroad {
		check(t, c.text, c.want, Options{Anchor: saturday(), Mode: News})
	}
}
