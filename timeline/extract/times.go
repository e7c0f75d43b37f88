package extract

import "dateline/timeline/timex"

// findTimes finds the expressions of time of a text.
func findTimes(text string, opt timex.Options) []timex.Expr { return timex.Find(text, opt) }
