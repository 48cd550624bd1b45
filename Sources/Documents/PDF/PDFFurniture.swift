import Formats

/// Tells the lines of a document that stand around its text: running heads and feet, and page numbers.
///
/// A line near the upper or lower edge of its page (in the outer eighth, among the three outermost lines) is furniture
/// where lines at the same height, with the same words when numbers are left aside, stand on at least three pages, or
/// on all of two; where it is a lone number or Roman numeral and such stand there on at least three pages; where it says
/// its page (`Page 3 of 12`); or where it is the outermost line of its edge, at a height where a third of the pages, four
/// at least, have furniture: heads that change with each chapter.
struct PDFFurniture {
    private let document: PDFDocument

    private struct Key: Hashable {
        var height: Int
        var words: [UInt8]
    }

    /// Whether each line is furniture. Linear.
    static func lines(of document: PDFDocument) -> [Bool] { PDFFurniture(document: document).lines() }

    private func lines() -> [Bool] {
        let edges = edgeLines()
        var pages: [Key: Set<Int>] = [:]
        for index in edges {
            for key in keys(of: document.lines[index]) { pages[key, default: []].insert(document.lines[index].page) }
        }
        let most = document.pages.count
        var result = [Bool](repeating: false, count: document.lines.count)
        for index in edges {
            let count = keys(of: document.lines[index]).reduce(0) { max($0, pages[$1]?.count ?? 0) }
            result[index] = count >= 3 || (most == 2 && count == 2) || Self.saysPage(document.lines[index].text)
        }
        takeChangingHeads(edges, &result)
        return result
    }

    /// Heads with words of their own, at the height of those that are known.
    private func takeChangingHeads(_ edges: [Int], _ result: inout [Bool]) {
        var pages: [Int: Set<Int>] = [:]
        for index in edges where result[index] {
            let line = document.lines[index]
            for height in heights(of: line) { pages[height, default: []].insert(line.page) }
        }
        let fewest = max(4, document.pages.count / 3)
        for index in edges where !result[index] {
            result[index] = (pages[Int((document.lines[index].middle / 4).rounded())]?.count ?? 0) >= fewest
        }
    }

    private func heights(of line: PDFLine) -> [Int] {
        let height = Int((line.middle / 4).rounded())
        return [height - 1, height, height + 1]
    }

    /// The outermost lines of each page.
    private func edgeLines() -> [Int] {
        var edges: [Int] = []
        var start = 0
        while start < document.lines.count {
            let page = document.lines[start].page
            var end = start
            while end < document.lines.count, document.lines[end].page == page { end += 1 }
            let height = document.pages[page].height
            let order = (start..<end).sorted { document.lines[$0].top < document.lines[$1].top }
            edges += order.prefix(3).filter { document.lines[$0].bottom < height / 8 }
            edges += order.suffix(3).filter { document.lines[$0].top > height * 7 / 8 }
            start = end
        }
        return edges
    }

    /// The words without their numbers, at the line's height and a little above and below it.
    private func keys(of line: PDFLine) -> [Key] {
        let words = Self.isNumber(line.text) ? [0x23] : Self.withoutNumbers(line.text)
        return heights(of: line).map { Key(height: $0, words: words) }
    }

    private static func withoutNumbers(_ text: String) -> [UInt8] {
        let words = text.utf8.split(separator: 0x20).filter { word in !isNumber(String(Substring(word))) }
        let joined = words.flatMap { $0.filter { !Bytes.isDigit($0) } }
        // What is all numbers and signs, such as a date, counts as itself.
        return joined.isEmpty ? Array(text.utf8) : Bytes.lowercased(joined)
    }

    /// Digits, with a hyphen or bar around them, or a Roman numeral.
    static func isNumber(_ text: String) -> Bool {
        let bytes = text.utf8.filter { !"-–—|[]().· ".utf8.contains($0) }
        guard !bytes.isEmpty, bytes.count <= 8 else { return false }
        return bytes.allSatisfy(Bytes.isDigit) || bytes.allSatisfy { "ivxlcdm".utf8.contains($0) }
            || bytes.allSatisfy { "IVXLCDM".utf8.contains($0) }
    }

    private static func saysPage(_ text: String) -> Bool {
        let words = text.lowercased().split(separator: " ")
        guard words.count <= 4, let first = words.first, ["page", "seite", "página", "pagina", "p."].contains(first) else {
            return false
        }
        return words.dropFirst().allSatisfy { ["of", "von", "de", "sur", "/"].contains($0) || $0.utf8.allSatisfy { Bytes.isDigit($0) || $0 == UInt8(ascii: "/") } }
    }
}
