package extract

import (
	"strings"
	"time"

	"dateline/timeline/edtf"
	"dateline/timeline/timex"
)

// fakeNames is a small gazetteer: names in lower case to what they mean.
type fakeNames map[string]Sense

func (f fakeNames) Match(words []string) (int, Sense) {
	for n := min(len(words), 5); n > 0; n-- {
		if s, ok := f[strings.ToLower(strings.Join(words[:n], " "))]; ok {
			return n, s
		}
	}
	return 0, Sense{}
}

// names is the gazetteer of the tests in this package.
var names = func() fakeNames {
	f := fakeNames{}
	add := func(list string, s Sense) {
		for _, n := range strings.Split(list, ",") {
			f[strings.ToLower(strings.TrimSpace(n))] = s
		}
	}
	add("Iraq, Iran, Syria, Ukraine, Russia, Sudan, Chad, Egypt, United States, US, Turkey, Türkiye, Japan, Peru, Kenya, Poland, Philippines, Libya, Germany, France, Israel, Lebanon, Saudi Arabia, Qatar, Philippines, Bolivia, Jordan, Georgia, Switzerland",
		Sense{Country: true, Official: true, Population: 20_000_000})
	add("Iraqi, Iraqis, Iranian, Iranians, Syrian, Ukrainian, Ukrainians, Russian, Russians, Sudanese, American, Turkish, Japanese, Peruvian, Kenyan, Polish, Saudi, Egyptian, Philippine, Bolivian, Georgian, Chadian",
		Sense{Demonym: true})
	add("Jordan, Georgia", Sense{Country: true, Town: true, Official: true, Population: 5_000_000, Language: true})
	add("Mosul, Tikrit, Samarra, Baghdad, Kyiv, Kharkiv, Kherson, Odesa, Khartoum, Omdurman, Nyala, Poltava, Belgorod, Jeddah, Geneva, Manila, Lima, La Paz, El Alto, Warsaw, Cairo, Davao, El Fasher, Kirkuk, Tehran, Moscow, Washington, Cochabamba",
		Sense{Town: true, Official: true, Population: 500_000})
	add("Muqdadiya, Saadiya, Jalawla, Kupiansk, Vovchansk, Lyman, Orikhiv, Wad Madani, Singa, Tawila, Adre, Catarman, Borongan, Guiuan, Oras, Tabuk, Viacha, Caracollo, Rockville, Bakhra, Dolores, Izium, Gedaref, Bohol",
		Sense{Town: true, Official: true, Population: 30_000})
	add("Papua New Guinea, Australia, Burkina Faso, Jamaica, Grenada, Mexico, Cayman Islands, Mali, Algeria", Sense{Country: true, Official: true, Population: 5_000_000})
	add("Jamaican, Grenadian, British, Israeli, Lebanese, French, Malian", Sense{Demonym: true})
	add("Port Moresby, Lae, Ouagadougou, Bobo-Dioulasso, Beirut, Tel Aviv, Kingston, Cancun, Bamako, Miami", Sense{Town: true, Official: true, Population: 300_000})
	add("Goroka, Kainantu, Kundiawa, Rabaul, Townsville, Dedougou, Djibo, Kaya, Karma, Youlou, Kiryat Shmona, Bint Jbeil, Naqoura, Tajoura, Tyre, Sidon, Tulum, Kidal, Gao", Sense{Town: true, Official: true, Population: 20_000})
	add("Eastern Highlands, Boucle du Mouhoun, Quintana Roo, Hanover, Caribbean", Sense{Division: true, Official: true, Population: 500_000})
	add("Reading, Nice, Mobile, Same, Split, March, Said, Of, Police, Baghdadi",
		Sense{Town: true, Population: 20_000, Language: true})
	add("Diyala, Bohol, Nineveh, North Darfur, Darfur, Maryland, Eastern Samar, Samar, Kharkiv region, Gezira",
		Sense{Division: true, Official: true, Population: 1_500_000})
	add("Niger, Benin, El Salvador, China, South Korea, Djibouti, South Sudan", Sense{Country: true, Official: true, Population: 10_000_000})
	add("Chinese, South Korean, West African, Nigerien", Sense{Demonym: true})
	add("Niamey, Port Sudan, Juba, Nairobi, San Salvador, San Miguel, Cebu City, Cebu", Sense{Town: true, Official: true, Population: 400_000})
	add("Wiye, Khartoum North, Kafouri, Wadi Seidna, Geneina, Siargao, Maasin, Puerto Princesa, Talisay, San Jose, Tacloban, Surigao, Chalchuapa, San Isidro, Zacatecoluca, Suchitoto, Soyapango", Sense{Town: true, Official: true, Population: 20_000})
	add("Tillabery, West Darfur, Negros, Dinagat Islands, Santa Ana, Cabanas, Usulutan", Sense{Division: true, Official: true, Population: 500_000})
	add("Red Sea, South China Sea, Nile", Sense{Official: true, Natural: true})
	return f
}()

// fakeTimes knows weekdays, "yesterday", "earlier this week" and "9 June".
func fakeTimes(text string, opt timex.Options) []timex.Expr {
	days := []string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}
	low := strings.ToLower(text)
	var all []timex.Expr
	add := func(i, n int, value string, v edtf.Value) {
		all = append(all, timex.Expr{Start: i, End: i + n, Type: timex.Date, Value: value, EDTF: v})
	}
	known := !opt.Anchor.IsZero()
	for i := 0; i < len(low); i++ {
		if i > 0 && low[i-1] >= 'a' && low[i-1] <= 'z' {
			continue
		}
		rest := low[i:]
		switch {
		case strings.HasPrefix(rest, "earlier this week"):
			v := edtf.Value{}
			if known {
				monday := opt.Anchor.AddDate(0, 0, -(int(opt.Anchor.Weekday())+6)%7)
				v = edtf.DateRange(monday, opt.Anchor.AddDate(0, 0, -1))
			}
			add(i, len("earlier this week"), "XXXX-WXX", v)
		case strings.HasPrefix(rest, "yesterday"):
			v := edtf.Value{}
			if known {
				v = edtf.OnDay(opt.Anchor.AddDate(0, 0, -1))
			}
			add(i, len("yesterday"), "XXXX-XX-XX", v)
		}
		for d, name := range days {
			if !strings.HasPrefix(rest, name) {
				continue
			}
			v := edtf.Value{}
			if known {
				back := (int(opt.Anchor.Weekday()) - d + 7) % 7
				v = edtf.OnDay(opt.Anchor.AddDate(0, 0, -back))
			}
			add(i, len(name), "XXXX-WXX-"+string(rune('0'+d)), v)
		}
		for m := time.January; m <= time.December; m++ {
			name := strings.ToLower(m.String())
			if !strings.HasPrefix(rest, name) || i < 2 || low[i-1] != ' ' {
				continue
			}
			j := i - 1
			for j > 0 && low[j-1] >= '0' && low[j-1] <= '9' {
				j--
			}
			day := 0
			for _, c := range low[j : i-1] {
				day = day*10 + int(c-'0')
			}
			if day < 1 || day > 31 {
				continue
			}
			n, year := i+len(name), opt.Anchor.Year()
			if len(low) >= n+5 && low[n] == ' ' && low[n+1] >= '1' && low[n+1] <= '2' {
				year = 0
				for _, c := range low[n+1 : n+5] {
					year = year*10 + int(c-'0')
				}
				n += 5
			} else if !known {
				continue
			}
			v := edtf.OfDay(year, m, day)
			add(j, n-j, v.String(), v)
		}
	}
	return all
}
