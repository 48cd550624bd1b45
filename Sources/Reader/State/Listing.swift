/// A list of which only what is seen is held: the identities of all its rows, in order, and the rows of a window around
/// what is visible. The cursor belongs to a row's identity, not to a number.
public struct Listing<Row: Identifiable & Hashable & Sendable>: Hashable, Sendable where Row.ID: Sendable {
    /// The most rows that are kept.
    static var capacity: Int { 600 }

    /// The order, as far as it is known.
    public private(set) var ids: [Row.ID] = []
    /// Whether ``ids`` is all there is, and not only the first screen of it.
    public private(set) var isComplete = false
    /// The row under the cursor; 0 in an empty list.
    public private(set) var cursor = 0
    /// The first visible row.
    public private(set) var top = 0
    public private(set) var rows: [Row.ID: Row] = [:]
    /// What was asked for and has not come yet.
    private var pending: Set<Row.ID> = []
    /// Whether the cursor was put somewhere, and does not only stand where lists begin.
    private(set) var isPlaced = false
    /// Which rows are selected, to be acted on together.
    var selection = Selection<Row.ID>()

    public init() {}

    public var isEmpty: Bool { ids.isEmpty }
    public var count: Int { ids.count }
    public var selected: Row.ID? { ids.indices.contains(cursor) ? ids[cursor] : nil }
    /// Rows around those that are seen, as far as they are there.
    var nearRows: [Row] {
        let near = max(0, min(top - Self.capacity / 2, ids.count))..<min(ids.count, max(0, top) + Self.capacity / 2)
        return ids[near].compactMap { rows[$0] }
    }

    public var selectedRow: Row? { selected.flatMap { rows[$0] } }

    public func id(at index: Int) -> Row.ID? { ids.indices.contains(index) ? ids[index] : nil }

    // MARK: What it holds

    /// The first rows, before the whole order is known.
    public mutating func begin(with first: [Row]) {
        self = Listing()
        ids = first.map(\.id)
        store(first)
    }

    /// Takes the whole order. The cursor stays on its row. Where the row is no longer in the order it is kept at its
    /// place when `keepsCursorRow`, since nobody likes to lose what he looks at; otherwise the nearest row has the cursor.
    /// A cursor that was never put anywhere stays at the top when `staysAtTop`.
    public mutating func replace(ids new: [Row.ID], keepsCursorRow: Bool, staysAtTop: Bool = false) {
        selection = selection(in: new)
        if staysAtTop, !isPlaced {
            (ids, cursor, top, isComplete) = (new, 0, 0, true)
            return pending.removeAll()
        }
        let offset = cursor - top
        let old = selected
        let place = old.flatMap { nearest(to: $0, in: new) }
        ids = new
        isComplete = true
        switch place {
        case .here(let index)?: cursor = index
        case .beside(let index)?:
            if keepsCursorRow, let old { ids.insert(old, at: index) }
            cursor = index
        case nil:
            if keepsCursorRow, let old { ids.insert(old, at: 0) }
            cursor = 0
        }
        cursor = bounded(cursor)
        top = max(0, cursor - offset)
        pending.removeAll()
    }

    private enum Place {
        case here(Int), beside(Int)
    }

    /// Where `id` stands in `new`, or else where its nearest old neighbour that is left stands.
    private func nearest(to id: Row.ID, in new: [Row.ID]) -> Place? {
        if cursor < new.count, new[cursor] == id { return .here(cursor) }
        if let index = new.firstIndex(of: id) { return .here(index) }
        let reach = 64
        let after = ids[min(cursor + 1, ids.count)..<min(cursor + 1 + reach, ids.count)]
        let before = ids[max(0, cursor - reach)..<cursor]
        let found = Self.places(of: Set(after).union(before), in: new, around: cursor, reach: reach)
        for candidate in after { if let index = found[candidate] { return .beside(index) } }
        for candidate in before.reversed() { if let index = found[candidate] { return .beside(index + 1) } }
        return nil
    }

    /// Where those of `wanted` stand in `new` that are near a place, or else anywhere: mostly little changed, and looking a
    /// million rows through takes longer than a frame.
    private static func places(of wanted: Set<Row.ID>, in new: [Row.ID], around place: Int, reach: Int) -> [Row.ID: Int] {
        let near = max(0, min(place - 2 * reach, new.count))..<max(0, min(place + 2 * reach, new.count))
        let found = places(of: wanted, in: new, near)
        return found.isEmpty ? places(of: wanted, in: new, new.indices) : found
    }

