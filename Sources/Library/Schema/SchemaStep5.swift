/// The feeds that the library follows, and which of their entries it has met.
enum SchemaStep5 {
    static let sql = """
        -- A feed that the user follows; removed ones stay. url may hold a name and a password, and is for nobody's eyes. title is the
        -- user's own, feed_title, site and head (JSON) what the feed says. allows: 0 the web, 1 this machine and its network too, 2 a file.
        -- The rest is what came of asking for it, times in seconds since 1970; due is when to ask next, stopped that it is gone
        -- for good.
        CREATE TABLE feed(
          id INTEGER PRIMARY KEY,
          uuid TEXT NOT NULL UNIQUE,
          url TEXT NOT NULL UNIQUE,
          title TEXT,
          folders TEXT,
          allows INTEGER NOT NULL DEFAULT 0,
          removed INTEGER NOT NULL DEFAULT 0,
          created INTEGER NOT NULL,
          edited INTEGER NOT NULL,
          change INTEGER NOT NULL,
          feed_title TEXT,
          site TEXT,
          head TEXT,
          asked INTEGER,
          succeeded INTEGER,
          due INTEGER NOT NULL DEFAULT 0,
          failures INTEGER NOT NULL DEFAULT 0,
          failure TEXT,
          stopped INTEGER NOT NULL DEFAULT 0,
          etag TEXT,
          last_modified TEXT,
          content_hash TEXT
        );
        CREATE INDEX feed_change ON feed(change);

        -- An entry of a feed, known by key: a digest of its id. Its article has a place of its own (file.path ~feeds//UUID/KEY),
        -- without a file in the folder. first_seen is when it was met; expired ones are not taken in again.
        CREATE TABLE feed_entry(
          feed INTEGER NOT NULL REFERENCES feed(id),
          key TEXT NOT NULL,
          first_seen INTEGER NOT NULL,
          expired INTEGER NOT NULL DEFAULT 0,
          PRIMARY KEY (feed, key)
        ) WITHOUT ROWID;
        CREATE INDEX feed_entry_age ON feed_entry(first_seen) WHERE expired = 0;
        """
}
