/// Provisions of treaties, stars, notes and highlights, and whether an article has links.
enum SchemaStep4 {
    static let sql = """
        -- How many passages with notes and with highlights the article has, and whether its text has links.
        ALTER TABLE article ADD COLUMN starred INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE article ADD COLUMN notes INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE article ADD COLUMN highlights INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE article ADD COLUMN links INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX article_starred ON article(sort_key) WHERE starred = 1;
        CREATE INDEX article_noted ON article(sort_key) WHERE notes > 0;
        CREATE INDEX article_linked ON article(sort_key) WHERE links = 1;
        CREATE INDEX article_highlighted ON article(sort_key) WHERE highlights > 0;

        -- A note has a time of its own, in seconds since 1970; a highlight is the name of its colour.
        ALTER TABLE passage ADD COLUMN note TEXT;
        ALTER TABLE passage ADD COLUMN note_edited INTEGER;
        ALTER TABLE passage ADD COLUMN highlight TEXT;
        ALTER TABLE passage ADD COLUMN starred INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX passage_noted ON passage(created, id) WHERE removed = 0 AND note IS NOT NULL;
        CREATE INDEX passage_highlighted ON passage(created, id) WHERE removed = 0 AND highlight IS NOT NULL;
        CREATE INDEX passage_starred ON passage(created, id) WHERE removed = 0 AND starred = 1;

        -- Of passages, but for starred, which is of articles. unlisted: articles of earlier versions up to this row, the highest
        -- first, are still to be listed under provisions, and their links to be looked for.
        ALTER TABLE library ADD COLUMN starred INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE library ADD COLUMN notes INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE library ADD COLUMN highlights INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE library ADD COLUMN starred_passages INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE library ADD COLUMN unlisted INTEGER NOT NULL DEFAULT 0;
        UPDATE library SET unlisted = coalesce((SELECT max(id) FROM article), 0);

        -- A provision of a treaty or law; the treaty itself where number is empty. The counters are of articles on the list.
        CREATE TABLE provision(
          id INTEGER PRIMARY KEY,
          treaty TEXT NOT NULL,
          number TEXT NOT NULL COLLATE NOCASE,
          articles INTEGER NOT NULL DEFAULT 0,
          unread INTEGER NOT NULL DEFAULT 0,
          UNIQUE (treaty, number)
        );

        -- The provisions that the topics of an article give, as decisions leave these, and those that its text cites, whatever is
        -- decided, with the treaties of both; each once, for one reason or both. Like article_topic.
        CREATE TABLE article_provision(
          provision INTEGER NOT NULL REFERENCES provision(id),
          hidden INTEGER NOT NULL,
          sort_key INTEGER NOT NULL,
          article INTEGER NOT NULL REFERENCES article(id),
          given INTEGER NOT NULL,
          cited INTEGER NOT NULL,
          PRIMARY KEY (provision, hidden, sort_key)
        ) WITHOUT ROWID;
        CREATE INDEX article_provision_article ON article_provision(article);
        """
}
