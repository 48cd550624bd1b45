import Terminal

extension Layout {
    /// Rows above the list of results: the line that is typed, and what was found.
    static func searchHeaderRows(_ inner: Rect) -> Int { inner.rows >= 8 ? 2 : 1 }

    /// Where the list pane's rows are.
    public func listArea(_ source: Source) -> Rect? {
        guard let inner = box(.list)?.inner else { return nil }
        switch source {
        case .library, .notes: return inner
        case .search:
            let header = Self.searchHeaderRows(inner)
            return Rect(
                column: inner.column, row: inner.row + header, columns: inner.columns,
                rows: max(0, inner.rows - header))
        }
    }

    /// How many rows of the screen one of the list takes: the same for all, so that a list of any length is scrolled
    /// without looking at it.
    public func rowHeight(_ source: Source) -> Int {
        guard let area = listArea(source) else { return 1 }
        let isTall = area.rows >= 12
        switch source {
        case .library: return kind > .one && area.columns < 64 && isTall ? 2 : 1
        case .search: return !isTall ? 2 : 3
        case .notes: return !isTall ? 2 : 3
        }
    }

    /// How many rows of the list are seen at once, 1 at least.
    public func visibleRows(_ source: Source) -> Int {
        guard let area = listArea(source) else { return 1 }
        return max(1, area.rows / rowHeight(source))
    }
}
