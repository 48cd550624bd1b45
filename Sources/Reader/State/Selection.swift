/// Which rows of a list are selected, to be acted on together. Rows are known by their identities, so that what comes into
/// the list later is not selected by itself; all at once costs nothing, however long the list is.
public struct Selection<ID: Hashable & Sendable>: Hashable, Sendable {
    /// Those that are selected, or, where ``isInverted``, those that are not.
    private(set) var ids: Set<ID> = []
    private(set) var isInverted = false
    /// Where a range begins that follows the cursor, as an index of the list; nothing while there is none.
    var anchor: Int?

    init() {}

    init(_ ids: Set<ID>) { self.ids = ids }

    func holds(_ id: ID) -> Bool { ids.contains(id) != isInverted }

    /// Of a list of so many rows, how many.
    func count(of total: Int) -> Int { isInverted ? max(0, total - ids.count) : ids.count }

    mutating func set(_ id: ID, _ isSelected: Bool) {
        if isSelected != isInverted { ids.insert(id) } else { ids.remove(id) }
    }

    mutating func selectAll() {
        ids = []
        isInverted = true
    }

    mutating func invert() { isInverted.toggle() }
}

extension Listing {
    /// The rows of the range that follows the cursor.
    private var range: ClosedRange<Int>? {
        guard let anchor = selection.anchor, !isEmpty else { return nil }
        let start = min(max(0, anchor), count - 1)
        return min(start, cursor)...max(start, cursor)
    }

    var isSelectingRange: Bool { selection.anchor != nil }

    func isSelected(at index: Int) -> Bool {
        if range?.contains(index) == true { return true }
        return id(at: index).map(selection.holds) ?? false
    }

    /// How many rows are selected. Linear in the range that follows the cursor, where there are others beside it.
    var selectedCount: Int {
        let others = selection.count(of: count)
        guard let range else { return others }
        guard others > 0 else { return range.count }
        return others + ids[range].count { !selection.holds($0) }
    }

    var hasSelection: Bool { isSelectingRange || selection.count(of: count) > 0 }

    /// All rows that are selected, in their order. Linear in the list.
    var selectedIDs: [Row.ID] {
        if selection.isInverted, selection.ids.isEmpty { return ids }
        let range = range
        return ids.enumerated().compactMap { index, id in
            range?.contains(index) == true || selection.holds(id) ? id : nil
        }
    }

    /// Selects the row under the cursor, or no longer.
    mutating func toggleSelected() {
        endRange()
        guard let selected else { return }
        selection.set(selected, !selection.holds(selected))
    }

    /// Begins a range that follows the cursor, or ends it; what it holds stays selected.
    mutating func toggleRange() {
        if isSelectingRange { return endRange() }
        if !isEmpty { selection.anchor = cursor }
    }

    /// All, or none where all are.
    mutating func toggleAll() {
        let areAll = selectedCount == count
        selection = Selection()
        if !areAll { selection.selectAll() }
    }

    mutating func invertSelection() {
        endRange()
        selection.invert()
    }

    mutating func clearSelection() { selection = Selection() }

    private mutating func endRange() {
        guard let range else { return selection.anchor = nil }
        for id in ids[range] { selection.set(id, true) }
        selection.anchor = nil
    }

    /// Of what was selected, what `new` holds too.
    func selection(in new: [Row.ID]) -> Selection<Row.ID> {
        guard hasSelection, new != ids else { return selection }
        return Selection(Set(selectedIDs).intersection(new))
    }
}
