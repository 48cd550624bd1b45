/// Whose word an element's name is.
enum FeedVocabulary: Hashable {
    /// RSS in every version, Atom, CDF.
    case core
    case rdf, dublinCore, dublinTerms, content, itunes, media, xhtml, syndication
    /// A vocabulary that says nothing of what an article is, though its words may be the same.
    case foreign

    init(_ element: XMLElement, root: String?) {
        guard let namespace = element.namespace, !namespace.isEmpty else {
            self = element.prefix.map { Self.prefixes[$0.lowercased()] ?? .foreign } ?? .core
            return
        }
        // As it is mostly written.
        if let known = Self.namespaces[namespace] {
            self = known
            return
        }
        let key = Self.key(namespace)
        if let known = Self.namespaces[key] {
            self = known
        } else if key.contains("podcast-1.0.dtd") {
            self = .itunes
        } else {
            // A namespace that nobody knows, but that the root is in, is that of the feed.
            self = root == namespace ? .core : .foreign
        }
    }

    /// Namespaces are written with and without their last sign, and in any case.
    private static func key(_ namespace: String) -> String {
        var key = namespace.lowercased()
        while let last = key.last, last == "/" || last == "#" { key.removeLast() }
        if key.hasPrefix("https://") { key = "http://" + key.dropFirst(8) }
        return key
    }

    /// Prefixes that are used without being declared.
    private static let prefixes: [String: FeedVocabulary] = [
        "atom": .core, "a10": .core, "rss": .core, "rdf": .rdf, "dc": .dublinCore, "dcterms": .dublinTerms,
        "content": .content, "itunes": .itunes, "media": .media, "xhtml": .xhtml, "sy": .syndication,
    ]

    private static let namespaces: [String: FeedVocabulary] = [
        "http://backend.userland.com/rss": .core, "http://backend.userland.com/rss2": .core,
        "http://blogs.law.harvard.edu/tech/rss": .core, "http://cyber.law.harvard.edu/rss": .core,
        "http://purl.org/rss/1.0": .core, "http://purl.org/net/rss1.1": .core,
        "http://my.netscape.com/rdf/simple/0.9": .core, "http://channel.netscape.com/rdf/simple/0.9": .core,
        "http://purl.org/rss/1.0/modules/rss091": .core,
        "http://example.com/newformat": .core, "http://example.com/necho": .core, "http://purl.org/echo": .core,
        "uri/of/echo/namespace": .core, "http://purl.org/pie": .core,
        "http://purl.org/atom/ns": .core, "http://www.w3.org/2005/atom": .core,
        "http://www.w3.org/1999/02/22-rdf-syntax-ns": .rdf,
        "http://purl.org/dc/elements/1.1/": .dublinCore, "http://purl.org/dc/elements/1.0": .dublinCore, "http://purl.org/dc/elements/1.1": .dublinCore,
        "http://purl.org/dc/terms": .dublinTerms,
        "http://purl.org/rss/1.0/modules/content": .content, "http://purl.org/rss/1.0/modules/content/": .content,
        "http://search.yahoo.com/mrss": .media, "http://www.rssboard.org/media-rss": .media,
        "http://www.w3.org/1999/xhtml": .xhtml,
        "http://purl.org/rss/1.0/modules/syndication": .syndication,
    ]
}

/// What an element is about, wherever it stands.
enum FeedWord: Hashable {
    case feed, entry, image
    case title, link, id, person(FeedPersonRole), category, source
    case published, updated
    case summary, content, fullText, keywords
    case language, minutes, quietHours, quietDay, period, frequency, newURL, complete
    /// Stands around others that belong to whatever it stands in.
    case group
    case other

    init(_ name: String, _ vocabulary: FeedVocabulary) {
        self =
            switch vocabulary {
            case .core: Self.core[name] ?? .other
            case .rdf: name == "rdf" || name == "seq" || name == "bag" ? .group : .other
            case .dublinCore: Self.dublinCore[name] ?? .other
            case .dublinTerms: Self.dublinTerms[name] ?? .other
            case .content: name == "encoded" ? .content : .other
            case .itunes: Self.itunes[name] ?? .other
            case .media: Self.media[name] ?? .other
            case .xhtml: name == "body" || name == "div" ? .fullText : .other
            case .syndication: name == "updateperiod" ? .period : name == "updatefrequency" ? .frequency : .other
            case .foreign: .other
            }
    }

    private static let core: [String: FeedWord] = [
        "rss": .group, "channel": .feed, "feed": .feed, "item": .entry, "entry": .entry,
        "image": .image, "textinput": .image, "logo": .other, "icon": .other,
        "title": .title, "link": .link, "guid": .id, "id": .id, "a": .other,
        "author": .person(.author), "managingeditor": .person(.editor), "contributor": .person(.contributor),
        "category": .category, "source": .source,
        "pubdate": .published, "published": .published, "issued": .published, "created": .published,
        "updated": .updated, "modified": .updated, "lastbuilddate": .updated,
        "summary": .summary, "description": .summary, "abstract": .summary, "tagline": .summary, "subtitle": .summary,
        "info": .summary, "excerpt": .summary,
        "content": .content, "body": .fullText, "fullitem": .fullText, "encoded": .content,
        "language": .language, "ttl": .minutes, "skiphours": .group, "hour": .quietHours, "skipdays": .group,
        "day": .quietDay, "keywords": .keywords, "items": .other,
    ]
    private static let dublinCore: [String: FeedWord] = [
        "title": .title, "creator": .person(.author), "author": .person(.author), "contributor": .person(.contributor),
        "subject": .category, "date": .published, "description": .summary, "identifier": .id, "language": .language,
    ]
    private static let dublinTerms: [String: FeedWord] = [
        "title": .title, "creator": .person(.author), "contributor": .person(.contributor), "subject": .category,
        "issued": .published, "created": .published, "date": .published, "available": .published, "modified": .updated,
        "abstract": .summary, "description": .summary, "language": .language,
    ]
    private static let itunes: [String: FeedWord] = [
        "author": .person(.author), "title": .title, "summary": .summary, "subtitle": .summary, "keywords": .keywords,
        "new-feed-url": .newURL, "complete": .complete,
    ]
    private static let media: [String: FeedWord] = [
        "group": .group, "content": .group, "title": .title, "description": .summary, "category": .category,
        "keywords": .keywords,
    ]
}

/// What somebody did for an entry.
enum FeedPersonRole: Hashable {
    case author, contributor
    /// Of the whole feed (`managingEditor`).
    case editor
}
