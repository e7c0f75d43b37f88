package timex

import "testing"

// numbers are numbers and names that are no dates, among them a few that are.
var numbers = []struct{ text, want string }{
	{"A force of 1500 men and 2000 horses came.", ""},
	{"Some 1990 rifles and 1812 shells were found.", ""},
	{"The bill was $2014, or 1999 euros.", ""},
	{"It is 1914 metres high and 2000 feet wide.", ""},
	{"The 1st Army and the 2nd Brigade met the 101st.", ""},
	{"Resolution 1701 and Order 1945 were read.", ""},
	{"Boeing 1900 and flight 2001 were late.", ""},
	{"Room 1984 is on floor 19.", ""},
	{"No. 1945 and number 2001 won.", ""},
	{"Page 1999 of 2014 pages.", ""},
	{"It weighs 2000 kg and costs 1,999 dollars.", ""},
	{"About 1950 people, nearly 2000 men and over 1900 women.", ""},
	{"More than 2011 families fled.", ""},
	{"A 2000-strong force came.", ""},
	{"A 1500-man force came.", ""},
	{"A 2000m race and a 1500 m race.", ""},
	{"At 2000 metres it snows.", ""},
	{"The 2000 guards fled.", ""},
	{"By 2000 guards it was held.", ""},
	{"It rose 2000% and fell 19.14%.", ""},
	{"Version 2014.1 and 3.1914 are out.", ""},
	{"In 1,914 towns and 2.014 villages.", ""},
	{"The hill 1990 fell.", ""},
	{"Second Street and Third Avenue and the Second World War.", ""},
	{"A second man, a third woman, a quarter of them, half of them.", ""},
	{"A quarter of the town burned in [a minute].", "PT1M -"},
	{"June Smith and April Jones and May Brown came.", ""},
	{"Mr. March said that Mrs. June was here.", ""},
	{"He may come and may not.", ""},
	{"The Times and the Daily Star and the Sunday Post.", ""},
	{"Seven sisters and Ten men.", ""},
	{"A late train and an early bird.", ""},
	{"An end to the war and the start of the race.", ""},
	{"The last man and the next woman.", ""},
	{"The past is past.", ""},
	{"A day to remember and a night of terror.", ""},
}

func TestNumbersAreNoDates(t *testing.T) {
	for _, c := range numbers {
		check(t, c.text, c.want, Options{Anchor: saturday(), Mode: News})
	}
}
