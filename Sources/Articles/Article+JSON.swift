extension Article: Codable {
    /// The field names of `dossier read --json`, in the order they are documented.
    enum CodingKeys: String, CodingKey {
        case id, title, deck, kickers, bylines, publisher, published, updated, language, url, tags, blocks, text
    }

    /// Reads the shape that ``encode(to:)`` writes. Keys without a value may be missing; `text` is derived and ignored.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try values.decodeIfPresent(String.self, forKey: .id),
            title: try values.decode(String.self, forKey: .title),
            deck: try values.decodeIfPresent(String.self, forKey: .deck),
            kickers: try values.decodeIfPresent([String].self, forKey: .kickers) ?? [],
            bylines: try values.decodeIfPresent([String].self, forKey: .bylines) ?? [],
            publisher: try values.decodeIfPresent(String.self, forKey: .publisher),
            published: try values.decodeIfPresent(ArticleDate.self, forKey: .published),
            updated: try values.decodeIfPresent(ArticleDate.self, forKey: .updated),
            language: try values.decodeIfPresent(String.self, forKey: .language),
            url: try values.decodeIfPresent(String.self, forKey: .url),
            tags: try values.decodeIfPresent([String].self, forKey: .tags) ?? [],
            blocks: try values.decodeIfPresent([Block].self, forKey: .blocks) ?? [])
    }

    /// Writes every field that has a value, and the canonical text.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encodeIfPresent(id, forKey: .id)
        try values.encode(title, forKey: .title)
        try values.encodeIfPresent(deck, forKey: .deck)
        if !kickers.isEmpty { try values.encode(kickers, forKey: .kickers) }
        if !bylines.isEmpty { try values.encode(bylines, forKey: .bylines) }
        try values.encodeIfPresent(publisher, forKey: .publisher)
        try values.encodeIfPresent(published, forKey: .published)
        try values.encodeIfPresent(updated, forKey: .updated)
        try values.encodeIfPresent(language, forKey: .language)
        try values.encodeIfPresent(url, forKey: .url)
        if !tags.isEmpty { try values.encode(tags, forKey: .tags) }
        if !blocks.isEmpty { try values.encode(blocks, forKey: .blocks) }
        try values.encode(text, forKey: .text)
    }
}
