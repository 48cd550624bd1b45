/// Lists of passages without looking at the passages.
enum SchemaStep8 {
    static let sql = """
        -- All that an order of passages asks of each, in place of what knew only when they were made.
        CREATE INDEX passage_listed ON passage(created, id, article, start, "end") WHERE removed = 0;
        DROP INDEX passage_live;
        """
}
