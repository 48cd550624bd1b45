import Articles
import Formats

/// The plain text of a mail as blocks: what is quoted as quotations, the signature and a list's footer dimmed, changes to
/// programs as they stand, and everything else as paragraphs.
///
/// A signature begins at the last line that is `-- ` and no quotation, where at most twenty lines follow; the footer of a
/// list at a bar of underscores or hyphens near the end. Both stay in the text, as what nobody tags (``Block/Kind/promotion``):
/// what is taken for a signature may be none.
struct PlainMail {
    private typealias Line = ArraySlice<UInt8>

    private static let signatureLines = 20
    private static let footerLines = 8
    private static let mostDepth = 20

    private let limits: FormatLimits

    /// `bytes` are UTF-8 with line feeds. Linear in them, times the depth of quotations, which is bounded.
    static func blocks(of bytes: [UInt8], limits: FormatLimits) -> [Block] {
        let maker = PlainMail(limits: limits)
        return maker.blocks(of: bytes.split(separator: 0x0A, maxSplits: limits.lines, omittingEmptySubsequences: false)[...])
    }

    private func blocks(of lines: ArraySlice<Line>) -> [Block] {
        let tail = Self.tail(of: lines)
        var blocks = quoted(lines[lines.startIndex..<tail.lowerBound], depth: 0)
        blocks += dimmed(lines[tail])
        return blocks + quoted(lines[tail.upperBound..<lines.endIndex], depth: 0)
    }

    // MARK: Quotations

    /// Runs of quoted lines and of others, each made blocks of.
    private func quoted(_ lines: ArraySlice<Line>, depth: Int) -> [Block] {
        var blocks: [Block] = []
        var start = lines.startIndex
        while start < lines.endIndex {
            let isQuoted = depth < Self.mostDepth && Self.isQuoted(lines[start])
            var end = start + 1
            while end < lines.endIndex, (depth < Self.mostDepth && Self.isQuoted(lines[end])) == isQuoted { end += 1 }
            if isQuoted {
                blocks += quoted(ArraySlice(lines[start..<end].map(Self.unquoted)), depth: depth + 1)
            } else {
                blocks += plain(lines[start..<end]).map { depth > 0 ? quotation($0, depth) : $0 }
            }
            start = end
        }
        return blocks
    }

    private func quotation(_ block: Block, _ depth: Int) -> Block {
        guard block.kind != .code, block.kind != .rule else { return block }
        var block = block
        if let marker = block.marker {
            // A quotation has no marker: it is made part of its text again.
            let shift = marker.utf8.count + 1
            block.text = marker + " " + block.text
            block.spans = block.spans.map { Span($0.kind, start: $0.start + shift, end: $0.end + shift, target: $0.target) }
        }
        return Block(.quotation, block.text, level: depth, spans: block.spans)
    }

    /// `>` at the beginning, but not `>From ` as a mailbox writes it.
    private static func isQuoted(_ line: Line) -> Bool {
        line.first == UInt8(ascii: ">") && !line.starts(with: Array(">From ".utf8))
    }

    private static func unquoted(_ line: Line) -> Line {
        let rest = line.dropFirst()
        return rest.first == 0x20 ? rest.dropFirst() : rest
    }

    // MARK: Text and changes to programs

    private func plain(_ lines: ArraySlice<Line>) -> [Block] {
        var blocks: [Block] = []
        var rest = lines
        while let start = Self.change(in: rest) {
            blocks += PlainText.blocks(of: Self.joined(rest[rest.startIndex..<start]), limits: limits)
            let end = Self.changeEnd(from: start, in: rest)
            blocks += code(rest[start..<end])
            rest = rest[end...]
        }
        return blocks + PlainText.blocks(of: Self.joined(rest), limits: limits)
    }

