package scene

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"dateline/geo/gazetteer"
)

// ownLatin are the countries in which Latin letters with marks are the local
// way of writing, so that a town's name keeps them ("Malmö", "Rīga"). Elsewhere
// the marks only tell scholars how a name is written in another script, and a
// map reads better without ("Samarra", not "Sāmarrā’").
const ownLatin = " AD AL AR AT AU AW AX BA BB BE BF BI BJ BO BR BS BW BZ CA CD CF CG CH CI CL CM CO CR CU CV CW CZ DE DK DM DO EC EE ES FI FJ FO FR GA GB GD GF GH GL GN GP GQ GT GU GW GY HN HR HT HU ID IE IM IS IT JE JM KE LC LI LR LS LT LU LV MC MD ME MG MH ML MQ MT MX MY MZ NA NC NE NG NI NL NO NR NZ PA PE PF PG PH PL PM PR PT PW PY RE RO RW SE SG SI SJ SK SL SM SN SR SS ST SV SX SZ TD TG TL TO TR TT TV TZ UG US UY UZ VA VC VE VG VI VN VU WF WS XK YT ZA ZM ZW "

// townName is the name of a town as the map writes it.
func townName(p gazetteer.Place) string { return nameIn(p.Name, p.Country) }

// nameIn is a name in a country as the map writes it.
func nameIn(name, country string) string {
	if strings.Contains(ownLatin, " "+country+" ") {
		return name
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(name) {
		switch {
		case r >= 0x300 && r < 0x370: // combining marks
		case strings.ContainsRune("ʻʼʿʾ‘’`´ʹʺ", r):
		default:
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}

// says reports whether a title names a town, however it is written.
func says(title, name string) bool {
	return strings.Contains(" "+gazetteer.Fold(title)+" ", " "+gazetteer.Fold(name)+" ")
}

// sameTown reports whether a mark stands for a town.
func sameTown(m mark, p gazetteer.Place) bool {
	if m.place.Place.GeonameID != 0 && p.GeonameID != 0 {
		return m.place.Place.GeonameID == p.GeonameID
	}
	return gazetteer.Fold(m.place.Place.Name) == gazetteer.Fold(p.Name) || gazetteer.Fold(m.place.Name) == gazetteer.Fold(p.Name)
}
