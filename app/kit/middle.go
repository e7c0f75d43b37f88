package kit

import "fyne.io/fyne/v2"

// Middle gives an object the whole width and sets it in the middle of the
// height.
func Middle(o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: middleLayout{}, Objects: []fyne.CanvasObject{o}}
}

type middleLayout struct{}

func (middleLayout) MinSize(objs []fyne.CanvasObject) fyne.Size { return objs[0].MinSize() }

func (middleLayout) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	h := objs[0].MinSize().Height
	objs[0].Move(fyne.NewPos(0, (s.Height-h)/2))
	objs[0].Resize(fyne.NewSize(s.Width, h))
}
