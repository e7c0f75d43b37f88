package window

import (
	"fyne.io/fyne/v2/lang"

	"dateline/app/words"
)

// languageOf is the language that a person chose, else the one of the system.
func languageOf(kept keeper) words.Language {
	if code := kept.String(prefLanguage); code != "" {
		return words.Match(code)
	}
	return words.Match(lang.SystemLocale().String())
}
