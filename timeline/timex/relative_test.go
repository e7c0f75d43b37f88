package timex

import "testing"

// neighbours are words that are counted from another date, in news of Saturday 14 June 2014.
var neighbours = []struct{ text, want string }{
	{"[The day before yesterday] they met and [the day after tomorrow] they part.", "2014-06-12 2014-06-12|2014-06-16 2014-06-16"},
	{"He came [the previous day].", "2014-06-13 -"},
	{"On [5 May] he came. [The previous day] he had left home.", "2014-05-05 2014-05-05|2014-05-04 2014-05-04"},
	{"On [5 May] he came. [The day after], he left.", "2014-05-05 2014-05-05|2014-05-06 2014-05-06"},
	{"On [5 May] he came. [The same day] he left.", "2014-05-05 2014-05-05|2014-05-05 2014-05-05"},
	{"On [5 May] he came. [The following week] he left.", "2014-05-05 2014-05-05|2014-W20 2014-05-12/2014-05-18"},
	{"On [5 May] he came. [A week later] he left.", "2014-05-05 2014-05-05|2014-W20 2014-05-12~"},
	{"On [5 May] he came. In [the following months] he wrote.", "2014-05-05 2014-05-05|PXM 2014-05-05/2015-04~"},
	{"He came [this month] and leaves [next month].", "2014-06 2014-06|2014-07 2014-07"},
	{"He came [last Monday] and leaves [next Monday].", "2014-06-09 2014-06-09|2014-06-16 2014-06-16"},
	{"He came [last spring].", "2014-SP 2014-21"},
	{"He came [last winter].", "2013-WI 2013-24"},
	{"He will come [next summer].", "2015-SU 2015-22"},
	{"He will come [this summer].", "2014-SU 2014-22"},
	{"He comes [this Friday].", "2014-06-13 2014-06-13"},
	{"He came in [the last week of May].", "2014-05 2014-05-22~/2014-05-31~"},
	{"He came in [the second half of May].", "2014-05 2014-05-16/2014-05-31"},
	{"He came at [the beginning of the year].", "2014 2014-01~/2014-04~"},
	{"He came at [the end of last year].", "2013 2013-09~/2013-12~"},
	{"He came [late last year].", "2013 2013-09~/2013-12~"},
	{"He came [early this week].", "2014-W24 2014-06-09/2014-06-14"},
	{"He came [late last month].", "2014-05 2014-05-22~/2014-05-31~"},
	{"He came [earlier in the day].", "2014-06-14 2014-06-14"},
	{"He came [earlier in June].", "2014-06 2014-06-01~/2014-06-10~"},
	{"He came [later in 2013].", "2013 2013-09~/2013-12~"},
	{"He came [early in 2013].", "2013 2013-01~/2013-04~"},
	{"He came in [mid-2013].", "2013 2013-05~/2013-08~"},
	{"He came in [the middle of 2013].", "2013 2013-05~/2013-08~"},
	{"He came in [late March] and [early April].", "2014-03 2014-03-22~/2014-03-31~|2014-04 2014-04-01~/2014-04-10~"},
	{"He came [early Friday].", "2014-06-13 2014-06-13"},
	{"He came on [the eve of 5 May 2014].", "2014-05-04 2014-05-04"},
	{"He came in [the current month].", "2014-06 2014-06"},
	{"He came this [past week].", "P1W 2014-06-07/2014-06-14"},
	{"He has come since [last week].", "2014-W23 2014-06-02/2014-06-14"},
	{"He must come before [next week].", "2014-W25 ../2014-06-15"},
	{"He came by [the end of May].", "2014-05 ../2014-05-31~"},
	{"He has come since [March].", "2014-03 2014-03/2014-06-14"},
	{"He must come before [20 June].", "2014-06-20 ../2014-06-19"},
	{"He came until [5 May].", "2014-05-05 ../2014-05-05"},
	{"He came from [5 May] until [8 May].", "2014-05-05 2014-05-05/2014-05-08|2014-05-08 2014-05-05/2014-05-08"},
	{"He came up to [5 May].", "2014-05-05 ../2014-05-05"},
	{"He came on or [about 5 May 2014].", "2014-05-05 2014-05-05~"},
	{"He came [last Christmas].", "2013-12-25 2013-12-25"},
	{"He came over [Easter].", "2014-04-20 2014-04-20"},
	{"He came on [May Day].", "2014-05-01 2014-05-01"},
}

func TestRelative(t *testing.T) {
	for _, c := range neighbours {
		check(t, c.text, c.want, Options{Anchor: saturday(), Mode: News})
	}
}
