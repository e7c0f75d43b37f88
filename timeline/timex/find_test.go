package timex

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// anchored are expressions in news of Saturday 14 June 2014. The expression
// is in brackets where the sentence holds more than it; want is its TIMEX3
// value and its date, "-" for none.
var anchored = []struct{ text, want string }{
	// dates in full
	{"The city fell on [10 June 2014].", "2014-06-10 2014-06-10"},
	{"The city fell on [June 10, 2014].", "2014-06-10 2014-06-10"},
	{"The city fell on [the 10th of June 2014].", "2014-06-10 2014-06-10"},
	{"The city fell on [June 10th, 2014], they said.", "2014-06-10 2014-06-10"},
	{"The city fell on [Tuesday, 10 June 2014].", "2014-06-10 2014-06-10"},
	{"The city fell on [Tuesday, June 10].", "2014-06-10 2014-06-10"},
	{"The log says [2014-06-10].", "2014-06-10 2014-06-10"},
	{"The log says [10/06/2014] and no more, or [25/12/2013].", "2014 2014|2013-12-25 2013-12-25"},
	{"The log says [10.6.2014].", "2014-06-10 2014-06-10"},
	{"It was signed in [Jan. 2012].", "2012-01 2012-01"},
	{"He died in [June 1944].", "1944-06 1944-06"},
	{"The truce of [1975] held.", "1975 1975"},
	{"It was lost in [490 BC].", "BC0490 -0489"},
	{"They met in [August 480 BC].", "BC0480-08 -0479-08"},
	// dates without a year
	{"The city fell on [10 June].", "2014-06-10 2014-06-10"},
	{"They attacked on [20 December].", "2013-12-20 2013-12-20"},
	{"The vote will be held on [20 July].", "2014-07-20 2014-07-20"},
	{"The town was taken in [March].", "2014-03 2014-03"},
	{"The town was taken in [November].", "2013-11 2013-11"},
	{"Talks will begin in [September].", "2014-09 2014-09"},
	{"It began [last June].", "2013-06 2013-06"},
	{"It will end [next March].", "2015-03 2015-03"},
	// weekdays
	{"On [Friday], they fought near the dam.", "2014-06-13 2014-06-13"},
	{"He visited the town on [Saturday].", "2014-06-14 2014-06-14"},
	{"He said on [Saturday] that it was over.", "2014-06-14 2014-06-14"},
	{"The rebels took the base on [Sunday].", "2014-06-08 2014-06-08"},
	{"The council will meet on [Monday].", "2014-06-16 2014-06-16"},
	{"They must leave by [Friday].", "2014-06-20 ../2014-06-20"},
	{"By [Friday], the rebels had taken the bridge.", "2014-06-13 ../2014-06-13"},
	{"They took it [last Saturday].", "2014-06-07 2014-06-07"},
	{"The talks resume [next Tuesday].", "2014-06-17 2014-06-17"},
	{"Shells fell on [Thursday night].", "2014-06-12TNI 2014-06-12"},
	{"He spoke on [Friday morning].", "2014-06-13TMO 2014-06-13"},
	{"The talks were held on [Wednesday] and [Thursday].", "2014-06-11 2014-06-11|2014-06-12 2014-06-12"},
	// days counted from today
	{"The army arrived [yesterday].", "2014-06-13 2014-06-13"},
	{"He arrives [tomorrow].", "2014-06-15 2014-06-15"},
	{"It rains [today].", "2014-06-14 2014-06-14"},
	{"They came [the day before yesterday].", "2014-06-12 2014-06-12"},
	{"He spoke [this morning].", "2014-06-14TMO 2014-06-14"},
	{"Shells fell [last night].", "2014-06-13TNI 2014-06-13"},
	{"Shells fell [yesterday afternoon].", "2014-06-13TAF 2014-06-13"},
	{"Shells fell [overnight].", "2014-06-14TNI 2014-06-13/2014-06-14"},
	{"The curfew starts [tonight].", "2014-06-14TNI 2014-06-14"},
	{"They left [two days ago].", "2014-06-12 2014-06-12"},
	{"They left [three weeks ago].", "2014-W21 2014-05-24~"},
	{"They left [two months ago].", "2014-04 2014-04"},
	{"They left [ten years ago].", "2004 2004"},
	{"They left [a year ago].", "2013 2013"},
	{"They left [several days ago].", "PAST_REF 2014-06-07~/2014-06-12~"},
	{"They left [a few weeks ago].", "PAST_REF 2014-04-19~/2014-05-31~"},
	// weeks, months, years
	{"Two cities fell [earlier this week].", "2014-W24 2014-06-09/2014-06-13"},
	{"Two cities fell [this week].", "2014-W24 2014-06-09/2014-06-14"},
	{"The council will meet [later this week].", "2014-W24 2014-06-15"},
	{"Two cities fell [last week].", "2014-W23 2014-06-02/2014-06-08"},
	{"The council will meet [next week].", "2014-W25 2014-06-16/2014-06-22"},
	{"He came [last month].", "2014-05 2014-05"},
	{"He came [earlier this month].", "2014-06 2014-06-01/2014-06-13"},
	{"He came [earlier this year].", "2014 2014-01-01/2014-06-13"},
	{"He came [last year].", "2013 2013"},
	{"He will come [next year].", "2015 2015"},
	{"They fought at [the weekend].", "2014-W24-WE 2014-06-14/2014-06-15"},
	{"They fought [last weekend].", "2014-W23-WE 2014-06-07/2014-06-08"},
	// spans up to today
	{"Hundreds were killed in [recent days].", "PXD 2014-06-07~/2014-06-14"},
	{"They took five towns in [the past two days].", "P2D 2014-06-12/2014-06-14"},
	{"It has worked for [the past 10 years or so].", "P10Y 2004/2014-06-14"},
	{"Over [the last three weeks] it rained.", "P3W 2014-05-24/2014-06-14"},
	{"In [the next few days] it will rain.", "PXD 2014-06-14/2014-06-21~"},
	// bounds by a preposition
	{"They have held it since [10 June].", "2014-06-10 2014-06-10/2014-06-14"},
	{"It was dominant until [2003].", "2003 ../2003"},
	{"They left before [10 June].", "2014-06-10 ../2014-06-09"},
	// ranges
	{"They fought from [June 3] to [5].", "2014-06-03 2014-06-03/2014-06-05|2014-06-05 2014-06-03/2014-06-05"},
	{"They fought between [3] and [5 May].", "2014-05-03 2014-05-03/2014-05-05|2014-05-05 2014-05-03/2014-05-05"},
	{"They fought on [June 3]-[5].", "2014-06-03 2014-06-03/2014-06-05|2014-06-05 2014-06-03/2014-06-05"},
	{"During the occupation ([2003]-[2011]) it grew.", "2003 2003/2011|2011 2003/2011"},
	{"From [1980] to [1988] they fought.", "1980 1980/1988|1988 1980/1988"},
	{"The season [2007]-[08] was dry.", "2007 2007/2008|2008 2007/2008"},
	{"It lasted from [28 December 2013] to [3 January 2014].", "2013-12-28 2013-12-28/2014-01-03|2014-01-03 2013-12-28/2014-01-03"},
	{"It lasted from [28 December] to [3 January 2014].", "2013-12-28 2013-12-28/2014-01-03|2014-01-03 2013-12-28/2014-01-03"},
	{"He was there from [Monday] to [Wednesday].", "2014-06-09 2014-06-09/2014-06-11|2014-06-11 2014-06-09/2014-06-11"},
	// parts of dates
	{"They came in [early June].", "2014-06 2014-06-01~/2014-06-10~"},
	{"They came in [mid-May].", "2014-05 2014-05-11~/2014-05-21~"},
	{"They came in [late 2013].", "2013 2013-09~/2013-12~"},
	{"They came at [the end of 2013].", "2013 2013-09~/2013-12~"},
	{"They came in [the spring of 2003].", "2003-SP 2003-21"},
	{"They came in [summer 2006].", "2006-SU 2006-22"},
	{"They came in [the 1980s].", "198 198X"},
	{"They came in [the late 1980s].", "198 1987~/1989~"},
	{"They came in [the 19th century].", "18 18XX"},
	{"Prices rose in [the third quarter of 2013].", "2013-Q3 2013-35"},
	{"Prices rose in [Q1 2014].", "2014-Q1 2014-33"},
	{"Prices rose in [the second half of 2008].", "2008-H2 2008-41"},
	{"Costs rose in [fiscal 2012].", "2012 2012~"},
	{"It happened [about 10 June 2014].", "2014-06-10 2014-06-10~"},
	// times of day
	{"A bomb went off at [2 p.m. on Friday].", "2014-06-13T14:00 2014-06-13T14:00"},
	{"A bomb went off on [10 June at 14:30 GMT].", "2014-06-10T14:30Z 2014-06-10T14:30Z"},
	{"On [Friday] the shops opened. A bomb went off at [9:15 a.m.] near the bank.", "2014-06-13 2014-06-13|2014-06-13T09:15 2014-06-13T09:15"},
	{"A bomb went off at [0530 this morning].", "2014-06-14T05:30 2014-06-14T05:30"},
	{"On [10 June at 2100] they attacked, until [0400 on 11 June].", "2014-06-10T21:00 2014-06-10T21:00|2014-06-11T04:00 ../2014-06-11"},
	{"A bomb went off shortly after [noon on Thursday].", "2014-06-12T12:00 2014-06-12T12:00~"},
	{"The unit moved at [161430ZMAY14].", "2014-05-16T14:30Z 2014-05-16T14:30Z"},
	{"The unit moved on [the night of 9 June].", "2014-06-09TNI 2014-06-09"},
	{"It began on [10 June]. [The next day] the army fled.", "2014-06-10 2014-06-10|2014-06-11 2014-06-11"},
	{"It began on [10 June]. [Three days later] the army fled.", "2014-06-10 2014-06-10|2014-06-13 2014-06-13"},
	{"It began on [10 June]. [Two days earlier] the mayor fled.", "2014-06-10 2014-06-10|2014-06-08 2014-06-08"},
	{"It began on [10 June]. [That night] the mayor fled.", "2014-06-10 2014-06-10|2014-06-10TNI 2014-06-10"},
	{"They met on [May 17], [18] and [19] in the capital.", "2014-05-17 2014-05-17|2014-05-18 2014-05-18|2014-05-19 2014-05-19"},
	{"They came in [the first week of May].", "2014-05 2014-05-01~/2014-05-10~"},
	{"They threatened to stop [the 20 June] vote.", "2014-06-20 2014-06-20"},
	{"Copyright 2018 The Paper.", ""},
	// history told in the news
	{"Many came in [1994]. They are rich. Work will begin in [September].", "1994 1994|2014-09 2014-09"},
	{"The war began in [March 2003]. By [April] the capital had fallen.", "2003-03 2003-03|2003-04 ../2003-04"},
	// lengths and repeated times
	{"He will take [several days] to decide.", "PXD -"},
	{"The siege lasted [three weeks].", "P3W -"},
	{"A [24-year] rule ended.", "P24Y -"},
	{"It took [two and a half years].", "P2.5Y -"},
	{"They held out for [more than 40 days].", "P40D -"},
	{"They held out for [months].", "PXM -"},
	{"A child of [ten years] died.", "P10Y -"},
	{"It happens [every day].", "P1D -"},
	{"It happens [every Friday].", "XXXX-WXX-5 -"},
	{"People pray on [Fridays].", "XXXX-WXX-5 -"},
	{"About 40 people [a day] flee.", "P1D -"},
	{"Prices are checked [daily].", "P1D -"},
	// now, past and future
	{"They are [now] at the gates.", "PRESENT_REF -"},
	{"The former minister spoke.", ""},
	{"It was [recently] repaired.", "PAST_REF -"},
	{"Nobody knows [the future].", "FUTURE_REF -"},
	// feasts
	{"They came on [Christmas Day].", "2013-12-25 2013-12-25"},
	{"They came on [New Year's Eve].", "2013-12-31 2013-12-31"},
	{"They came on [Easter Sunday].", "2014-04-20 2014-04-20"},
	{"They came on [Good Friday 2012].", "2012-04-06 2012-04-06"},
	// capitals
	{"IT TOOK PLACE ON [10 JUNE] IN THE NORTH, THE ARMY SAID [YESTERDAY].", "2014-06-10 2014-06-10|2014-06-13 2014-06-13"},
	{"SAN PEDRO, [3 JAN 90] -- THE ARMY SAID THAT IT MAY MARCH.", "1990-01-03 1990-01-03"},
	{"THE POLICE SAID [THIS MORNING] THAT A BUS WAS BURNED [LAST WEEK].", "2014-06-14TMO 2014-06-14|2014-W23 2014-06-02/2014-06-08"},
	// nothing
	{"They may march on the second town; the sun was hot.", ""},
	{"A force of 2000 men with 1500 rifles took 1900 prisoners.", ""},
	{"The bill of $1990 paid for 2,014 tents and 2000 km of wire.", ""},
	{"Under Resolution 1973 the 101st Airborne took Hill 1944 by Route 2010.", ""},
	{"More than 1,900 people and over 2000 tents were there.", ""},
	{"He sat down and will wed Jan in a second, said April.", ""},
	{"The fall of the city and a spring of fresh water.", ""},
	{"May he live.", ""},
}

