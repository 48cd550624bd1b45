/// The beginning of a text in angle brackets: pages, feeds and other XML.
struct MarkupHead {
    private let bytes: ArraySlice<UInt8>
    private let suffix: FileFormat?

    /// `bytes` are without white space at their beginning.
    init(_ bytes: ArraySlice<UInt8>, _ suffix: FileFormat?) {
        self.bytes = bytes
        self.suffix = suffix
    }

    var format: SniffedFormat? {
        var scan = MarkupScan(bytes)
        guard let name = scan.rootName else { return scan.sawDeclaration ? .foreign(.xml) : looseFeed ?? loosePage }
        switch name {
        case "channel": return .readable(.feed)
        // With or without a prefix of a name space.
        case _ where ["rss", "feed", "rdf"].contains(name.split(separator: ":").last.map(String.init)):
            return .readable(.feed)
        case "opml": return .readable(.feedList)
        case "netscape-bookmark-file-1": return .readable(.readingList)
        case "html", "head", "body", "!doctype html": return page
        default: break
        }
        if scan.sawDeclaration { return looseFeed ?? (suffix == .webPage ? page : .foreign(.xml)) }
        return looseFeed ?? (Self.pageTags.contains(name) || suffix == .webPage ? page : nil)
    }

    /// Tags that a page without `<html>` begins with, and that hardly begin a text in Markdown.
    private static let pageTags: Set<String> = ["meta", "title", "link", "base", "script", "style", "noscript", "article", "main"]

    /// A feed whose root is not at its beginning, where the name promises one.
    private var looseFeed: SniffedFormat? {
        guard suffix == .feed || suffix == .feedList else { return nil }
        let head = Bytes.lowercased(bytes)
        if Bytes.contains(head, "<opml") { return .readable(.feedList) }
        return ["<rss", "<feed", "<rdf:rdf", "<channel", "<item", "<entry"].contains { Bytes.contains(head, $0) }
            ? .readable(.feed) : nil
    }

    /// Text in tags under a name that promises a page.
    var loosePage: SniffedFormat? {
        guard suffix == .webPage else { return nil }
        let head = Bytes.lowercased(bytes)
        return ["<p>", "<p ", "</p>", "<br", "<div", "<body", "<html", "<h1", "<a ", "<table", "<!--"].contains { Bytes.contains(head, $0) }
            ? .readable(.webPage) : nil
    }

    /// Pocket's and Instapaper's lists are pages of links that say so in their titles.
    private var page: SniffedFormat {
        let head = Bytes.lowercased(bytes.prefix(2 << 10))
        let isList = ["<title>pocket export</title>", "<title>instapaper: export</title>"].contains { Bytes.contains(head, $0) }
        return .readable(isList ? .readingList : .webPage)
    }
}

/// Looks for the first element, behind declarations and remarks.
struct MarkupScan {
    private var rest: ArraySlice<UInt8>
    /// Whether `<?xml` was met.
    private(set) var sawDeclaration = false

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    /// Its name in lower case; the doctype's, as `!doctype html`, where it is that of a page; nothing where there is no
    /// element.
    var rootName: String? {
        mutating get {
            while true {
                rest = rest.drop { $0 == 0x0A || $0 == 0x09 || $0 == 0x20 }
                guard rest.first == UInt8(ascii: "<") else { return nil }
                if rest.starts(with: Array("<!--".utf8)) {
                    guard skip(past: "-->") else { return nil }
                } else if rest.starts(with: Array("<?".utf8)) {
                    if Bytes.lowercased(rest.prefix(5)).elementsEqual("<?xml".utf8) { sawDeclaration = true }
                    guard skip(past: ">") else { return nil }
                } else if rest.dropFirst().first == UInt8(ascii: "!") {
                    if let name = doctype { return name }
                    guard skipDoctype() else { return nil }
                } else {
                    let name = rest.dropFirst().prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
                    guard let first = name.first, Bytes.isLetter(first) else { return nil }
                    return Bytes.string(Bytes.lowercased(name.prefix(60)))
                }
            }
        }
    }

    private var doctype: String? {
        let words = Bytes.lowercased(rest.prefix(100).prefix { $0 != UInt8(ascii: ">") }).split { $0 <= 0x20 }
        guard words.count >= 2, words[0].elementsEqual("<!doctype".utf8) else { return nil }
        let name = Bytes.string(words[1])
        // An XHTML doctype may stand over what is no page.
        return name == "html" && !sawDeclaration ? "!doctype html" : name.hasPrefix("netscape-bookmark") ? name : nil
    }

    /// A document type may have a subset in brackets, with declarations of its own.
    private mutating func skipDoctype() -> Bool {
        guard let end = rest.firstIndex(where: { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "[") }) else { return false }
        let hasSubset = rest[end] == UInt8(ascii: "[")
        rest = rest[(end + 1)...]
        return hasSubset ? skip(past: "]>") || skip(past: "]") && skip(past: ">") : true
    }

    private mutating func skip(past end: String) -> Bool {
        let mark = Array(end.utf8)
        var place = rest
        while let index = place.firstIndex(of: mark[0]) {
            place = place[index...]
            if place.starts(with: mark) {
                rest = place.dropFirst(mark.count)
                return true
            }
            place = place.dropFirst()
        }
        return false
    }
}
