package main

import "encoding/binary"

// ico puts pictures of up to 256 pixels into a Windows icon, each as PNG, which
// Windows reads since Vista. Layout: ICONDIR, an ICONDIRENTRY for each, data.
func ico(pngs map[int][]byte) []byte {
	var all []int
	for _, s := range sizes {
		if s <= 256 {
			all = append(all, s)
		}
	}
	out := binary.LittleEndian.AppendUint16(nil, 0)
	out = binary.LittleEndian.AppendUint16(out, 1) // an icon
	out = binary.LittleEndian.AppendUint16(out, uint16(len(all)))
	at := 6 + 16*len(all)
	for _, s := range all {
		out = append(out, byte(s), byte(s), 0, 0) // 256 is written as 0
		out = binary.LittleEndian.AppendUint16(out, 1)
		out = binary.LittleEndian.AppendUint16(out, 32)
		out = binary.LittleEndian.AppendUint32(out, uint32(len(pngs[s])))
		out = binary.LittleEndian.AppendUint32(out, uint32(at))
		at += len(pngs[s])
	}
	for _, s := range all {
		out = append(out, pngs[s]...)
	}
	return out
}

// icns puts pictures into a macOS icon: big-endian, four letters and a length
// for the whole and for each picture. The letters say how large it is; the
// later ones are for screens of twice the density.
func icns(pngs map[int][]byte) []byte {
	var body []byte
	for _, p := range []struct {
		kind string
		size int
	}{
		{"icp4", 16}, {"icp5", 32}, {"icp6", 64}, {"ic07", 128}, {"ic08", 256}, {"ic09", 512},
		{"ic10", 1024}, {"ic11", 32}, {"ic12", 64}, {"ic13", 256}, {"ic14", 512},
	} {
		body = append(body, p.kind...)
		body = binary.BigEndian.AppendUint32(body, uint32(8+len(pngs[p.size])))
		body = append(body, pngs[p.size]...)
	}
	out := binary.BigEndian.AppendUint32([]byte("icns"), uint32(8+len(body)))
	return append(out, body...)
}
