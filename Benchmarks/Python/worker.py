"""What every worker written in Python does: reads articles from a pipe, or answers queries line by line.

The protocol is that of the Swift workers (Sources/SearchBenchmark/Workers): articles come as a line
`number date titleBytes deckBytes bodyBytes publisher` and the bytes; requests and answers are lines of JSON;
times are in milliseconds, processor time is that of the thread that searches.
"""

import json
import os
import sys
import time


class Article:
    def __init__(self, number, date, publisher, title, deck, body):
        self.number, self.date, self.publisher = number, date, publisher
        self.title, self.deck, self.body = title, deck, body

    @property
    def text(self):
        return self.title + "\n" + self.deck + "\n" + self.body


class Unsupported(Exception):
    """The engine has no such query."""


def articles(stream):
    while head := stream.readline():
        number, date, title, deck, body, publisher = head.decode().rstrip("\n").split(" ", 5)
        texts = [stream.read(int(size)).decode() for size in (title, deck, body)]
        yield Article(int(number), int(date), publisher, *texts)


def sizes(folder):
    """Bytes by file extension."""
    parts = {}
    for path, _, names in os.walk(folder):
        for name in names:
            kind = os.path.splitext(name)[1].lstrip(".") or name
            parts[kind] = parts.get(kind, 0) + os.path.getsize(os.path.join(path, name))
    return parts


def say(message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def build(engine, folder):
    counted = {"articles": 0, "text": 0}

    def counting():
        for article in articles(sys.stdin.buffer):
            counted["articles"] += 1
            counted["text"] += len(article.text.encode()) - 2
            yield article

    start = time.perf_counter()
    engine.build(folder, counting())
    wall = time.perf_counter() - start
    say({**counted, "cpu": time.process_time(), "wall": wall, "parts": sizes(folder)})


def search(engine, request):
    query, cpu, wall, top = request["query"], [], [], []
    begin = time.perf_counter()
    while len(cpu) <= request["runs"]:
        start, thread = time.perf_counter_ns(), engine.clock()
        found = engine.search(query)
        cpu.append((engine.clock() - thread) / 1e6)
        wall.append((time.perf_counter_ns() - start) / 1e6)
        top = engine.numbers(found)
        if time.perf_counter() - begin > request["seconds"]:
            break
    # The first run warms up; it counts where it took so long that no other followed.
    warm = 1 if len(cpu) > 1 else 0
    answer = {"cpu": cpu[warm:], "wall": wall[warm:], "top": top}
    if request["isCounted"]:
        answer["count"] = engine.count(query)
    return answer


def add(engine, request):
    given = request["article"]
    article = Article(*(given[key] for key in ("number", "date", "publisher", "title", "deck", "body")))
    query = {"kind": "all", "order": "newest", "limit": 20, "words": [{"text": given["uniqueWord"], "isPrefix": False}]}
    start = time.perf_counter_ns()
    engine.add(article)
    if engine.numbers(engine.search(query)) != [article.number]:
        return {"failure": "the added article was not found"}
    return {"visible": (time.perf_counter_ns() - start) / 1e6}


def merge(engine, request):
    raise Unsupported("no merging in the background")


ACTIONS = {"search": search, "add": add, "merge": merge}


def main(engine_type):
    mode, folder = sys.argv[1:]
    if mode == "build":
        build(engine_type, folder)
        return
    start = time.perf_counter()
    engine = engine_type(folder)
    say({"opened": (time.perf_counter() - start) * 1000})
    for line in sys.stdin:
        request = json.loads(line)
        try:
            say(ACTIONS[request["action"]](engine, request))
        except Unsupported as reason:
            say({"unsupported": str(reason)})
        except Exception as failure:  # The driver has to hear of it, whatever it is.
            say({"failure": f"{type(failure).__name__}: {failure}"})
