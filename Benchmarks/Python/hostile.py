#!/usr/bin/env python3
"""Hostile files, each in a library of its own beside one good file, read by `dossier sync`.

    python3 Benchmarks/Python/hostile.py [--program .build/release/dossier] [--only WORD] [--prefixes N]

For each: what came of it (articles, or the sentence), the seconds that the sync took, and the most memory that the program and one of
its workers had, in MB. A case passes where the good file was read, the program ended by itself, and the limits that the program
promises were kept: 200 MB and 10 seconds for one file. What is for bulk, a mailbox or articles in JSON Lines, may take as long as
it has articles to store, a millisecond each besides; a database is passed over without a word. The exit status says whether all did.
"""
import argparse
import io
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
import zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SEEDS = os.path.join(ROOT, "Tests", "FuzzTargets", "Seeds")
# A file's own time, and what starting, counting and closing a library take besides.
SECONDS, MEGABYTES = 10.0, 200
# What storing an article takes, in seconds, where a file is for bulk and has any number of them.
PER_ARTICLE = 0.001
BULK = (".mbox", ".jsonl")
# Known for what they are, and no articles: neither an article nor a sentence comes of them.
PASSED_OVER = ("database.db",)
GOOD = "Title: A good one\n\nThe bank was fined on Tuesday, the regulator said. It had been told three times.\n"
PARAGRAPH = b"<p>The bank was fined on Tuesday, the regulator said, and it had been told three times before.</p>\n"


def book(chapter, pack=zipfile.ZIP_DEFLATED, extra=()):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", pack) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip")
        archive.writestr("META-INF/container.xml", '<container><rootfiles><rootfile full-path="c.opf"/></rootfiles></container>')
        archive.writestr("c.opf", '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Bomb</dc:title></metadata><manifest>'
                         '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>')
        for name, content in extra:
            archive.writestr(name, content)
        with archive.open("a.xhtml", "w", force_zip64=True) as file:
            for piece in chapter:
                file.write(piece)
    return data.getvalue()


def document(objects):
    return b"%PDF-1.4\n" + objects + b"\ntrailer << /Root 1 0 R /Size 9 >>\n%%EOF\n"


def mail(head, body):
    return b"From: a@example.org\nSubject: Hostile\nMessage-ID: <1@example.org>\nMIME-Version: 1.0\n" + head + b"\n" + body


def sparse(size, head):
    def write(path):
        with open(path, "wb") as file:
            file.write(head)
            file.truncate(size)
    return write


