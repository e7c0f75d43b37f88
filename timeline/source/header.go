package source

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/edtf"
)

// header is what the top and the foot of a report say of it.
type header struct {
	title, publisher string
	published        edtf.Value
	warnings         []string
}

var (
	// dateLabelRE begins a line that gives the date of publication.
	dateLabelRE = lazy(`^(?i:(published|publication date|date published|date of publication|first published|posted|date|dated|released?|last updated|updated|last modified)(?: on| at)?\s*(?::|-|–|—|\s)\s*)`)
	// sourceLabelRE begins a line that names the publisher.
	sourceLabelRE = lazy(`^(?i:source|publisher|published by|publication|newspaper|agency)\s*:\s*`)
	// timeOfDayRE is a time behind a date, which publication dates leave out.
	timeOfDayRE = lazy(`(?i:[\s,|·•T]*(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:\(?(?:[A-Z]{1,4}T|UTC|GMT|Z|ET|PT|local time)\)?)?(?:\s*[+-]\d{2}:?\d{2})?\s*$|[\s,|]*\d{1,2}\s*[ap]\.?m\.?(?:\s+[A-Z]{2,4})?\s*$)`)
	// datelineRE is the place, date and agency before the first sentence.
	datelineRE = lazy(`^((?:\p{Lu}[\p{L}.'’-]*[ /]?){1,4}(?:, ?(?:\p{Lu}[\p{L}.'’-]* ?){1,3})?)(?:\([^()\n]{2,30}\))?(?:, ?| ?\(?)((?:(?:\p{Lu}[a-z]+day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?,? )?(?:\d{1,2} \p{Lu}[\p{L}.]+,? \d{4}|\d{1,2} [A-Z]{3,9} \d{2}|\p{Lu}[\p{L}.]+ \d{1,2},? \d{4}))\)?(?:,? ?\(([^)]{2,50})\))?(?:,? ?(?:—|–|--|-|:)| |$)`)
	// datelineAfterRE is a dateline with the date behind the dash: "SPRINGFIELD,
	// Ill. (Wire) - Nov. 3, 2022 - ".
	datelineAfterRE = lazy(`^(?:\p{Lu}[\p{L}.'’-]*[ /]?){1,4}(?:, ?(?:\p{Lu}[\p{L}.'’-]* ?){1,3})?(?:\([^()\n]{2,30}\))? ?(?:—|–|--|-) ?(?:(?:\p{Lu}[a-z]+day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?,? )?(\p{Lu}[\p{L}.]+ \d{1,2}, \d{4}|\d{1,2} \p{Lu}[\p{L}.]+ \d{4})(?: ?(?:—|–|--|-|:)|[.,]? |[.,]?$)`)
	// agencyRE is an agency in a dateline without a date.
	agencyRE = lazy(`^\p{Lu}[\p{L} .,'’/-]{2,50}(?:\d{1,2})? ?\((AP|AFP|Reuters|REUTERS|EFE|UPI|DPA|dpa|Xinhua|TASS|Interfax|Bloomberg|CNN|BBC|IRIN|ACAN-EFE|Al Jazeera)\)\s*(?:—|–|--|-)`)
)

const (
	headBlocks = 10 // how far down the top of a report reaches
	footBlocks = 4
)

// readHeader looks for the title, the date and the publisher.
func readHeader(text string, blocks []Block) header {
	var h header
	var updated edtf.Value
	prose := 0
	for i, b := range blocks {
		top, foot := i < headBlocks && prose < 3, i >= len(blocks)-footBlocks
		s := text[b.Start:b.End]
		if b.Kind == Paragraph && !isHeaderLine(s) {
			prose++
		}
		if !top && !foot || len(s) > 2000 {
			continue
		}
		if b.Kind == Heading && top && prose == 0 && h.title == "" && !isByline(s) {
			h.title = s
			continue
		}
		if v, isUpdate, found := h.dateLine(s, foot && !top); found {
			if isUpdate && updated.IsZero() {
				updated = v
			} else if !isUpdate && h.published.IsZero() {
				h.published = v
			}
		}
		if top && (b.Kind == Paragraph || b.Kind == Heading && isDateline(s)) {
			h.dateline(s)
		}
		h.source(s)
	}
	if h.published.IsZero() {
		h.published = updated
	}
	if h.title == "" {
		h.title = firstLine(text, blocks)
	}
	return h
}

// dateLine reads a line that is only a date, or a label and a date. At the
// foot of a report a date needs its label.
func (h *header) dateLine(s string, foot bool) (v edtf.Value, isUpdate, found bool) {
	if len(s) > 120 || strings.IndexByte(s, '\n') >= 0 || !strings.ContainsAny(s, "0123456789") {
		return v, false, false
	}
	rest := s
	m := dateLabelRE().FindStringSubmatchIndex(s)
	if m != nil {
		rest = s[m[1]:]
		low := strings.ToLower(s[m[2]:m[3]])
		isUpdate = strings.Contains(low, "updated") || strings.Contains(low, "modified")
	} else if foot {
		return v, false, false
	}
	v, err := readDate(rest)
	if !foot && (err != nil || len(dayRE().FindAllStringIndex(s, 2)) > 1) {
		if v, isUpdate, found := datesWithin(s); found {
			return v, isUpdate, true
		}
	}
	if err != nil {
		if m != nil && strings.Contains(err.Error(), " can be ") {
			h.warnings = append(h.warnings, fmt.Sprintf("The date of the report is not clear: %v.", err))
		}
		return v, false, false
	}
	return v, isUpdate, v.Precision() >= edtf.Day && !v.IsInterval()
}