    /// Where a change in the form of `diff -u` begins.
    private static func change(in lines: ArraySlice<Line>) -> Int? {
        lines.indices.first { index in
            if lines[index].starts(with: Array("diff --git ".utf8)) { return true }
            guard index + 1 < lines.endIndex else { return false }
            return lines[index].starts(with: Array("--- ".utf8)) && lines[index + 1].starts(with: Array("+++ ".utf8))
                || lines[index].starts(with: Array("@@ -".utf8))
        }
    }

    private static func changeEnd(from start: Int, in lines: ArraySlice<Line>) -> Int {
        let signs: [UInt8] = [0x20, 0x09, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\\")]
        let heads = ["diff ", "index ", "new file", "deleted file", "similarity", "rename", "old mode", "new mode", "Index: "]
        var end = start + 1
        while end < lines.endIndex {
            let line = lines[end]
            guard let first = line.first else {
                // An empty line goes on where the next is of the change.
                guard end + 1 < lines.endIndex, let next = lines[end + 1].first, signs.contains(next) else { break }
                end += 1
                continue
            }
            guard signs.contains(first) || heads.contains(where: { line.starts(with: Array($0.utf8)) }) else { break }
            end += 1
        }
        return end
    }

    private func code(_ lines: ArraySlice<Line>) -> [Block] {
        let text = Bytes.string(Self.joined(lines)).trimming { $0 == "\n" }
        return text.isEmpty ? [] : Block(.code, text).parts(limit: limits.blockSize)
    }

    /// The lines as one text. Where two lines alone stand together nothing shows by their widths that they were wrapped;
    /// they are one where the first is long, ends no sentence, and the second begins with a small letter.
    private static func joined(_ lines: ArraySlice<Line>) -> [UInt8] {
        var text = Array(lines.joined(separator: [0x0A]))
        let pairs = zip(lines, lines.dropFirst()).count { !isBlank($0) && !isBlank($1) }
        guard pairs == 1 else { return text }
        var place = 0
        for (line, next) in zip(lines, lines.dropFirst()) {
            place += line.count
            if wrapped(line, next) { text[place] = 0x20 }
            place += 1
        }
        return text
    }

    private static func isBlank(_ line: Line) -> Bool { line.allSatisfy(Bytes.isBlank) }

    private static func wrapped(_ line: Line, _ next: Line) -> Bool {
        guard (50...100).contains(line.count), let last = line.last, let first = next.first else { return false }
        return !".!?:".utf8.contains(last) && first >= 0x61 && first <= 0x7A
    }

    // MARK: Signatures

    /// The lines of the signature or footer; empty, at the end, where there is none.
    private static func tail(of lines: ArraySlice<Line>) -> Range<Int> {
        let none = lines.endIndex..<lines.endIndex
        if let start = lines.lastIndex(where: { $0.elementsEqual("-- ".utf8) || $0.elementsEqual("--".utf8) }) {
            let end = lines[(start + 1)...].firstIndex(where: isQuoted) ?? lines.endIndex
            if end - start <= signatureLines { return start..<end }
        }
        let last = lines.suffix(footerLines)
        guard let bar = last.firstIndex(where: isBar), bar > lines.startIndex,
            !lines[bar...].contains(where: isQuoted)
        else { return none }
        return bar..<lines.endIndex
    }

    private static func isBar(_ line: Line) -> Bool {
        line.count >= 30 && (line.allSatisfy { $0 == UInt8(ascii: "_") } || line.allSatisfy { $0 == UInt8(ascii: "-") })
    }

    private func dimmed(_ lines: ArraySlice<Line>) -> [Block] {
        let text = lines.dropFirst(lines.first.map { Self.isBar($0) || $0.starts(with: Array("--".utf8)) } ?? false ? 1 : 0)
        let blocks = PlainText.blocks(of: Self.joined(text), limits: limits)
        return blocks.compactMap { block in
            block.text.isEmpty ? nil : Block(.promotion, block.text, spans: block.spans)
        }
    }
}
