import Terminal
import Text

/// What the heading of a pane says.
struct Heading {
    var title: String
    /// At the right of the upper edge.
    var right = ""
    /// What stands there where that is too long; nothing leaves the place empty.
    var short = ""
    /// At the right of the lower edge, where there is one.
    var foot = ""
}

extension Painter {
    /// The pane's border with its heading, or its heading alone. A pane that has the keys has a heavy border and a mark, so
    /// that it is known without colours.
    mutating func drawFrame(_ box: Layout.Box, _ heading: Heading, hasKeys: Bool) {
        guard box.isBordered else { return drawPlainHeading(box, heading) }
        let role: Role = hasKeys ? .borderActive : .border
        let lines = hasKeys ? glyphs.heavyBorder : glyphs.lightBorder
        drawBorder(box.frame, lines, role)
        drawBorderTexts(box.frame, heading, hasKeys: hasKeys)
    }

    private mutating func drawPlainHeading(_ box: Layout.Box, _ heading: Heading) {
        let row = box.headingRow
        let frame = box.frame
        let choices = [[heading.right, heading.foot], [heading.short, heading.foot], [heading.short]].map {
            $0.filter { !$0.isEmpty }.joined(separator: " \(glyphs[.separator]) ")
        }
        let facts = choices.first { DisplayWidth.of($0) < frame.columns - frame.columns / 2 } ?? ""
        let end = writeRight(facts, before: frame.endColumn - 1, from: frame.column + frame.columns / 2, row, .count)
        write(heading.title, frame.column + 1, row, .panelTitleActive, columns: end - frame.column - 2)
    }

    private mutating func drawBorderTexts(_ frame: Rect, _ heading: Heading, hasKeys: Bool) {
        let room = frame.columns - 2 - frame.columns / 2
        let right = [heading.right, heading.short].map { $0.isEmpty ? "" : " \($0) " }.first { DisplayWidth.of($0) <= room } ?? ""
        let end = writeRight(
            right, before: frame.endColumn - 2, from: frame.column + frame.columns / 2, frame.row, .count)
        let titleRoom = end - frame.column - 3
        let mark = hasKeys ? glyphs.active + " " : ""
        if titleRoom > 4 {
            write(
                " " + Clip.text(mark + heading.title, columns: titleRoom - 2, ellipsis: glyphs[.ellipsis]) + " ",
                frame.column + 2, frame.row, hasKeys ? .panelTitleActive : .panelTitle)
        }
        guard !heading.foot.isEmpty else { return }
        writeRight(" \(heading.foot) ", before: frame.endColumn - 2, from: frame.column + 2, frame.endRow - 1, .count)
    }

    mutating func drawBorder(_ frame: Rect, _ lines: BorderLines, _ role: Role) {
        guard frame.columns >= 2, frame.rows >= 2 else { return }
        let across = String(repeating: lines.across, count: frame.columns - 2)
        write(lines.topLeft + across + lines.topRight, frame.column, frame.row, role)
        for row in frame.row + 1..<frame.endRow - 1 {
            write(lines.down, frame.column, row, role)
            write(lines.down, frame.endColumn - 1, row, role)
        }
        write(lines.bottomLeft + across + lines.bottomRight, frame.column, frame.endRow - 1, role)
    }

    /// The lines of `text` in so many columns, the last one that fits ending in an ellipsis where more follow.
    func lines(of text: String, columns: Int, limit: Int) -> [String] { glyphs.lines(of: text, columns: columns, limit: limit) }
}

extension Glyphs {
    /// The lines of `text` in so many columns, the last one that fits ending in an ellipsis where more follow.
    func lines(of text: String, columns: Int, limit: Int) -> [String] {
        guard columns > 0, limit > 0 else { return [] }
        // Far more than can be shown is not looked at.
        let looked = text.utf8.count > columns * limit * 8 ? String(text.prefix(columns * limit + 1)) : text
        let wrapped = Wrapping.lines(of: looked, width: columns)
        var lines = wrapped.prefix(limit).map { looked.bytes($0.range) }
        if wrapped.count > limit, let last = lines.popLast() {
            lines.append(Clip.text(last + "  ", columns: columns - 1, ellipsis: "").trimmed + self[.ellipsis])
        }
        return lines
    }
}