def repeated(piece, size, head=b"", tail=b""):
    def write(path):
        block = piece * max(1, (1 << 20) // len(piece))
        with open(path, "wb") as file:
            file.write(head)
            left = size
            while left > 0:
                file.write(block[:left])
                left -= len(block)
            file.write(tail)
    return write


def numbered(piece, size, head=b"", tail=b""):
    """Repeats `piece`, each time with a number of its own in place of each `%d`."""
    def write(path):
        count, number, place = piece.count(b"%d"), 0, len(head)
        with open(path, "wb") as file:
            file.write(head)
            while place < size:
                block = b"".join(piece % ((number + n,) * count) for n in range(1_000))
                file.write(block)
                number, place = number + 1_000, place + len(block)
            file.write(tail)
    return write


def cases():
    laughs = "".join(f'<!ENTITY l{n} "{("&l%d;" % (n - 1)) * 10}">' for n in range(1, 12))
    feed = '<rss version="2.0"><channel><title>T</title><item><title>{}</title><link>https://example.org/a</link></item></channel></rss>'
    yield "xxe.xml", '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + feed.format("&x; end")
    yield "xxe-net.xml", '<?xml version="1.0"?><!DOCTYPE r SYSTEM "http://127.0.0.1:1/x.dtd" [<!ENTITY % p SYSTEM "http://127.0.0.1:1/p">%p;]>' + feed.format("T")
    yield "billion-laughs.xml", f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "lol">{laughs}]>' + feed.format("&l11;")
    yield "billion-laughs.opml", f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "lol">{laughs}]><opml><body><outline text="&l11;" xmlUrl="https://example.org/"/></body></opml>'
    yield "billion-laughs.epub", book([f'<!DOCTYPE r [<!ENTITY l0 "lol">{laughs}]><html><body><p>&l11;</p></body></html>'.encode()])
    yield "deep-feed.xml", "<rss><channel><item><title>" + "<a>" * 100_000 + "x"
    yield "deep-100000.html", "<html><body>" + "<div>" * 100_000 + "deep"
    yield "deep-mixed.html", "<html><body>" + "<table><tr><td><ul><li><b><i><a href=x>" * 15_000 + "deep"
    yield "deep-formatting.html", "<html><body>" + "<b><i><u><s><p>" * 20_000 + "deep"
    yield "deep.md", "> " * 100_000 + "deep"
    yield "deep-lists.md", "\n".join("  " * n + "- x" for n in range(3_000))
    yield "deep.jsonl", '{"title":"x","text":' + "[" * 1_000_000
    yield "deep-feed.json", '{"version":"https://jsonfeed.org/version/1.1","items":' + "[" * 1_000_000
    yield "deep-csl.json", '[{"type":"book","title":' + "[" * 1_000_000
    yield "large-page.html", repeated(PARAGRAPH, 30 << 20, b"<html><body><article>")
    yield "tags.html", repeated(b"<b>", 30 << 20, b"<html><body>x")
    yield "attributes.html", repeated(b' a="b"', 30 << 20, b"<html><body><p", b">x")
    yield "entities.html", repeated(b"&amp;", 30 << 20, b"<html><body><p>")
    yield "cells.html", repeated(b"<tr><td>", 30 << 20, b"<html><body><table>")
    yield "one-gigabyte.html", repeated(PARAGRAPH, 1 << 30, b"<html><body>")
    yield "one-gigabyte-of-nothing.txt", sparse(1 << 30, b"Title: x\n\n")
    yield "one-gigabyte-message.mbox", repeated(b"A line of the message that never ends.\n", 1 << 30,
                                                b"From a@example.org Tue Mar  4 10:15:00 2025\nFrom: a@example.org\nSubject: Long\nMessage-ID: <1@example.org>\n\n")
    yield "one-gigabyte-line.mbox", repeated(b"From ", 1 << 30, b"From a@example.org Tue Mar  4 10:15:00 2025\nFrom: a@example.org\nSubject: Long\n\n")
    yield "zip-bomb.epub", book([b"\0" * (1 << 20)] * 2_000)
    yield "zip-bomb-text.epub", book([PARAGRAPH * 10_000] * 1_000)
    yield "many-files.epub", book([b"<p>x</p>"], extra=[(f"f{n}", "") for n in range(50_000)])
    yield "traversal.epub", book([b"<p>The bank was fined.</p>"], extra=[("../../../../tmp/dossier-traversal", "x"), ("/tmp/dossier-traversal", "x")])
    yield "endless-pages.pdf", document(b"1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000 >> endobj")
    yield "endless-content.pdf", document(
        b"1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [" + b"4 0 R " * 200_000 + b"] /Count 200000 >> endobj\n"
        b"3 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj\n"
        b"4 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> >> endobj\n"
        b"5 0 obj << /Length 6000000 >>\nstream\n" + b"BT /F1 12 Tf 72 400 Td (The bank was fined.) Tj ET\n" * 100_000 + b"endstream\nendobj")
    yield "forms.pdf", document(
        b"1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [4 0 R] /Count 1 >> endobj\n"
        b"4 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources << /XObject << /A 6 0 R >> >> >> endobj\n"
        b"5 0 obj << /Length 5 >>\nstream\n/A Do\nendstream\nendobj\n"
        b"6 0 obj << /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 6 0 R >> >> /Length 100 >>\nstream\n" + b"/A Do " * 50 + b"\nendstream\nendobj")
    yield "pdf-of-noise.pdf", b"%PDF-1.7\n" + os.urandom(4 << 20)
    parts = b"".join(b"--b\nContent-Type: text/plain\n\nPart %d.\n" % n for n in range(10_000))
    yield "parts-10000.eml", mail(b'Content-Type: multipart/mixed; boundary="b"\n', parts + b"--b--\n")
    yield "parts-1000000.eml", mail(b'Content-Type: multipart/mixed; boundary="b"\n', b"--b\n\n\n" * 1_000_000)
    deep = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(100_000))
    yield "deep-parts.eml", mail(b"", b"")[:-1] + deep + b"\nx"
    yield "deep-messages.eml", mail(b"", b"")[:-1] + b"Content-Type: message/rfc822\n\n" * 100_000 + b"x"
    yield "lines-30-mb.eml", repeated(b"\n", 30 << 20, mail(b"", b"x"))
    yield "text-30-mb.eml", repeated(b"A line of the text of a long mail that goes on.\n", 30 << 20, mail(b"", b""))
    yield "quoted-30-mb.eml", repeated(b"> > > > quoted\n", 30 << 20, mail(b"", b""))
    yield "one-line-30-mb.eml", repeated(b"word ", 30 << 20, mail(b"", b""))
    yield "html-30-mb.eml", repeated(PARAGRAPH, 30 << 20, mail(b"Content-Type: text/html\n", b""))
    yield "header-30-mb.eml", repeated(b" folded\n", 30 << 20, b"From: a@example.org\nMessage-ID: <1@example.org>\nSubject: x\n", b"\ntext\n")
    yield "headers-30-mb.eml", repeated(b"X-A: b\n", 30 << 20, b"From: a@example.org\nMessage-ID: <1@example.org>\n", b"\ntext\n")
    yield "encoded-words.eml", b"From: a@example.org\nMessage-ID: <1@example.org>\nSubject: " + b"=?utf-8?B?YQ==?= " * 500_000 + b"\n\ntext\n"
    yield "base64-30-mb.eml", repeated(b"QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB\n", 30 << 20,
                                      mail(b'Content-Type: multipart/mixed; boundary="b"\n', b"--b\n\nThe text.\n--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n"))
    yield "nuls.html", b"\0" * (1 << 20)
    yield "nuls-within.html", b"<html><body><p>The bank\0 was\0 fined on Tuesday.</p>" + b"\0" * 100_000
    yield "nuls.eml", mail(b"", b"a\0b\0" * 100_000)
    yield "surrogates.html", b"<html><body><p>" + b"\xed\xa0\x80\xed\xb0\x80 fined &#xD800; &#xDFFF; " * 10_000
    yield "surrogates.jsonl", b'{"title":"a \\ud800 b","text":"\\udc00 \\ud83d"}\n' * 10_000
    yield "surrogates.txt", "Title: x\n\n".encode("utf-16") + b"\x00\xd8" * 100_000
    yield "long-line.jsonl", repeated(b"a", 30 << 20, b'{"title":"x","text":"', b'"}')
    yield "entries.xml", repeated(b"<item><title>t</title></item>", 30 << 20, b"<rss version='2.0'><channel>")
    yield "entries.json", repeated(b'{"id":1},', 30 << 20, b'{"version":"https://jsonfeed.org/version/1.1","items":[', b"]}")
    yield "braces.bib", repeated(b"{", 30 << 20, b"@article{a, title = ")
    yield "records.ris", repeated(b"TY  - JOUR\nTI  - x\nER  - \n", 30 << 20)
    yield "records-that-differ.ris", numbered(b"TY  - JOUR\nTI  - Fined %d\nER  - \n", 30 << 20)
    yield "records.bib", numbered(b"@article{a%d, title = {Fined %d}}\n", 30 << 20)
    yield "records.json", numbered(b'{"type":"book","title":"Fined %d"},', 30 << 20, b"[", b"{}]")
    yield "list.csv", numbered(b"Fined %d,https://example.org/%d,1600000000,tag,unread\n", 30 << 20, b"title,url,time_added,tags,status\n")
    yield "articles.jsonl", numbered(b'{"title":"Fined %d","text":"The bank was fined."}\n', 30 << 20)
    yield "entries-that-differ.xml", numbered(b"<item><title>Fined %d</title><guid>%d</guid></item>", 30 << 20, b"<rss version='2.0'><channel>")
    yield "entries-that-differ.json", numbered(b'{"id":"%d","title":"Fined %d"},', 30 << 20, b'{"version":"https://jsonfeed.org/version/1.1","items":[', b"{}]}")
    yield "list.opml", numbered(b'<outline text="Fined %d" xmlUrl="https://example.org/%d"/>', 30 << 20, b"<opml><body>")
    yield "messages.mbox", numbered(b"From a@example.org Tue Mar  4 10:15:00 2025\nSubject: Fined %d\nMessage-ID: <%d@example.org>\n\nx\n\n", 30 << 20)
    yield "text-30-mb.txt", repeated(b"The bank was fined on Tuesday, the regulator said.\n\n", 30 << 20, b"Title: Long\n\n")
    yield "lines-30-mb.txt", repeated(b"The bank was fined.\n", 30 << 20, b"Title: Long\n\n")
    yield "one-line-30-mb.txt", repeated(b"word ", 30 << 20, b"Title: Long\n\n")
    yield "letters-30-mb.txt", repeated(b"a", 30 << 20, b"Title: Long\n\n")
    yield "line-ends-30-mb.txt", repeated(b"\n", 30 << 20, b"Title: Long\n\nx", b"y")
    yield "lists-30-mb.txt", repeated(b"- a\n", 30 << 20, b"Title: Long\n\n")
    yield "large.md", repeated(b"The *bank* was `fined` on [Tuesday](https://example.org/).\n\n", 4_000_000, b"# Long\n\n")
    yield "stars.md", repeated(b"*a **b ", 4_000_000, b"# Long\n\n")
    yield "brackets.md", repeated(b"[", 4_000_000, b"# Long\n\n")
    yield "links.md", repeated(b"[a](", 4_000_000, b"# Long\n\n")
    yield "ticks.md", numbered(b"`%d``", 4_000_000, b"# Long\n\n")
    yield "definitions.md", numbered(b"[a%d]: https://example.org/%d\n", 4_000_000, b"# Long\n\n")
    yield "front-matter.md", repeated(b"- a\n", 4_000_000, b"---\ntags:\n", b"---\nThe text.\n")
    yield "cells.md", repeated(b"|a|b\n", 4_000_000, b"# Long\n\n|a|b|\n|-|-|\n")
    yield "script.html", repeated(b"var a = '<p>';\n", 30 << 20, b"<html><body><p>The text.</p><script>")
    yield "comment.html", repeated(b"- ", 30 << 20, b"<html><body><p>The text.</p><!--")
    yield "less-than.html", repeated(b"<", 30 << 20, b"<html><body><p>The text.</p>")
    yield "title.html", repeated(b"word ", 30 << 20, b"<html><head><title>")
    yield "linked-data.html", repeated(b'{"@type":"Article","headline":"x"},', 30 << 20, b'<html><head><script type="application/ld+json">[')
    yield "deep-linked-data.html", repeated(b'{"@graph":[', 4 << 20, b'<html><head><script type="application/ld+json">', b"</script></head><body><p>The text.")
    yield "metas.html", numbered(b'<meta name="author" content="A B %d">', 8 << 20, b"<html><head>", b"</head><body><p>The text.")
    yield "links.html", numbered(b'<a href="/%d">word</a> ', 8 << 20, b"<html><body><p>")
    yield "items.html", repeated(b"<li>word", 8 << 20, b"<html><body><ul>")
    yield "nested-anchors.html", repeated(b"<a><p>", 1 << 20, b"<html><body>")
    yield "nested-tables.html", repeated(b"<table><td>", 1 << 20, b"<html><body>")
    yield "fostered.html", repeated(b"<table><b>x", 1 << 20, b"<html><body>")
    yield "paragraphs-8-mb.html", repeated(PARAGRAPH, 8 << 20, b"<html><body><article>")
    yield "title.xml", repeated(b"word ", 30 << 20, b"<rss><channel><item><title>")
    yield "attributes.xml", numbered(b' a%d="b"', 30 << 20, b"<rss><channel><item", b"><title>t</title></item>")
    yield "namespaces.xml", numbered(b'<a xmlns:n%d="b">', 8 << 20, b"<rss><channel><item><title>t</title>")
    yield "comments.xml", repeated(b"<!--a-->", 30 << 20, b"<rss><channel><item><title>t</title></item>")
    yield "ill-formed.xml", repeated(b"<a>&b;</c>&<", 30 << 20, b"<rss><channel><item><title>t</title>")
    yield "elements.xml", repeated(b"<media:content url='x'/>", 30 << 20, b"<rss><channel><item><title>t</title>")
    chapters = "".join(f'<item id="c{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in range(20_000))
    yield "chapters.epub", book([PARAGRAPH * 20_000], extra=[(f"OPS/{n}.xhtml", PARAGRAPH) for n in range(5)] + [("toc.ncx", "<ncx>" + chapters)])
    yield "parts.mhtml", repeated(b"--b\nContent-Type: text/html\nContent-Location: https://example.org/\n\n<p>x\n", 16 << 20, b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"; type="text/html"\nSubject: x\nSnapshot-Content-Location: https://example.org/\n\n')
    yield "addresses.eml", numbered(b" a%d@example.org,\n", 8 << 20, b"From: a@example.org\nMessage-ID: <1@example.org>\nTo:\n", b"\ntext\n")
    yield "database.db", b"SQLite format 3\0" + b"TABLE rss_item TABLE rss_feed" + os.urandom(1 << 20)


class Watch(threading.Thread):
    """The most memory that the process and one of those that it started had at one time, in bytes: sampled."""

    def __init__(self, process):
        super().__init__(daemon=True)
        self.process, self.program, self.worker, self.ends = process, 0, 0, False

    def run(self):
        while not self.ends:
            self.program = max(self.program, resident(self.process.pid))
            for number in descendants(self.process.pid):
                self.worker = max(self.worker, resident(number))
            time.sleep(0.01)


def resident(number):
    try:
        with open(f"/proc/{number}/status") as file:
            for line in file:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) << 10
    except (OSError, ValueError):
        pass
    return 0


def descendants(number):
    found, rest = [], [number]
    while rest:
        number = rest.pop()
        try:
            for task in os.listdir(f"/proc/{number}/task"):
                with open(f"/proc/{number}/task/{task}/children") as file:
                    children = [int(child) for child in file.read().split()]
                found += children
                rest += children
        except OSError:
            pass
    return found


def run(program, folder, home):
    start = time.monotonic()
    process = subprocess.Popen([program, "sync", "--json", "--library", folder], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               stdin=subprocess.DEVNULL, env={"HOME": home, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"})
    watch = Watch(process)
    watch.start()
    output, errors = process.communicate(timeout=300)
    watch.ends = True
    watch.join()
    return time.monotonic() - start, process.returncode, output, errors.decode("utf-8", "replace"), watch


def measure(program, name, content):
    with tempfile.TemporaryDirectory(prefix="dossier-hostile-") as scratch:
        folder, home = os.path.join(scratch, "library"), os.path.join(scratch, "home")
        os.mkdir(folder)
        os.mkdir(home)
        if callable(content):
            content(os.path.join(folder, name))
        else:
            with open(os.path.join(folder, name), "wb") as file:
                file.write(content.encode() if isinstance(content, str) else content)
        with open(os.path.join(folder, "zz-good.txt"), "w") as file:
            file.write(GOOD)
        seconds, status, output, errors, watch = run(program, folder, home)
        try:
            report = json.loads(output)
        except ValueError:
            report = {}
        listed = subprocess.run([program, "list", "--library", folder], capture_output=True, text=True, env={"HOME": home, "PATH": "/usr/bin:/bin"}).stdout
        faults = []
        if "A good one" not in listed:
            faults.append("the good file was not read")
        if status not in (0, 1):
            faults.append(f"status {status}")
        added = report.get("added", 0)
        if name in PASSED_OVER:
            if added != 1 or name in errors:
                faults.append("it was not passed over")
        elif added < 2 and name not in errors:
            faults.append("neither an article nor a sentence")
        if "root:" in listed or os.path.exists("/tmp/dossier-traversal"):
            faults.append("it reached a file")
        if seconds > SECONDS + 1 + (PER_ARTICLE * added if name.endswith(BULK) else 0):
            faults.append("too slow")
        if max(watch.program, watch.worker) > MEGABYTES * 1_000_000:
            faults.append("too large")
        return report, errors.strip().split("\n")[0], seconds, watch, faults


def prefixes(program, count):
    """Beginnings of a valid file of each format, all in one library: `count` of each, evenly spread, and every one where it is 0."""
    with tempfile.TemporaryDirectory(prefix="dossier-hostile-") as scratch:
        folder, home = os.path.join(scratch, "library"), os.path.join(scratch, "home")
        os.mkdir(home)
        suffixes = {"plain-text": "txt", "markdown": "md", "feed": "xml", "web-page": "html"}
        number = 0
        for target in sorted(os.listdir(SEEDS)):
            if target in ("frames", "pdf-layout", "sniffed", "mailbox-pieces", "content"):
                continue
            for seed in sorted(os.listdir(os.path.join(SEEDS, target))):
                with open(os.path.join(SEEDS, target, seed), "rb") as file:
                    content = file.read()
                place = os.path.join(folder, target)
                os.makedirs(place, exist_ok=True)
                step = max(1, len(content) // count) if count else 1
                for end in range(1, len(content), step):
                    number += 1
                    with open(os.path.join(place, f"{end:06}.{suffixes.get(target, seed.rsplit('.', 1)[-1])}"), "wb") as file:
                        file.write(content[:end])
        seconds, status, output, errors, watch = run(program, folder, home)
        report = json.loads(output)
        crashes = [line for line in errors.split("\n") if "ended by itself" in line or "took more than" in line or "needed more than" in line]
        good = report.get("read") == number and not crashes
        print(f"{number} beginnings of valid files: {report.get('read')} looked at, {report.get('failed')} with a sentence, {len(crashes)} readers ended; "
              f"{seconds:.1f} s, program {watch.program / 1e6:.0f} MB, worker {watch.worker / 1e6:.0f} MB")
        for line in crashes[:5]:
            print("    " + line)
        return good


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=os.path.join(ROOT, ".build", "release", "dossier"))
    parser.add_argument("--only", default="")
    parser.add_argument("--prefixes", type=int, default=200, metavar="N", help="beginnings of each valid file; 0 for every one")
    arguments = parser.parse_args()
    program = os.path.abspath(arguments.program)
    bad = 0
    print(f"{'file':32} {'s':>6} {'program':>8} {'worker':>7}  outcome")
    for name, content in cases():
        if arguments.only not in name:
            continue
        report, sentence, seconds, watch, faults = measure(program, name, content)
        bad += bool(faults)
        outcome = sentence[:110] if sentence else f"{report.get('added', 0) - 1} articles"
        print(f"{name:32} {seconds:6.1f} {watch.program / 1e6:8.0f} {watch.worker / 1e6:7.0f}  {'FAULT: ' + ', '.join(faults) + ': ' if faults else ''}{outcome}", flush=True)
    if not arguments.only:
        bad += not prefixes(program, arguments.prefixes)
    print(f"{bad} faults")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
