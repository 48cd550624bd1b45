extension Briefing {
    /// What an action does to an outline.
    public enum Edit: Hashable, Sendable {
        case move(item: Int, by: Int)
        /// Nothing gives an item its own title back.
        case retitle(item: Int, String?)
        case comment(item: Int, String?)
        case drop(item: Int)
        /// After the item, or at the end.
        case insert(Content, after: Int?)
        case rename(String)
        case introduce(String?)
        case append(Appendix)
        case removeAppendix(Appendix)
    }

    /// Why an edit cannot be done.
    public enum Refusal: Hashable, Sendable, Error {
        case unknownItem
        case tooLong
        case tooMany
        case empty
    }

    /// Whether anything changed.
    @discardableResult
    public mutating func apply(_ edit: Edit) throws(Refusal) -> Bool {
        let before = self
        switch edit {
        case .move(let item, let distance): try move(item, by: distance)
        case .retitle(let item, let title): try change(item, title) { $0.title = $1 }
        case .comment(let item, let comment): try change(item, comment) { $0.comment = $1 }
        case .drop(let item): items.remove(at: try place(of: item))
        case .insert(let content, let place): try insert(content, after: place)
        case .rename(let name):
            guard let name = try Self.checked(name) else { throw .empty }
            title = name
        case .introduce(let text): introduction = try Self.checked(text)
        case .append(let appendix): if !appendices.contains(appendix) { appendices.append(appendix) }
        case .removeAppendix(let appendix): appendices.removeAll { $0 == appendix }
        }
        return self != before
    }

    /// Adds items at the end, as many as there is room for; how many that were.
    @discardableResult
    public mutating func add(_ contents: [Content]) -> Int {
        let room = max(0, Self.mostItems - items.count)
        for content in contents.prefix(room) {
            items.append(Item(id: nextID, content: content))
            know(content)
        }
        return min(room, contents.count)
    }

    public func item(_ id: Int) -> Item? { items.first { $0.id == id } }

    /// Notes that the search has offered these articles.
    public mutating func know(_ identities: some Sequence<String>) { known = Set(known).union(identities).sorted() }

    private mutating func know(_ content: Content) {
        if case .story = content { know(content.sources.map(\.identity)) }
    }

    private var nextID: Int { (items.map(\.id).max() ?? 0) + 1 }

    private func place(of id: Int) throws(Refusal) -> Int {
        guard let place = items.firstIndex(where: { $0.id == id }) else { throw .unknownItem }
        return place
    }

    private mutating func move(_ id: Int, by distance: Int) throws(Refusal) {
        let from = try place(of: id)
        let item = items.remove(at: from)
        items.insert(item, at: max(0, min(items.count, from + max(-items.count, min(items.count, distance)))))
    }

    private mutating func change(_ id: Int, _ text: String?, _ set: (inout Item, String?) -> Void) throws(Refusal) {
        let place = try place(of: id)
        set(&items[place], try Self.checked(text))
    }

    private mutating func insert(_ content: Content, after id: Int?) throws(Refusal) {
        guard items.count < Self.mostItems else { throw .tooMany }
        switch content {
        case .heading(let text), .text(let text): guard try Self.checked(text) != nil else { throw .empty }
        case .quote, .story: break
        }
        var place = items.count
        if let id { place = try self.place(of: id) + 1 }
        items.insert(Item(id: nextID, content: content), at: place)
        know(content)
    }

    /// Without blanks at its ends; nothing where nothing is left.
    private static func checked(_ text: String?) throws(Refusal) -> String? {
        guard let text else { return nil }
        guard text.utf8.count <= longestText else { throw .tooLong }
        let trimmed = text.drop(while: \.isWhitespace)
        guard let last = trimmed.lastIndex(where: { !$0.isWhitespace }) else { return nil }
        return String(trimmed[...last])
    }
}
