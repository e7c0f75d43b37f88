# make run and make test are all that a newcomer needs.

GO      ?= go
SIZE    ?= 1440x900
WINDOW  := -tags migrated_fynedo -trimpath
# Checked with this Go; a fixed version, so that the same code gives the same answer.
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.7.0

.PHONY: run build cli test lint eval bench shot gallery package windows vuln licences data clean help

run: build ## open the window on the sample
	@scripts/run

build: ## build ./dateline, the program with its window
	@scripts/setup build
	@[ -x dateline ] || echo "Building; the first time takes some minutes, for the window's C code."
	$(GO) build $(WINDOW) -ldflags '-s -w' -o dateline .

cli: ## build ./dateline-cli, the command line alone, without any C
	CGO_ENABLED=0 $(GO) build -trimpath -ldflags '-s -w' -o dateline-cli .

test: ## run all tests
	@scripts/setup test
	CGO_ENABLED=1 $(GO) vet -tags ci ./...
	CGO_ENABLED=1 $(GO) test -race -timeout 40m -tags ci ./...

lint: ## check the form of the code
	@out=$$(gofmt -l . ); if [ -n "$$out" ]; then echo "not formatted (gofmt -w):"; echo "$$out"; exit 1; fi
	$(GO) vet -tags ci ./...
	$(GO) run $(STATICCHECK) -tags ci ./...

eval: ## compare with documents that people marked: make eval DIR=folder
	@[ -n "$(DIR)" ] || { echo "make eval DIR=folder, of geo_*.jsonl, time_*.jsonl, events_*.jsonl (docs/extract.md)"; exit 2; }
	CGO_ENABLED=0 $(GO) run -tags ci . eval "$(DIR)"
	CGO_ENABLED=0 $(GO) test -tags ci -count=1 -v -run 'TestNews$$' ./timeline/timex

bench: ## measure
	$(GO) test -tags ci -run '^$$' -bench . -benchmem ./...

shot: build ## capture the real window to docs/window.png
	@scripts/setup window
	@scripts/screen $(SIZE) scripts/shot docs/window.png

package: ## build the .deb and the tar.xz for Linux into dist/
	@scripts/setup package
	@packaging/linux/build dist

windows: ## build the program and its installer for Windows into dist/
	@scripts/setup windows
	@packaging/windows/build dist

vuln: ## look for known vulnerabilities, where their database can be reached
	@scripts/vuln

licences: ## list the licences of all modules anew
	$(GO) run ./data/gen/licences

gallery: ## draw the map in every way to out/gallery, to be looked at
	CGO_ENABLED=0 $(GO) test -tags ci -count=1 ./app/work -run TestGallery -gallery "$(CURDIR)/out/gallery"

data: ## make the data that ships again (see data/README.md)
	@for d in data/gen/*/; do echo "$(GO) run ./$$d"; $(GO) run "./$$d" || exit 1; done

clean:
	rm -rf dateline dateline-cli out dist

help:
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/'
