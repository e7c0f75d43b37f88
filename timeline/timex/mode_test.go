package timex

import "testing"

// tenses are dates whose direction the verb tells, and several dates in one
// text, in news of Saturday 14 June 2014.
var tenses = []struct{ text, want string }{
	// weekdays further
	{"The envoy said [Sunday] that both sides had agreed.", "2014-06-08 2014-06-08"},
	{"The envoy will fly home [Sunday].", "2014-06-15 2014-06-15"},
	{"The army says it retook the pass on [Monday].", "2014-06-09 2014-06-09"},
	{"The army says it will retake the pass on [Monday].", "2014-06-16 2014-06-16"},
	{"The army said on [Monday] it would retake the pass by [Friday].", "2014-06-09 2014-06-09|2014-06-20 ../2014-06-20"},
	{"The army had promised to leave by [Thursday].", "2014-06-12 ../2014-06-12"},
	{"A ceasefire which began on [Monday] ends on [Tuesday].", "2014-06-09 2014-06-09|2014-06-17 2014-06-17"},
	{"A ceasefire is set to begin on [Monday].", "2014-06-16 2014-06-16"},
	{"The ceasefire begins at [dawn on Monday].", "2014-06-16TMO 2014-06-16"},
	{"The trial resumes on [Wednesday].", "2014-06-18 2014-06-18"},
	{"The curfew, which starts on [Sunday], covers the port.", "2014-06-15 2014-06-15"},
	{"The talks open on [Monday] and end on [Thursday].", "2014-06-16 2014-06-16|2014-06-19 2014-06-19"},
	{"The curfew was lifted on [Monday] and returns on [Friday].", "2014-06-09 2014-06-09|2014-06-20 2014-06-20"},
	{"Polls open on [Sunday at 7 a.m.]", "2014-06-15T07:00 2014-06-15T07:00"},
	{"The court has been sitting since [Tuesday].", "2014-06-10 2014-06-10/2014-06-14"},
	{"On [Monday], the court will rule.", "2014-06-16 2014-06-16"},
	{"On [Monday], the court ruled.", "2014-06-09 2014-06-09"},
	{"The court could rule as early as [Monday].", "2014-06-16 2014-06-16"},
	{"The court may rule on [Monday].", "2014-06-16 2014-06-16"},
	{"He is to be buried on [Monday].", "2014-06-16 2014-06-16"},
	{"No one had been seen there before [Monday].", "2014-06-09 ../2014-06-08"},
	// dates and tense
	{"The vote on [15 June] will go ahead.", "2014-06-15 2014-06-15"},
	{"The vote will be on [1 July].", "2014-07-01 2014-07-01"},
	{"The vote takes place on [1 July].", "2014-07-01 2014-07-01"},
	{"The vote is due by [1 July].", "2014-07-01 ../2014-07-01"},
	{"Voting ended on [13 June].", "2014-06-13 2014-06-13"},
	{"He was killed on [1 January].", "2014-01-01 2014-01-01"},
	{"The law takes effect on [1 January].", "2015-01-01 2015-01-01"},
	{"The law took effect on [1 January].", "2014-01-01 2014-01-01"},
	{"In [December] the army took the town.", "2013-12 2013-12"},
	{"In [December] the army will take the town.", "2014-12 2014-12"},
	{"In [August] the army took the town.", "2013-08 2013-08"},
	{"Since [December] the army has held the town.", "2013-12 2013-12/2014-06-14"},
	{"By [December] the army had taken the town.", "2013-12 ../2013-12"},
	{"By [December] the army will have taken the town.", "2014-12 ../2014-12"},
	// two dates in a sentence
	{"He left on [3 May] and came back on [9 June].", "2014-05-03 2014-05-03|2014-06-09 2014-06-09"},
	{"He left in [March] and came back in [April 2014].", "2014-03 2014-03|2014-04 2014-04"},
	{"He left in [2011] and came back [two years later].", "2011 2011|2013 2013"},
	{"Attacks on [3 May], [9 May] and [12 June] killed forty.", "2014-05-03 2014-05-03|2014-05-09 2014-05-09|2014-06-12 2014-06-12"},
	{"Attacks in [March], [April] and [May] killed forty.", "2014-03 2014-03|2014-04 2014-04|2014-05 2014-05"},
	{"Attacks in [2011], [2012] and [2013] killed forty.", "2011 2011|2012 2012|2013 2013"},
	{"Attacks on [Monday], [Tuesday] and again on [Friday] killed forty.", "2014-06-09 2014-06-09|2014-06-10 2014-06-10|2014-06-13 2014-06-13"},
	{"On [3 May 2011] he left; on [9 June] he came back.", "2011-05-03 2011-05-03|2011-06-09 2011-06-09"},
	{"On [the night of 3 May] he left at [11 p.m.]", "2014-05-03TNI 2014-05-03|2014-05-03T23:00 2014-05-03T23:00"},
	{"At [11 p.m. on 3 May] he left; at [2 a.m. the next day] he was seen.", "2014-05-03T23:00 2014-05-03T23:00|2014-05-04T02:00 2014-05-04T02:00"},
	// paragraphs
	{"He left on [3 May].\n\n[The next day] it rained.", "2014-05-03 2014-05-03|2014-05-04 2014-05-04"},
	{"He left on [3 May 2011].\n\nIn [June] it rained.", "2011-05-03 2011-05-03|2014-06 2014-06"},
	{"In [2011] he left.\n\nIt rained on [Friday].", "2011 2011|2014-06-13 2014-06-13"},
}

