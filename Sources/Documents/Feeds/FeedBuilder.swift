import Formats

/// Makes entries, and the head, of a feed's elements as they come.
final class FeedBuilder: XMLHandler {
    /// What an open element is to its children and its text.
    enum Role: Hashable {
        /// Its children count for what it stands in.
        case around
        case feed, entry, source
        /// Its text is a value; see ``field``.
        case field
        /// Markup inside of a value.
        case markup
        /// Neither its text nor its children count.
        case ignored
    }

    struct Frame {
        var role: Role
        /// The element's name, to close markup by.
        var name: String
        var base: String?
        var language: String?
    }

    /// Entries that are complete, in their order; taken away by whoever reads them.
    var entries: [FeedEntry] = []
    private(set) var countOfEntries = 0
    var head = RawFeedHead()
    var frames: [Frame] = []
    var entry: FeedEntry?
    var field: FeedField?
    private(set) var sawFeed = false
    private(set) var isAtom = false
    private var root: String?
    let limits: FormatLimits

    init(limits: FormatLimits) { self.limits = limits }

    // MARK: Elements

    func open(_ element: XMLElement) {
        let outer = frames.last
        if frames.count == 1 { noteRoot(element) }
        let isInField = field != nil
        let role = !isInField ? role(of: element, in: outer) : openInField(element, in: outer)
        let base = element.ofXML("base").map { FeedAddress.resolve($0, against: outer?.base) } ?? outer?.base
        let language = element.ofXML("lang") ?? outer?.language
        frames.append(Frame(role: role, name: element.name, base: base, language: language))
        if role == .feed || role == .entry { begin(role, element) }
        if role == .field, !isInField { openField(element) }
    }

    func close() {
        guard let frame = frames.popLast() else { return }
        switch frame.role {
        case .field:
            if field?.depth == frames.count { closeField() } else { field?.part = .text }
        case .markup: field?.closeMarkup(frame.name, limit: limits.feedEntrySize)
        case .entry: closeEntry()
        case .around, .feed, .source, .ignored: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        switch frames.last?.role {
        case .field, .markup: field?.append(bytes, limit: room)
        case .source:
            if entry != nil, (entry?.sourceText.utf8.count ?? 0) < limits.fieldSize {
                entry?.sourceText += String(decoding: bytes, as: UTF8.self)
            }
        case .around, .feed, .entry, .ignored, nil: break
        }
    }

    /// Bytes that the text at hand may have.
    private var room: Int { entry.map { max(0, limits.feedEntrySize - $0.size) } ?? limits.frontMatterSize }

    private func noteRoot(_ element: XMLElement) {
        root = element.namespace
        if element.name == "rss" || element.name == "rdf" {
            head.hasRSSRoot = true
            sawFeed = true
        }
    }

    private var isInsideFeed: Bool { frames.contains { $0.role == .feed || $0.role == .entry } }

    private func role(of element: XMLElement, in outer: Frame?) -> Role {
        if outer?.role == .ignored { return .ignored }
        let word = FeedWord(element.name, FeedVocabulary(element, root: root))
        switch word {
        case .feed: return outer?.role == .source ? .ignored : .feed
        case .entry: return .entry
        case .image: return .ignored
        case .source: return entry == nil ? .ignored : .source
        case .group: return .around
        case .other: return isInsideFeed ? .ignored : .around
        case .title, .link, .id, .person, .category, .published, .updated, .summary, .content, .fullText, .keywords,
            .language, .minutes, .quietHours, .quietDay, .period, .frequency, .newURL, .complete:
            return isInsideFeed ? .field : .around
        }
    }

    private func begin(_ role: Role, _ element: XMLElement) {
        sawFeed = true
        let base = frames.last?.base
        if element.name == "feed" || element.name == "entry" { isAtom = true }
        if role == .feed {
            head.begin(element, isAtom: isAtom, base: base, language: frames.last?.language)
        } else {
            var entry = FeedEntry()
            entry.language = frames.last?.language
            // RDF names the item by its address, CDF gives address and date as attributes.
            let address = element.attribute("about") ?? element.attribute("href")
            if let address, !address.isEmpty {
                entry.links.append(.init(address: resolved(address, base), relation: "about"))
            }
            entry.updated = element.attribute("lastmod")
            self.entry = entry
        }
    }

    private func closeEntry() {
        guard let done = entry else { return }
        entry = nil
        countOfEntries += 1
        if !done.isEmpty { entries.append(done) }
    }

    // MARK: Fields

    private func openField(_ element: XMLElement) {
        let vocabulary = FeedVocabulary(element, root: root)
        let word = FeedWord(element.name, vocabulary)
        var value = FeedValue(element, isAtom: isAtom, word: word)
        value.base = frames.last?.base
        value.language = frames.last?.language
        field = FeedField(
            word: word, vocabulary: vocabulary, element: element, value: value, depth: frames.count - 1,
            isInSource: frames.contains { $0.role == .source })
    }

    /// A child of a value is markup, a part of a person, or nothing.
    private func openInField(_ element: XMLElement, in outer: Frame?) -> Role {
        guard let word = field?.word, outer?.role != .ignored else { return .ignored }
        switch word {
        case .title, .summary, .content, .fullText:
            // In place: a copy of a long text for each of its tags would cost the square of its length.
            let room = room
            field?.openMarkup(element, limit: room)
            return .markup
        case .person:
            guard let part = FeedField.Part(element.name) else { return .ignored }
            field?.part = part
            return .field
        case .category:
            // iTunes puts categories into each other.
            field?.addNested(element)
            return .ignored
        case .feed, .entry, .image, .source, .group, .other, .link, .id, .published, .updated, .keywords, .language,
            .minutes, .quietHours, .quietDay, .period, .frequency, .newURL, .complete:
            return .ignored
        }
    }

    private func closeField() {
        guard let done = field else { return }
        field = nil
        let base = frames.last?.base
        if done.isInSource {
            entry?.takeFromSource(done)
        } else if entry != nil {
            entry?.take(done, base: done.value.base ?? base)
        } else {
            head.take(done, base: done.value.base ?? base)
        }
    }

    private func resolved(_ address: String, _ base: String?) -> String { FeedAddress.resolve(address, against: base) }
}
