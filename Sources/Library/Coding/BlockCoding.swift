import Articles

/// The blocks of an article as a layout over its canonical text: kinds, lengths and spans. The text itself is stored
/// once, in a column of its own.
enum BlockCoding {
    /// In the stored order of kinds; only ever added to at the end.
    private static let kinds: [Block.Kind] = [
        .paragraph, .heading, .quotation, .listItem, .table, .code, .caption, .rule, .promotion,
    ]
    private static let spanKinds: [Span.Kind] = [.link, .emphasis, .strong, .code, .strikethrough, .reference]
    private static let separatorLength = 2

    static func layout(of blocks: [Block]) -> [UInt8] {
        var writer = BinaryWriter()
        writer.append(blocks.count)
        for block in blocks {
            writer.append(kinds.firstIndex(of: block.kind) ?? 0)
            writer.append((block.level ?? -1) + 1)
            writer.append(optional: block.marker)
            writer.append(block.text.utf8.count)
            writer.append(block.spans.count)
            for span in block.spans { append(span, to: &writer) }
        }
        return writer.bytes
    }

    private static func append(_ span: Span, to writer: inout BinaryWriter) {
        writer.append(spanKinds.firstIndex(of: span.kind) ?? 0)
        writer.append(span.start)
        writer.append(span.end)
        writer.append(optional: span.target)
    }

    /// The blocks that `layout` makes of the canonical text `text`.
    static func blocks(
        layout: UnsafeRawBufferPointer, text: UnsafeRawBufferPointer
    ) throws(BinaryReader.Damage) -> [Block] {
        var reader = BinaryReader(layout)
        let count = try reader.count()
        var blocks: [Block] = []
        blocks.reserveCapacity(count)
        var end = 0
        for _ in 0..<count {
            let kind = try element(of: kinds, at: try reader.number())
            let level = try reader.number() - 1
            let marker = try reader.optionalText()
            let length = try reader.number()
            let start = length > 0 && end > 0 ? end + separatorLength : end
            guard length >= 0, length <= text.count - start else { throw BinaryReader.Damage() }
            let blockText = String(decoding: text[start..<(start + length)], as: UTF8.self)
            if length > 0 { end = start + length }
            blocks.append(
                Block(kind, blockText, level: level < 0 ? nil : level, marker: marker, spans: try spans(from: &reader)))
        }
        return blocks
    }

    /// Where headings stand in a canonical text of `length` bytes, without the text.
    static func headings(layout: UnsafeRawBufferPointer, length: Int) throws(BinaryReader.Damage) -> [Range<Int>] {
        var reader = BinaryReader(layout)
        var headings: [Range<Int>] = []
        var end = 0
        for _ in 0..<(try reader.count()) {
            let kind = try element(of: kinds, at: try reader.number())
            _ = try reader.number()
            _ = try reader.optionalText()
            let own = try reader.number()
            let start = own > 0 && end > 0 ? end + separatorLength : end
            guard own >= 0, own <= length - start else { throw BinaryReader.Damage() }
            if own > 0 { end = start + own }
            if kind == .heading, own > 0 { headings.append(start..<end) }
            _ = try spans(from: &reader)
        }
        return headings
    }

    private static func spans(from reader: inout BinaryReader) throws(BinaryReader.Damage) -> [Span] {
        let count = try reader.count()
        var spans: [Span] = []
        spans.reserveCapacity(count)
        for _ in 0..<count {
            let kind = try element(of: spanKinds, at: try reader.number())
            let start = try reader.number()
            let end = try reader.number()
            spans.append(Span(kind, start: start, end: end, target: try reader.optionalText()))
        }
        return spans
    }

    private static func element<Kind>(of kinds: [Kind], at index: Int) throws(BinaryReader.Damage) -> Kind {
        guard kinds.indices.contains(index) else { throw BinaryReader.Damage() }
        return kinds[index]
    }
}
