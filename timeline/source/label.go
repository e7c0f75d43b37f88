package source

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"
)

// lazy compiles a pattern when it is first needed, so that a program that
// reads no report does not pay for it at its start.
func lazy(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// labelRE is the label that web pages put before a caption or a credit, with
// its comma or colon: "Media caption,", "Image source,", "Photo:".
var labelRE = lazy(`^(?i:(?:(media|image|video|photo|picture|audio|map|figure|file photo) ?(caption|source|credits?|copyright|courtesy)?|caption|credits?|photograph|photo by|photograph by|picture by)\s*(?:[,:]\s*|$))`)

// label gives the length of the label that begins a line and what follows it:
// a Caption, or Boilerplate for a credit. 0 if the line has no label.
func label(s string) (n int, follows BlockKind) {
	if len(s) == 0 || len(s) > 2000 {
		return 0, 0
	}
	if !beginsWith(s, "media", "image", "video", "photo", "picture", "audio", "map", "figure", "file", "caption", "credit") {
		return 0, 0
	}
	m := labelRE().FindStringSubmatchIndex(s)
	if m == nil {
		return 0, 0
	}
	low := strings.ToLower(strings.TrimRight(s[:m[1]], " \t,:"))
	mark := strings.ContainsAny(s[:m[1]], ",:")
	switch {
	case strings.HasSuffix(low, "caption"):
		return m[1], Caption
	case strings.HasPrefix(low, "map") || strings.HasPrefix(low, "figure") || !mark && m[2] < 0 || m[2] >= 0 && m[4] < 0 && s[m[1]-1] != ' ' && !strings.HasSuffix(strings.TrimSpace(s[:m[1]]), ":"):
		// "Map," or the bare word "Photo" is prose or a heading
		return 0, 0
	case strings.HasSuffix(strings.TrimSpace(s[:m[1]]), ",") && m[4] < 0:
		return 0, 0
	}
	return m[1], Boilerplate
}

// beginsWith reports whether s begins with one of the words, in capitals or
// small letters. It spares most blocks the patterns.
func beginsWith(s string, words ...string) bool {
	for _, w := range words {
		if len(s) >= len(w) && strings.EqualFold(s[:len(w)], w) {
			return true
		}
	}
	return false
}

func isLabel(s string) bool {
	n, _ := label(s)
	return n > 0
}

// creditRE is a credit of a picture at the end of a caption.
var creditRE = lazy(`(?i:\b(?:photo(?:graph)?s?|picture|image|credit)s?\s*(?:by|:|credit:|courtesy of)\s*[^.]{2,80}$|\((?:[a-z .]+ )?photo[s]?(?:/| by|:)[^)]*\)\s*\.?$|\bvia getty images\)?\.?$|/getty images\)?\.?$|^getty images$|^(?:ap|afp|reuters|epa)(?: photo)?(?:/[^.]{2,40})?$)`)

func isCredit(s string) bool {
	return len(s) <= 400 && (containsFold(s, "photo", "picture", "image", "credit", "getty") || beginsWith(s, "ap", "afp", "reuters", "epa")) && creditRE().MatchString(s)
}

// containsFold reports whether s has one of the words, in capitals or small
// letters.
func containsFold(s string, words ...string) bool {
	low := strings.ToLower(s)
	for _, w := range words {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// bylineRE is a line that names the author.
var bylineRE = lazy(`^(?:By|Analysis (?:from|by)|Reporting by|Written by|Report by|BY)\s+\p{Lu}[^.!?]{2,90}$`)

func isByline(s string) bool {
	return len(s) <= 400 && utf8.RuneCountInString(s) <= 100 && beginsWith(s, "by", "analysis", "reporting", "written", "report") && len(strings.Fields(s)) <= 12 && bylineRE().MatchString(s)
}

// toReaderRE is a question or a request to the readers of a page.
var toReaderRE = lazy(`^(?i:(?:are|were|have|do|did|can|could|will|would|has) (?:you|your)\b[^"“]*\?|(?:what|how|where|when|why) (?:do|did|have|are|is|was) (?:you|your)\b[^"“]*\?|(?:e-?mail|contact|tell|send|write to|text|tweet|call) us\b|(?:you can|please) (?:e-?mail|contact|send|share|tell|also|get in touch|follow|read)\b|if you (?:are|have|were|would like|want)\b.{0,160}\b(?:e-?mail|contact|us|comment|get in touch)\b|(?:share|send) (?:us )?your\b|get in touch\b|let us know\b|join (?:us|the conversation)\b)`)

// pageRE is furniture of a page: it begins a short line.
var pageRE = lazy(`^(?i:share (?:this|on|via|page)|read more\b|read also\b|also read\b|see also:?|read next\b|more on this|more from\b|related (?:topics?|stor(?:y|ies)|articles?|content|links|internet links)|follow (?:us|@|the)\b|sign up\b|subscribe\b|newsletter\b|copyright\b|©|\(c\) \d{4}|all rights reserved|terms (?:of use|and conditions)|privacy policy|cookies?\b|we use cookies|this (?:site|website|page) uses|accept (?:all )?cookies|skip to\b|click here|tap here|download (?:the|our)\b|advertisement\b|sponsored\b|recommended (?:for you|stories)|most (?:read|popular|viewed)\b|top stories\b|back to top|jump to\b|log ?in\b|this article (?:was|has been) (?:first |originally )?published|the bbc is not responsible|watch:|listen:|video:|live:|\[?advert\]?$|comments? \(?\d*\)?$|view comments|leave a comment|last updated?\b|first published\b|published\b.{0,5}\d|updated?:|posted (?:on|by|at)\b|\d+ (?:comments?|shares?|min(?:ute)?s? read)\b|reporting by\b|editing by\b|\(?(?:additional )?reporting by\b|our standards:)`)

// withinRE is furniture anywhere in a short block.
var withinRE = lazy(`(?i:\ball rights reserved\b|\byou can e-?mail\b|\be-?mail us\b|\bcontact us at\b|\bsign up (?:for|to) (?:our|the)\b|\bsubscribe to (?:our|the)\b|\bfollow us on\b|\bshare your (?:story|stories|experiences?|views|comments)\b|\b(?:accept|uses?|our) cookies\b|\bprivacy policy\b|\bterms of (?:use|service)\b|\bclick here\b|\bdownload our app\b|\bmay not be (?:published|reproduced|republished)\b|\bthis story has been (?:corrected|updated)\b)`)

// navigation are lines of a single word or two around an article.
const navigation = "|share|save|print|tweet|facebook|twitter|x|whatsapp|messenger|linkedin|reddit|pinterest|telegram|email|e-mail|copy link|advertisement|menu|home|search|close|next|previous|comments|play|pause|loading|loading...|more|news|sport|weather|sign in|register|top|share page|about sharing|view original|"

// isBoilerplate reports whether a block belongs to the page rather than to
// the report.
func isBoilerplate(s string) bool {
	if len(s) <= 24 && strings.Contains(navigation, "|"+strings.ToLower(s)+"|") {
		return true
	}
	if len(s) > 700 {
		return false
	}
	if beginsWith(s, "are", "were", "have", "do", "did", "can", "could", "will", "would", "has", "what", "how", "where", "when", "why", "e-mail", "email",
		"contact", "tell", "send", "write", "text", "tweet", "call", "you", "please", "if", "share", "get", "let", "join") && toReaderRE().MatchString(s) {
		return true
	}
	if len(s) <= 160 && pageRE().MatchString(s) {
		return true
	}
	return len(s) <= 350 && containsFold(s, "reserved", "mail", "contact us", "sign up", "subscribe", "follow us", "share your", "cookies", "policy",
		"terms of", "click here", "download our", "may not be", "this story") && withinRE().MatchString(s) || isHeaderLine(s)
}
