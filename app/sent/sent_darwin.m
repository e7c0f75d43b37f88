//go:build cgo && !ci

#import <Cocoa/Cocoa.h>
#import <objc/runtime.h>

#include "_cgo_export.h"

// openFiles is what AppKit asks of the program's delegate.
static void openFiles(id self, SEL asked, NSApplication *app, NSArray *files) {
	for (NSString *file in files) {
		datelineSent((char *)[file fileSystemRepresentation]);
	}
	[app replyToOpenOrPrint:NSApplicationDelegateReplySuccess];
}

// datelineListen gives the delegate that GLFW makes the method it lacks, before
// there is one: AppKit notes what a delegate can do when it is set.
void datelineListen(void) {
	Class delegate = objc_getClass("GLFWApplicationDelegate");
	if (delegate != Nil) {
		class_addMethod(delegate, @selector(application:openFiles:), (IMP)openFiles, "v@:@@");
	}
}
