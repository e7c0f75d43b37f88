package lexicon

import (
	"strings"
	"sync"
)

// foreignMonths are the names of the months in other languages than English,
// the months of one language on one line, those of a month parted by bars.
// Short forms and names that are words of English are left out.
const foreignMonths = `
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
januar|jänner februar märz april mai juni juli august september oktober november dezember
enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre
janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
januari februari maart april mei juni juli augustus september oktober november december
января|январь февраля|февраль марта|март апреля|апрель мая|май июня|июнь июля|июль августа|август сентября|сентябрь октября|октябрь ноября|ноябрь декабря|декабрь
січня|січень лютого|лютий березня|березень квітня|квітень травня|травень червня|червень липня|липень серпня|серпень вересня|вересень жовтня|жовтень листопада|листопад грудня|грудень
stycznia|styczeń lutego|luty marca|marzec kwietnia|kwiecień maja|maj czerwca|czerwiec lipca|lipiec sierpnia|sierpień września|wrzesień października|październik listopada|listopad grudnia|grudzień
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
يناير فبراير مارس أبريل|ابريل مايو يونيو يوليو أغسطس|اغسطس سبتمبر أكتوبر|اكتوبر نوفمبر ديسمبر
_ شباط آذار|اذار نيسان أيار|ايار حزيران تموز آب أيلول|ايلول _ _ _
ژانویه فوریه مارس آوریل مه ژوئن ژوئیه|جولای اوت سپتامبر اکتبر نوامبر دسامبر
ינואר פברואר מרץ|מרס אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר
januari februari maret april mei juni juli agustus september oktober november desember
januari februari mars april maj juni juli augusti september oktober november december
ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
ledna|leden února|únor března|březen dubna|duben května|květen června|červen července|červenec srpna|srpen září října|říjen listopadu|listopad prosince|prosinec
`

// foreignWeekdays are the days of the week from Monday on, one language a
// line. Names that mean something else too are left out.
const foreignWeekdays = `
lundi mardi mercredi jeudi vendredi samedi dimanche
montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag
lunes martes miércoles jueves viernes sábado domingo
segunda-feira terça-feira quarta-feira quinta-feira sexta-feira _ _
lunedì martedì mercoledì giovedì venerdì sabato domenica
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
понедельник вторник среда|среду четверг пятница|пятницу суббота|субботу воскресенье
понеділок вівторок середа|середу четвер п’ятниця субота|суботу неділя|неділю
poniedziałek wtorek środa|środę czwartek piątek sobota|sobotę niedziela|niedzielę
pazartesi salı çarşamba perşembe cuma cumartesi _
الاثنين|الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
دوشنبه سه` + "\u200c" + `شنبه چهارشنبه پنجشنبه جمعه _ یکشنبه
senin selasa rabu kamis jumat sabtu _
`

// tableOf numbers the words of a table by their column, from 1.
func tableOf(table string) map[string]int {
	all := map[string]int{}
	for line := range strings.Lines(table) {
		for i, names := range strings.Fields(line) {
			for _, w := range strings.Split(names, "|") {
				if w != "_" {
					all[w] = i + 1
				}
			}
		}
	}
	return all
}

var (
	monthsAbroad   = sync.OnceValue(func() map[string]int { return tableOf(foreignMonths) })
	weekdaysAbroad = sync.OnceValue(func() map[string]int { return tableOf(foreignWeekdays) })
)

// MonthAbroad gives the number, 1 to 12, of the month that a lower-case word
// names in full in a language other than English, in the cases that dates use;
// 0 if it names none. Words such as "mars" and "mai" are other words too: a day
// or a year must stand beside them.
func MonthAbroad(word string) int { return monthsAbroad()[word] }

// WeekdayAbroad is WeekdayOf for full names in other languages.
func WeekdayAbroad(word string) int { return weekdaysAbroad()[word] }

// WordsAbroad are all words that MonthAbroad and WeekdayAbroad know.
func WordsAbroad() (months, weekdays map[string]int) { return monthsAbroad(), weekdaysAbroad() }
