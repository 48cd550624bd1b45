import Articles
import Formats

/// Makes blocks of a document's lines, in the order in which the program found them, which is that of reading: column
/// by column.
///
/// A line goes on in the next of its block unless the size of type changes, a wider gap or an indentation is between
/// them, the next begins an item, or the next's first word would have had room in it: then somebody ended it. The last
/// line of a block goes on in the next block, or on the next page, where it ends no sentence and that begins with a small
/// letter, or where it parts a word. A short text in type larger than the text's by an eighth is a heading, and its level
/// the rank of its size. So is a block of one line that has a section's number and is in other type than the text's: the
/// heights of letters are no measure between one typeface and another. Its level is that of its number.
struct PDFText {
    private let document: PDFDocument
    private let limits: FormatLimits
    private let bodySize: Float
    private let levels: [Int: Int]
    private var hyphens = PDFHyphens()
    private var isFurniture: [Bool]
    private var blockLines: [Int: Int] = [:]
    private var edges: [Int: (left: Float, right: Float, pitch: Float)] = [:]

    private(set) var blocks: [Block] = []
    /// The text in the largest type of the first page, where it is larger than the text's.
    private(set) var headline: String?
    private var open: Paragraph?

    private struct Paragraph {
        var text: String
        var last: PDFLine
        var kind: Block.Kind
        var level: Int?
        var marker: String?
        var lines = 1
    }

    private static let headingRatio: Float = 1.12
    private static let headingSize = 200

    init(_ document: PDFDocument, limits: FormatLimits) {
        self.document = document
        self.limits = limits
        isFurniture = PDFFurniture.lines(of: document)
        bodySize = Self.bodySize(of: document.lines)
        levels = Self.levels(of: document.lines, bodySize: bodySize)
        measure()
        gather()
        headline = Self.headline(of: document, isFurniture, bodySize)
    }

    // MARK: Measures

    /// Half points.
    private static func step(_ size: Float) -> Int { Int((size * 2).rounded()) }

    /// The size that most of the text is in.
    private static func bodySize(of lines: [PDFLine]) -> Float {
        var counts: [Int: Int] = [:]
        for line in lines { counts[step(line.size), default: 0] += line.text.utf8.count }
        return Float(counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 20) / 2
    }

    /// The level of each size of headings, the largest first.
    private static func levels(of lines: [PDFLine], bodySize: Float) -> [Int: Int] {
        let sizes = Set(lines.lazy.filter { $0.size >= bodySize * headingRatio }.map { step($0.size) })
        var levels: [Int: Int] = [:]
        for (index, size) in sizes.sorted(by: >).enumerated() { levels[size] = min(index + 1, 6) }
        return levels
    }

    /// The edges of each block and how far its lines are apart, and the document's words.
    private mutating func measure() {
        var last: PDFLine?
        for line in document.lines {
            hyphens.learn(line.text)
            blockLines[line.block, default: 0] += 1
            let old = edges[line.block]
            var pitch = old?.pitch ?? 0
            if let last, last.block == line.block, line.top > last.top {
                pitch = pitch == 0 ? line.top - last.top : min(pitch, line.top - last.top)
            }
            edges[line.block] = (min(old?.left ?? line.left, line.left), max(old?.right ?? line.right, line.right), pitch)
            last = line
        }
    }

    private static func headline(of document: PDFDocument, _ isFurniture: [Bool], _ bodySize: Float) -> String? {
        let first = document.lines.indices.prefix { document.lines[$0].page == 0 }.filter { !isFurniture[$0] }
        let size = first.reduce(0) { max($0, document.lines[$1].size) }
        guard size >= bodySize * 1.2 else { return nil }
        let lines = first.filter { document.lines[$0].size >= size * 0.95 }.map { document.lines[$0].text }
        let text = lines.prefix(4).joined(separator: " ")
        return (8...250).contains(text.utf8.count) && text.utf8.contains(where: Bytes.isLetter) ? text : nil
    }

    // MARK: Gathering

