// Package icon is the program's icon.
package icon

import _ "embed"

// PNG is the icon, 512 by 512 pixels.
//
//go:embed icon.png
var PNG []byte
