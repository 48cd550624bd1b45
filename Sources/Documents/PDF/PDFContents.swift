import Formats

/// Pages of contents: lines that lead to a number by dots. What stands there in columns, numbers of sections, titles and
/// numbers of pages, is made rows again, and the dots and the numbers of pages go.
enum PDFContents {
    /// Lines with dots from which on a page is one of contents.
    private static let fewest = 5

    /// Whether each page is one of contents.
    static func pages(of document: PDFDocument) -> [Bool] {
        var counts = [Int](repeating: 0, count: document.pages.count)
        for line in document.lines where hasLeader(line.text) { counts[line.page] += 1 }
        return counts.map { $0 >= fewest }
    }

    static func hasLeader(_ text: String) -> Bool { leader(in: Array(text.utf8)) != nil }

    /// Where at least four dots, with blanks between them or without, begin.
    private static func leader(in bytes: [UInt8]) -> Int? {
        var start: Int?
        var dots = 0
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: ".") {
                if dots == 0 { start = index }
                dots += 1
            } else if byte != 0x20 {
                if dots >= 4 { return start }
                dots = 0
            }
        }
        return dots >= 4 ? start : nil
    }

    /// The rows of `lines`, which are of one page, each as one line, from top to bottom.
    static func rows(of lines: [PDFLine]) -> [PDFLine] {
        let order = lines.sorted { ($0.middle, $0.left) < ($1.middle, $1.left) }
        var rows: [[PDFLine]] = []
        for line in order {
            if let first = rows.last?.first, abs(line.middle - first.middle) < min(line.size, first.size) * 0.4 {
                rows[rows.count - 1].append(line)
            } else {
                rows.append([line])
            }
        }
        return rows.compactMap { row(of: $0.sorted { $0.left < $1.left }) }
    }

    private static func row(of lines: [PDFLine]) -> PDFLine? {
        guard var row = lines.first else { return nil }
        let whole = lines.map(\.text).joined(separator: " ")
        let bytes = Array(whole.utf8)
        if let start = leader(in: bytes) {
            row.text = MailText.oneLine(String(decoding: bytes[..<start], as: UTF8.self))
        } else if lines.count > 1, let last = lines.last, PDFFurniture.isNumber(last.text) {
            row.text = lines.dropLast().map(\.text).joined(separator: " ")
        } else {
            row.text = whole
        }
        row.right = lines.reduce(row.right) { max($0, $1.right) }
        return row.text.isEmpty || PDFFurniture.isNumber(row.text) && lines.count == 1 ? nil : row
    }
}