    private mutating func gather() {
        let isContents = PDFContents.pages(of: document)
        var index = 0
        while index < document.lines.count {
            let isContentsPage = isContents[document.lines[index].page]
            var end = index
            while end < document.lines.count, isContents[document.lines[end].page] == isContentsPage,
                !isContentsPage || document.lines[end].page == document.lines[index].page
            { end += 1 }
            if isContentsPage {
                finish()
                addContents((index..<end).filter { !isFurniture[$0] }.map { document.lines[$0] })
            } else {
                addRows(PDFRows.joined(Array(document.lines[index..<end]), Array(isFurniture[index..<end])))
            }
            index = end
        }
        finish()
    }

    private mutating func addRows(_ rows: [PDFLine]) {
        var index = 0
        while index < rows.count {
            if let (table, end) = PDFRows.table(at: index, in: rows) {
                finish()
                blocks += table.parts(limit: limits.blockSize)
                index = end
            } else {
                var row = rows[index]
                if !row.cells.isEmpty { row.text = row.text.split(separator: "\t").joined(separator: " ") }
                add(row)
                index += 1
            }
        }
    }

    private mutating func addContents(_ lines: [PDFLine]) {
        for row in PDFContents.rows(of: lines) {
            if let level = levels[Self.step(row.size)] {
                blocks.append(Block(.heading, row.text, level: level))
            } else {
                blocks.append(Block(.listItem, row.text, level: 1, marker: "•"))
            }
        }
    }

    private mutating func add(_ line: PDFLine) {
        guard let current = open, goesOn(current, line) else {
            finish()
            begin(line)
            return
        }
        extend(current, line)
    }

    private mutating func begin(_ line: PDFLine) {
        if let level = levels[Self.step(line.size)], line.text.utf8.count <= Self.headingSize {
            open = Paragraph(text: line.text, last: line, kind: .heading, level: level)
        } else if let level = sectionLevel(of: line) {
            open = Paragraph(text: line.text, last: line, kind: .heading, level: level)
        } else if let (marker, rest) = PDFItem.parted(line.text) {
            open = Paragraph(text: rest, last: line, kind: .listItem, level: 1, marker: marker)
        } else {
            open = Paragraph(text: line.text, last: line, kind: .paragraph)
        }
    }

    /// The level of a numbered heading, such as 2 for `4.6.`, where the line is one.
    private func sectionLevel(of line: PDFLine) -> Int? {
        guard blockLines[line.block] == 1, Self.step(line.size) != Self.step(bodySize), line.size > bodySize * 0.9,
            line.text.utf8.count <= 120, let last = line.text.utf8.last, !".:;,".utf8.contains(last)
        else { return nil }
        let words = line.text.split(separator: " ", maxSplits: 1)
        guard words.count == 2, let number = words.first, words[1].contains(where: \.isLetter) else { return nil }
        let parts = number.split(separator: ".")
        guard (1...6).contains(parts.count), parts.allSatisfy({ $0.utf8.allSatisfy(Bytes.isDigit) && $0.utf8.count <= 3 }) else {
            return nil
        }
        return min(parts.count + 1, 6)
    }

    private mutating func extend(_ paragraph: Paragraph, _ line: PDFLine) {
        var paragraph = paragraph
        if let joined = hyphens.joined(paragraph.text, line.text) {
            paragraph.text = joined
        } else if paragraph.text.isEmpty {
            paragraph.text = line.text
        } else {
            paragraph.text += PDFItem.joint(paragraph.text, line.text) + line.text
        }
        paragraph.last = line
        paragraph.lines += 1
        open = paragraph
    }

    private mutating func finish() {
        guard let paragraph = open else { return }
        open = nil
        guard !paragraph.text.isEmpty else { return }
        var kind = paragraph.kind
        var level = paragraph.level
        // What runs on as a text is none of the headings.
        if kind == .heading, paragraph.text.utf8.count > Self.headingSize || !paragraph.text.contains(where: \.isLetter) {
            (kind, level) = (.paragraph, nil)
        }
        let block = Block(kind, paragraph.text, level: level, marker: paragraph.marker, spans: InlineMarks.spans(in: paragraph.text))
        blocks += block.parts(limit: limits.blockSize)
    }

