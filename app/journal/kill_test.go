package journal

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/app/brief"
	"dateline/app/file"
	"dateline/timeline"
	"dateline/timeline/source"
)

// asVictim says to the test's own program, started again, that it is to work
// until it is killed, in that folder.
const asVictim = "DATELINE_TEST_VICTIM"

func TestMain(m *testing.M) {
	if dir := os.Getenv(asVictim); dir != "" {
		work(dir)
		return
	}
	os.Exit(m.Run())
}

// edited is the brief after n edits.
func edited(b brief.Brief, n int) brief.Brief {
	b.Title = fmt.Sprint(n)
	b = b.WithStatus(timeline.ID(fmt.Sprint("e", n%50)), timeline.Accepted)
	if n%10 == 0 {
		b = b.InsertStep(n%7, brief.Step{Headline: fmt.Sprint("step ", n)})
	}
	if n%25 == 0 {
		b = b.DeleteStep(n % 5)
	}
	return b
}

// start is a brief as it is opened.
func start() brief.Brief {
	b := brief.FromDocument(source.Document{Name: "flood.txt", Title: "0", Text: strings.Repeat("The river rose.\n", 2000)})
	data, err := brief.Marshal(b)
	if err == nil {
		b, err = brief.Unmarshal(data)
	}
	if err != nil {
		panic(err)
	}
	return b
}

// work edits, saves and edits on until it is killed. It tells on standard
// output, each on its line, "edit N" when an edit is noted, "safe N" when it
// was told that it is written, "saved N" when it is in the file.
func work(dir string) {
	k := Open(filepath.Join(dir, "journals"), file.Self(time.Now()), func(err error) { fmt.Println("error", err) })
	path := filepath.Join(dir, "flood.dateline")
	b := start()
	for n := 1; ; n++ {
		b = edited(b, n)
		k.Note(State{Document: 1, Path: path, Brief: b, Unsaved: true})
		fmt.Println("edit", n)
		switch {
		case n%40 == 0:
			if err := brief.Save(path, b); err != nil {
				fmt.Println("error", err)
			}
			fmt.Println("saved", n)
			k.Note(State{Document: 1, Path: path, Brief: b})
		case n%15 == 0:
			k.Flush()
			fmt.Println("safe", n)
		}
		time.Sleep(200 * time.Microsecond)
	}
}

// killed runs work for a while and kills it, and gives what it had told with
// the time of each edit, and when it was killed.
func killed(t *testing.T, dir string, after time.Duration) (told map[string]int, edits []time.Time, end time.Time) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), asVictim+"="+dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	told = make(map[string]int)
	var mu sync.Mutex
	var wg sync.WaitGroup
	begun := make(chan struct{})
	wg.Go(func() {
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			what, rest, _ := strings.Cut(lines.Text(), " ")
			n, err := strconv.Atoi(rest)
			mu.Lock()
			if err != nil {
				t.Errorf("it says %s", lines.Text())
			}
			if told[what] = n; what == "edit" {
				if edits = append(edits, time.Now()); n == 1 {
					close(begun)
				}
			}
			mu.Unlock()
		}
	})
	<-begun
	time.Sleep(after)
	end = time.Now()
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	wg.Wait()
	var exit *exec.ExitError
	if err := cmd.Wait(); !errors.As(err, &exit) {
		t.Fatalf("it ended with %v", err)
	}
	return told, edits, end
}

// recovered is the number of edits that are in the file or in the journal, after
// a look whether each is whole.
func recovered(t *testing.T, dir string) int {
	t.Helper()
	n := 0
	check := func(b brief.Brief, where string) {
		k, err := strconv.Atoi(b.Title)
		if err != nil {
			t.Fatalf("%s holds the title %q", where, b.Title)
		}
		want := start()
		for i := 1; i <= k; i++ {
			want = edited(want, i)
		}
		if patch, err := brief.Patch(b, want); err != nil || patch != nil {
			t.Fatalf("%s is not what it was after edit %d: %v %.100s", where, k, err, patch)
		}
		n = max(n, k)
	}
	if f, err := os.Open(filepath.Join(dir, "flood.dateline")); err == nil {
		b, err := brief.Open(f)
		f.Close()
		if err != nil {
			t.Fatalf("the file is broken: %v", err)
		}
		check(b, "the file")
	}
	lost, err := Find(filepath.Join(dir, "journals"))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lost {
		check(l.Brief, "the journal")
	}
	return n
}

// TestKilled kills a program hundreds of times in the middle of editing and
// saving. What it was told to be safe must be there, and whole.
func TestKilled(t *testing.T) {
	t.Parallel()
	times := 200
	if testing.Short() {
		times = 20
	}
	random := rand.New(rand.NewSource(1))
	worst, all := 0, 0
	for range times {
		dir := t.TempDir()
		told, _, _ := killed(t, dir, time.Duration(random.Intn(60))*time.Millisecond)
		got := recovered(t, dir)
		if least := max(told["safe"], told["saved"]); got < least {
			t.Fatalf("%d edits are left of %d that were safe", got, least)
		}
		worst, all = max(worst, told["edit"]-got), all+told["edit"]
	}
	t.Logf("killed %d times in %d edits: at most the last %d were lost", times, all, worst)
}

// TestKilledLosesTwoSeconds lets the program work for longer: whatever was done
// more than two seconds before is there although it was never told to be safe.
func TestKilledLosesTwoSeconds(t *testing.T) {
	if testing.Short() {
		t.Skip("takes six seconds")
	}
	t.Parallel()
	for kept, tries := 0, 0; kept < 2; tries++ {
		dir := t.TempDir()
		_, edits, end := killed(t, dir, 2600*time.Millisecond)
		old := 0
		for old < len(edits) && end.Sub(edits[old]) > 2*time.Second {
			old++
		}
		got := recovered(t, dir)
		if got < old && tries < 2 {
			continue // a computer with too much to do can keep any program waiting
		}
		kept++
		if got < old || old == 0 {
			t.Errorf("%d edits are left; %d were older than two seconds", got, old)
		}
		if got < len(edits) {
			t.Logf("the last edit lost was made %v before", end.Sub(edits[got]))
		}
	}
}
