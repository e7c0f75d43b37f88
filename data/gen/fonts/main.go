// Command fonts makes the fonts of data/fonts: it cuts the Noto families down
// to the scripts, layout features and outlines that a map needs.
//
//	go run ./data/gen/fonts -from DIR -to data/fonts
//
// DIR holds the font files as distributed. The program pyftsubset of fonttools
// does the cutting and must be on the path.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// font is one font to make.
type font struct {
	from, to string
	chars    []string // ranges of code points
}

func fonts() []font {
	return []font{
		{"NotoSans-Regular.ttf", "sans-regular.ttf", letters()},
		{"NotoSans-SemiBold.ttf", "sans-semibold.ttf", letters()},
		{"NotoSans-Bold.ttf", "sans-bold.ttf", letters()},
		{"NotoSerif-Italic.ttf", "serif-italic.ttf", letters()},
		{"NotoSansArabic-Regular.ttf", "arabic-regular.ttf", arabic()},
		{"NotoSansArabic-Bold.ttf", "arabic-bold.ttf", arabic()},
		{"NotoSansMath-Regular.ttf", "signs.ttf", signs()},
	}
}

// letters are the characters of the Latin, Greek and Cyrillic fonts.
func letters() []string {
	return []string{
		"0020-007E", "00A0-024F", "0259", "02B0-02FF", "0300-036F", // Latin, modifier letters, marks
		"0370-03FF", "1F00-1FFF", // Greek
		"0400-052F",              // Cyrillic
		"1E00-1EFF",              // Latin with two marks
		"2000-206F", "2070-209F", // punctuation, raised and lowered
		"20A0-20BF", "2100-214F", // money, letterlike
		"2150-215F", "2190-2199", // fractions, arrows (it has none)
		"2202-221E", "2248-2265", // mathematics
		"25A0-25FF", "FB00-FB06", // shapes, ligatures
		"FFFD",
	}
}

// arabic are the characters of the Arabic fonts.
func arabic() []string {
	return []string{"0020-007E", "00A0", "00AB", "00BB", "0600-06FF", "0750-077F", "08A0-08FF", "200B-200F", "2010-2026", "25CC", "FB50-FDFF", "FE70-FEFC"}
}

// signs are the characters that the fonts of letters lack: arrows and the signs
// of figures.
func signs() []string {
	return []string{"0020", "2190-2199", "21D0-21D4", "2202-221E", "2248-2265"}
}

// features are the layout features kept: what text needs by itself, and
// figures of one width.
const features = "ccmp,locl,kern,mark,mkmk,liga,calt,rlig,init,medi,fina,isol,rtlm,tnum,lnum"

func main() {
	from := flag.String("from", "", "folder of the fonts as distributed")
	to := flag.String("to", "data/fonts", "folder to write to")
	flag.Parse()
	if err := run(context.Background(), *from, *to); err != nil {
		fmt.Fprintln(os.Stderr, "fonts:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, from, to string) error {
	for _, f := range fonts() {
		cmd := exec.CommandContext(ctx, "pyftsubset", arguments(f, from, to)...)
		cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("subsetting %s: %w", f.from, err)
		}
	}
	return nil
}

func arguments(f font, from, to string) []string {
	return []string{
		filepath.Join(from, f.from),
		"--output-file=" + filepath.Join(to, f.to),
		"--unicodes=" + strings.Join(f.chars, ","),
		"--layout-features=" + features,
		"--no-hinting", "--desubroutinize", "--notdef-outline", "--name-IDs=*", "--no-recalc-timestamp",
		"--drop-tables+=DSIG",
	}
}
