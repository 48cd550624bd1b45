import Articles
import CGumbo
import Formats

/// The text of a page whose tree cannot be held: tags are passed over one by one, without a look at how they nest.
struct HTMLPlain {
    private let bytes: [UInt8]
    private var inline = HTMLInline()
    private var blocks: [Block] = []

    /// Paragraphs, each between two tags that begin a line. Linear, with no memory but the text's.
    static func blocks(_ bytes: [UInt8], limits: FormatLimits) -> [Block] {
        var reader = HTMLPlain(HTMLGuard.prepared(bytes, limits: HTMLLimits()))
        reader.run()
        return reader.blocks.flatMap { $0.parts(limit: limits.blockSize) }
    }

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    private mutating func run() {
        bytes.withUnsafeBufferPointer { source in
            var start = 0
            while start < source.count {
                let end = source[start...].firstIndex(of: UInt8(ascii: "<")) ?? source.count
                if end > start { append(UnsafeBufferPointer(rebasing: source[start..<end])) }
                start = end < source.count ? takeTag(source, at: end) : end
            }
        }
        endBlock()
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

    private mutating func endBlock() {
        let text = inline.take().text
        if !text.isEmpty { blocks.append(Block(.paragraph, text)) }
    }
}
