"""ripgrep over one file an article: written forms, no ranking, no order; what a search without an index costs."""

import os
import resource
import subprocess

import worker

FILES_A_FOLDER = 1_000


class Ripgrep:
    def __init__(self, folder):
        self.folder = folder

    @staticmethod
    def clock():
        """Processor time of the children that have ended, in nanoseconds."""
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return int((usage.ru_utime + usage.ru_stime) * 1e9)

    @staticmethod
    def build(folder, articles):
        for article in articles:
            place = os.path.join(folder, str(article.number // FILES_A_FOLDER))
            if article.number % FILES_A_FOLDER == 0:
                os.makedirs(place, exist_ok=True)
            with open(os.path.join(place, f"{article.number}.txt"), "w", encoding="utf-8") as file:
                file.write(article.text)

    @staticmethod
    def pattern(query):
        words = [r"\b" + word["text"] + ("" if word["isPrefix"] else r"\b") for word in query["words"]]
        if query["kind"] == "phrase":
            return r"\W+".join(words)
        if query["kind"] == "any":
            return "|".join(words)
        if len(words) > 1:
            raise worker.Unsupported("ripgrep cannot ask for two words anywhere in a file")
        return words[0]

    def search(self, query):
        if query["order"] == "newest":
            raise worker.Unsupported("ripgrep has no order")
        command = ["rg", "--files-with-matches", "--ignore-case", "--multiline", "--threads", "1", "--no-config"]
        found = subprocess.run(command + [self.pattern(query), self.folder], capture_output=True, text=True)
        return found.stdout.splitlines()

    def numbers(self, paths):
        return sorted(int(os.path.basename(path)[:-4]) for path in paths)[:20]

    def count(self, query):
        return len(self.search(query))

    def add(self, article):
        raise worker.Unsupported("ripgrep has no index")


worker.main(Ripgrep)
