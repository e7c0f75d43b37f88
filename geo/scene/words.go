package scene

import "strings"

// Heights of a line of text in ems, from its baseline, with the halo.
const (
	ascent  = 0.80
	descent = 0.26
)

// wrap breaks a text into at most n lines no wider than max, at spaces; what
// does not fit is cut with an ellipsis. Short lines are evened out.
func wrap(m Measurer, text string, f Font, size, max float64, n int) []string {
	words := together(strings.Fields(text))
	if len(words) == 0 {
		return nil
	}
	lines := greedy(m, words, f, size, max)
	if len(lines) > n {
		rest := strings.Join(lines[n-1:], " ")
		lines = append(lines[:n-1:n-1], cut(m, rest, f, size, max))
		return lines
	}
	if len(lines) == 2 {
		// Even the two lines out: the narrowest width that still gives two.
		for w := max * 0.95; w > max*0.4; w *= 0.95 {
			l := greedy(m, words, f, size, w)
			if len(l) != 2 || m.Width(l[0], f, size) > w || m.Width(l[1], f, size) > w {
				break
			}
			lines = l
		}
	}
	for i := range lines {
		lines[i] = cut(m, lines[i], f, size, max)
	}
	return lines
}

// together keeps a number and the word it counts on one line: "80 km".
func together(words []string) []string {
	var out []string
	for i := 0; i < len(words); i++ {
		w := words[i]
		if last := w[len(w)-1]; last >= '0' && last <= '9' && i+1 < len(words) && len(words[i+1]) <= 8 {
			w += " " + words[i+1]
			i++
		}
		out = append(out, w)
	}
	return out
}

func greedy(m Measurer, words []string, f Font, size, max float64) []string {
	var lines []string
	cur := words[0]
	for _, w := range words[1:] {
		if m.Width(cur+" "+w, f, size) > max {
			lines = append(lines, cur)
			cur = w
			continue
		}
		cur += " " + w
	}
	return append(lines, cur)
}

// cut shortens a text to a width with an ellipsis.
func cut(m Measurer, text string, f Font, size, max float64) string {
	if m.Width(text, f, size) <= max {
		return text
	}
	runes := []rune(text)
	for n := len(runes) - 1; n > 0; n-- {
		if s := strings.TrimRight(string(runes[:n]), " ,;:.–-") + "…"; m.Width(s, f, size) <= max {
			return s
		}
	}
	return "…"
}

// widest is the width of the widest line.
func widest(m Measurer, lines []string, f Font, size float64) float64 {
	w := 0.0
	for _, l := range lines {
		w = max(w, m.Width(l, f, size))
	}
	return w
}
