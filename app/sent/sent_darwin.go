//go:build cgo && !ci

package sent

/*
#cgo CFLAGS: -x objective-c
#cgo LDFLAGS: -framework Cocoa
void datelineListen(void);
*/
import "C"

import "sync/atomic"

// receiver takes what is sent. C can call only functions of the package, so
// that it has to stand here.
var receiver atomic.Pointer[func(path string)]

func listen(receive func(path string)) {
	receiver.Store(&receive)
	C.datelineListen()
}

//export datelineSent
func datelineSent(path *C.char) {
	if receive := receiver.Load(); receive != nil {
		(*receive)(C.GoString(path))
	}
}
