package kit

import "fyne.io/fyne/v2"

// icon is a picture of 24 × 24 units in black, coloured when it is shown.
func icon(name, body string) fyne.Resource {
	return fyne.NewStaticResource(name+".svg", []byte(
		`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">`+body+`</svg>`))
}

// The icons, by what they do.
var (
	IconFirst    = icon("first", `<path fill="#000000" d="M5 6h2.4v12H5zM19 6v12l-10-6z"/>`)
	IconPrevious = icon("previous", `<path fill="#000000" d="M16.5 5.5v13L6 12z"/>`)
	IconNext     = icon("next", `<path fill="#000000" d="M7.5 5.5v13L18 12z"/>`)
	IconLast     = icon("last", `<path fill="#000000" d="M16.6 6H19v12h-2.4zM5 6v12l10-6z"/>`)
	IconPlay     = icon("play", `<path fill="#000000" d="M7 4v16l13-8z"/>`)
	IconPause    = icon("pause", `<path fill="#000000" d="M6 5h4.2v14H6zM13.8 5H18v14h-4.2z"/>`)
	IconCheck    = icon("check", `<path fill="#000000" d="M9.2 18.2L3.6 12.6l1.7-1.7 3.9 3.9 9.5-9.5 1.7 1.7z"/>`)
	IconUndo     = icon("undo", `<path fill="#000000" d="M8 5L3 10l5 5v-3.8h6a3.6 3.6 0 0 1 0 7.2h-4v2.4h4a6 6 0 0 0 0-12H8z"/>`)
	IconRedo     = icon("redo", `<path fill="#000000" d="M16 5l5 5-5 5v-3.8h-6a3.6 3.6 0 0 0 0 7.2h4v2.4h-4a6 6 0 0 1 0-12h6z"/>`)
	IconDrop     = icon("drop", `<path fill="#000000" d="M6 9h12l-6 7z"/>`)
	IconMenu     = icon("menu", `<path fill="#000000" d="M4 6h16v2H4zM4 11h16v2H4zM4 16h16v2H4z"/>`)
	IconSearch   = icon("search", `<path fill="#000000" fill-rule="evenodd" d="M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z M10.5 6a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9z"/><path fill="#000000" d="M14.2 15.6L15.6 14.2L20.6 19.2L19.2 20.6z"/>`)
	IconClose    = icon("close", `<path fill="#000000" d="M6.4 5L5 6.4l5.6 5.6L5 17.6 6.4 19l5.6-5.6 5.6 5.6 1.4-1.4-5.6-5.6L19 6.4 17.6 5 12 10.6z"/>`)
)