// check compares what Find finds in a sentence with what its brackets and
// want say.
func check(t *testing.T, marked, want string, opt Options) {
	t.Helper()
	text := strings.NewReplacer("[", "", "]", "").Replace(marked)
	var words []string
	for rest := marked; ; {
		_, after, ok := strings.Cut(rest, "[")
		if !ok {
			break
		}
		w, tail, _ := strings.Cut(after, "]")
		words, rest = append(words, w), tail
	}
	var wants []string
	if want != "" {
		wants = strings.Split(want, "|")
	}
	got := Find(text, opt)
	var lines []string
	for _, e := range got {
		d := e.EDTF.String()
		if d == "" {
			d = "-"
		}
		lines = append(lines, fmt.Sprintf("%q %s %s", text[e.Start:e.End], e.Value, d))
	}
	if len(got) != len(wants) {
		t.Errorf("%s\n\tfound %s", marked, strings.Join(lines, ", "))
		return
	}
	for i := range got {
		if line := fmt.Sprintf("%q %s", words[i], wants[i]); lines[i] != line {
			t.Errorf("%s\n\tfound %s\n\twant  %s", marked, lines[i], line)
		}
	}
}

func saturday() time.Time { return time.Date(2014, 6, 14, 0, 0, 0, 0, time.UTC) }

