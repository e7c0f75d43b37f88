package source

import (
	"strings"
	"testing"
)

// shapes are pages of several makes, each with all of its blocks.
var shapes = []struct {
	name, file, html            string
	title, publisher, published string
	want                        []string
}{
	{
		name: "linked data in a graph, navigation, cookies, related articles", file: "graph.html",
		html: `<html><head><title>Dam bursts in the hills - Valley Herald</title>
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Valley Herald"},{"@type":"NewsArticle","headline":"Dam bursts in the hills &amp; floods three villages","datePublished":"2019-03-12T08:15:00+01:00","dateModified":"2019-03-14T08:15:00+01:00","publisher":{"@type":"Organization","name":"Valley Herald"}}]}</script></head>
<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<div id="cookie-banner" class="cookie-consent"><p>We use cookies to make this site better. By going on you accept our cookies.</p><button>Accept all</button></div>
<main><article><h1>Dam bursts in the hills &amp; floods three villages</h1><p class="byline">By Ana Field</p>
<p>A dam above the valley burst before dawn on Tuesday and the water carried away houses in three villages, the governor of the province said in a short speech.</p>
<p>Soldiers with boats brought some 1,200 people to schools in the next town, where beds, blankets and hot meals were waiting for them through the night.</p>
<aside><h3>Related articles</h3><ul><li><a href="/a">Rain breaks a record</a></li></ul></aside>
<p>The road to the north is cut in two places, and engineers expect that it will stay closed for a week at least, the ministry of works said on Wednesday.</p></article></main>
<footer><p>Copyright 2019 Valley Herald</p><p>Privacy policy</p></footer></body></html>`,
		title: "Dam bursts in the hills & floods three villages", publisher: "Valley Herald", published: "2019-03-12",
		want: []string{
			"heading: Dam bursts in the hills & floods three villages",
			"heading: By Ana Field",
			"paragraph: A dam above the valley burst before dawn on Tuesday and the water carried away houses in three villages, the governor of the province said in a short speech.",
			"paragraph: Soldiers with boats brought some 1,200 people to schools in the next town, where beds, blankets and hot meals were waiting for them through the night.",
			"paragraph: The road to the north is cut in two places, and engineers expect that it will stay closed for a week at least, the ministry of works said on Wednesday.",
		},
	},
	{
		name: "a time element outside of an article", file: "time.html",
		html: `<!DOCTYPE html><html><body><div class="menu"><a href="/">Front page</a> <a href="/w">World</a></div>
<div class="story"><h1>Two trains collide near the border</h1><p><time datetime="2021-11-05T19:00:00Z">5 November 2021</time></p>
<p>Two goods trains ran into each other on Thursday night on the single track near the border station, and both drivers were hurt, the railway said.</p>
<p>Nobody else was on board, but a tank with fuel caught fire, and firemen from four towns worked until noon on Friday before the flames were out.</p>
<p>Trains to the coast will take the longer way round until Monday, said a woman who speaks for the railway.</p></div></body></html>`,
		title: "Two trains collide near the border", publisher: "", published: "2021-11-05",
		want: []string{
			"heading: Two trains collide near the border",
			"boilerplate: 5 November 2021",
			"paragraph: Two goods trains ran into each other on Thursday night on the single track near the border station, and both drivers were hurt, the railway said.",
			"paragraph: Nobody else was on board, but a tank with fuel caught fire, and firemen from four towns worked until noon on Friday before the flames were out.",
			"paragraph: Trains to the coast will take the longer way round until Monday, said a woman who speaks for the railway.",
		},
	},
	{
		name: "a table with a caption, a numbered list, Dublin Core", file: "table.html",
		html: `<html><head><meta name="dcterms.issued" content="2015-08-03"><meta name="dc.title" content="Situation report 7"></head><body><h1>Situation report 7</h1><p>Fighting went on in four districts over the weekend, and aid could not reach the camps on the river, the office said in its weekly note.</p>
<table><caption>People who fled</caption><tr><th>District</th><th>People</th></tr><tr><td>North</td><td>1,500</td></tr><tr><td>South</td><td>2,300</td></tr></table>
<ol><li>Water is short in the camps.</li><li>Roads are mined.</li></ol></body></html>`,
		title: "Situation report 7", publisher: "", published: "2015-08-03",
		want: []string{
			"heading: Situation report 7",
			"paragraph: Fighting went on in four districts over the weekend, and aid could not reach the camps on the river, the office said in its weekly note.",
			"caption: People who fled",
			"paragraph: District People",
			"paragraph: North 1,500",
			"paragraph: South 2,300",
			"list item: Water is short in the camps.",
			"list item: Roads are mined.",
		},
	},
	{
		name: "a page of the last century without an article", file: "old.htm",
		html:  `<HTML><HEAD><TITLE>Quake shakes the coast</TITLE></HEAD><BODY BGCOLOR=white><CENTER><FONT SIZE=5>Quake shakes the coast</FONT></CENTER><P>Friday, 3 July 1998<P>A strong quake shook the coast on Thursday and brought down the bell tower of the old church, which nobody was in.<P>People slept in the open for fear of more.<BR>The mayor said that the town was lucky.</BODY></HTML>`,
		title: "Quake shakes the coast", publisher: "", published: "1998-07-03",
		want: []string{
			"paragraph: Quake shakes the coast",
			"boilerplate: Friday, 3 July 1998",
			"paragraph: A strong quake shook the coast on Thursday and brought down the bell tower of the old church, which nobody was in.",
			"paragraph: People slept in the open for fear of more. The mayor said that the town was lucky.",
		},
	},
	{
		name: "what is hidden is not read", file: "hidden.html",
		html:  `<html><body><article><h1>Bridge blown up</h1><p hidden>Secret words.</p><p aria-hidden="true">Ghost words.</p><script>var x = "script words";</script><style>p { color: red }</style><noscript>No script words.</noscript><template><p>Template words.</p></template><!-- comment words --><p>The bridge over the gorge was blown up at midnight, and the town behind it is cut off, a driver who turned back in time told the radio.</p><p>It is the third bridge to be lost since the war began in the spring, and there is no other road for lorries.</p></article></body></html>`,
		title: "Bridge blown up", publisher: "", published: "",
		want: []string{
			"heading: Bridge blown up",
			"paragraph: The bridge over the gorge was blown up at midnight, and the town behind it is cut off, a driver who turned back in time told the radio.",
			"paragraph: It is the third bridge to be lost since the war began in the spring, and there is no other road for lorries.",
		},
	},
	{
		name: "the day of a change is not that of publication", file: "modified.html",
		html:  `<html><head><meta property="article:modified_time" content="2019-03-14"><meta property="og:title" content="Strike ends at the port | Port News"><meta property="og:site_name" content="Port News"></head><body><article><h1>Strike ends at the port</h1><p>Dockers went back to work on Monday after eleven days, and the first ships were unloaded by the evening, the harbour master said.</p><p>The union and the owners will meet again on Friday to talk about pay.</p></article></body></html>`,
		title: "Strike ends at the port", publisher: "Port News", published: "",
		want: []string{
			"heading: Strike ends at the port",
			"paragraph: Dockers went back to work on Monday after eleven days, and the first ships were unloaded by the evening, the harbour master said.",
			"paragraph: The union and the owners will meet again on Friday to talk about pay.",
		},
	},
	{
		name: "a date that can be read either way", file: "unclear.html",
		html:  `<html><head><meta name="date" content="03/04/2019"></head><body><article><h1>Strike ends at the port</h1><p>Dockers went back to work on Monday after eleven days, and the first ships were unloaded by the evening, the harbour master said.</p></article></body></html>`,
		title: "Strike ends at the port", publisher: "", published: "",
		want: []string{
			"heading: Strike ends at the port",
			"paragraph: Dockers went back to work on Monday after eleven days, and the first ships were unloaded by the evening, the harbour master said.",
		},
	},
	{
		name: "broken linked data gives way to meta elements", file: "badld.html",
		html:  `<html><head><script type="application/ld+json">{"datePublished": "2019-03-14", broken</script><meta name="pubdate" content="20190315"></head><body><article><h1>Strike ends at the port</h1><p>Dockers went back to work on Monday after eleven days, and the first ships were unloaded by the evening, the harbour master said.</p></article></body></html>`,
		title: "Strike ends at the port", publisher: "", published: "2019-03-15",
		want: []string{
			"heading: Strike ends at the port",
			"paragraph: Dockers went back to work on Monday after eleven days, and the first ships were unloaded by the evening, the harbour master said.",
		},
	},
	{
		name: "linked data in an array", file: "ldarray.html",
		html:  `<html><head><script type="application/ld+json">[{"@type":"BreadcrumbList"},{"@type":["NewsArticle"],"headline":"Strike ends at the port","datePublished":"2019-03-14","publisher":{"name":"Port News"},"author":[{"name":"Jo Doe"}]}]</script></head><body><article><p>Dockers went back to work on Monday after eleven days, and the first ships were unloaded by the evening, the harbour master said.</p></article></body></html>`,
		title: "Strike ends at the port", publisher: "Port News", published: "2019-03-14",
		want: []string{
			"heading: Strike ends at the port",
			"paragraph: Dockers went back to work on Monday after eleven days, and the first ships were unloaded by the evening, the harbour master said.",
		},
	},
	{
		name: "microdata", file: "micro.html",
		html:  `<html><body><div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">Strike ends at the port</h1><span itemprop="datePublished" content="2019-03-14">14 March</span><div itemprop="articleBody"><p>Dockers went back to work on Monday after eleven days, and the first ships were unloaded by the evening, the harbour master said.</p></div></div></body></html>`,
		title: "Strike ends at the port", publisher: "", published: "2019-03-14",
		want: []string{
			"heading: Strike ends at the port",
			"paragraph: 14 March",
			"paragraph: Dockers went back to work on Monday after eleven days, and the first ships were unloaded by the evening, the harbour master said.",
		},
	},
	{
		name: "a visible date alone", file: "visible.html",
		html:  `<html><body><article><h1>Strike ends at the port</h1><p>14 March 2019</p><p>Dockers went back to work on Monday after eleven days, and the first ships were unloaded by the evening, the harbour master said.</p></article></body></html>`,
		title: "Strike ends at the port", publisher: "", published: "2019-03-14",
		want: []string{
			"heading: Strike ends at the port",
			"boilerplate: 14 March 2019",
			"paragraph: Dockers went back to work on Monday after eleven days, and the first ships were unloaded by the evening, the harbour master said.",
		},
	},
}

