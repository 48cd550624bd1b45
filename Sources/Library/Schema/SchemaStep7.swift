/// What a person corrects in articles.
enum SchemaStep7 {
    static let sql = """
        -- Title, date or byline of an article as a person has it; the article's own columns hold that too, and original what its file
        -- says. A field is title, date or bylines. Removed ones stay.
        CREATE TABLE correction(
          article INTEGER NOT NULL REFERENCES article(id),
          field TEXT NOT NULL,
          value TEXT NOT NULL,
          original TEXT,
          removed INTEGER NOT NULL DEFAULT 0,
          edited INTEGER NOT NULL,
          change INTEGER NOT NULL,
          PRIMARY KEY (article, field)
        ) WITHOUT ROWID;
        CREATE INDEX correction_change ON correction(change);
        """
}
