import Formats

/// The entries of a JSON Feed (https://jsonfeed.org/version/1.1), one after the other.
final class JSONFeedStream {
    private enum Place { case members, items, end }

    private var walker: JSONWalker
    private var place: Place
    private let limits: FormatLimits
    private(set) var head = RawFeedHead()
    private(set) var sawFeed = false
    /// Whether the text ended too early, or ceased to be JSON that can be taken on.
    var hasFailed: Bool { walker.hasFailed }

    /// `bytes` are valid UTF-8.
    init(_ bytes: [UInt8], limits: FormatLimits) {
        walker = JSONWalker(bytes)
        self.limits = limits
        place = walker.take("{") ? .members : .end
        head.kind = .json
    }

    static func isJSON(_ bytes: [UInt8]) -> Bool {
        bytes.first { $0 > 0x20 } == UInt8(ascii: "{")
    }

    static func head(of bytes: [UInt8], limits: FormatLimits) -> RawFeedHead {
        let stream = JSONFeedStream(bytes, limits: limits)
        stream.skipToEnd()
        return stream.head
    }

    func skipToEnd() {
        while next() != nil {}
    }

    func next() -> FeedEntry? {
        while !walker.hasFailed {
            switch place {
            case .members: readMember()
            case .items:
                if let entry = readItem() { return entry }
            case .end: return nil
            }
        }
        return nil
    }

    private func readMember() {
        guard let name = walker.memberName() else {
            place = .end
            return
        }
        if name == "items", walker.take("[") {
            place = .items
            sawFeed = true
        } else {
            takeMember(name, walker.value())
        }
    }

    /// The next item; nothing at the end of the list, or where the text ends inside of one: half an entry is none.
    private func readItem() -> FeedEntry? {
        _ = walker.take(",")
        if walker.take("]") {
            place = .members
            return nil
        }
        let item = walker.value()
        guard !walker.hasFailed, case .object = item else { return nil }
        let entry = FeedEntry(json: item, limits: limits)
        return entry.isEmpty ? nil : entry
    }

    private func takeMember(_ name: String, _ value: JSONNode) {
        switch name {
        case "version": sawFeed = sawFeed || value.text?.contains("jsonfeed.org") == true
        case "title": head.title = value.text.map { FeedValue($0, form: .text) }
        case "description": head.summary = value.text.map { FeedValue($0, form: .text) }
        case "home_page_url": addLink(value, "alternate")
        case "feed_url": addLink(value, "self")
        case "next_url": addLink(value, "next")
        case "language": head.language = value.text
        case "author", "authors": head.people += value.list.prefix(20).compactMap { FeedEntry.Person(json: $0) }
        case "hubs": for hub in value.list.prefix(20) { if let url = hub["url"] { addLink(url, "hub") } }
        case "expired": head.isComplete = value == .bool(true)
        default: break
        }
    }

    private func addLink(_ value: JSONNode, _ relation: String) {
        guard let address = value.text else { return }
        head.links.append(.init(address: FeedAddress.cleaned(address), relation: relation))
    }
}

extension FeedEntry {
    init(json item: JSONNode, limits: FormatLimits) {
        id = item["id"]?.text ?? item["guid"]?.text
        title = item["title"]?.text.map { FeedValue($0, form: .text) }
        for name in ["url", "external_url"] {
            if let address = item[name]?.text { links.append(Link(address: FeedAddress.cleaned(address))) }
        }
        published = item["date_published"]?.text
        updated = item["date_modified"]?.text
        language = item["language"]?.text
        let lists = [item["authors"], item["author"]].compactMap { $0?.list }
        people = lists.first { !$0.isEmpty }?.prefix(100).compactMap { Person(json: $0) } ?? []
        categories = item["tags"]?.list.prefix(200).compactMap { $0.text.map { Category(text: $0) } } ?? []
        content = Self.value(item["content_html"], .html, limits) ?? Self.value(item["content_text"], .text, limits)
        if let summary = Self.value(item["summary"], .text, limits) { summaries.append(summary) }
        isCut = [item["content_html"], item["content_text"]].contains { ($0?.text?.utf8.count ?? 0) > limits.feedEntrySize }
        size = (content?.bytes.count ?? 0) + (summaries.first?.bytes.count ?? 0)
    }

    private static func value(_ node: JSONNode?, _ form: FeedValue.Form, _ limits: FormatLimits) -> FeedValue? {
        guard let text = node?.text else { return nil }
        var value = FeedValue(text, form: form)
        if value.bytes.count > limits.feedEntrySize {
            value.bytes = Array(value.bytes[..<Bytes.boundary(atOrBefore: limits.feedEntrySize, in: value.bytes)])
        }
        return value.isBlank ? nil : value
    }
}

extension FeedEntry.Person {
    /// An object with a name, or the name alone.
    init?(json node: JSONNode) {
        guard let name = node["name"]?.text ?? node.text else { return nil }
        self.name = name
    }
}