// readDate reads a date that can have a time of day behind it, or more words
// behind a bar.
func readDate(s string) (edtf.Value, error) {
	s = strings.TrimSpace(s)
	for _, cut := range [...]string{" | ", " · ", " • "} {
		s, _, _ = strings.Cut(s, cut)
	}
	v, err := edtf.ParseUser(s)
	if err != nil {
		if t := timeOfDayRE().FindStringIndex(s); t != nil && t[0] > 0 {
			v, err = edtf.ParseUser(strings.TrimRight(s[:t[0]], " ,-–—|"))
		} else if t := timeFirstRE().FindStringIndex(s); t != nil {
			v, err = edtf.ParseUser(s[t[1]:])
		}
	}
	if err != nil {
		return edtf.Value{}, err
	}
	if v.Precision() > edtf.Day && !v.IsInterval() {
		v, err = edtf.Parse(v.String()[:strings.IndexByte(v.String(), 'T')])
	}
	return v, err
}

// timeFirstRE is a time of day before a date: "15:32 BST, ".
var timeFirstRE = lazy(`^\d{1,2}[:.]\d{2}\s*(?i:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?,?\s*`)

// longestDateline is how many bytes of a block can be its dateline.
const longestDateline = 200

// dateline reads the place, date and agency before the first sentence.
func (h *header) dateline(s string) {
	if r, _ := utf8.DecodeRuneInString(s); !unicode.IsUpper(r) {
		return
	}
	if len(s) > longestDateline {
		s = s[:longestDateline] // before the first sentence; a letter cut in two is beyond it
	}
	if m := datelineRE().FindStringSubmatch(s); m != nil {
		if v, err := edtf.ParseUser(fullYear(m[2])); err == nil && h.published.IsZero() && v.Precision() == edtf.Day {
			h.published = v
		}
		if m[3] != "" && h.publisher == "" {
			h.publisher = m[3]
		}
	}
	if h.published.IsZero() {
		if m := datelineAfterRE().FindStringSubmatch(s); m != nil {
			if v, err := edtf.ParseUser(m[1]); err == nil && v.Precision() == edtf.Day {
				h.published = v
			}
		}
	}
	if m := agencyRE().FindStringSubmatch(s); m != nil && h.publisher == "" {
		h.publisher = m[1]
	}
}

// isDateline tells a line that is a place and a date and nothing more.
func isDateline(s string) bool {
	if len(s) > longestDateline {
		return false
	}
	m := datelineRE().FindStringIndex(s)
	return m != nil && m[1] == len(s)
}

// fullYear writes out the year of the telegraph form "3 JAN 90".
func fullYear(date string) string {
	n := len(date)
	if n < 8 || date[n-3] != ' ' {
		return date
	}
	if date[n-2] < '4' {
		return date[:n-2] + "20" + date[n-2:]
	}
	return date[:n-2] + "19" + date[n-2:]
}

// source reads "Source: BBC News" and "Source: BBC News, 14 June 2014".
func (h *header) source(s string) {
	if len(s) > 120 || strings.IndexByte(s, ':') < 0 || strings.IndexByte(s, '\n') >= 0 {
		return
	}
	m := sourceLabelRE().FindStringIndex(s)
	if m == nil {
		return
	}
	rest := strings.TrimRight(strings.TrimSpace(s[m[1]:]), ".")
	if r, _ := utf8.DecodeRuneInString(rest); !unicode.IsUpper(r) && !unicode.IsDigit(r) || endsSentence(rest) {
		return
	}
	for i := range rest {
		if rest[i] != ',' && rest[i] != '(' && rest[i] != ';' {
			continue
		}
		if v, err := readDate(strings.Trim(rest[i+1:], " )")); err == nil && v.Precision() == edtf.Day {
			if h.published.IsZero() {
				h.published = v
			}
			rest = strings.TrimRight(rest[:i], " ")
			break
		}
	}
	if h.publisher == "" {
		h.publisher = rest
	}
}

// hasYear reports whether four digits stand together, or digits on both sides
// of a point, bar or hyphen: what no day is written without.
func hasYear(s string) bool {
	run := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			if run++; run == 4 {
				return true
			}
		case run > 0 && (c == '/' || c == '.' || c == '-') && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9':
			return true
		default:
			run = 0
		}
	}
	return false
}

// isHeaderLine tells a line that only says when or by whom a report was
// published.
func isHeaderLine(s string) bool {
	if len(s) > 120 || strings.IndexByte(s, '\n') >= 0 {
		return false
	}
	if strings.IndexByte(s, ':') > 0 && sourceLabelRE().MatchString(s) && !endsSentence(strings.TrimRight(s, ".")) {
		return true
	}
	if !strings.ContainsAny(s, "0123456789") {
		return false
	}
	label := dateLabelRE().FindStringIndex(s)
	if label == nil && !hasYear(s) {
		return false
	}
	if label != nil {
		s = s[label[1]:]
	}
	v, err := readDate(s)
	if err != nil {
		if _, _, found := datesWithin(s); found {
			return true
		}
	}
	return err == nil && v.Precision() >= edtf.Day || err != nil && strings.Contains(err.Error(), " can be ")
}

// firstLine is the first line of prose, cut to about a headline's length.
func firstLine(text string, blocks []Block) string {
	for _, want := range [...]bool{false, true} {
		for _, b := range blocks {
			if (b.Kind == Boilerplate || b.Kind == Caption) && !want {
				continue
			}
			s, _, _ := strings.Cut(text[b.Start:b.End], "\n")
			return shorten(s, 100)
		}
	}
	return ""
}

// shorten cuts s to at most n characters at a space.
func shorten(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	s = string([]rune(s)[:n])
	if i := strings.LastIndexByte(s, ' '); i > n/2 {
		s = s[:i]
	}
	return strings.TrimRight(s, " ,;:") + "…"
}
