/// Lines that belong together, as one text.
struct TextParagraph {
    enum Kind: Hashable {
        case text
        /// A line with a bar under it; 1 for `=`, 2 for `-`.
        case underlined(level: Int)
        case item(marker: ListMarker, indent: Int)
        case quotation(depth: Int)
        case rule
    }

    var kind: Kind
    var text: String
    var lineCount: Int
    /// Whether an empty line, or the end of the text, stands before and after it.
    var isAfterBlank: Bool
    var isBeforeBlank: Bool
}

/// Gathers lines into paragraphs.
struct ParagraphGatherer {
    private let bytes: [UInt8]
    private let layout: LineLayout
    private var paragraphs: [TextParagraph] = []
    private var current: (kind: TextParagraph.Kind, text: [UInt8], last: TextLine, lines: Int)?
    private var isAfterBlank = true

    static func paragraphs(of lines: ArraySlice<TextLine>, in bytes: [UInt8]) -> [TextParagraph] {
        var gatherer = ParagraphGatherer(bytes: bytes, layout: LineLayout(lines, in: bytes))
        for line in lines { gatherer.add(line) }
        gatherer.finish(isBeforeBlank: true)
        return gatherer.paragraphs
    }

    private init(bytes: [UInt8], layout: LineLayout) {
        self.bytes = bytes
        self.layout = layout
    }

    private mutating func add(_ line: TextLine) {
        guard !line.isBlank else {
            finish(isBeforeBlank: true)
            isAfterBlank = true
            return
        }
        switch line.start {
        case .bar(let byte): addBar(byte, line)
        case .item(let marker, let width): begin(.item(marker: marker, indent: line.indent), line, from: width)
        case .quotation(let depth, let width): addQuotation(depth, line, from: width)
        case .text: addText(line)
        }
    }

    /// A bar under a line of text makes it a heading; elsewhere it is a rule.
    private mutating func addBar(_ byte: UInt8, _ line: TextLine) {
        if let open = current, open.kind == .text, open.lines == 1,
            byte == UInt8(ascii: "=") || byte == UInt8(ascii: "-"),
            line.width * 2 >= open.last.width, open.last.width <= 120
        {
            current?.kind = .underlined(level: byte == UInt8(ascii: "=") ? 1 : 2)
            finish(isBeforeBlank: true)
            isAfterBlank = true
            return
        }
        finish(isBeforeBlank: true)
        paragraphs.append(TextParagraph(kind: .rule, text: "", lineCount: 1, isAfterBlank: true, isBeforeBlank: true))
        isAfterBlank = true
    }

    private mutating func addQuotation(_ depth: Int, _ line: TextLine, from width: Int) {
        if width >= line.range.count {
            finish(isBeforeBlank: true)
        } else if current?.kind == .quotation(depth: depth) {
            extend(line, from: width)
        } else {
            begin(.quotation(depth: depth), line, from: width)
        }
    }

    private mutating func addText(_ line: TextLine) {
        guard let open = current else { return begin(.text, line, from: 0) }
        switch open.kind {
        case .text:
            let isIndented = open.lines >= 1 && line.indent >= open.last.indent + 2
            if !isIndented, layout.joins(open.last, line, in: bytes) {
                extend(line, from: 0)
            } else {
                begin(.text, line, from: 0)
            }
        case .item(_, let indent):
            if line.indent > indent || layout.joins(open.last, line, in: bytes) {
                extend(line, from: 0)
            } else {
                begin(.text, line, from: 0)
            }
        case .quotation, .underlined, .rule:
            begin(.text, line, from: 0)
        }
    }

    private mutating func begin(_ kind: TextParagraph.Kind, _ line: TextLine, from width: Int) {
        finish(isBeforeBlank: false)
        current = (kind, Array(bytes[line.range].dropFirst(width)), line, 1)
    }

    private mutating func extend(_ line: TextLine, from width: Int) {
        let next = bytes[line.range].dropFirst(width)
        let joint = LineLayout.joint(current?.text.suffix(4) ?? [], next)
        current?.text.append(contentsOf: joint.utf8)
        current?.text.append(contentsOf: next)
        current?.last = line
        current?.lines += 1
    }

    private mutating func finish(isBeforeBlank: Bool) {
        guard let open = current else { return }
        paragraphs.append(
            TextParagraph(
                kind: open.kind, text: Bytes.string(open.text), lineCount: open.lines, isAfterBlank: isAfterBlank,
                isBeforeBlank: isBeforeBlank))
        current = nil
        isAfterBlank = false
    }
}
