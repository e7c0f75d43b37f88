package timex

import "testing"

// counts are lengths of time and what is counted with them, in news of Saturday 14 June 2014.
var counts = []struct{ text, want string }{
	{"The talks took [half an hour].", "PT0.5H -"},
	{"The talks took [an hour and a half].", "PT1.5H -"},
	{"The war lasted [eight years].", "P8Y -"},
	{"The war lasted for [more than eight years].", "P8Y -"},
	{"The war lasted [at least 8 years].", "P8Y -"},
	{"They walked for [ten to twelve days].", "P12D -"},
	{"They walked for [3-4 days].", "P4D -"},
	{"They walked for [forty-two days].", "P42D -"},
	{"They walked for [two hundred days].", "P200D -"},
	{"They walked for [a couple of days].", "P2D -"},
	{"They walked for [dozens of days].", "PXD -"},
	{"They walked for [a full week].", "P1W -"},
	{"A [three-month] siege ended.", "P3M -"},
	{"A [six-day] war ended.", "P6D -"},
	{"[A decades-long] rule ended.", "P1DE -"},
	{"[A year-long] truce ended.", "P1Y -"},
	{"A [38-year-old] man died.", "P38Y -"},
	{"A man of [38 years of age] died.", "P38Y -"},
	{"The march took [1,460 days].", "P1460D -"},
	{"The march took [2.5 years].", "P2.5Y -"},
	{"He was jailed for life plus [10 years].", "P10Y -"},
	{"They waited hours for bread.", ""},
	{"They waited for [hours] for bread.", "PTXH -"},
	{"It took [decades] of work.", "PXDE -"},
	{"They came within [minutes].", "PTXM -"},
	{"It costs 40 dollars [a month] and 100 [a year].", "P1M -|P1Y -"},
	{"He eats three times [a day].", "P1D -"},
	{"He fell [a day] after the truce began.", "P1D -"},
	{"[One day] he will fall.", "P1D -"},
	{"[Five years ago] he fled.", "2009 2009"},
	{"[Five years earlier] he had fled.", "2009 2009"},
	{"He fled in [2003] and came back [five years later].", "2003 2003|2008 2008"},
	{"He fled on [5 May 2003] and came back [a month later].", "2003-05-05 2003-05-05|2003-06 2003-06"},
	{"He fled on [5 May 2003] and came back [four weeks later].", "2003-05-05 2003-05-05|2003-W23 2003-06-02~"},
	{"He will come back [two weeks from now].", "2014-W26 2014-06-28~"},
	{"[A few hours later] he fled.", "FUTURE_REF -"},
	{"[An hour ago] he fled.", "2014-06-14 2014-06-14~"},
	{"[The first two weeks] were quiet.", "P2W -"},
	{"In [the last 24 hours] shells fell.", "PT24H 2014-06-13/2014-06-14"},
	{"Over [the next three months] it will be rebuilt.", "P3M 2014-06-14/2014-09"},
	{"In [the coming days] they will meet.", "PXD 2014-06-14/2014-06-21~"},
	{"In [the past few weeks] they met.", "PXW 2014-04-19~/2014-06-14"},
	{"For [the past decade] they have met.", "P1DE 2004/2014-06-14"},
	{"[The two-week] truce and [the 48-hour] curfew ended.", "P2W -|PT48H -"},
	{"He ran 100 metres in [10 seconds].", "PT10S -"},
	{"He came second in a second race.", ""},
}

func TestCounted(t *testing.T) {
	for _, c := range counts {
		check(t, c.text, c.want, Options{Anchor: saturday(), Mode: News})
	}
}
