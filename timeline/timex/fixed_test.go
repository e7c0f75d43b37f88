package timex

import "testing"

// standing are repeated times, words for now, and words that only look like dates, in news of Saturday 14 June 2014.
var standing = []struct{ text, want string }{
	{"It is held [every year].", "P1Y -"},
	{"It is held [every other day].", "P2D -"},
	{"It is held [every two weeks].", "P2W -"},
	{"It is held [each spring].", "XXXX-SP -"},
	{"It is held [every morning].", "XXXX-XX-XXTMO -"},
	{"It is held [weekly] and the paper is [monthly].", "P1W -|P1M -"},
	{"It is held [annually].", "P1Y -"},
	{"Forty people [per day] came.", "P1D -"},
	{"It is shut on [Sundays] and [Mondays].", "XXXX-WXX-7 -|XXXX-WXX-1 -"},
	{"[At present] it is shut.", "PRESENT_REF -"},
	{"[At the moment] it is shut.", "PRESENT_REF -"},
	{"For [the time being] it is shut.", "PRESENT_REF -"},
	{"[To date] it is shut.", "PRESENT_REF -"},
	{"[To this day] it is shut.", "PRESENT_REF -"},
	{"It is shut [at this time].", "PRESENT_REF -"},
	{"It is a [present-day] problem.", "PRESENT_REF -"},
	{"The [current] president met the former one.", "PRESENT_REF -"},
	{"In [the near future] it will open.", "FUTURE_REF -"},
	{"In [the past] it was open.", "PAST_REF -"},
	{"[Nowadays] it is open.", "PRESENT_REF -"},
	{"The Daily News said so.", ""},
	{"A Weekly Record said so.", ""},
	{"It may open, he may go, and they may march.", ""},
	{"He will march in [March].", "2015-03 2015-03"},
	{"The march of [5 May] was long.", "2014-05-05 2014-05-05"},
	{"May and [June] were quiet.", "2014-06 2014-06"},
	{"In [April] and [May] it rained.", "2014-04 2014-04|2014-05 2014-05"},
	{"[April] was quiet.", "2014-04 2014-04"},
	{"April said so.", ""},
	{"Augustus and Juno and Marcus sat in the sun.", ""},
	{"Jan said that Mar and Dec left.", ""},
	{"[Wed. 11 June] was quiet.", "2014-06-11 2014-06-11"},
	{"On [Sun. June 8, 2014] it was quiet.", "2014-06-08 2014-06-08"},
	{"The second man and the third day.", ""},
	{"[Summer] was hot.", "2014-SU 2014-22"},
	{"It springs and falls.", ""},
	{"In [the fall of 2013] it fell.", "2013-FA 2013-23"},
	{"After the fall of the town it was quiet.", ""},
	{"A [spring] offensive is planned.", "2015-SP 2015-21"},
}

func TestFixed(t *testing.T) {
	for _, c := range standing {
		check(t, c.text, c.want, Options{Anchor: saturday(), Mode: News})
	}
}