func TestAnchored(t *testing.T) {
	for _, c := range anchored {
		check(t, c.text, c.want, Options{Anchor: saturday(), Mode: News})
	}
}

// told are expressions in a history, read without heed to the day of
// publication.
var told = []struct{ text, want string }{
	{"On [6 June 1944] they landed. [The next day] they moved on.", "1944-06-06 1944-06-06|1944-06-07 1944-06-07"},
	{"In [June 1944] they landed. On [25 August] the capital was free.", "1944-06 1944-06|1944-08-25 1944-08-25"},
	{"In [November 1942] they attacked. By [February] it was over.", "1942-11 1942-11|1943-02 ../1943-02"},
	{"On [6 June 1944] they landed. [That year] many died.", "1944-06-06 1944-06-06|1944 1944"},
	{"On [6 June 1944] they landed. [The following month] they broke out.", "1944-06-06 1944-06-06|1944-07 1944-07"},
	{"On [6 June 1944] they landed. [Two weeks later] a port fell.", "1944-06-06 1944-06-06|1944-W25 1944-06-20~"},
	{"On [6 June 1944] they landed. [Four months later] they crossed the border.", "1944-06-06 1944-06-06|1944-10 1944-10"},
	{"On [6 June 1944] they landed. [The previous year] they had trained.", "1944-06-06 1944-06-06|1943 1943"},
	{"On [6 June 1944] they landed. In [the summer] they moved fast.", "1944-06-06 1944-06-06|1944-SU 1944-22"},
	{"On [6 June 1944] they landed. [Later that year] it snowed.", "1944-06-06 1944-06-06|1944 1944-06-07/1944-12-31"},
	{"On [6 June 1944] they landed. At [the end of the month] a port fell.", "1944-06-06 1944-06-06|1944-06 1944-06-21~/1944-06-30~"},
	{"On [6 June 1944] they landed. At [5:30 a.m.] the guns opened up.", "1944-06-06 1944-06-06|1944-06-06T05:30 1944-06-06T05:30"},
	{"On [6 June 1944] they landed. [Early the next morning] the guns opened up.", "1944-06-06 1944-06-06|1944-06-07TMO 1944-06-07"},
	{"In [1812] they marched. On [14 September] they were there, and on [19 October] they left.", "1812 1812|1812-09-14 1812-09-14|1812-10-19 1812-10-19"},
	{"On [July 25] they met. War had come in [1861].", "1861-07-25 1861-07-25|1861 1861"},
	{"In [1793] they rose. In [July of that year] they lost.", "1793 1793|1793-07 1793-07"},
	{"In [1790] many still spoke of ['89].", "1790 1790|1789 1789"},
	{"The ships met on [27 May]-[28 May 1905].", "1905-05-27 1905-05-27/1905-05-28|1905-05-28 1905-05-27/1905-05-28"},
	{"[Years later] he wrote of [1793].", "FUTURE_REF -|1793 1793"},
	{"It was built in [the 5th century BC].", "BC04 -0499/-0400"},
	{"It lasted [two months] and [eighty days].", "P2M -|P80D -"},
}

