import Formats

/// The `<meta>` elements of a page by their names, `<link>`s that name an address, and JSON-LD.
struct HTMLMeta {
    private var values: [String: [String]] = [:]
    private(set) var canonical: String?
    private(set) var scripts: [UnsafeBufferPointer<UInt8>] = []

    private static let most = 400

    init(_ tree: HTMLTree) {
        var count = 0
        for index in tree.nodes.indices {
            switch tree.nodes[index].tag {
            case .meta where count < Self.most:
                count += 1
                take(index, tree)
            case .link where canonical == nil:
                if let rel = tree.string("rel", of: index), rel.lowercased() == "canonical" {
                    canonical = tree.string("href", of: index)
                }
            case .script:
                guard let type = tree.string("type", of: index), type.lowercased().contains("ld+json") else { continue }
                for place in tree.inside(index) where tree.nodes[place].isText { scripts.append(tree.text(of: place)) }
            default: continue
            }
        }
    }

    private mutating func take(_ index: Int, _ tree: HTMLTree) {
        guard let content = tree.string("content", of: index), !content.isEmpty, content.utf8.count < 20_000 else { return }
        let value = HTMLFieldText.plain(content)
        guard !value.isEmpty else { return }
        for name in [
            tree.string("property", of: index), tree.string("name", of: index), tree.string("itemprop", of: index),
            tree.string("http-equiv", of: index),
        ] {
            guard let name, !name.isEmpty else { continue }
            for key in name.lowercased().split(separator: " ") { values[String(key), default: []].append(value) }
            return
        }
    }

    /// The first value of the first name that has one.
    func first(_ names: [String]) -> String? {
        for name in names {
            if let value = values[name]?.first { return value }
        }
        return nil
    }

    /// All values of the first name that has any.
    func all(_ names: [String]) -> [String] {
        for name in names {
            if let found = values[name] { return found }
        }
        return []
    }
}

/// The names by which pages call a field, the first that has a value counting.
enum HTMLMetaField {
    case title, author, published, updated, summary, publisher, language, url, section, tags, keywords

    var names: [String] {
        switch self {
        case .title:
            [
                "og:title", "twitter:title", "dc.title", "dcterms.title", "dcterm:title", "dc:title", "citation_title",
                "parsely-title", "sailthru.title", "headline", "title", "weibo:article:title",
            ]
        case .author:
            [
                "author", "parsely-author", "article:author", "dc.creator", "dc:creator", "dcterms.creator",
                "dcterm:creator", "citation_author", "sailthru.author", "byl", "byline", "og:article:author",
                "cxenseparse:author", "author_name", "article:author_name",
            ]
        case .published:
            [
                "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
                "sailthru.date", "article:published", "bt:pubdate", "dc.date.issued", "dcterms.issued", "dcterms.created",
                "dc.date.created", "dc.date", "dcterms.date", "citation_publication_date", "citation_date",
                "cxenseparse:recs:publishtime", "publication_date", "publish-date", "publish_date", "publishdate",
                "pubdate", "displaydate", "originalpublicationdate", "article.published", "article_date_original",
                "ptime", "og:pubdate", "release_date", "date", "created",
            ]
        case .updated:
            [
                "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified",
                "dcterms.modified", "dc.date.modified", "lastmod", "last-modified", "modified", "article.updated",
                "revised",
            ]
        case .summary: ["og:description", "description", "twitter:description", "dc.description", "dcterms.description"]
        case .publisher:
            [
                "og:site_name", "dc.publisher", "dcterms.publisher", "citation_journal_title", "application-name",
                "publisher", "copyright",
            ]
        case .language: ["dc.language", "dcterms.language", "content-language", "language", "og:locale", "inlanguage"]
        case .url: ["og:url", "twitter:url", "parsely-link", "dc.identifier.uri"]
        case .section: ["article:section", "og:article:section", "parsely-section", "section", "cxenseparse:category"]
        case .tags: ["article:tag", "og:article:tag"]
        case .keywords: ["news_keywords", "keywords", "parsely-tags", "sailthru.tags", "dc.subject", "citation_keywords"]
        }
    }
}
