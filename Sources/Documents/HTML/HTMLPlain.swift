import Articles
import CGumbo
import Formats

/// The text of a page whose tree cannot be held: tags are passed over one by one, without a look at how they nest.
struct HTMLPlain {
    /// Bytes after which a block ends.
    private static let pieceSize = 24 << 10
    /// Blocks after which lines are gathered into larger ones.
    private static let mostBlocks = 20_000

    private let bytes: [UInt8]
    private var inline = HTMLInline()
    private var blocks: [Block] = []
    private var size = 0
    private let limits: FormatLimits

    /// Paragraphs, each between two tags that begin a line. Linear, with no memory but the text's.
    static func blocks(_ bytes: [UInt8], limits: FormatLimits) -> [Block] {
        var reader = HTMLPlain(HTMLGuard.prepared(bytes, limits: HTMLLimits()), limits)
        reader.run()
        return reader.blocks.flatMap { $0.parts(limit: limits.blockSize) }
    }

    private init(_ bytes: [UInt8], _ limits: FormatLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    private mutating func run() {
        bytes.withUnsafeBufferPointer { source in
            var start = 0
            while start < source.count, !isFull {
                let end = source[start...].firstIndex(of: UInt8(ascii: "<")) ?? source.count
                appendPieces(source, start..<end)
                start = end < source.count ? takeTag(source, at: end) : end
                // Signs that begin no tag are text too.
                if inline.count >= Self.pieceSize { takeBlock() }
            }
        }
        takeBlock()
    }

    /// Whether there is as much text as an article may have.
    private var isFull: Bool { size > limits.textSize }

    /// Text, in pieces that a block can hold.
    private mutating func appendPieces(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var start = range.lowerBound
        while start < range.upperBound {
            var end = min(start + Self.pieceSize, range.upperBound)
            while end < range.upperBound, !HTMLBytes.isSpace(source[end]), end - start < 2 * Self.pieceSize { end += 1 }
            while end < range.upperBound, source[end] & 0xC0 == 0x80 { end += 1 }
            append(UnsafeBufferPointer(rebasing: source[start..<end]))
            if inline.count >= Self.pieceSize { takeBlock() }
            start = end
        }
    }

    /// Behind the tag at `start`, or behind the sign where it begins none.
    private mutating func takeTag(_ source: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
        let isEnd = start + 1 < source.count && source[start + 1] == UInt8(ascii: "/")
        let name = source[(start + (isEnd ? 2 : 1))...].prefix { Bytes.isLetter($0) || Bytes.isDigit($0) }
        guard !name.isEmpty else {
            append("<")
            return start + 1
        }
        if name.count <= 10 {
            let tag = gumboTag(name)
            if tag.isBlock || tag == .br { endBlock() }
        }
        return (source[start...].firstIndex(of: UInt8(ascii: ">")) ?? source.count - 1) + 1
    }

    private func gumboTag(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> HTMLTag {
        UnsafeBufferPointer(rebasing: name).withMemoryRebound(to: CChar.self) {
            HTMLTag(gumbo_tagn_enum($0.baseAddress, UInt32($0.count)))
        }
    }

    /// Text with its commonest references.
    private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        while let sign = text[start...].firstIndex(of: UInt8(ascii: "&")) {
            let name = text[(sign + 1)...].prefix(8).prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "&") }
            guard let value = Self.references[String(decoding: name, as: UTF8.self)], name.endIndex < text.count,
                text[name.endIndex] == UInt8(ascii: ";")
            else {
                inline.append(UnsafeBufferPointer(rebasing: text[start...sign]))
                start = sign + 1
                continue
            }
            inline.append(UnsafeBufferPointer(rebasing: text[start..<sign]))
            if value == "\u{A0}" { inline.appendBlank() } else { inline.append(value) }
            start = name.endIndex + 1
        }
        inline.append(UnsafeBufferPointer(rebasing: text[start...]))
    }

    private mutating func append(_ string: String) { inline.append(string) }

    private static let references = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'", "nbsp": "\u{A0}"]

    /// Ends a line, which is a block of its own as long as there are not too many.
    private mutating func endBlock() {
        if blocks.count < Self.mostBlocks || inline.count >= Self.pieceSize { takeBlock() } else { inline.appendLineEnd() }
    }

    private mutating func takeBlock() {
        let text = inline.take().text
        size += text.utf8.count
        if !text.isEmpty { blocks.append(Block(.paragraph, text)) }
    }
}
