/// What a Markdown text would cost its parser, looked up before it is parsed. cmark-gfm 0.29.0.gfm.6 takes quadratic
/// time over tables with very many cells and over very deep nesting, and nothing stops it once it has begun.
struct MarkdownGuard {
    /// Whether it can be parsed at all.
    private(set) var isParsable = true
    private(set) var extensions = MarkdownDocument.Extension.allCases

    init(_ bytes: ArraySlice<UInt8>, limits: FormatLimits) {
        isParsable = bytes.count <= limits.markdownSize
        guard isParsable, Self.marks(in: bytes) <= limits.markdownMarks else {
            isParsable = false
            return
        }
        var lines = 0
        var mostBars = 0
        var mailSigns = 0
        for line in bytes.split(separator: 0x0A) {
            var bars = 0
            for byte in line {
                if byte == UInt8(ascii: "|") { bars += 1 }
                if byte == UInt8(ascii: "@") { mailSigns += 1 }
            }
            if bars > 0 { lines += 1 }
            mostBars = max(mostBars, bars)
            if Self.depth(of: line) > limits.markdownDepth { isParsable = false }
        }
        if mostBars * lines > limits.tableCells || mostBars > 1_000 { extensions.removeAll { $0 == .table } }
        // Looking for mail addresses costs microseconds a sign.
        if mailSigns > 20_000 { extensions.removeAll { $0 == .autolink } }
    }

    /// Each becomes something of its own in the parser's tree, or in its stack: ends of lines, and signs that open or close.
    private static func marks(in bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 + (isMark[Int($1)] ? 1 : 0) }
    }

    private static let isMark = (0..<256).map { "\n*_`[]!<&~|".utf8.contains(UInt8($0)) }

    /// How many quotations and lists the line may open: marks at its beginning.
    private static func depth(of line: ArraySlice<UInt8>) -> Int {
        var depth = 0
        var index = line.startIndex
        while index < line.endIndex {
            let byte = line[index]
            if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*")
                || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
                || byte == UInt8(ascii: ")")
            {
                depth += 1
                // A run of the same mark is a rule or emphasis, not nesting; quotations nest without blanks.
                if byte != UInt8(ascii: ">"), index + 1 < line.endIndex, !Bytes.isBlank(line[index + 1]) {
                    return depth - 1
                }
            } else if !Bytes.isBlank(byte), !Bytes.isDigit(byte) {
                return depth
            }
            index += 1
        }
        return depth
    }
}