func TestTenses(t *testing.T) {
	for _, c := range tenses {
		check(t, c.text, c.want, Options{Anchor: saturday(), Mode: News})
	}
}

// adrift are expressions in a report without a date: what needs one has none.
var adrift = []struct{ text, want string }{
	{"On [Monday] they fought.", "XXXX-WXX-1 -"},
	{"[Last Monday] they fought.", "XXXX-WXX-1 -"},
	{"On [5 May] they fought.", "XXXX-05-05 -"},
	{"In [May] they fought.", "XXXX-05 -"},
	{"[Yesterday] they fought.", "XXXX-XX-XX -"},
	{"[Two days ago] they fought.", "XXXX-XX-XX -"},
	{"In [the past two days] they fought.", "P2D -"},
	{"Since [Monday] they have fought.", "XXXX-WXX-1 -"},
	{"By [Monday] they had left.", "XXXX-WXX-1 -"},
	{"Until [5 May] they fought.", "XXXX-05-05 -"},
	{"From [Monday] to [Friday] they fought.", "XXXX-WXX-1 -|XXXX-WXX-5 -"},
	{"From [3] to [5 May] they fought.", "XXXX-05-03 -|XXXX-05-05 -"},
	{"[Last week] they fought.", "XXXX-WXX -"},
	{"[Next month] they will fight.", "XXXX-XX -"},
	{"[Earlier this year] they fought.", "XXXX -"},
	{"[Late last year] they fought.", "XXXX -"},
	{"[The next day] they fought.", "XXXX-XX-XX -"},
	{"[Three days later] they fought.", "XXXX-XX-XX -"},
	{"[That night] they fought.", "XXXX-XX-XXTNI -"},
	{"At [noon] they fought.", "XXXX-XX-XXT12:00 -"},
	{"[This morning] they fought.", "XXXX-XX-XXTMO -"},
	{"At [Christmas] they fought.", "XXXX-12-25 -"},
	{"On [Good Friday] they fought.", "XXXX-XX-XX -"},
	{"[Last summer] they fought.", "XXXX-SU -"},
	{"In [early June] they fought.", "XXXX-06 -"},
	{"In [the third quarter] they fought.", "XXXX-Q3 -"},
	{"On [Friday last week] they fought.", "XXXX-WXX-5 -"},
	{"On [5 May last year] they fought.", "XXXX-05-05 -"},
	{"In [the first half of May] they fought.", "XXXX-05 -"},
	{"On [5 May 2014] they fought. [The next day] they fled.", "2014-05-05 2014-05-05|2014-05-06 2014-05-06"},
	{"In [2013] they fought. [The next year] they fled.", "2013 2013|2014 2014"},
	{"In [May 2013] they fought. In [June] they fled.", "2013-05 2013-05|2013-06 2013-06"},
	{"On [5 May 2014] they fought. On [Friday] they fled.", "2014-05-05 2014-05-05|XXXX-WXX-5 -"},
	{"On [5 May 2014] they fought. [Two weeks later] they fled.", "2014-05-05 2014-05-05|2014-W21 2014-05-19~"},
	{"On [5 May 2014] they fought. At [noon] they fled.", "2014-05-05 2014-05-05|2014-05-05T12:00 2014-05-05T12:00"},
	{"From [2011] to [2013] they fought.", "2011 2011/2013|2013 2011/2013"},
	{"From [1] to [3 May 2013] they fought.", "2013-05-01 2013-05-01/2013-05-03|2013-05-03 2013-05-01/2013-05-03"},
	{"In [the 1990s] they fought.", "199 199X"},
	{"In [spring 2013] they fought.", "2013-SP 2013-21"},
	{"DTG [130615ZJUN14] refers.", "2014-06-13T06:15Z 2014-06-13T06:15Z"},
	{"DTG [130615ZJUN] refers.", "XXXX-06-13T06:15Z -"},
	{"They fought for [two weeks].", "P2W -"},
	{"They fight [every Friday].", "XXXX-WXX-5 -"},
	{"They are fighting [now].", "PRESENT_REF -"},
}

func TestAdrift(t *testing.T) {
	for _, c := range adrift {
		check(t, c.text, c.want, Options{Mode: News})
	}
}
