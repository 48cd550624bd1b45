"""tantivy (PyPI `tantivy`): one field of stems with positions, one thread.

A prefix is a regular expression over the stems, as tantivy has no ranked prefix query; its hits all score alike.
"""

import os
import time

import tantivy
import worker

STEMS = "en_stem"


def schema():
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", stored=False, tokenizer_name=STEMS, index_option="position")
    builder.add_unsigned_field("number", stored=True, indexed=True, fast=True)
    return builder.build()


def open_index(folder):
    os.makedirs(folder, exist_ok=True)
    return tantivy.Index(schema(), path=folder, reuse=True)


def add_document(writer, article):
    document = tantivy.Document()
    document.add_text("text", article.text)
    document.add_unsigned("number", article.number)
    writer.add_document(document)


class Tantivy:
    clock = staticmethod(time.thread_time_ns)

    def __init__(self, folder):
        self.index = open_index(folder)
        self.schema = self.index.schema
        self.searcher = self.index.searcher()
        self.writer = None
        self.analyzer = (
            tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
            .filter(tantivy.Filter.lowercase())
            .filter(tantivy.Filter.stemmer("english"))
            .build()
        )

    @staticmethod
    def build(folder, articles):
        writer = open_index(folder).writer(heap_size=200_000_000, num_threads=1)
        for article in articles:
            add_document(writer, article)
        writer.commit()
        writer.wait_merging_threads()

    def stem(self, word):
        return self.analyzer.analyze(word)[0]

    def query(self, query):
        if query["kind"] == "phrase":
            return tantivy.Query.phrase_query(self.schema, "text", [self.stem(word["text"]) for word in query["words"]])
        parts = []
        for word in query["words"]:
            if word["isPrefix"]:
                parts.append(tantivy.Query.regex_query(self.schema, "text", word["text"] + ".*"))
            else:
                parts.append(tantivy.Query.term_query(self.schema, "text", self.stem(word["text"])))
        if len(parts) == 1:
            return parts[0]
        occur = tantivy.Occur.Should if query["kind"] == "any" else tantivy.Occur.Must
        return tantivy.Query.boolean_query([(occur, part) for part in parts])

    def search(self, query):
        order = None if query["order"] == "ranked" else "number"
        return self.searcher.search(self.query(query), limit=query["limit"], count=False, order_by_field=order).hits

    def numbers(self, hits):
        return [self.searcher.doc(address)["number"][0] for _, address in hits]

    def count(self, query):
        return self.searcher.search(self.query(query), limit=1, count=True).count

    def add(self, article):
        if self.writer is None:
            self.writer = self.index.writer(heap_size=50_000_000, num_threads=1)
        add_document(self.writer, article)
        self.writer.commit()
        self.index.reload()
        self.searcher = self.index.searcher()


worker.main(Tantivy)
