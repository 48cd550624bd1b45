/// Decisions on topics, and what is learned from them.
enum SchemaStep2 {
    static let sql = """
        ALTER TABLE library ADD COLUMN decisions INTEGER NOT NULL DEFAULT 0;

        -- What a person decided of a topic in a passage: a state, one for each article, place and topic. Removed ones stay.
        -- The topic is kept by its name, whether the vocabulary has it or not. start and end are those of a block, 0 and 0 for
        -- the article as a whole, and nothing where the words are gone; the anchor is how the block is found.
        CREATE TABLE decision(
          id INTEGER PRIMARY KEY,
          uuid TEXT NOT NULL UNIQUE,
          article INTEGER NOT NULL REFERENCES article(id),
          start INTEGER,
          "end" INTEGER,
          anchor_start INTEGER NOT NULL,
          anchor_end INTEGER NOT NULL,
          quote TEXT NOT NULL,
          prefix TEXT NOT NULL,
          suffix TEXT NOT NULL,
          topic TEXT NOT NULL,
          accepted INTEGER NOT NULL,
          removed INTEGER NOT NULL DEFAULT 0,
          created INTEGER NOT NULL,
          edited INTEGER NOT NULL,
          change INTEGER NOT NULL
        );
        CREATE UNIQUE INDEX decision_place ON decision(article, start, "end", topic) WHERE removed = 0 AND start IS NOT NULL;
        CREATE INDEX decision_article ON decision(article);
        CREATE INDEX decision_live ON decision(created, id) WHERE removed = 0;
        CREATE INDEX decision_orphaned ON decision(created, id) WHERE removed = 0 AND start IS NULL;
        CREATE INDEX decision_topic ON decision(topic, article) WHERE removed = 0;
        CREATE INDEX decision_change ON decision(change);

        -- What is to be left out of matching or learning. The three first columns are its identity in every copy of the library.
        CREATE TABLE learning_setting(
          kind TEXT NOT NULL,
          topic TEXT NOT NULL,
          text TEXT NOT NULL,
          removed INTEGER NOT NULL DEFAULT 0,
          edited INTEGER NOT NULL,
          change INTEGER NOT NULL,
          PRIMARY KEY (kind, topic, text)
        ) WITHOUT ROWID;

        -- What was learned last: one row, derived, which may be deleted. basis says from what, change when.
        CREATE TABLE model(
          id INTEGER PRIMARY KEY CHECK (id = 1),
          bytes BLOB NOT NULL,
          basis TEXT NOT NULL,
          change INTEGER NOT NULL
        );
        """
}
