/// The fields of front matter that an article has a place for.
enum FrontMatterField: String, Hashable, CaseIterable {
    case title, deck, published, updated, authors, tags, kickers, language, publisher, url, id

    /// The names by which Hugo, Jekyll, Obsidian, zk and those who write by hand call it, in lower case, the first that
    /// has a value counting.
    var aliases: [String] {
        switch self {
        case .title: ["title", "headline"]
        case .deck: ["deck", "subtitle", "standfirst", "description", "summary", "excerpt", "abstract"]
        case .published: ["published", "date", "publishdate", "pubdate", "created", "date_published", "published_at"]
        case .updated:
            ["updated", "lastmod", "modified", "last_modified_at", "last_modified", "date_modified", "updated_at"]
        case .authors: ["authors", "author", "byline", "bylines", "creator", "by"]
        case .tags: ["tags", "tag", "keywords"]
        case .kickers: ["kickers", "categories", "category", "kicker", "section"]
        case .language: ["lang", "language", "locale"]
        case .publisher: ["publisher", "source", "site", "site_name", "publication"]
        case .url: ["url", "canonical_url", "canonicalurl", "canonical", "link", "permalink", "source_url"]
        case .id: ["id", "guid", "uid", "doi"]
        }
    }
}
