import Formats

/// What a book says of itself (the package document, EPUB 3.3, section 5): its metadata, its files and their order.
struct BookPackage {
    struct Item: Hashable {
        var path: String
        var mediaType: String
        var properties: Set<Substring>
    }

    var title: String?
    var creators: [String] = []
    var publisher: String?
    var language: String?
    var date: String?
    var identifier: String?
    var subjects: [String] = []
    var items: [String: Item] = [:]
    /// The ids of the chapters in the order of reading, those that are apart from it left out.
    var spine: [String] = []
    /// The table of contents of EPUB 2, by the spine.
    var contents: String?
    /// Paths of what the guide names: `cover`, `toc`, `copyright-page`.
    var guide: [String: Set<String>] = [:]

    /// `path` is the name of the package document in the archive. Never fails: what is not there is empty.
    init(_ bytes: [UInt8], path: String) {
        let handler = PackageHandler(path: path)
        BookXML.read(bytes, with: handler)
        self = handler.package
    }

    fileprivate init() {}

    /// The path of the navigation document of EPUB 3.
    var navigation: String? { items.values.first { $0.properties.contains("nav") }?.path }

    var contentsPath: String? {
        contents.flatMap { items[$0]?.path } ?? items.values.first { $0.mediaType == "application/x-dtbncx+xml" }?.path
    }
}

private final class PackageHandler: BookXMLHandler {
    private static let most = 20_000

    private let documentPath: String
    private(set) var package = BookPackage()
    private var role: String?
    private var authors: [String] = []

    init(path: String) { documentPath = path }

    override func opened(_ element: XMLElement) -> Bool {
        switch element.name {
        case "title", "creator", "publisher", "language", "date", "identifier", "subject":
            role = element.attribute("role")
            return path.contains("metadata")
        case "item": takeItem(element)
        case "spine": package.contents = element.attribute("toc")
        case "itemref":
            if let id = element.attribute("idref"), element.attribute("linear") != "no", package.spine.count < Self.most {
                package.spine.append(id)
            }
        case "reference":
            if let type = element.attribute("type"), let href = element.attribute("href"),
                let path = BookPath.resolve(href, from: documentPath)
            {
                package.guide[type.lowercased(), default: []].insert(path)
            }
        default: break
        }
        return false
    }

    private func takeItem(_ element: XMLElement) {
        guard package.items.count < Self.most, let id = element.attribute("id"), let href = element.attribute("href"),
            let path = BookPath.resolve(href, from: documentPath)
        else { return }
        let properties = element.attribute("properties")?.split(separator: " ") ?? []
        package.items[id] = BookPackage.Item(
            path: path, mediaType: element.attribute("media-type") ?? "", properties: Set(properties))
    }

    override func took(_ text: String, of name: String) {
        guard !text.isEmpty, text.lowercased() != "unknown" else { return }
        switch name {
        case "title": package.title = package.title ?? text
        case "creator":
            package.creators.append(text)
            if role == "aut" { authors.append(text) }
        case "publisher": package.publisher = package.publisher ?? text
        case "language": package.language = package.language ?? text
        case "date": package.date = package.date ?? text
        case "identifier": package.identifier = package.identifier ?? text
        case "subject": package.subjects.append(text)
        default: break
        }
    }

    override func closed(_ name: String) {
        // Where it is told who the authors are, translators and illustrators are none.
        if name == "metadata", !authors.isEmpty { package.creators = authors }
    }
}

/// Where the package document is (`META-INF/container.xml`).
final class ContainerHandler: BookXMLHandler {
    private(set) var rootPath: String?

    override func opened(_ element: XMLElement) -> Bool {
        if element.name == "rootfile", rootPath == nil { rootPath = element.attribute("full-path").flatMap(BookPath.plain) }
        return false
    }
}

/// The files that open with a key alone (`META-INF/encryption.xml`). Fonts are often garbled by a rule that everybody
/// knows, which is no matter here.
final class EncryptionHandler: BookXMLHandler {
    private(set) var paths: Set<String> = []

    override func opened(_ element: XMLElement) -> Bool {
        if element.name == "cipherreference", let path = element.attribute("uri").flatMap({ BookPath.resolve($0, from: "") }) {
            paths.insert(path)
        }
        return false
    }
}
