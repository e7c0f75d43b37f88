package lexicon

import (
	"strings"
	"testing"
)

func TestMonthsAbroad(t *testing.T) {
	for w, want := range map[string]int{
		"janvier": 1, "août": 8, "märz": 3, "dezember": 12, "enero": 1, "setiembre": 9, "março": 3, "luglio": 7, "maart": 3, "июня": 6, "листопада": 11,
		"września": 9, "şubat": 2, "حزيران": 6, "يوليو": 7, "ژوئن": 6, "אוגוסט": 8, "agustus": 8, "října": 10, "bazaar": 0, "": 0,
	} {
		if got := MonthAbroad(w); got != want {
			t.Errorf("%q is month %d, want %d", w, got, want)
		}
	}
	for w, want := range map[string]int{"lundi": 1, "freitag": 5, "domingo": 7, "среду": 3, "الجمعة": 5, "cumartesi": 6, "kamis": 4, "pazar": 0} {
		if got := WeekdayAbroad(w); got != want {
			t.Errorf("%q is day %d, want %d", w, got, want)
		}
	}
}

// A line of either table that lacks a column would shift all after it.
func TestTablesAreWhole(t *testing.T) {
	for n, table := range map[int]string{12: foreignMonths, 7: foreignWeekdays} {
		for line := range strings.Lines(strings.TrimSpace(table)) {
			if got := len(strings.Fields(line)); got != n {
				t.Errorf("%d columns instead of %d: %s", got, n, line)
			}
			if strings.ToLower(line) != line {
				t.Errorf("capitals: %s", line)
			}
		}
	}
}
