import Articles

/// What Pocket and Instapaper export, as a table or as a page of links, and the bookmarks of browsers: an address with a title, tags
/// and a folder each. The texts are not in it.
struct ReadingListReader {
    private let text: SourceText
    private let limits: FormatLimits

    init(_ text: SourceText, limits: FormatLimits) {
        self.text = text
        self.limits = limits
    }

    var readings: Readings {
        let isPage = text.bytes.first { $0 > 0x20 } == UInt8(ascii: "<")
        return isPage ? links : rows
    }

    /// An article that holds its address, and says as a tag whether it was read.
    private func article(_ title: String, _ address: String, _ tags: [String]) -> Article? {
        guard !address.isEmpty, address.contains(":"), SafeAddress.isSafe(address) else { return nil }
        let shown = title.isEmpty ? address : title
        let block = Block(.paragraph, address, spans: [Span(.link, start: 0, end: address.utf8.count, target: address)])
        var reference = Reference()
        (reference.title, reference.url, reference.tags) = (shown, address, tags)
        var article = reference.article(limits)
        article?.blocks = [block]
        return article
    }

    // MARK: Tables

    private var rows: Readings {
        var table = CSVRows(text.bytes[...])
        let names = (table.next() ?? []).map { $0.lowercased() }
        func place(_ name: String) -> Int? { names.firstIndex(of: name) }
        let (title, address) = (place("title"), place("url"))
        let (tags, status, folder) = (place("tags"), place("status"), place("folder"))
        return Readings {
            while let row = table.next() {
                func value(_ place: Int?) -> String { place.flatMap { row.indices.contains($0) ? row[$0] : nil } ?? "" }
                let list = value(tags).split { "|,[]\"".contains($0) }.map { String($0).trimmingBlanks }
                let states = [value(status), value(folder)].filter { !$0.isEmpty }.map { $0.lowercased() }
                if let article = article(value(title), value(address), list.filter { !$0.isEmpty } + states) {
                    return .success(Reading(article: article))
                }
            }
            return nil
        }
    }

    // MARK: Pages of links

    private var links: Readings {
        let bytes = text.bytes
        var index = 0
        var folder = ""
        return Readings {
            while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
                let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
                index = end + 1
                let tag = Bytes.string(bytes[start...end])
                switch HTMLText.tagName(tag) {
                case "h1", "h2", "h3": folder = Self.words(bytes[index...].prefix { $0 != UInt8(ascii: "<") })
                case "a":
                    let title = Self.words(bytes[index...].prefix { $0 != UInt8(ascii: "<") })
                    let tags = Self.attribute("tags", of: tag).split(separator: ",").map { String($0).trimmingBlanks }
                    let states = folder.isEmpty ? [] : [folder.lowercased()]
                    if let article = article(title, Self.attribute("href", of: tag), tags + states) {
                        return .success(Reading(article: article))
                    }
                default: break
                }
            }
            index = bytes.count
            return nil
        }
    }

    private static func words(_ bytes: ArraySlice<UInt8>) -> String {
        HTMLText.paragraphs(of: Bytes.string(bytes)).joined(separator: " ")
    }

    /// The value in quotation marks of an attribute.
    private static func attribute(_ name: String, of tag: String) -> String {
        let lower = Bytes.lowercased(tag.utf8)
        let bytes = Array(tag.utf8)
        let mark = Array((name + "=\"").utf8)
        guard lower.count >= mark.count,
            let start = (0...(lower.count - mark.count)).first(where: {
                lower[$0...].starts(with: mark) && $0 > 0 && lower[$0 - 1] <= 0x20
            })
        else { return "" }
        return words(bytes[(start + mark.count)...].prefix { $0 != UInt8(ascii: "\"") })
    }
}

/// The rows of a table with commas (RFC 4180).
struct CSVRows: IteratorProtocol {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    mutating func next() -> [String]? {
        while rest.first == 0x0A { rest.removeFirst() }
        guard !rest.isEmpty else { return nil }
        var row: [String] = []
        while true {
            row.append(field())
            guard let byte = rest.popFirst(), byte == UInt8(ascii: ",") else { return row }
        }
    }

    private mutating func field() -> String {
        guard rest.first == UInt8(ascii: "\"") else {
            let value = rest.prefix { $0 != UInt8(ascii: ",") && $0 != 0x0A }
            rest = rest[value.endIndex...]
            return Bytes.string(Bytes.trimmed(value))
        }
        rest.removeFirst()
        var value: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\"") {
                guard rest.first == byte else { break }
                rest.removeFirst()
            }
            value.append(byte)
        }
        // What stands behind the quotation mark is no part of the value.
        rest = rest.drop { $0 != UInt8(ascii: ",") && $0 != 0x0A }
        return Bytes.string(value)
    }
}
