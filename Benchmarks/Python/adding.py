#!/usr/bin/env python3
"""`dossier add` of many files that differ, made of some files of whatever kinds.

    python3 Benchmarks/Python/adding.py FOLDER [--files 10000] [--program .build/release/dossier] [--processors 0,1]

Each file of FOLDER is copied as often as it takes, each copy made different by a line of its own that its format allows for. Prints
files a second, and the memory of the program and of its largest worker after each tenth of the time: it should be flat. Then what
starting a worker costs: reading one page against reading one text.
"""
import argparse
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from hostile import ROOT, descendants, resident  # noqa: E402


def current(number):
    try:
        with open(f"/proc/{number}/statm") as file:
            return int(file.read().split()[1]) * 4096
    except (OSError, ValueError, IndexError):
        return 0


def changed(content, name, number):
    """The same with a word of its own in its text, and another address or id, so that it is another article."""
    word = f" Copy {number}.".encode()
    suffix = name.rsplit(".", 1)[-1].lower()
    if suffix in ("html", "htm"):
        content = re.sub(rb'(<link[^>]*rel="?canonical"?[^>]*href=")([^"]*)', rb"\1\2?copy=%d" % number, content)
        content = re.sub(rb'(property="og:url"[^>]*content=")([^"]*)', rb"\1\2?copy=%d" % number, content)
        content = re.sub(rb'(<link[^>]*href=")([^"]*)("[^>]*rel="?canonical"?)', rb"\1\2?copy=%d\3" % number, content)
        return content.replace(b"</p>", word + b"</p>", 1) if b"</p>" in content else content + word
    if suffix == "eml":
        return re.sub(rb"(?i)^(Message-ID:\s*<)", rb"\1copy%d." % number, content, count=1, flags=re.M)
    if suffix in ("md", "markdown"):
        content = re.sub(rb"(?m)^((?:url|source|link|canonical):.*?)\s*$", rb"\1?copy=%d" % number, content, count=1)
        return content.rstrip() + b"\n\n" + word.strip() + b"\n"
    return re.sub(rb"(?m)^(URL:.*?)\s*$", rb"\1?copy=%d" % number, content, count=1).rstrip() + b"\n\n" + word.strip() + b"\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--program", default=os.path.join(ROOT, ".build", "release", "dossier"))
    parser.add_argument("--processors", default="0,1")
    arguments = parser.parse_args()
    program = os.path.abspath(arguments.program)
    sources = sorted(os.path.join(base, name) for base, _, names in os.walk(arguments.folder) for name in names)
    with tempfile.TemporaryDirectory(prefix="dossier-adding-") as scratch:
        inbox, library, home = (os.path.join(scratch, name) for name in ("inbox", "library", "home"))
        for folder in (inbox, library, home):
            os.mkdir(folder)
        size = 0
        for number in range(arguments.files):
            source = sources[number % len(sources)]
            name = os.path.basename(source)
            with open(source, "rb") as file:
                content = changed(file.read(), name, number)
            folder = os.path.join(inbox, str(number // len(sources)))
            os.makedirs(folder, exist_ok=True)
            with open(os.path.join(folder, name), "wb") as file:
                file.write(content)
            size += len(content)
        environment = {"HOME": home, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        # A file, since nobody reads a pipe meanwhile, and the names of all files are more than it holds.
        output = open(os.path.join(scratch, "report"), "w+b")
        start = time.monotonic()
        process = subprocess.Popen(["taskset", "-c", arguments.processors, program, "add", "--json", "--library", library, inbox],
                                   stdout=output, stderr=subprocess.DEVNULL, env=environment)
        samples = []
        while process.poll() is None:
            samples.append((time.monotonic() - start, current(process.pid), max([current(n) for n in descendants(process.pid)] or [0])))
            time.sleep(0.05)
        seconds = time.monotonic() - start
        report = json.loads(open(output.name, "rb").read())
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        print(f"{arguments.files} files, {size / 1e6:.0f} MB, processors {arguments.processors}: {seconds:.1f} s, {arguments.files / seconds:.0f} files a second; "
              f"processor time {used.ru_utime + used.ru_stime:.1f} s")
        print(json.dumps({key: value if not isinstance(value, list) else len(value) for key, value in report.items()}))
        for tenth in range(10):
            part = [s for s in samples if seconds * tenth / 10 <= s[0] < seconds * (tenth + 1) / 10] or [(0, 0, 0)]
            print(f"  to {seconds * (tenth + 1) / 10:5.1f} s: program {max(s[1] for s in part) / 1e6:6.1f} MB, worker {max(s[2] for s in part) / 1e6:6.1f} MB")
        page, text = os.path.join(scratch, "a.html"), os.path.join(scratch, "a.txt")
        with open(page, "w") as file:
            file.write("<html><body><article><h1>Fined</h1><p>" + "The bank was fined on Tuesday. " * 20 + "</p></article></body></html>")
        with open(text, "w") as file:
            file.write("Fined\n\n" + "The bank was fined on Tuesday. " * 20)
        for path in (text, page):
            times = []
            for _ in range(30):
                start = time.monotonic()
                subprocess.run([program, "read", path], stdout=subprocess.DEVNULL, env=environment, check=True)
                times.append((time.monotonic() - start) * 1_000)
            print(f"dossier read {os.path.basename(path)}: median {sorted(times)[15]:.1f} ms of 30")


if __name__ == "__main__":
    sys.exit(main())
