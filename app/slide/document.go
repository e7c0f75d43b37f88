package slide

import (
	"context"
	"io"

	"dateline/app/words"
	"dateline/geo/paint/pdf"
	"dateline/geo/scene"
)

// Document is a briefing on pages: the index first, then a page a slide.
type Document struct {
	Title, Subject string
	Index          []scene.Scene
	Links          Index // from the index to the slides
	Slides         []Page
}

// Page is a slide with its name in the outline of the document.
type Page struct {
	Scene scene.Scene
	Name  string
}

// Write writes the document as PDF.
func (d Document) Write(ctx context.Context, w io.Writer) error {
	out := pdf.Document{Title: d.Title, Subject: d.Subject, Creator: "Dateline"}
	for page, s := range d.Index {
		p := pdf.Page{Scene: s}
		if page == 0 {
			p.Bookmark = words.T("All steps")
		}
		for i := d.Links.First(page); i < d.Links.First(page+1); i++ {
			p.Links = append(p.Links, pdf.Link{Bounds: d.Links.Bounds(i), Page: len(d.Index) + i})
		}
		out.Pages = append(out.Pages, p)
	}
	for _, s := range d.Slides {
		out.Pages = append(out.Pages, pdf.Page{Scene: s.Scene, Bookmark: s.Name})
	}
	return pdf.Write(ctx, w, out)
}
