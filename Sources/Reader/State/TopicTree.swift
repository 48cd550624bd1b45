import Library
import Search
import Topics

/// The tree of topics as far as its branches are open, with counts, below the searches that were saved.
public struct TopicTree: Hashable, Sendable {
    /// What the tree needs to know of a topic, all in one value so that the vocabulary itself need not be compared.
    public struct Node: Hashable, Sendable, Identifiable {
        public var id: TopicID
        public var label: String
        public var code: String
        public var parent: TopicID?
        public var children: [TopicID]

        public init(id: TopicID, label: String, code: String, parent: TopicID?, children: [TopicID]) {
            self.id = id
            self.label = label
            self.code = code
            self.parent = parent
            self.children = children
        }
    }

    /// A visible line of the tree.
    public struct Line: Hashable, Sendable, Identifiable {
        public var id: TopicID
        /// The topic that it stands for; nothing for a saved search.
        public var topic: TopicID? { saved == nil ? id : nil }
        /// 0 for a root.
        public var depth: Int
        public var hasChildren: Bool
        public var isOpen: Bool
        /// The saved search that it stands for.
        public var saved: SavedSearch?
    }

    private var nodes: [TopicID: Node] = [:]
    private var roots: [TopicID] = []
    private var order: [TopicID] = []
    public private(set) var open: Set<TopicID> = []
    public private(set) var lines: [Line] = []
    public private(set) var counts: [TopicID: TopicCount]?
    public private(set) var cursor = 0
    public private(set) var top = 0
    public private(set) var saved: [SavedSearch] = []
    /// How much each saved search finds, as far as that is known.
    public internal(set) var savedCounts: [String: HitCount] = [:]

    public init() {}

    public var isLoaded: Bool { !nodes.isEmpty }
    public var selected: Line? { lines.indices.contains(cursor) ? lines[cursor] : nil }

    public func node(_ id: TopicID) -> Node? { nodes[id] }

    /// All topics, each before those below it, in the vocabulary's order.
    var all: [Node] { order.compactMap { nodes[$0] } }

    /// A topic and all below it.
    func branch(_ id: TopicID) -> Set<TopicID> {
        var branch: Set<TopicID> = []
        var rest = [id]
        while let next = rest.popLast() {
            if branch.insert(next).inserted { rest += nodes[next]?.children ?? [] }
        }
        return branch
    }

    /// How a topic is named beside the text.
    public func name(of id: TopicID) -> Decorations.TopicName? {
        nodes[id].map { Decorations.TopicName(code: $0.code, hue: hue(of: id)) }
    }

    /// The family of a topic: that of the root above it.
    public func hue(of id: TopicID) -> TopicHue {
        var root = id
        // The vocabulary has no cycles; the bound keeps a wrong one from hanging the reader.
        for _ in 0..<Self.deepest {
            guard let parent = nodes[root]?.parent else { break }
            root = parent
        }
        return TopicHue(root: root)
    }

    private static let deepest = 16

    /// Takes the vocabulary; roots open, so that the first look shows what there is.
    public mutating func load(_ new: [Node]) {
        nodes = Dictionary(new.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        roots = new.filter { $0.parent == nil }.map(\.id)
        order = new.map(\.id)
        if open.isEmpty { open = Set(roots) }
        rebuild()
    }

    /// Takes the saved searches, in their order.
    public mutating func save(_ new: [SavedSearch]) {
        guard new != saved else { return }
        saved = new
        rebuild()
    }

    /// How many articles are about each topic or one below it.
    public mutating func count(_ new: [TopicID: TopicCount]) { counts = new }

    public mutating func setOpen(_ ids: Set<TopicID>) {
        open = ids
        rebuild()
    }

    /// Opens or closes the branch under the cursor; false where there is none.
    @discardableResult
    public mutating func toggle() -> Bool {
        guard let line = selected, line.hasChildren else { return false }
        if open.remove(line.id) == nil { open.insert(line.id) }
        rebuild()
        return true
    }

    /// Closes the branch under the cursor, or else goes to the topic above it; false at a closed root.
    public mutating func collapse(visible: Int) -> Bool {
        guard let line = selected else { return false }
        if line.isOpen { return toggle() }
        guard let parent = nodes[line.id]?.parent, let index = lines.firstIndex(where: { $0.id == parent }) else {
            return false
        }
        move(to: index, visible: visible)
        return true
    }

    /// Puts the cursor on a topic and opens the branches above it.
    public mutating func select(_ id: TopicID, visible: Int) {
        var above = nodes[id]?.parent
        while let next = above, !open.contains(next) {
            open.insert(next)
            above = nodes[next]?.parent
        }
        rebuild()
        if let index = lines.firstIndex(where: { $0.id == id }) { move(to: index, visible: visible) }
    }

    public mutating func move(to index: Int, visible: Int) {
        cursor = min(max(0, index), max(0, lines.count - 1))
        settle(visible: visible)
    }

    public mutating func scroll(by distance: Int, visible: Int) {
        guard visible > 0 else { return }
        top = min(max(0, top + distance), max(0, lines.count - visible))
        cursor = min(max(cursor, top), max(top, min(top + visible, lines.count) - 1))
    }

    public mutating func settle(visible: Int) {
        guard visible > 0 else { return }
        let margin = visible >= 9 ? 2 : 0
        top = min(top, max(0, cursor - margin))
        top = max(top, min(cursor + margin, lines.count - 1) - visible + 1)
        top = min(max(0, top), max(0, lines.count - visible))
    }

    private mutating func rebuild() {
        let old = selected?.id
        let row = cursor
        lines = saved.map { Line(id: Self.lineID(of: $0), depth: 0, hasChildren: false, isOpen: false, saved: $0) }
        for root in roots { append(root, depth: 0) }
        if let old, let index = lines.firstIndex(where: { $0.id == old }) { cursor = index } else { cursor = row }
        cursor = min(cursor, max(0, lines.count - 1))
    }

    /// No topic is called so.
    private static func lineID(of search: SavedSearch) -> TopicID { TopicID("saved search \(search.id)") }

    private mutating func append(_ id: TopicID, depth: Int) {
        guard let node = nodes[id], depth < Self.deepest else { return }
        let isOpen = !node.children.isEmpty && open.contains(id)
        lines.append(Line(id: id, depth: depth, hasChildren: !node.children.isEmpty, isOpen: isOpen))
        if isOpen { for child in node.children { append(child, depth: depth + 1) } }
    }
}
