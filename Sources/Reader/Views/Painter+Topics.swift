import Library
import Search
import Terminal
import Text

extension Painter {
    mutating func drawTopics(_ state: ReaderState, _ box: Layout.Box) {
        let tree = state.topics
        let inner = box.inner
        guard tree.isLoaded else { return }
        for line in 0..<inner.rows {
            let index = tree.top + line
            guard index < tree.lines.count else { break }
            let place = Rect(column: inner.column, row: inner.row + line, columns: inner.columns, rows: 1)
            draw(tree.lines[index], state, place)
            if index == tree.cursor { markSelected(place, hasKeys: state.pane == .topics) }
        }
        drawScrollbar(inner, top: tree.top, visible: inner.rows, count: tree.lines.count)
    }

    private mutating func draw(_ saved: SavedSearch, count: HitCount?, _ place: Rect) {
        let end = writeRight(count?.short ?? "", before: place.endColumn - 2, from: place.column + 3, place.row, .count) - 1
        write("/", place.column + 1, place.row, .prompt)
        write(saved.name, place.column + 3, place.row, .text, columns: end - place.column - 3)
    }

    private mutating func draw(_ line: TopicTree.Line, _ state: ReaderState, _ place: Rect) {
        let tree = state.topics
        if let saved = line.saved { return draw(saved, count: tree.savedCounts[saved.id], place) }
        guard let node = tree.node(line.id) else { return }
        let row = place.row
        var column = place.column + 1 + 2 * min(line.depth, 6)
        let role = tree.hue(of: line.id).role
        if line.hasChildren { write(line.isOpen ? glyphs.branchOpen : glyphs.branchClosed, column, row, role) }
        column += 2
        var end = place.endColumn - 2
        if let counts = tree.counts {
            let count = counts[line.id]?.articles ?? 0
            end = writeRight(count.grouped, before: end, from: column, row, count == 0 ? .gutter : .count) - 1
        }
        let isWide = place.columns >= 60
        if isWide {
            let codeEnd = place.endColumn - 10
            end = min(end, writeRight(node.code, before: codeEnd, from: column, row, role) - 1)
        }
        let isFilter = state.library.filter.topic == line.id
        let style = theme.overlay(line.depth == 0 ? role : .text, on: theme.style(.text))
        var strong = style
        if line.depth == 0 || isFilter { strong.attributes.insert(.bold) }
        write(isFilter ? glyphs.chosen + " " + node.label : node.label, column, row, strong, columns: end - column)
    }
}
