package source

import (
	"reflect"
	"strings"
	"testing"
)

const articleBody = `<p>The river town fell to the rebels on Friday after a siege of three weeks, officers on both sides said, and the army drew back to the hills in the north of the province.</p>
<h2>Flight to the hills</h2>
<p>About 4,000 people left their houses during the night,&nbsp;the mayor <b>said</b>, and most of them went on foot along the old road that leads to the mountain pass.</p>
<figure><img src="a.jpg" alt=""><figcaption>Image caption, People on the road north of the town</figcaption></figure>
<ul><li>The bridge is closed</li><li>The airfield is open</li></ul>
<p>The government has not said whether it will send more troops, but a column was seen on the coast road on Saturday, a driver said.</p>
<p>Follow us on Twitter</p>`

var pages = []struct {
	name, html                  string
	title, publisher, published string
}{
	{"meta elements", `<html><head><title>Town falls to rebels - The Paper</title><meta property="article:published_time" content="2014-06-14T23:30:00+03:00"><meta property="og:site_name" content="The Paper"></head><body><nav>Home | News</nav><article>` + articleBody + `</article><footer>Contact</footer></body></html>`,
		"Town falls to rebels", "The Paper", "2014-06-14"},
	{"linked data", `<html><head><title>x</title><script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Town falls to rebels", "datePublished": "2014-06-14T10:00:00Z", "publisher": {"@type": "Organization", "name": "The Paper"}}</script></head><body><main>` + articleBody + `</main></body></html>`,
		"Town falls to rebels", "The Paper", "2014-06-14"},
	{"time element", `<!DOCTYPE html><body><article><h1>Town falls to rebels</h1><time datetime="2014-06-14">Saturday</time>` + articleBody + `</article></body>`,
		"Town falls to rebels", "", "2014-06-14"},
	{"date in words", `<html><head><meta name="date" content="June 14, 2014"></head><body><article><h1>Town falls to rebels</h1>` + articleBody + `</article></body></html>`,
		"Town falls to rebels", "", "2014-06-14"},
	{"no date", `<html><head><title>Town falls to rebels | The Paper</title></head><body><article>` + articleBody + `</article></body></html>`,
		"Town falls to rebels", "", ""},
	{"a month is no date", `<html><head><title>Town falls to rebels</title><meta name="date" content="June 2014"></head><body><article>` + articleBody + `</article></body></html>`,
		"Town falls to rebels", "", ""},
}

func TestReadHTML(t *testing.T) {
	for _, c := range pages {
		t.Run(c.name, func(t *testing.T) {
			d, err := read("a.html", c.html)
			if err != nil {
				t.Fatal(err)
			}
			if d.Title != c.title || d.Publisher != c.publisher || d.Published.String() != c.published {
				t.Errorf("got %q %q %q, want %q %q %q", d.Title, d.Publisher, d.Published, c.title, c.publisher, c.published)
			}
			checkBlocks(t, d)
			got := strings.Join(show(d), "\n")
			for _, want := range []string{
				"heading: Town falls to rebels\n", "\nparagraph: The river town fell", "\nheading: Flight to the hills\n",
				"during the night, the mayor said, and", "\ncaption: People on the road north of the town\n",
				"\nlist item: The bridge is closed\nlist item: The airfield is open\n", "\nboilerplate: Follow us on Twitter",
			} {
				if !strings.Contains(got, want) {
					t.Errorf("no %q in\n%s", want, got)
				}
			}
			for _, not := range []string{"Home", "Contact", "NewsArticle"} {
				if strings.Contains(d.Text, not) {
					t.Errorf("%q is in the text", not)
				}
			}
		})
	}
}

func TestReadHTMLWithoutArticle(t *testing.T) {
	d, err := read("a.html", "<html><body><div>The town fell.</div><div>It is old.</div></body></html>")
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"paragraph: The town fell.", "paragraph: It is old."}; !reflect.DeepEqual(show(d), want) {
		t.Errorf("%q", show(d))
	}
}

func TestReadHTMLCharset(t *testing.T) {
	d, err := read("a.html", "<html><head><meta charset=windows-1251></head><body><p>\xc3\xee\xf0\xee\xe4 \xef\xe0\xeb.</p></body></html>")
	if err != nil || d.Text != "Город пал." {
		t.Errorf("%q %v", d.Text, err)
	}
}

func TestHTMLIsKnownByItsContent(t *testing.T) {
	for raw, want := range map[string]kindOfFile{
		"<!DOCTYPE html><p>x": formatHTML, " \n<HTML>": formatHTML, "<?xml version='1.0'?><!DOCTYPE html PUBLIC><html>": formatHTML,
		"The <html> tag": formatText, "<b>bold</b>": formatText,
	} {
		if got := format("pasted text", []byte(raw)); got != want {
			t.Errorf("%q: %d", raw, got)
		}
	}
	if format("a.htm", []byte("town")) != formatHTML || format("a.txt", []byte("<b>")) != formatText {
		t.Error("the ending is not heeded")
	}
}

func TestMetaDate(t *testing.T) {
	for s, want := range map[string]string{
		"2014-06-14": "2014-06-14", "2014-06-14 10:00": "2014-06-14", "20140614": "2014-06-14", "Sat, 14 Jun 2014 10:00:00 GMT": "2014-06-14",
		"14 June 2014 10:00 BST": "2014-06-14", "June 2014": "", "2014-02-30T10:00:00Z": "", "03/04/2014": "", "soon": "",
	} {
		if v, err := metaDate(s); v.String() != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q %v, want %q", s, v, err, want)
		}
	}
}

func TestDatesOfSeveralArticlesAreNotTaken(t *testing.T) {
	for _, c := range []struct{ html, want string }{
		{`<div><time datetime="2014-06-14">x</time></div>`, "2014-06-14"},
		{`<div><time datetime="2014-06-14">x</time><time datetime="2014-06-13">y</time></div>`, ""},
		{`<div><time datetime="2014-06-14">x</time><time datetime="2014-06-14T10:00Z">y</time></div>`, "2014-06-14"},
		{`<aside><time datetime="2014-06-13">y</time></aside><article><time datetime="2014-06-14">x</time></article>`, "2014-06-14"},
		{`<div><time datetime="2014-06-12">z</time><time pubdate datetime="2014-06-14">x</time></div>`, "2014-06-14"},
	} {
		d, err := read("a.html", "<html><body>"+c.html+"<p>The town fell.</p></body></html>")
		if err != nil || d.Published.String() != c.want {
			t.Errorf("%s: %q, %v, want %q", c.html, d.Published, err, c.want)
		}
	}
}

func TestBareTitle(t *testing.T) {
	for s, want := range map[string]string{
		"Town falls to rebels - The Paper": "Town falls to rebels", "Town falls to rebels | News | The Paper": "Town falls to rebels | News",
		"Town falls": "Town falls", "Rebels - and others": "Rebels - and others", "": "",
	} {
		if got := bareTitle(s); got != want {
			t.Errorf("bareTitle(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestHTMLKeepsLineAndTableText(t *testing.T) {
	d, err := read("a.html", "<html><body><p>One<br>two</p><table><tr><td>Town</td><td>Dead</td></tr><tr><td>Port</td><td>3</td></tr></table></body></html>")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"One two", "Town Dead", "Port 3"} {
		if !strings.Contains(d.Text, want) {
			t.Errorf("no %q in %q", want, d.Text)
		}
	}
}
