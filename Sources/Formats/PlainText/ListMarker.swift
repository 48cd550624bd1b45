/// What stands before a list item.
enum ListMarker: Hashable {
    case bullet
    /// A dash, which may also begin a line of dialogue: a list only beside another such line.
    case dash
    /// `text` as the reader shows it: `3.`, `(b)`.
    case ordered(String)

    var text: String {
        switch self {
        case .bullet, .dash: "•"
        case .ordered(let text): text
        }
    }

    /// The marker that a line begins with, and the bytes that it takes with the blanks behind it.
    static func leading(_ line: ArraySlice<UInt8>) -> (marker: ListMarker, width: Int)? {
        guard let (marker, length) = mark(line) else { return nil }
        let rest = line.dropFirst(length)
        let blanks = rest.prefix { Bytes.isBlank($0) }.count
        return blanks > 0 && blanks < rest.count ? (marker, length + blanks) : nil
    }

    private static let bullets = ["-", "*", "+", "•", "‣", "◦", "▪", "●", "·", "○", "■"].map { Array($0.utf8) }
    private static let dashes = ["–", "—"].map { Array($0.utf8) }

    private static func mark(_ line: ArraySlice<UInt8>) -> (ListMarker, Int)? {
        if let bullet = bullets.first(where: { line.starts(with: $0) }) { return (.bullet, bullet.count) }
        if let dash = dashes.first(where: { line.starts(with: $0) }) { return (.dash, dash.count) }
        return number(line)
    }

    /// `12.`, `12)`, `(12)`, `b)`, `(b)`; a letter with a full stop is an initial.
    private static func number(_ line: ArraySlice<UInt8>) -> (ListMarker, Int)? {
        let isOpen = line.first == UInt8(ascii: "(")
        let rest = line.dropFirst(isOpen ? 1 : 0)
        let digits = rest.prefix { Bytes.isDigit($0) }
        let letters = rest.prefix { Bytes.isLetter($0) }
        let body = digits.isEmpty ? letters : digits
        guard body.count > 0, body.count <= (digits.isEmpty ? 1 : 3), let closing = rest.dropFirst(body.count).first
        else { return nil }
        guard closing == UInt8(ascii: ")") || (closing == UInt8(ascii: ".") && !digits.isEmpty && !isOpen) else {
            return nil
        }
        let length = (isOpen ? 1 : 0) + body.count + 1
        return (.ordered(Bytes.string(line.prefix(length))), length)
    }
}
