package update

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// serve answers every request alike and counts them.
func serve(t *testing.T, status int, body string) (address string, asked *[]*http.Request) {
	t.Helper()
	asked = new([]*http.Request)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		*asked = append(*asked, r)
		w.WriteHeader(status)
		w.Write([]byte(body))
	}))
	t.Cleanup(s.Close)
	return s.URL, asked
}

func TestCheck(t *testing.T) {
	for _, tt := range []struct{ own, there, want string }{
		{"0.1.0", "0.1.0", ""},
		{"0.1.0", "0.1.1", "0.1.1"},
		{"0.9.0", "0.10.0", "0.10.0"},
		{"1.0.0", "0.99.99", ""},
		{"1.2.3", "v2.0.0", "v2.0.0"},
	} {
		feed, asked := serve(t, 200, `{"version": "`+tt.there+`", "page": "https://example.org/new", "more": 1}`)
		r, err := Check(context.Background(), nil, feed, tt.own)
		got := ""
		if r != nil {
			got = r.Version
		}
		if err != nil || got != tt.want {
			t.Errorf("%s against %s: %q (%v), want %q", tt.own, tt.there, got, err, tt.want)
		}
		if len(*asked) != 1 || (*asked)[0].UserAgent() != "Dateline/"+tt.own || len((*asked)[0].Cookies()) > 0 {
			t.Errorf("asked %v", *asked)
		}
	}
}

func TestFaults(t *testing.T) {
	for _, tt := range []struct {
		name   string
		status int
		body   string
		want   string
	}{
		{"missing", 404, "", "404"},
		{"not JSON", 200, "<html>", "not what was expected"},
		{"no version", 200, "{}", "no version"},
		{"a strange version", 200, `{"version": "1.2.3.4"}`, "no version"},
		{"a huge version", 200, `{"version": "1.2.99999999999999999999"}`, "no version"},
		{"a page elsewhere", 200, `{"version": "9.0.0", "page": "file:///etc/passwd"}`, "https"},
		{"too long", 200, `{"version": "9.0.0", "page": "` + strings.Repeat("x", most) + `"}`, "longer"},
	} {
		feed, _ := serve(t, tt.status, tt.body)
		r, err := Check(context.Background(), nil, feed, "1.0.0")
		if r != nil || err == nil || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), feed) {
			t.Errorf("%s: %v (%v), want an error that names the address and something of %q", tt.name, r, err, tt.want)
		}
	}
	if _, err := Check(context.Background(), nil, "", "1.0.0"); !errors.Is(err, ErrNoFeed) {
		t.Errorf("without an address: %v", err)
	}
}

func TestAnotherHostIsNotAsked(t *testing.T) {
	other, asked := serve(t, 200, `{"version": "9.0.0"}`)
	s := httptest.NewServer(http.RedirectHandler(other, http.StatusFound))
	defer s.Close()
	if r, err := Check(context.Background(), nil, s.URL, "1.0.0"); r != nil || err == nil || len(*asked) > 0 {
		t.Errorf("%v (%v), and the other was asked %d times", r, err, len(*asked))
	}
}

func TestAServerThatNeverAnswers(t *testing.T) {
	stop := make(chan struct{})
	s := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { <-stop }))
	defer s.Close()
	defer close(stop)
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if _, err := Check(ctx, nil, s.URL, "1.0.0"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v", err)
	}
}

func TestNeverNewerBothWays(t *testing.T) {
	number := rapid.IntRange(0, 30)
	version := rapid.Custom(func(t *rapid.T) [3]int {
		return [3]int{number.Draw(t, "a"), number.Draw(t, "b"), number.Draw(t, "c")}
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := version.Draw(t, "one"), version.Draw(t, "other")
		if newer(a, b) && newer(b, a) || a != b && !newer(a, b) && !newer(b, a) || newer(a, a) {
			t.Fatalf("%v and %v", a, b)
		}
	})
}