    private static func places(of wanted: Set<Row.ID>, in new: [Row.ID], _ range: Range<Int>) -> [Row.ID: Int] {
        var found: [Row.ID: Int] = [:]
        for index in range where wanted.contains(new[index]) { found[new[index]] = index }
        return found
    }

    public mutating func store(_ new: [Row]) {
        for row in new {
            rows[row.id] = row
            pending.remove(row.id)
        }
    }

    /// Holds exactly these rows: for lists that are read whole.
    public mutating func keep(_ all: [Row]) {
        rows = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        pending.removeAll()
    }

    public mutating func change(_ id: Row.ID, _ edit: (inout Row) -> Void) {
        guard var row = rows[id] else { return }
        edit(&row)
        rows[id] = row
    }

    public mutating func remove(_ id: Row.ID) {
        guard let index = ids.firstIndex(of: id) else { return }
        if hasSelection { selection = selection(in: ids.filter { $0 != id }) }
        ids.remove(at: index)
        rows[id] = nil
        if index < cursor { cursor -= 1 }
        cursor = bounded(cursor)
    }

    /// The rows that are to be fetched: those within a page of what is visible. They count as asked for from now on.
    public mutating func takeMissing(visible: Int) -> [Row.ID] {
        guard !ids.isEmpty, visible > 0 else { return [] }
        let window = max(0, top - visible)..<min(ids.count, top + 2 * visible)
        let missing = ids[window].filter { rows[$0] == nil && !pending.contains($0) }
        pending.formUnion(missing)
        trim(around: window)
        return missing
    }

    /// The places of the rows that are to be fetched, as one range, for lists whose rows come by place.
    public mutating func takeMissingRange(visible: Int) -> Range<Int>? {
        let missing = takeMissing(visible: visible)
        guard let first = missing.first, let last = missing.last, let start = ids.firstIndex(of: first),
            let end = ids[start...].firstIndex(of: last)
        else { return nil }
        return start..<end + 1
    }

    /// Drops the rows that are out of sight; the others are to be fetched once more, since they may have changed.
    public mutating func invalidate(visible: Int) -> [Row.ID] {
        guard !ids.isEmpty else { return [] }
        let window = max(0, top - visible)..<min(ids.count, top + 2 * visible)
        let near = Set(ids[window])
        rows = rows.filter { near.contains($0.key) }
        pending = near
        return Array(ids[window])
    }

    private mutating func trim(around window: Range<Int>) {
        guard rows.count > Self.capacity else { return }
        let near = Set(ids[max(0, window.lowerBound - 100)..<min(ids.count, window.upperBound + 100)])
        rows = rows.filter { near.contains($0.key) }
    }

    // MARK: Moving

    public mutating func move(to index: Int, visible: Int) {
        isPlaced = true
        cursor = bounded(index)
        settle(visible: visible)
    }

    public mutating func move(by distance: Int, visible: Int) {
        move(to: cursor + distance, visible: visible)
    }

    /// Puts the cursor on a row by its identity; false where the list has it not.
    @discardableResult
    public mutating func select(_ id: Row.ID, visible: Int) -> Bool {
        guard let index = ids.firstIndex(of: id) else { return false }
        move(to: index, visible: visible)
        return true
    }

    /// Scrolls by `distance` rows; the cursor stays where it is unless it would leave the screen.
    public mutating func scroll(by distance: Int, visible: Int) {
        guard visible > 0 else { return }
        isPlaced = true
        top = min(max(0, top + distance), max(0, count - visible))
        let margin = Self.margin(visible)
        let lower = top == 0 ? 0 : top + margin
        let upper = top + visible >= count ? count - 1 : top + visible - 1 - margin
        cursor = bounded(min(max(cursor, lower), max(lower, upper)))
    }

    /// Brings the cursor into sight, with some rows beyond it where there are any.
    public mutating func settle(visible: Int) {
        cursor = bounded(cursor)
        guard visible > 0 else { return }
        let margin = Self.margin(visible)
        top = min(top, max(0, cursor - margin))
        top = max(top, min(cursor + margin, count - 1) - visible + 1)
        top = min(max(0, top), max(0, count - visible))
    }

    static func margin(_ visible: Int) -> Int { visible >= 9 ? 2 : visible >= 5 ? 1 : 0 }

    private func bounded(_ index: Int) -> Int { min(max(0, index), max(0, ids.count - 1)) }
}
