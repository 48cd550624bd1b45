# Everything starts here: `make run` opens the sample library, `make test` runs the tests. Both do all of their set-up.

SHELL := /bin/bash
PREFIX ?= /usr/local
DESTDIR ?=
ARTICLES ?= Articles

# Debian's names. The first list is what the program is built with, the second what its tests need besides.
BUILD_PACKAGES := git pkg-config libncursesw5-dev libsqlite3-dev libicu-dev libstemmer-dev libmd-dev \
	libcmark-gfm-dev libcmark-gfm-extensions-dev libgumbo-dev libxml2-dev libgmime-3.0-dev libarchive-dev \
	libcurl4-openssl-dev libuchardet-dev
# What the program asks of the system where it runs, beside the libraries: https is worth nothing without the roots of trust.
RUNTIME_PACKAGES := ca-certificates
TEST_PACKAGES := libvterm-dev unicode-data ncurses-term ncurses-bin python3 sqlite3 poppler-utils

# The Swift runtime is linked in: the program starts faster, and an installed one needs no Swift beside it.
RELEASE := swift build -c release --static-swift-stdlib
PROGRAM := .build/release/dossier
# Reads the formats whose parsers are written in C, in processes of its own; started by the program.
WORKER := .build/release/dossier-worker

# A build of the tests that is as fast as the program, beside the one of `make test`.
OPTIMISED_TESTS := -c release -Xswiftc -enable-testing --scratch-path .build/soak

.PHONY: run build test test-install soak fuzz sanitize bench screens check install uninstall packages test-packages clean help

help: ## Say what can be made.
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 22

run: build ## Build the program and open the sample library (ARTICLES=folder for another).
	@exec $(PROGRAM) "$(ARTICLES)"

build: packages ## Build the program for use.
	@$(RELEASE) --product dossier-worker
	@$(RELEASE) --product dossier

test: packages test-packages ## Run every test; under ten minutes on two cores.
	swift build --build-tests
	swift test --skip-build

soak: packages test-packages build ## Run the long tests, optimised: fuzzing, random kills, large libraries.
	swift build --build-tests $(OPTIMISED_TESTS)
	DOSSIER_SOAK=1 swift test --skip-build $(OPTIMISED_TESTS)
	Scripts/test-install

fuzz: packages test-packages ## Have libFuzzer try every reader, FUZZ_SECONDS=60 each.
	@Scripts/fuzz

sanitize: packages test-packages ## Run the journeys under the address and the thread sanitizer.
	Scripts/sanitize address
	Scripts/sanitize thread

test-install: packages test-packages ## Install below an empty prefix, and use the program from there.
	@Scripts/test-install

bench: packages test-packages build ## Measure start-up, keys, syncing and tagging on the release build.
	swift run -c release --package-path Benchmarks dossier-benchmarks --program "$(CURDIR)/$(PROGRAM)"
	swift run -c release --skip-build --package-path Benchmarks dossier-benchmarks topics

screens: packages test-packages ## Draw the pictures of the main screens anew, into Documentation/Screens.
	swift build --build-tests
	DOSSIER_PICTURES=1 swift test --skip-build --filter PictureTests

check: test-packages ## Check imports against the table of targets, and documents against files.
	@Scripts/check

install: build ## Put the program, its manual page and its completions below PREFIX.
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/libexec/dossier" "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" \
		"$(DESTDIR)$(PREFIX)/share/zsh/site-functions" "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d" \
		"$(DESTDIR)$(PREFIX)/share/dossier/articles" "$(DESTDIR)$(PREFIX)/share/man/man1"
	install -m 644 Articles/*.* "$(DESTDIR)$(PREFIX)/share/dossier/articles/"
	install -m 755 -s $(PROGRAM) "$(DESTDIR)$(PREFIX)/bin/dossier"
	install -m 755 -s $(WORKER) "$(DESTDIR)$(PREFIX)/libexec/dossier/dossier-worker"
	$(PROGRAM) manual | gzip -9n > "$(DESTDIR)$(PREFIX)/share/man/man1/dossier.1.gz"
	$(PROGRAM) --generate-completion-script bash > "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/dossier"
	$(PROGRAM) --generate-completion-script zsh > "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_dossier"
	$(PROGRAM) --generate-completion-script fish > "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/dossier.fish"

uninstall: ## Take away what `make install` put below PREFIX.
	rm -f "$(DESTDIR)$(PREFIX)/bin/dossier" "$(DESTDIR)$(PREFIX)/libexec/dossier/dossier-worker" "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/dossier" \
		"$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_dossier" "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/dossier.fish" \
		"$(DESTDIR)$(PREFIX)/share/man/man1/dossier.1.gz"
	rm -rf "$(DESTDIR)$(PREFIX)/share/dossier/articles"
	-rmdir "$(DESTDIR)$(PREFIX)/libexec/dossier" "$(DESTDIR)$(PREFIX)/share/dossier" 2>/dev/null

packages: ## Install the Debian packages that building needs, where one is missing.
	@Scripts/install-packages $(BUILD_PACKAGES) $(RUNTIME_PACKAGES)

test-packages: ## Install the Debian packages that the tests need, where one is missing.
	@Scripts/install-packages $(TEST_PACKAGES)

clean: ## Remove what was built.
	rm -rf .build Benchmarks/.build
