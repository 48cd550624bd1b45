import Text

extension Canvas {
    /// Writes text from a place to the right.
    ///
    /// The text is made safe first: control characters, escape sequences and bidirectional overrides become visible
    /// marks. What does not fit is clipped, at both edges of the canvas, and a wide cluster is drawn whole or not at
    /// all. Cost: linear in what is shown; text in Latin, Greek, Cyrillic, Chinese, Japanese and Korean script takes a
    /// fast path.
    /// - Parameter limit: the most columns to use, counted from `column`; nil is up to the right edge.
    /// - Returns: the columns used, those clipped at the left edge included.
    @discardableResult
    public mutating func write(
        _ text: String, column: Int, row: Int, style: Style = .plain, limit: Int? = nil
    ) -> Int {
        guard row >= 0, row < rows, column < columns, column > -Canvas.largestSide * 2 else { return 0 }
        var end = columns
        if let limit, limit < end - column { end = column + max(0, limit) }
        var pen = Pen(column: column, end: end, row: row, style: PackedStyle(style))
        var text = text
        text.withUTF8 { write($0, &pen) }
        return pen.column - column
    }

    /// Where the next cluster goes, and how far clusters may go.
    private struct Pen {
        var column: Int
        let end: Int
        let row: Int
        let style: PackedStyle
        var isFull = false

        mutating func takes(_ width: Int) -> Bool {
            isFull = isFull || column + width > end
            return !isFull
        }
    }

    private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>, _ pen: inout Pen) {
        var offset = 0
        while offset < bytes.count, !pen.isFull {
            let scalar = DecodedScalar(bytes, at: offset)
            let width = SimpleScalar.width(scalar.value)
            if width > 0, isBoundary(bytes, at: offset + scalar.length) {
                put(UInt64(scalar.value), width: width, &pen)
                offset += scalar.length
            } else {
                let end = endOfGeneralText(bytes, from: offset)
                writeGeneral(String(decoding: bytes[offset..<end], as: UTF8.self), &pen)
                offset = end
            }
        }
    }

    /// Whether a cluster surely ends before `offset`, when a simple scalar stands before it.
    @inline(__always)
    private func isBoundary(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        offset == bytes.count || bytes[offset] < 0x80 || SimpleScalar.width(DecodedScalar(bytes, at: offset).value) > 0
    }

    /// The most bytes that the general rules get at once. A cluster is cut there, but only marks without end are so
    /// long.
    private static let longestGeneralText = 4096

    /// The first sure boundary after `offset`: between two simple scalars, or at the end.
    private func endOfGeneralText(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var offset = start
        var isAfterSimple = false
        while offset < bytes.count, offset - start < Canvas.longestGeneralText {
            let scalar = DecodedScalar(bytes, at: offset)
            let isSimple = SimpleScalar.width(scalar.value) > 0
            if isSimple, isAfterSimple { break }
            isAfterSimple = isSimple
            offset += scalar.length
        }
        return offset
    }

    private mutating func writeGeneral(_ text: String, _ pen: inout Pen) {
        var text = Printable.visible(text)
        let boundaries = Segmentation.graphemes(in: text)
        text.withUTF8 { bytes in
            for (start, end) in zip(boundaries, boundaries.dropFirst()) where !pen.isFull {
                put(cluster: UnsafeBufferPointer(rebasing: bytes[start..<end]), &pen)
            }
        }
    }

    private mutating func put(cluster bytes: UnsafeBufferPointer<UInt8>, _ pen: inout Pen) {
        let scalar = DecodedScalar(bytes, at: 0)
        let isAlone = scalar.length == bytes.count
        let entry = isAlone
            ? ClusterTable.Entry(glyph: UInt64(scalar.value), width: Canvas.widthAlone(scalar.value))
            : clusters.entry(bytes)
        switch entry.width {
        case 0: break
        case 1, 2: put(entry.glyph, width: entry.width, &pen)
        case _: putScalars(of: bytes, columns: entry.width, &pen)
        }
    }

    /// A letter with several marks that take a column each: every one gets a cell of its own.
    private mutating func putScalars(of bytes: UnsafeBufferPointer<UInt8>, columns: Int, _ pen: inout Pen) {
        var rest = columns
        var offset = 0
        while offset < bytes.count, !pen.isFull {
            let scalar = DecodedScalar(bytes, at: offset)
            let columns = Canvas.widthAlone(scalar.value)
            if columns > 0, columns <= rest {
                put(UInt64(scalar.value), width: columns, &pen)
                rest -= columns
            }
            offset += scalar.length
        }
        for _ in 0..<rest { put(PackedCell.space, width: 1, &pen) }
    }

    /// The columns of a scalar that stands in a cell of its own: a spacing mark takes one there.
    private static func widthAlone(_ value: UInt32) -> Int {
        guard let scalar = Unicode.Scalar(value) else { return 0 }
        let width = DisplayWidth.of(scalar)
        return width == 0 && scalar.properties.generalCategory == .spacingMark ? 1 : width
    }

    /// Puts a glyph of one or two columns at the pen and moves it on.
    @inline(__always)
    private mutating func put(_ glyph: UInt64, width: Int, _ pen: inout Pen) {
        guard pen.takes(width) else { return }
        let column = pen.column
        pen.column += width
        if column >= 0 {
            freeNeighbours(of: column..<column + width, row: pen.row)
            let index = pen.row * columns + column
            cells[index] = PackedCell(glyph: glyph, style: pen.style, width: width)
            if width == 2 { cells[index + 1] = .continuation(style: pen.style) }
        } else if pen.column > 0 {
            // The left edge cuts a wide cluster: what is left of it is blank.
            freeNeighbours(of: 0..<1, row: pen.row)
            cells[pen.row * columns] = PackedCell(glyph: PackedCell.space, style: pen.style, width: 1)
        }
    }
}

/// One scalar of valid UTF-8, as `String` guarantees it.
struct DecodedScalar {
    let value: UInt32
    let length: Int

    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
        let first = UInt32(bytes[offset])
        func next(_ distance: Int) -> UInt32 { UInt32(bytes[offset + distance] & 0x3F) }
        switch first {
        case ..<0x80: (value, length) = (first, 1)
        case ..<0xE0: (value, length) = ((first & 0x1F) << 6 | next(1), 2)
        case ..<0xF0: (value, length) = ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3)
        case _: (value, length) = ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
        }
    }
}