    // MARK: Whether a line goes on

    private func goesOn(_ paragraph: Paragraph, _ line: PDFLine) -> Bool {
        let last = paragraph.last
        guard abs(last.size - line.size) < max(last.size, line.size) * 0.08 else { return false }
        if last.block == line.block { return goesOnInBlock(paragraph, line) }
        guard paragraph.kind != .heading else { return last.page == line.page && isNextHeadingLine(last, line) }
        return goesOnInNextBlock(paragraph, line)
    }

    private func isNextHeadingLine(_ last: PDFLine, _ line: PDFLine) -> Bool {
        line.top > last.top && line.top - last.top < last.size * 1.4 && line.left < last.right && last.left < line.right
    }

    private func goesOnInBlock(_ paragraph: Paragraph, _ line: PDFLine) -> Bool {
        let last = paragraph.last
        guard let edge = edges[line.block] else { return false }
        let gap = line.top - last.top
        guard gap > 0, gap < max(edge.pitch, last.size * 0.9) * 1.35 else { return false }
        if PDFItem.parted(line.text) != nil { return false }
        if paragraph.kind == .heading { return true }
        if isParted(paragraph.text) { return true }
        // An indentation begins a paragraph, but not where an item's lines hang below its first.
        if paragraph.kind != .listItem, line.left > last.left + line.size * 0.8, last.left < edge.left + line.size * 0.4 {
            return false
        }
        let room = edge.right - last.right
        return room < line.firstWidth + line.size * 0.35
    }

    private func goesOnInNextBlock(_ paragraph: Paragraph, _ line: PDFLine) -> Bool {
        guard line.page - paragraph.last.page <= 1 else { return false }
        if isParted(paragraph.text) { return true }
        guard let first = line.text.unicodeScalars.first, first.properties.isLowercase else { return false }
        guard PDFItem.parted(line.text) == nil, let last = paragraph.text.unicodeScalars.last else { return false }
        return !".!?:;".unicodeScalars.contains(last) && paragraph.text.utf8.count > 30
    }

    private func isParted(_ text: String) -> Bool {
        guard text.utf8.count > 2 else { return false }
        let scalars = text.unicodeScalars
        guard let last = scalars.last, last.value == 0x2D || last.value == 0x2010 || last.value == 0xAD else { return false }
        return scalars.dropLast().last?.properties.isAlphabetic ?? false
    }
}

/// What begins an item of a list, and what stands between two lines.
enum PDFItem {
    private static let bullets: Set<Unicode.Scalar> = [
        "•", "◦", "‣", "▪", "■", "●", "○", "∙", "·", "–", "►", "➢", "✓", "\u{F0B7}", "\u{F0A7}",
    ]

    /// The mark and the rest, where `text` begins with a bullet, or with a number and a full stop or bracket.
    static func parted(_ text: String) -> (marker: String, rest: String)? {
        guard let first = text.unicodeScalars.first else { return nil }
        if bullets.contains(first) {
            let rest = text.unicodeScalars.dropFirst()
            guard rest.isEmpty || rest.first == " " || first == "•" || first == "▪" else { return nil }
            if first == "–" || first == "·", rest.isEmpty { return nil }
            return ("•", String(String.UnicodeScalarView(rest.drop { $0 == " " })))
        }
        guard Bytes.isDigit(UInt8(truncatingIfNeeded: first.value)), first.isASCII else { return nil }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard digits.count <= 3 else { return nil }
        let rest = text[digits.endIndex...]
        guard let sign = rest.first, sign == "." || sign == ")", rest.dropFirst().first == " " else { return nil }
        return (digits + ".", String(rest.dropFirst(2)))
    }

    /// A blank, and nothing between characters of scripts that have none between words.
    static func joint(_ text: String, _ next: String) -> String {
        guard let last = text.unicodeScalars.last, let first = next.unicodeScalars.first else { return "" }
        return isUnspaced(last) && isUnspaced(first) ? "" : " "
    }

    private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFF01...0xFF60, 0x2_0000...0x3_FFFF: true
        default: false
        }
    }
}