func TestPagesOfManyShapes(t *testing.T) {
	for _, c := range shapes {
		t.Run(c.name, func(t *testing.T) {
			d, err := read(c.file, c.html)
			if err != nil {
				t.Fatal(err)
			}
			checkBlocks(t, d)
			if d.Title != c.title || d.Publisher != c.publisher || d.Published.String() != c.published {
				t.Errorf("got %q %q %q, want %q %q %q", d.Title, d.Publisher, d.Published, c.title, c.publisher, c.published)
			}
			if got, want := strings.Join(show(d), "\n"), strings.Join(c.want, "\n"); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// TestPagesHaveNoFurniture: words of menus, notices and scripts are not in the
// text of any of the pages.
func TestPagesHaveNoFurniture(t *testing.T) {
	for _, c := range shapes {
		d, err := read(c.file, c.html)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{"Home", "Sport", "cookies", "Accept", "Related", "breaks a record", "Copyright", "Privacy", "Front page", "Secret", "Ghost", "script", "Template", "comment", "schema.org"} {
			if strings.Contains(d.Text, word) {
				t.Errorf("%s: %q is in the text:\n%s", c.name, word, d.Text)
			}
		}
	}
}

// TestPagesAreFoundByContent: a page is a page under any name, and pasted.
func TestPagesAreFoundByContent(t *testing.T) {
	for _, c := range shapes {
		want, err := read(c.file, c.html)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"pasted text", "page", "a.asp", "saved.txt"} {
			got, err := read(name, c.html)
			if err != nil || got.Text != want.Text || got.Title != want.Title || got.Published != want.Published || got.ID != want.ID {
				t.Errorf("%s as %s: %v, %q", c.name, name, err, got.Text)
			}
		}
	}
}

func FuzzHTML(f *testing.F) {
	for _, c := range shapes {
		f.Add(c.html)
	}
	for _, c := range pages {
		f.Add(c.html)
	}
	f.Fuzz(func(t *testing.T, page string) {
		d, err := read("a.html", page)
		if err != nil {
			if err.Error() == "" {
				t.Fatal("an error without words")
			}
			return
		}
		checkBlocks(t, d)
		if strings.TrimSpace(d.Text) == "" || len(d.ID) != 12 {
			t.Fatalf("text %q, ID %q", d.Text, d.ID)
		}
	})
}
