"""Xapian (Debian's python3-xapian): stems beside written forms with positions, as its term generator makes them.

A word matches by its stem, a phrase and a prefix by written forms.
"""

import os
import time

import worker
import xapian

BATCH = 10_000


def add_document(database, generator, article):
    document = xapian.Document()
    generator.set_document(document)
    generator.set_termpos(0)
    generator.index_text(article.text)
    database.replace_document(article.number + 1, document)


def term_generator():
    generator = xapian.TermGenerator()
    generator.set_stemmer(xapian.Stem("en"))
    return generator


class Xapian:
    clock = staticmethod(time.thread_time_ns)

    def __init__(self, folder):
        self.folder = folder
        self.database = xapian.Database(folder)
        self.stem = xapian.Stem("en")
        self.writer = None

    @staticmethod
    def build(folder, articles):
        os.environ["XAPIAN_FLUSH_THRESHOLD"] = str(BATCH)
        database = xapian.WritableDatabase(folder, xapian.DB_CREATE_OR_OPEN)
        generator = term_generator()
        for article in articles:
            add_document(database, generator, article)
        database.commit()
        database.close()

    def query(self, query):
        if query["kind"] == "phrase":
            return xapian.Query(xapian.Query.OP_PHRASE, [word["text"] for word in query["words"]])
        parts = []
        for word in query["words"]:
            if word["isPrefix"]:
                # Said in full, since two arguments are taken for an operator and a list.
                limit, combiner = xapian.Query.WILDCARD_LIMIT_ERROR, xapian.Query.OP_SYNONYM
                parts.append(xapian.Query(xapian.Query.OP_WILDCARD, word["text"], 0, limit, combiner))
            else:
                parts.append(xapian.Query("Z" + self.stem(word["text"]).decode()))
        operator = xapian.Query.OP_OR if query["kind"] == "any" else xapian.Query.OP_AND
        return parts[0] if len(parts) == 1 else xapian.Query(operator, parts)

    def enquire(self, query):
        enquire = xapian.Enquire(self.database)
        if query["order"] == "newest":
            enquire.set_weighting_scheme(xapian.BoolWeight())
            enquire.set_docid_order(xapian.Enquire.DESCENDING)
        enquire.set_query(self.query(query))
        return enquire

    def search(self, query):
        return self.enquire(query).get_mset(0, query["limit"])

    def numbers(self, matches):
        return [match.docid - 1 for match in matches]

    def count(self, query):
        matches = self.enquire({**query, "order": "newest"}).get_mset(0, 1, self.database.get_doccount())
        return matches.get_matches_estimated()

    def add(self, article):
        if self.writer is None:
            self.writer = xapian.WritableDatabase(self.folder, xapian.DB_OPEN)
        add_document(self.writer, term_generator(), article)
        self.writer.commit()
        self.database.reopen()


worker.main(Xapian)
