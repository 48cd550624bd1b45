import Formats

/// Reads what `pdftotext -bbox-layout` prints: a page of XHTML with an element a line, which holds pages, blocks, lines and
/// words with their places. Is fed piece by piece, and keeps the lines alone.
struct PDFLayoutParser {
    private let limits: PDFLimits
    private(set) var document = PDFDocument()
    private var rest: [UInt8] = []
    private var block = 0
    private var words: [Word] = []
    private var textSize = 0

    private struct Word {
        var text: String
        var left: Float
        var top: Float
        var right: Float
        var bottom: Float

        /// Its height in half points.
        var step: Int { Int(((bottom - top) * 2).rounded()) }
    }

    /// Bytes of a line of the output, beyond which it is none that the program prints.
    private static let lineSize = 1 << 20

    init(limits: PDFLimits) { self.limits = limits }

    /// Takes the next piece. False where nothing more is wanted.
    mutating func feed(_ piece: ArraySlice<UInt8>) -> Bool {
        var start = piece.startIndex
        while let end = piece[start...].firstIndex(of: 0x0A) {
            if rest.isEmpty {
                take(piece[start..<end])
            } else {
                rest += piece[start..<end]
                let line = rest
                rest = []
                take(line[...])
            }
            start = end + 1
        }
        rest += piece[start...]
        if rest.count > Self.lineSize { document.isCut = true }
        return !document.isCut
    }

    private mutating func take(_ line: ArraySlice<UInt8>) {
        let element = line.drop { $0 == 0x20 }
        guard element.first == UInt8(ascii: "<"), element.count > 4, !document.isCut else { return }
        // The lines of words are by far the most.
        switch element[element.startIndex + 1] {
        case UInt8(ascii: "w"): takeWord(element)
        case UInt8(ascii: "/"): if element.starts(with: Array("</line>".utf8)) { endLine() }
        case UInt8(ascii: "l"): words = []
        case UInt8(ascii: "b"): block += 1
        case UInt8(ascii: "p"): takePage(element)
        case UInt8(ascii: "t"): document.title = text(of: element)
        case UInt8(ascii: "m"): takeMeta(element)
        default: break
        }
    }

    private mutating func takePage(_ element: ArraySlice<UInt8>) {
        guard element.starts(with: Array("<page ".utf8)) else { return }
        let numbers = Self.numbers(in: element)
        guard document.pages.count < limits.pages else {
            document.isCut = true
            return
        }
        document.pages.append((numbers.first ?? 612, numbers.dropFirst().first ?? 792))
        block += 1
    }

    private mutating func takeWord(_ element: ArraySlice<UInt8>) {
        let numbers = Self.numbers(in: element.prefix(while: { $0 != UInt8(ascii: ">") }))
        guard numbers.count >= 4, let text = text(of: element), !text.isEmpty else { return }
        words.append(Word(text: text, left: numbers[0], top: numbers[1], right: numbers[2], bottom: numbers[3]))
    }

    private mutating func endLine() {
        defer { words = [] }
        guard let first = words.first, !document.pages.isEmpty else { return }
        let text = words.map(\.text).joined(separator: " ")
        textSize += text.utf8.count
        guard document.lines.count < limits.lines, textSize <= limits.textSize else {
            document.isCut = true
            return
        }
        let main = mainWord ?? first
        document.lines.append(
            PDFLine(
                text: text, page: document.pages.count - 1, block: block, left: words.reduce(first.left) { min($0, $1.left) },
                top: main.top, right: words.reduce(first.right) { max($0, $1.right) }, bottom: main.bottom,
                size: main.bottom - main.top, firstWidth: first.right - first.left))
    }

    /// A word in the type that most of the line is in: marks of notes are small, and single words in other letters.
    private var mainWord: Word? {
        var counts: [Int: Int] = [:]
        for word in words { counts[word.step, default: 0] += word.text.utf8.count }
        let step = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        return words.first { $0.step == step }
    }

    private mutating func takeMeta(_ element: ArraySlice<UInt8>) {
        guard element.starts(with: Array("<meta name=\"".utf8)) else { return }
        let parts = element.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
        guard parts.count >= 4 else { return }
        let value = MailText.oneLine(Self.unescaped(parts[3]))
        guard !value.isEmpty else { return }
        switch String(decoding: parts[1], as: UTF8.self) {
        case "Author": document.author = value
        case "CreationDate": document.created = value
        case "Keywords": document.keywords = value
        default: break
        }
    }

    // MARK: Small parts

    /// What stands between the first `>` and the last `</`.
    private func text(of element: ArraySlice<UInt8>) -> String? {
        guard let open = element.firstIndex(of: UInt8(ascii: ">")), let close = element.lastIndex(of: UInt8(ascii: "<")),
            close > open
        else { return nil }
        return MailText.oneLine(Self.unescaped(element[(open + 1)..<close]))
    }

    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard bytes.contains(UInt8(ascii: "&")) else { return text }
        var result = ""
        var rest = text[...]
        while let sign = rest.firstIndex(of: "&") {
            result += rest[..<sign]
            rest = rest[sign...]
            guard let end = rest.prefix(12).firstIndex(of: ";"), let value = HTMLEntity.decode(String(rest[...end])) else {
                result.append("&")
                rest = rest.dropFirst()
                continue
            }
            result += value
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    /// The numbers in quotation marks, in their order.
    private static func numbers(in element: ArraySlice<UInt8>) -> [Float] {
        var numbers: [Float] = []
        numbers.reserveCapacity(4)
        var place = element.startIndex
        while let open = element[place...].firstIndex(of: UInt8(ascii: "\"")),
            let close = element[(open + 1)...].firstIndex(of: UInt8(ascii: "\""))
        {
            if let number = number(element[(open + 1)..<close]) { numbers.append(number) }
            place = close + 1
        }
        return numbers
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Float? {
        var value: Double = 0
        var scale: Double = 0
        var isNegative = false
        guard !digits.isEmpty, digits.count < 24 else { return nil }
        for byte in digits {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): scale = 1
            case 0x30...0x39:
                value = value * 10 + Double(byte - 0x30)
                scale *= 10
            default: return nil
            }
        }
        let result = scale > 0 ? value / scale : value
        return Float(isNegative ? -result : result)
    }
}
