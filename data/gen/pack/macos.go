package main

import "io/fs"

// macos is the bundle without the program, which goes to
// Dateline.app/Contents/MacOS/dateline, and the entitlements to sign it with.
func (p project) macos() ([]file, error) {
	plist, err := p.fill(p.Name+".app/Contents/Info.plist", "macos/Info.plist")
	if err != nil {
		return nil, err
	}
	entitlements, err := p.fill("entitlements.plist", "macos/entitlements.plist")
	if err != nil {
		return nil, err
	}
	icons, done, err := p.icons()
	if err != nil {
		return nil, err
	}
	defer done()
	icns, err := fs.ReadFile(icons, "dateline.icns")
	if err != nil {
		return nil, err
	}
	licences, err := p.printed("licences")
	if err != nil {
		return nil, err
	}
	contents := p.Name + ".app/Contents/"
	return []file{
		plist, entitlements,
		{contents + "PkgInfo", []byte("APPL????")},
		{contents + "Resources/dateline.icns", icns},
		{contents + "Resources/licences.txt", licences},
	}, nil
}
