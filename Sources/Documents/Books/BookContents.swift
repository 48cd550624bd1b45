/// The titles of chapters as the book's table of contents has them, and what its landmarks say of single files.
struct BookContents {
    /// By the path of the file: the first entry that leads to it.
    var titles: [String: String] = [:]
    /// Paths of covers, tables of contents and pages of rights.
    var landmarks: [String: Set<String>] = [:]

    /// Takes the navigation document of EPUB 3.
    mutating func take(navigation bytes: [UInt8], path: String) {
        let handler = NavigationHandler(path: path)
        BookXML.read(bytes, with: handler)
        titles.merge(handler.titles) { first, _ in first }
        landmarks.merge(handler.landmarks) { $0.union($1) }
    }

    /// Takes the table of contents of EPUB 2 (NCX).
    mutating func take(contents bytes: [UInt8], path: String) {
        let handler = NCXHandler(path: path)
        BookXML.read(bytes, with: handler)
        titles.merge(handler.titles) { first, _ in first }
    }
}

private final class NavigationHandler: BookXMLHandler {
    private let documentPath: String
    private(set) var titles: [String: String] = [:]
    private(set) var landmarks: [String: Set<String>] = [:]
    private var kind: String?
    private var target: String?

    init(path: String) { documentPath = path }

    override func opened(_ element: XMLElement) -> Bool {
        switch element.name {
        case "nav": kind = element.attribute("type")?.lowercased()
        case "a":
            target = element.attribute("href").flatMap { BookPath.resolve($0, from: documentPath) }
            if kind == "landmarks", let type = element.attribute("type")?.lowercased(), let target {
                for word in type.split(separator: " ") { landmarks[String(word), default: []].insert(target) }
            }
            return kind == nil || kind == "toc"
        default: break
        }
        return false
    }

    override func took(_ text: String, of name: String) {
        guard let target, !text.isEmpty, titles[target] == nil else { return }
        titles[target] = text
    }
}

private final class NCXHandler: BookXMLHandler {
    private let documentPath: String
    private(set) var titles: [String: String] = [:]
    private var labels: [String] = []

    init(path: String) { documentPath = path }

    override func opened(_ element: XMLElement) -> Bool {
        switch element.name {
        case "navpoint": labels.append("")
        case "text": return path.contains("navpoint") && path.contains("navlabel")
        case "content":
            if let path = element.attribute("src").flatMap({ BookPath.resolve($0, from: documentPath) }),
                let label = labels.last, !label.isEmpty, titles[path] == nil
            {
                titles[path] = label
            }
        default: break
        }
        return false
    }

    override func took(_ text: String, of name: String) {
        if !labels.isEmpty, labels[labels.count - 1].isEmpty { labels[labels.count - 1] = text }
    }

    override func closed(_ name: String) {
        if name == "navpoint", !labels.isEmpty { labels.removeLast() }
    }
}
