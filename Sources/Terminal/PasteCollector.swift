/// Collects pasted text up to the mark that ends it.
struct PasteCollector {
    private var text: [UInt8] = []

    /// What is longer comes as several pastes.
    static let longest = 1 << 20
    private static let endMark = Array("\u{1B}[201~".utf8)

    enum Progress: Equatable {
        case unfinished
        /// A part of a long paste.
        case part(String)
        /// The rest, and the paste is over.
        case end(String)
    }

    /// Takes what belongs to the paste from the front of `bytes`.
    /// - Parameter isFinal: no more bytes come soon; the mark is taken for lost.
    /// - Returns: how many bytes were taken.
    mutating func take(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> (count: Int, progress: Progress) {
        var index = bytes.startIndex
        while let mark = bytes[index...].firstIndex(of: escape) {
            text += bytes[index..<mark]
            if bytes[mark...].starts(with: PasteCollector.endMark) {
                return (mark - bytes.startIndex + PasteCollector.endMark.count, .end(takeText(text.count)))
            }
            if !isFinal, PasteCollector.endMark.starts(with: bytes[mark...]) {
                return (mark - bytes.startIndex, .unfinished)
            }
            text.append(escape)
            index = mark + 1
        }
        text += bytes[index...]
        return (bytes.count, progress(isFinal: isFinal))
    }

    private mutating func progress(isFinal: Bool) -> Progress {
        if isFinal { return .end(takeText(text.count)) }
        return text.count < PasteCollector.longest ? .unfinished : .part(takeText(wholeCharacters))
    }

    /// The bytes up to the last character that may be cut. (`\r` may be followed by `\n`.)
    private var wholeCharacters: Int {
        let end = text.lastIndex { $0 & 0xC0 != 0x80 } ?? 0
        return end == 0 ? text.count : end
    }

    private mutating func takeText(_ count: Int) -> String {
        defer { text.removeFirst(count) }
        return PasteCollector.withNewlines(text[..<count])
    }

    /// Terminals send the Enter key for a line break.
    private static func withNewlines(_ bytes: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var wasReturn = false
        for byte in bytes {
            if byte == 0x0D {
                result.append(0x0A)
            } else if byte != 0x0A || !wasReturn {
                result.append(byte)
            }
            wasReturn = byte == 0x0D
        }
        return String(decoding: result, as: UTF8.self)
    }
}
