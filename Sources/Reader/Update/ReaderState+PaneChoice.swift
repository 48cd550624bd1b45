/// Closing panes and making them wider.
extension ReaderState {
    private var showsSeveral: Bool { layout.boxes.count > 1 }

    /// Closes the pane that has the keys; the next one has them then.
    mutating func closePane() -> [Effect] {
        guard showsSeveral else { return onlyOnePane() }
        let order: [Pane] = [.list, .article, .topics, .passage]
        let closed = pane
        guard let next = order.first(where: { $0 != closed && layout.box($0) != nil }) else { return onlyOnePane() }
        panes.closed.insert(closed)
        let key = keymap.keys(for: .allPanes, in: context).first?.description
        status = Status(.done, "closed this pane" + (key.map { "; \($0) shows all" } ?? ""))
        if next == .article, reading == nil {
            pane = .list
            return []
        }
        return enter(next)
    }

    /// Closes all panes but this one.
    mutating func keepOnlyPane() -> [Effect] {
        guard showsSeveral else { return onlyOnePane() }
        panes.closed = Set(Pane.allCases).subtracting([pane])
        return []
    }

    mutating func showAllPanes() -> [Effect] {
        panes = PaneChoice()
        isZen = false
        return []
    }

    /// Moves the edge between the article and what is left of it, so that the pane with the keys has more columns, or fewer.
    mutating func widenPane(by columns: Int) -> [Effect] {
        guard showsSeveral, layout.box(.article) != nil, layout.box(.article) != layout.boxes.first else { return onlyOnePane() }
        let isLeft = pane == .topics || pane == .list
        let old = layout
        let before = panes.shift
        panes.shift = min(max(before + (isLeft ? columns : -columns), -PaneChoice.furthest), PaneChoice.furthest)
        if layout == old {
            panes.shift = before
            status = Status(.hint, "this is as far as it goes")
        }
        return []
    }

    private mutating func onlyOnePane() -> [Effect] {
        status = Status(.hint, "one pane is shown; a wider terminal has several")
        return []
    }
}