func TestNarrative(t *testing.T) {
	for _, c := range told {
		check(t, c.text, c.want, Options{Anchor: time.Date(2009, 12, 19, 0, 0, 0, 0, time.UTC), Mode: Narrative})
	}
}

// undated are expressions in a report whose day of publication is not known.
var undated = []struct{ text, want string }{
	{"On [Friday] they fought.", "XXXX-WXX-5 -"},
	{"They came [yesterday].", "XXXX-XX-XX -"},
	{"Two cities fell [earlier this week].", "XXXX-WXX -"},
	{"Two cities fell [last month].", "XXXX-XX -"},
	{"Two cities fell [last year].", "XXXX -"},
	{"They left [three weeks ago].", "XXXX-WXX -"},
	{"It fell on [10 June].", "XXXX-06-10 -"},
	{"It fell on [Friday night].", "XXXX-WXX-5TNI -"},
	{"It fell at [the weekend].", "XXXX-WXX-WE -"},
	{"It fell on [10 June 2014].", "2014-06-10 2014-06-10"},
	{"They came in [the summer].", "XXXX-SU -"},
	{"In [the past two days] they took it.", "P2D -"},
	{"Hundreds died in [recent days].", "PXD -"},
	{"At [14:30] it fell.", "XXXX-XX-XXT14:30 -"},
	{"They came at [Easter].", "XXXX-XX-XX -"},
	{"They left [several days ago].", "PAST_REF -"},
	{"When [1990] begins we will see.\n\nIn [September] they met.", "1990 1990|XXXX-09 -"},
}

