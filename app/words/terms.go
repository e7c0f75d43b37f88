package words

import (
	"strings"
	"unicode/utf8"
)

// Term says a value of the data that is a word of its own: a kind of event, a
// role, a stance, a colour. "change-of-control" is "Change of control".
func Term[S ~string](value S) string { return T(Upper(strings.ReplaceAll(string(value), "-", " "))) }

// Terms are what is said of values: those that Term may be asked for, and names
// that stand in the code as constants.
func Terms() []string {
	return []string{
		Mark("Battle"), Mark("Attack"), Mark("Bombardment"), Mark("Change of control"), Mark("Advance"), Mark("Withdrawal"), Mark("Reinforcement"),
		Mark("Deployment"), Mark("Mobilisation"), Mark("Visit"), Mark("Statement"), Mark("Agreement"), Mark("Displacement"), Mark("Casualties"),
		Mark("Protest"), Mark("Arrest"), Mark("Disaster"), Mark("Aid"), Mark("Other"),
		Mark("At"), Mark("Near"), Mark("From"), Mark("To"), Mark("Via"), Mark("Toward"),
		Mark("Reports"), Mark("Claims"), Mark("Denies"), Mark("Confirms"), Mark("Doubts"),
		Mark("Proposed"), Mark("Accepted"), Mark("Rejected"),
		Mark("Red"), Mark("Blue"), Mark("Green"), Mark("Purple"), Mark("Amber"), Mark("Teal"), Mark("Grey"),
		Mark("Circle"), Mark("Square"), Mark("Diamond"), Mark("Triangle"),
		Mark("File"), Mark("Edit"), Mark("Event"), Mark("Time"), Mark("Briefing"), Mark("View"), Mark("Help"),
		Mark("Do"), Mark("Place"), Mark("Date"),
		Mark("As they are"), Mark("As seen in the window"), Mark("All events"), Mark("Another size"),
		Mark("Slide"), Mark("Large slide"), Mark("Screen"), Mark("Upright"), Mark("Telephone"), Mark("A4 landscape"), Mark("A4 upright"),
		Mark("A3 landscape"), Mark("A3 upright"), Mark("Letter landscape"), Mark("Letter upright"),
		Mark("Desktop"), Mark("Documents"), Mark("Downloads"),
		Mark("Legend"), Mark("Scale"), Mark("Clock"), Mark("Inset"),
		Mark("set by hand on the map"), Mark("chosen by hand"), Mark("coordinates typed by hand"), Mark("moved by hand on the map"),
		Mark("northward"), Mark("southward"), Mark("eastward"), Mark("westward"),
	}
}

// Upper begins a phrase with a capital.
func Upper(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || r == utf8.RuneError {
		return s
	}
	return strings.ToUpper(string(r)) + s[n:]
}
