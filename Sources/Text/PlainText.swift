/// Text for a terminal or a file, without any page around it.
public enum PlainText {
    /// What becomes of control and invisible format characters.
    public enum Controls: Sendable {
        /// They become visible marks: for a terminal.
        case shown
        /// Controls become blanks, invisible characters out of place vanish: for another program.
        case removed
    }

    /// `text` in lines of at most `width` columns, each ended by a line feed, safe to be written to a terminal.
    /// Broken as ``Wrapping`` does, its own line breaks kept. Linear.
    public static func wrap(_ text: String, width: Int, controls: Controls = .shown) -> String {
        let cleaner = Cleaner(form: controls == .shown ? .marks : .none, kept: [])
        let measure = Wrapping.Measure(first: max(1, width), others: max(1, width))
        var text = text
        let lines = text.isEmpty ? [] : Wrapping.lines(of: text, measure: measure, cleaner: cleaner)
        let wrapped: [UInt8] = text.withUTF8 { bytes in
            var result: [UInt8] = []
            result.reserveCapacity(bytes.count + lines.count)
            for line in lines { append(line, of: bytes, cleaner, to: &result) }
            return result
        }
        return String(decoding: wrapped, as: UTF8.self)
    }

    private static func append(
        _ line: WrappedLine, of bytes: UnsafeBufferPointer<UInt8>, _ cleaner: Cleaner, to result: inout [UInt8]
    ) {
        if cleaner.hasWork(in: bytes, range: line.range) {
            cleaner.append(bytes, range: line.range, to: &result)
        } else {
            result.append(contentsOf: bytes[line.range])
        }
        if line.endsInSoftHyphen { result.append(UInt8(ascii: "-")) }
        result.append(UInt8(ascii: "\n"))
    }
}
