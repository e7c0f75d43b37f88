package timex

import "testing"

// clocks are times and parts of the day, in news of Saturday 14 June 2014.
var clocks = []struct{ text, want string }{
	{"The alarm went off at [5 a.m.] and again at [5:45 a.m. on Friday].", "2014-06-14T05:00 -|2014-06-13T05:45 2014-06-13T05:45"},
	{"The council met at [noon on 10 June].", "2014-06-10T12:00 2014-06-10T12:00"},
	{"At [14:30 local time on Thursday] a mine went off.", "2014-06-12T14:30 2014-06-12T14:30"},
	{"At [midnight on Friday] the truce ended.", "2014-06-13T24:00 2014-06-13"},
	{"He was shot at [9.30 pm on Wednesday].", "2014-06-11T21:30 2014-06-11T21:30"},
	{"They struck at [six o'clock in the evening on 9 June 2014].", "2014-06-09T18:00 2014-06-09T18:00"},
	{"They struck at [0630 hours on 9 June 2014].", "2014-06-09T06:30 2014-06-09T06:30"},
	{"The jets took off at [1430 GMT on Monday].", "2014-06-09T14:30Z 2014-06-09T14:30Z"},
	{"A mine went off [early on 12 June].", "2014-06-12TMO 2014-06-12"},
	{"A mine went off on [the morning of 12 June].", "2014-06-12TMO 2014-06-12"},
	{"A mine went off in the early hours of [Friday].", "2014-06-13 2014-06-13"},
	{"[The night of 3] to [4 June] was quiet.", "2014-06-03TNI 2014-06-03/2014-06-04|2014-06-04 2014-06-03/2014-06-04"},
	{"On [Friday at dawn] the guns fell silent.", "2014-06-13TMO 2014-06-13"},
	{"On [Friday] the guns fell silent at [dusk].", "2014-06-13 2014-06-13|2014-06-13TEV 2014-06-13"},
	{"Guns are heard at [night].", "XXXX-XX-XXTNI -"},
	{"On [Tuesday evening] he came back.", "2014-06-10TEV 2014-06-10"},
	{"On [the evening of Tuesday] he came back.", "2014-06-10TEV 2014-06-10"},
	{"The mine went off at [10:15:30 UTC on 12 June 2014].", "2014-06-12T10:15Z 2014-06-12T10:15Z"},
	{"The mine went off on [2014-06-12T10:15].", "2014-06-12T10:15 2014-06-12T10:15"},
	{"The score was 14:30 and the ratio 3.45.", ""},
	{"The price was 2.30 and the range 10.5 km.", ""},
	{"Night vision and morning glory were sold.", ""},
	{"He came [late on Thursday].", "2014-06-12 2014-06-12"},
	{"He came [late Thursday night].", "2014-06-12TNI 2014-06-12"},
	{"He spoke at [3 p.m. yesterday].", "2014-06-13T15:00 2014-06-13T15:00"},
	{"At [8 p.m. last night] a shell fell.", "2014-06-13T20:00 2014-06-13T20:00"},
	{"Between [2 p.m.] and [4 p.m. on Friday] shells fell.", "2014-06-13T14:00 2014-06-13T14:00/2014-06-13T16:00|2014-06-13T16:00 2014-06-13T14:00/2014-06-13T16:00"},
	{"Message of [120615Z JUN 14] refers.", "2014-06-12T06:15Z 2014-06-12T06:15Z"},
	{"It was the dawn of a new age.", ""},
	{"He spoke [this evening].", "2014-06-14TEV 2014-06-14"},
}

func TestClocks(t *testing.T) {
	for _, c := range clocks {
		check(t, c.text, c.want, Options{Anchor: saturday(), Mode: News})
	}
}
