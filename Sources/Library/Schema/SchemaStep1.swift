/// The first shape.
enum SchemaStep1 {
    static let sql = """
        PRAGMA application_id = 1148154739;

        -- One row: the change number, and counters that are kept with every change, so that the first screen need not count.
        CREATE TABLE library(
          id INTEGER PRIMARY KEY CHECK (id = 1),
          change INTEGER NOT NULL DEFAULT 0,
          articles INTEGER NOT NULL DEFAULT 0,
          unread INTEGER NOT NULL DEFAULT 0,
          trashed INTEGER NOT NULL DEFAULT 0,
          gone INTEGER NOT NULL DEFAULT 0,
          bookmarks INTEGER NOT NULL DEFAULT 0,
          orphans INTEGER NOT NULL DEFAULT 0,
          unreadable INTEGER NOT NULL DEFAULT 0,
          tagger INTEGER NOT NULL DEFAULT 0,
          analyser INTEGER NOT NULL DEFAULT 0
        );
        INSERT INTO library(id) VALUES (1);

        -- What a list shows, and what lists are chosen by. sort_key is the date in seconds, times 256, and a slot in that
        -- second: its order is the order of lists, and it is the row of the article in the full-text index.
        CREATE TABLE article(
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL UNIQUE,
          identity TEXT NOT NULL UNIQUE,
          sort_key INTEGER NOT NULL,
          title TEXT NOT NULL,
          title_key TEXT NOT NULL,
          deck TEXT,
          kickers TEXT,
          bylines TEXT,
          publisher TEXT,
          published TEXT,
          file_date TEXT,
          language TEXT,
          word_count INTEGER NOT NULL,
          file TEXT NOT NULL,
          topics TEXT,
          tags TEXT,
          bookmarks INTEGER NOT NULL DEFAULT 0,
          read INTEGER NOT NULL DEFAULT 0,
          trashed INTEGER NOT NULL DEFAULT 0,
          gone INTEGER NOT NULL DEFAULT 0,
          place INTEGER NOT NULL DEFAULT 0,
          tagger INTEGER NOT NULL,
          digest TEXT NOT NULL,
          edited INTEGER NOT NULL DEFAULT 0,
          change INTEGER NOT NULL
        );
        CREATE UNIQUE INDEX article_order ON article(sort_key);
        CREATE INDEX article_listed ON article(sort_key) WHERE trashed = 0 AND gone = 0;
        CREATE INDEX article_unread ON article(sort_key) WHERE trashed = 0 AND gone = 0 AND read = 0;
        CREATE INDEX article_read ON article(sort_key) WHERE trashed = 0 AND gone = 0 AND read = 1;
        CREATE INDEX article_bookmarked ON article(sort_key) WHERE bookmarks > 0;
        CREATE INDEX article_trashed ON article(sort_key) WHERE trashed = 1;
        CREATE INDEX article_gone ON article(sort_key) WHERE gone = 1;
        CREATE INDEX article_title ON article(title_key);
        CREATE INDEX article_tagger ON article(tagger);
        CREATE INDEX article_change ON article(change);

        -- What only the reading view and the full-text index read.
        CREATE TABLE article_content(
          article INTEGER PRIMARY KEY REFERENCES article(id),
          source_id TEXT,
          url TEXT,
          updated TEXT,
          source_tags TEXT,
          text TEXT NOT NULL,
          -- Advertising in the text, as `UnsearchedRanges` writes it.
          unsearched TEXT,
          layout BLOB NOT NULL,
          links BLOB NOT NULL
        );

        -- The texts that are indexed, each led by its language between two marks, by which the tokenizer chooses its stems;
        -- in the body's lead, after the language and a third mark, the ranges that are passed over.
        CREATE VIEW article_source AS
          SELECT article.sort_key AS sort_key,
            char(2) || coalesce(language, '') || char(2) || title AS title,
            char(2) || coalesce(language, '') || char(2) || deck AS deck,
            char(2) || coalesce(language, '') || char(2) || kickers AS kickers,
            char(2) || coalesce(language, '') || char(2) || bylines AS bylines,
            char(2) || coalesce(language, '') || char(2) || publisher AS publisher,
            char(2) || coalesce(language, '') || coalesce(char(3) || article_content.unsearched, '') || char(2)
              || article_content.text AS body
          FROM article JOIN article_content ON article_content.article = article.id;

        CREATE VIRTUAL TABLE article_words USING fts5(
          title, deck, kickers, bylines, publisher, body,
          content = 'article_source', content_rowid = 'sort_key', tokenize = 'dossier', prefix = '1 2');

        CREATE TABLE language(
          code TEXT PRIMARY KEY,
          articles INTEGER NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE file(
          id INTEGER PRIMARY KEY,
          path TEXT NOT NULL UNIQUE,
          size INTEGER,
          modified INTEGER,
          inode INTEGER,
          content_hash TEXT,
          failure TEXT
        );

        -- Where an article stands: in one file or in several.
        CREATE TABLE place(
          file INTEGER NOT NULL REFERENCES file(id),
          ordinal INTEGER NOT NULL,
          article INTEGER NOT NULL REFERENCES article(id),
          digest TEXT NOT NULL,
          PRIMARY KEY (file, ordinal)
        ) WITHOUT ROWID;
        CREATE INDEX place_article ON place(article);

        -- Articles on the list that are about the topic or one below it.
        CREATE TABLE topic(
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL UNIQUE,
          articles INTEGER NOT NULL DEFAULT 0,
          unread INTEGER NOT NULL DEFAULT 0
        );

        -- One row for each topic of an article and for each topic above those; direct = 0 for the latter.
        CREATE TABLE article_topic(
          topic INTEGER NOT NULL REFERENCES topic(id),
          hidden INTEGER NOT NULL,
          sort_key INTEGER NOT NULL,
          article INTEGER NOT NULL REFERENCES article(id),
          direct INTEGER NOT NULL,
          PRIMARY KEY (topic, hidden, sort_key)
        ) WITHOUT ROWID;
        CREATE INDEX article_topic_article ON article_topic(article);

        -- What the user made. Removed ones stay, so that an action can be taken back and two libraries can be merged.
        -- start and end are where the passage stands now, nothing where its words are gone; the anchor is how it is found.
        CREATE TABLE passage(
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
          bookmarked INTEGER NOT NULL,
          removed INTEGER NOT NULL DEFAULT 0,
          created INTEGER NOT NULL,
          edited INTEGER NOT NULL,
          change INTEGER NOT NULL
        );
        CREATE INDEX passage_article ON passage(article);
        CREATE INDEX passage_bookmarked ON passage(created, id) WHERE bookmarked = 1 AND removed = 0;
        CREATE INDEX passage_live ON passage(created, id) WHERE removed = 0;
        CREATE INDEX passage_orphaned ON passage(created, id) WHERE removed = 0 AND start IS NULL;
        CREATE INDEX passage_change ON passage(change);

        CREATE TABLE tag(
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL UNIQUE,
          key TEXT NOT NULL
        );
        CREATE INDEX tag_key ON tag(key);

        CREATE TABLE article_tag(
          article INTEGER NOT NULL REFERENCES article(id),
          tag INTEGER NOT NULL REFERENCES tag(id),
          PRIMARY KEY (article, tag)
        ) WITHOUT ROWID;
        CREATE INDEX article_tag_tag ON article_tag(tag);

        -- The tags of removed passages stay with them.
        CREATE TABLE passage_tag(
          passage INTEGER NOT NULL REFERENCES passage(id),
          tag INTEGER NOT NULL REFERENCES tag(id),
          PRIMARY KEY (passage, tag)
        ) WITHOUT ROWID;
        CREATE INDEX passage_tag_tag ON passage_tag(tag);

        CREATE TABLE setting(
          key TEXT PRIMARY KEY,
          value TEXT NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE action(
          id INTEGER PRIMARY KEY,
          sentence TEXT NOT NULL,
          changes BLOB NOT NULL,
          undone INTEGER NOT NULL DEFAULT 0
        );
        """
}
