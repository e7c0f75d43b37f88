// Package update asks whether there is a newer version, when a person wants to
// know or has turned that on. Nothing is sent but the request itself, and
// nothing is downloaded or installed.
package update

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Release is a version that can be had.
type Release struct {
	Version string `json:"version"` // three numbers between periods
	Page    string `json:"page"`    // a web page that tells of it
}

// ErrNoFeed says that this build knows no address to ask.
var ErrNoFeed = errors.New("this build knows no address to ask for newer versions")

const (
	patience = 10 * time.Second
	most     = 64 << 10
)

// Check asks feed, a web address of a JSON object as Release describes it, and
// gives the version there if it is newer than current, else nil. client may be
// nil; its time limit is shortened to ten seconds. Errors say what the server
// answered; ErrNoFeed for an empty feed.
func Check(ctx context.Context, client *http.Client, feed, current string) (*Release, error) {
	if feed == "" {
		return nil, ErrNoFeed
	}
	own, err := parse(current)
	if err != nil {
		return nil, fmt.Errorf("this program's version: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	r, err := fetch(ctx, client, feed, current)
	if err != nil {
		return nil, fmt.Errorf("asking %s for newer versions: %w", feed, err)
	}
	there, err := parse(r.Version)
	if err != nil {
		return nil, fmt.Errorf("asking %s for newer versions: it names %w", feed, err)
	}
	if page, err := url.Parse(r.Page); r.Page != "" && (err != nil || page.Scheme != "https") {
		return nil, fmt.Errorf("asking %s for newer versions: its page %q is not at an https address", feed, r.Page)
	}
	if !newer(there, own) {
		return nil, nil
	}
	return &r, nil
}

// newer reports whether a comes after b.
func newer(a, b [3]int) bool { return slices.Compare(a[:], b[:]) > 0 }

func fetch(ctx context.Context, client *http.Client, feed, current string) (Release, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, feed, nil)
	if err != nil {
		return Release{}, err
	}
	req.Header.Set("User-Agent", "Dateline/"+current)
	req.Header.Set("Accept", "application/json")
	var own http.Client
	if client != nil {
		own = *client
	}
	// Another host was not agreed to.
	own.CheckRedirect = func(r *http.Request, via []*http.Request) error {
		if r.URL.Host != req.URL.Host || r.URL.Scheme != req.URL.Scheme || len(via) > 5 {
			return fmt.Errorf("it sends on to %s", r.URL.Redacted())
		}
		return nil
	}
	res, err := own.Do(req)
	if err != nil {
		return Release{}, err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return Release{}, fmt.Errorf("the server answered %s", res.Status)
	}
	body, err := io.ReadAll(io.LimitReader(res.Body, most+1))
	if err != nil {
		return Release{}, err
	}
	if len(body) > most {
		return Release{}, fmt.Errorf("the answer is longer than %d KB", most>>10)
	}
	var r Release
	if err := json.Unmarshal(body, &r); err != nil {
		return Release{}, fmt.Errorf("the answer is not what was expected: %w", err)
	}
	return r, nil
}

// parse reads three numbers between periods.
func parse(version string) ([3]int, error) {
	var out [3]int
	parts := strings.Split(strings.TrimPrefix(version, "v"), ".")
	if len(parts) != 3 {
		return out, fmt.Errorf("%.40q, which is no version such as 1.2.3", version)
	}
	for i, p := range parts {
		n, err := strconv.Atoi(p)
		if err != nil || n < 0 || len(p) > 6 {
			return out, fmt.Errorf("%.40q, which is no version such as 1.2.3", version)
		}
		out[i] = n
	}
	return out, nil
}
