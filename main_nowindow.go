//go:build !cgo && !ci

package main

import (
	"context"

	"dateline/app/identity"
	"dateline/app/work"
)

// opener gives nothing: this build has no window.
func opener(identity.Identity, *work.Engine) func(context.Context, []string) error { return nil }