func TestUndatedIsNeverGuessed(t *testing.T) {
	for _, c := range undated {
		for _, mode := range []Mode{Auto, News} {
			check(t, c.text, c.want, Options{Mode: mode})
		}
	}
}

func TestModeIsChosen(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{"In 1861 the war began. On 12 April 1861 the fort fell. In May 1861 ports were closed. By 1865 it was over. On 9 April 1865 they gave up.", true},
		{"On Friday they fought. He said on Saturday that it was over. The occupation (2003-2011) was long. Yesterday he left.", false},
		{"The town fell.", false},
	} {
		m := newMatcher(c.text)
		m.run()
		if got := m.narrative(Options{Anchor: saturday()}); got != c.want {
			t.Errorf("%q: narrative %t", c.text, got)
		}
	}
}

func TestTypes(t *testing.T) {
	for text, want := range map[string]Type{
		"It fell on 10 June 2014.": Date, "It fell on Friday night.": Time, "It lasted three weeks.": Duration, "It happens every day.": Set,
		"It fell at 2 p.m. on 10 June 2014.": Time, "They left two days ago.": Date,
	} {
		got := Find(text, Options{Anchor: saturday()})
		if len(got) != 1 || got[0].Type != want {
			t.Errorf("%s: %+v, want %s", text, got, want)
		}
	}
}

func TestRelativeAndWhy(t *testing.T) {
	got := Find("On Friday, 10 men came. On 10 June 2014 they left.", Options{Anchor: saturday()})
	if len(got) != 2 || !got[0].Relative || got[0].Why != "the last such day up to the day of publication" || got[1].Relative {
		t.Errorf("%+v", got)
	}
}

func TestWholeRange(t *testing.T) {
	text := "They fought from June 3 to 5 near the dam."
	for _, e := range Find(text, Options{Anchor: saturday()}) {
		if got := text[e.WholeStart:e.WholeEnd]; got != "June 3 to 5" {
			t.Errorf("the range is %q", got)
		}
	}
}

func TestFeasts(t *testing.T) {
	for y, want := range map[int]string{2014: "2014-04-20", 2016: "2016-03-27", 1916: "1916-04-23", 2000: "2000-04-23"} {
		if got := easter(y).Format("2006-01-02"); got != want {
			t.Errorf("Easter %d is %s, want %s", y, got, want)
		}
	}
	if d, _ := holidayDay("thanksgiving", 2014); d.Format("2006-01-02") != "2014-11-27" {
		t.Errorf("Thanksgiving 2014 is %s", d)
	}
}
