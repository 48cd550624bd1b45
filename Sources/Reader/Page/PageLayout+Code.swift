import Articles
import Text

extension PageLayout {
    /// Each line as it stands; one that is too long goes on, marked, in the next, or beyond the right edge. Spans in code carry no
    /// meaning, and nothing of it is reordered: of a program, what is read is what runs.
    func codeLines(_ item: PageItem, _ block: Block, _ index: Int) -> [PageLine] {
        let frame = frame(item, block, index, indent: 2)
        let text = block.text.bytes(item.stretch)
        var lines: [PageLine] = []
        var start = 0
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let end = start + line.count
            // A stretch that ends with a line has no empty one after it.
            if start == text.utf8.count, start > 0, item.stretch.upperBound < block.text.utf8.count { break }
            let source = item.start + start..<item.start + end
            let line = String(Substring(line))
            lines += shortCodeLine(line, source, frame) ?? codeLine(line, source, frame)
            start = end + 1
        }
        return lines
    }

    /// A line that fits and has no tabs: nearly every one.
    private func shortCodeLine(_ text: String, _ source: Range<Int>, _ frame: Frame) -> [PageLine]? {
        guard !text.utf8.contains(UInt8(ascii: "\t")) else { return nil }
        let shown = Printable.visible(text)
        let columns = DisplayWidth.of(shown)
        guard columns <= frame.columns || !wrapsCode else { return nil }
        let segment = PageSegment(text: shown, column: frame.indent, columns: columns, source: source, role: .code)
        return [PageLine(kind: frame.kind, block: frame.block, source: source, segments: text.isEmpty ? [] : [segment])]
    }

    private func codeLine(_ text: String, _ source: Range<Int>, _ frame: Frame) -> [PageLine] {
        var rest = CodeCluster.clusters(of: text, at: source.lowerBound)[...]
        var lines: [PageLine] = []
        repeat {
            let isMarked = !lines.isEmpty && frame.columns >= Self.leastText
            let column = frame.indent + (isMarked ? 2 : 0)
            let taken = wrapsCode ? rest.fitting(width - column) : rest
            rest = rest.dropFirst(taken.count)
            let mark = PageSegment(text: glyphs[.continuation], column: frame.indent, columns: 1, role: .dimmed)
            let place = taken.first?.source.lowerBound ?? source.lowerBound
            lines.append(
                PageLine(
                    kind: frame.kind, block: frame.block, source: place..<(taken.last?.source.upperBound ?? place),
                    segments: (isMarked ? [mark] : []) + taken.segments(at: column)))
        } while !rest.isEmpty
        return lines
    }
}

/// A grapheme cluster of a line of code, a tab made blanks.
private struct CodeCluster {
    /// Columns between the stops of tabs.
    private static let tabStop = 4

    var text: String
    var columns: Int
    var isTab: Bool
    /// In the canonical text.
    var source: Range<Int>

    static func clusters(of text: String, at start: Int) -> [CodeCluster] {
        var clusters: [CodeCluster] = []
        var column = 0
        let boundaries = Segmentation.graphemes(in: text)
        clusters.reserveCapacity(boundaries.count)
        for (from, to) in zip(boundaries, boundaries.dropFirst()) {
            let raw = text.bytes(from..<to)
            let isTab = raw == "\t"
            let shown = isTab ? String(repeating: " ", count: tabStop - column % tabStop) : Printable.visible(raw)
            let columns = DisplayWidth.of(shown)
            clusters.append(CodeCluster(text: shown, columns: columns, isTab: isTab, source: start + from..<start + to))
            column += columns
        }
        return clusters
    }
}

extension ArraySlice<CodeCluster> {
    /// As many of the first clusters as fit into so many columns, at least one.
    fileprivate func fitting(_ columns: Int) -> ArraySlice<CodeCluster> {
        var used = 0
        var end = startIndex
        while end < endIndex, end == startIndex || used + self[end].columns <= columns {
            used += self[end].columns
            end += 1
        }
        return self[startIndex..<end]
    }

    /// One for each tab and for what stands between two.
    fileprivate func segments(at column: Int) -> [PageSegment] {
        var segments: [PageSegment] = []
        var column = column
        var isAfterTab = true
        for cluster in self {
            if isAfterTab || cluster.isTab || segments.isEmpty {
                segments.append(
                    PageSegment(
                        text: cluster.text, column: column, columns: cluster.columns, source: cluster.source, role: .code))
            } else {
                segments[segments.count - 1].append(cluster)
            }
            column += cluster.columns
            isAfterTab = cluster.isTab
        }
        return segments
    }
}

extension PageSegment {
    fileprivate mutating func append(_ cluster: CodeCluster) {
        text += cluster.text
        columns += cluster.columns
        source = (source?.lowerBound ?? cluster.source.lowerBound)..<cluster.source.upperBound
    }
}
