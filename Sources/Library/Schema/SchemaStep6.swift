/// Documents of the person's own: saved searches, briefings, weights of interest.
enum SchemaStep6 {
    static let sql = """
        -- Whole things that the user made, each of a kind, with a title and a body in JSON whose form the kind says. A weight of
        -- interest is known by its topic: uuid is made of it. Removed ones stay.
        CREATE TABLE document(
          id INTEGER PRIMARY KEY,
          uuid TEXT NOT NULL UNIQUE,
          kind TEXT NOT NULL,
          title TEXT NOT NULL,
          body TEXT NOT NULL,
          removed INTEGER NOT NULL DEFAULT 0,
          created INTEGER NOT NULL,
          edited INTEGER NOT NULL,
          change INTEGER NOT NULL
        );
        CREATE INDEX document_kind ON document(kind, created, id) WHERE removed = 0;
        CREATE INDEX document_change ON document(change);
        """
}
