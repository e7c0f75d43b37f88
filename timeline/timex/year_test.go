package timex

import "testing"

// years are years, decades and centuries, and numbers that are none, in news of Saturday 14 June 2014.
var years = []struct{ text, want string }{
	{"It fell in [1453].", "1453 1453"},
	{"It fell in [1187] to the king.", "1187 1187"},
	{"The [1975] treaty was torn up.", "1975 1975"},
	{"A [1998] treaty was torn up.", "1998 1998"},
	{"In [2010] rebels took the hills.", "2010 2010"},
	{"Since [2010] rebels have held the hills.", "2010 2010/2014-06-14"},
	{"The election of [2010] was fair.", "2010 2010"},
	{"An army of 2010 men came.", ""},
	{"Over 2010 men came.", ""},
	{"They counted 1800 tents and 1950 beds.", ""},
	{"They hold [1990s] rifles and T-72 tanks.", "199 199X"},
	{"[The early 1990s] were hard.", "199 1990~/1993~"},
	{"In [the mid-1990s] it was hard.", "199 1994~/1996~"},
	{"[The '90s] were hard.", "199 199X"},
	{"In [the summer of '89] it fell.", "1989-SU 1989-22"},
	{"In [2001]-[02] it was dry.", "2001 2001/2002|2002 2001/2002"},
	{"The war of [1914]-[18] was long.", "1914 1914/1918|1918 1914/1918"},
	{"The war of [1914]–[1918] was long.", "1914 1914/1918|1918 1914/1918"},
	{"Between [1914] and [1918] millions died.", "1914 1914/1918|1918 1914/1918"},
	{"It stood from [1914] until [1918].", "1914 1914/1918|1918 1914/1918"},
	{"Flight 1549 and Route 1945 were closed.", ""},
	{"UN Resolution 1701 of [2006] is old.", "2006 2006"},
	{"Chapter 1999 has 2001 pages.", ""},
	{"He had $2000 and 1995 euros.", ""},
	{"It is 2014 km away and 1999 feet high.", ""},
	{"Caesar died in [44 BC] and the city fell in [410 AD].", "BC0044 -0043|0410 0410"},
	{"In [the 20th century] it grew.", "19 19XX"},
	{"In [the early 21st century] it grew.", "20 2000~/2033~"},
	{"In [the late nineteenth century] it grew.", "18 1867~/1899~"},
	{"In [the twenty-first century] it grew.", "20 20XX"},
	{"The [2014] floods were bad.", "2014 2014"},
	{"The [2020] target was missed.", "2020 2020"},
	{"By [2010] it was gone.", "2010 ../2010"},
	{"After [2010] it was gone.", "2010 2011-01-01/2014-06-14"},
	{"Before [2010] it was there.", "2010 ../2009-12-31"},
	{"[Around 1950] it was built.", "1950 1950~"},
	{"About 1950 men came.", ""},
	{"The years [2012], [2013] and [2014] were bad.", "2012 2012|2013 2013|2014 2014"},
	{"[Fiscal year 2013] was bad.", "2013 2013~"},
	{"In [2013]/[14] it was dry.", "2013 2013/2014|2014 2013/2014"},
}

func TestYears(t *testing.T) {
	for _, c := range years {
		check(t, c.text, c.want, Options{Anchor: saturday(), Mode: News})
	}
}
