/// Search is answered by an index beside the database, which catches up by change numbers; the full-text table goes.
enum SchemaStep3 {
    static let sql = """
        DROP TABLE article_words;
        DROP VIEW article_source;
        ALTER TABLE library DROP COLUMN analyser;

        -- By which an index is known to be of this library and no other. Chance makes it, since nothing is ever shown of it.
        ALTER TABLE library ADD COLUMN identity TEXT NOT NULL DEFAULT '';
        UPDATE library SET identity = lower(hex(randomblob(16)));

        -- The change number of the last change of what the index keeps: words, language, sort_key. 0 for articles of earlier
        -- versions, which come in when the index is first made.
        ALTER TABLE article ADD COLUMN words_change INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX article_words_change ON article(words_change);
        """
}
