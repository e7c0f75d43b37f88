package timex

import (
	"testing"
	"time"
)

// stories are histories, in which each date is counted from the one told before; the day of publication is of no account.
var stories = []struct{ text, want string }{
	{"On [5 May 1862] they met. [The next day] it rained. [Three days later] it snowed.", "1862-05-05 1862-05-05|1862-05-06 1862-05-06|1862-05-09 1862-05-09"},
	{"On [5 May 1862] they met. [Two days before], they had marched.", "1862-05-05 1862-05-05|1862-05-03 1862-05-03"},
	{"On [5 May 1862] they met. On [9 May] they met again. On [2 June] they parted.", "1862-05-05 1862-05-05|1862-05-09 1862-05-09|1862-06-02 1862-06-02"},
	{"In [November 1862] they met. In [January] they parted. By [March] it was over.", "1862-11 1862-11|1863-01 1863-01|1863-03 ../1863-03"},
	{"On [5 May 1862] they met. On [Friday] they parted.", "1862-05-05 1862-05-05|1862-05-09 1862-05-09"},
	{"On [5 May 1862] they met. [The following Monday] they parted.", "1862-05-05 1862-05-05|1862-05-12 1862-05-12"},
	{"On [5 May 1862] they met. [A week later] they parted.", "1862-05-05 1862-05-05|1862-W20 1862-05-12~"},
	{"On [5 May 1862] they met. [A month later] they parted.", "1862-05-05 1862-05-05|1862-06 1862-06"},
	{"On [5 May 1862] they met. [A year later] they parted.", "1862-05-05 1862-05-05|1863 1863"},
	{"On [5 May 1862] they met. [Ten years later] they parted.", "1862-05-05 1862-05-05|1872 1872"},
	{"On [5 May 1862] they met. [The same day] they parted.", "1862-05-05 1862-05-05|1862-05-05 1862-05-05"},
	{"On [5 May 1862] they met. [That same night] they parted.", "1862-05-05 1862-05-05|1862-05-05TNI 1862-05-05"},
	{"On [5 May 1862] they met. [That evening] they parted.", "1862-05-05 1862-05-05|1862-05-05TEV 1862-05-05"},
	{"On [5 May 1862] they met. [The following morning] they parted.", "1862-05-05 1862-05-05|1862-05-06TMO 1862-05-06"},
	{"On [5 May 1862] they met. [The following week] they parted.", "1862-05-05 1862-05-05|1862-W20 1862-05-12/1862-05-18"},
	{"On [5 May 1862] they met. [The following month] they parted.", "1862-05-05 1862-05-05|1862-06 1862-06"},
	{"On [5 May 1862] they met. [The following year] they parted.", "1862-05-05 1862-05-05|1863 1863"},
	{"On [5 May 1862] they met. [The next year] they parted.", "1862-05-05 1862-05-05|1863 1863"},
	{"On [5 May 1862] they met. In [the next year] they parted.", "1862-05-05 1862-05-05|1863 1863"},
	{"On [5 May 1862] they met. [The previous month] they had marched.", "1862-05-05 1862-05-05|1862-04 1862-04"},
	{"On [5 May 1862] they met. [Earlier that month] they had marched.", "1862-05-05 1862-05-05|1862-05 1862-05-01/1862-05-04"},
	{"On [5 May 1862] they met. [Later that month] they parted.", "1862-05-05 1862-05-05|1862-05 1862-05-06/1862-05-31"},
	{"On [5 May 1862] they met. [Later in the year] they parted.", "1862-05-05 1862-05-05|1862 1862-05-06/1862-12-31"},
	{"On [5 May 1862] they met. By [the end of the year] they had parted.", "1862-05-05 1862-05-05|1862 ../1862-12~"},
	{"On [5 May 1862] they met. In [the autumn] they parted.", "1862-05-05 1862-05-05|1862-FA 1862-23"},
	{"On [5 May 1862] they met. In [the spring of the following year] they parted.", "1862-05-05 1862-05-05|1863-SP 1863-21"},
	{"On [5 May 1862] they met. In [early 1863] they parted. In [May] they met again.", "1862-05-05 1862-05-05|1863 1863-01~/1863-04~|1863-05 1863-05"},
	{"On [5 May 1862] they met. At [noon] they parted.", "1862-05-05 1862-05-05|1862-05-05T12:00 1862-05-05T12:00"},
	{"On [5 May 1862] they met. At [3 p.m.] they ate, and at [6 p.m.] they parted.", "1862-05-05 1862-05-05|1862-05-05T15:00 1862-05-05T15:00|1862-05-05T18:00 1862-05-05T18:00"},
	{"In [1862] they met. In [May] they parted.", "1862 1862|1862-05 1862-05"},
	{"In [1862] they met. On [5 May] they parted. [The next year] they met again.", "1862 1862|1862-05-05 1862-05-05|1863 1863"},
	{"In [the summer of 1862] they met. In [September] they parted.", "1862-SU 1862-22|1862-09 1862-09"},
	{"Between [5] and [9 May 1862] they met. On [12 May] they parted.", "1862-05-05 1862-05-05/1862-05-09|1862-05-09 1862-05-05/1862-05-09|1862-05-12 1862-05-12"},
	{"From [5 May] to [9 June 1862] they met. [Two days later] they parted.", "1862-05-05 1862-05-05/1862-06-09|1862-06-09 1862-05-05/1862-06-09|1862-06-11 1862-06-11"},
	{"On [5 May 1862] they met, as their fathers had in [1812]. On [9 May] they parted.", "1862-05-05 1862-05-05|1812 1812|1862-05-09 1862-05-09"},
	{"On [5 May 1862] they met. [Three years earlier] they had marched.", "1862-05-05 1862-05-05|1859 1859"},
	{"In [480 BC] they met. [The following year] they met again. In [August] they parted.", "BC0480 -0479|BC0479 -0478|BC0479-08 -0478-08"},
	{"On [5 May] they met. In [1862] that was rare.", "1862-05-05 1862-05-05|1862 1862"},
	{"[Today] the field is a park. [Nowadays] it is quiet.", "PRESENT_REF -|PRESENT_REF -"},
	{"On [5 May 1862] they met. [Two weeks earlier], on [21 April], they had marched.", "1862-05-05 1862-05-05|1862-W17 1862-04-21~|1862-04-21 1862-04-21"},
	{"The war began in [1862]. It ended [three years later].", "1862 1862|1865 1865"},
	{"In [the 1860s] they met. In [1862] they parted.", "186 186X|1862 1862"},
	{"On [28 February 1864] they met. [The next day] they parted.", "1864-02-28 1864-02-28|1864-02-29 1864-02-29"},
	{"On [31 December 1862] they met. [The next day] they parted. [The next month] it snowed.", "1862-12-31 1862-12-31|1863-01-01 1863-01-01|1863-02 1863-02"},
}

func TestStories(t *testing.T) {
	for _, c := range stories {
		check(t, c.text, c.want, Options{Anchor: time.Date(2009, 12, 19, 0, 0, 0, 0, time.UTC), Mode: Narrative})
	}
}
