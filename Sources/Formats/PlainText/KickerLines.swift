/// The categories above an article as they come out of a page: each on its own line, with lines between them that hold
/// a comma alone; or all on one line, with blanks around the commas.
struct KickerLines {
    var names: [String] = []
    /// The lines, among those given, that they take.
    var lines: Range<Int>

    /// The most lines that may stand before them (a title, a date).
    private static let start = 8
    private static let longest = 100
    private static let most = 20

    init?(_ lines: [TextLine], in bytes: [UInt8]) {
        let filled = lines.indices.lazy.filter { !lines[$0].isBlank }.prefix(Self.start + 2 * Self.most)
        let places = Array(filled)
        func content(_ place: Int) -> ArraySlice<UInt8> { bytes[lines[places[place]].range] }
        if let run = Self.run(places.count, content) {
            names = run.filter { !Bytes.equals(content($0), ",") }.map { Bytes.string(content($0)) }
            self.lines = places[run.lowerBound]..<(places[run.upperBound - 1] + 1)
        } else if let first = places.first, let names = Self.names(onOneLine: Bytes.string(bytes[lines[first].range])) {
            self.names = names
            self.lines = first..<(first + 1)
        } else {
            return nil
        }
    }

    /// Name, comma, name, comma, name: the places from the first name to the last.
    private static func run(_ count: Int, _ content: (Int) -> ArraySlice<UInt8>) -> Range<Int>? {
        guard let comma = (0..<min(count, start)).first(where: { Bytes.equals(content($0), ",") }), comma > 0 else {
            return nil
        }
        guard content(comma - 1).count <= longest else { return nil }
        var end = comma
        while end + 1 < count, end - comma < 2 * most, Bytes.equals(content(end), ","),
            content(end + 1).count <= longest,
            !Bytes.equals(content(end + 1), ",")
        {
            end += 2
        }
        // A comma after which no name comes is taken along, as nothing else of the text.
        let isOpen = end < count && Bytes.equals(content(end), ",")
        return (comma - 1)..<(isOpen ? end + 1 : end)
    }

    private static func names(onOneLine line: String) -> [String]? {
        guard line.contains(" , "), line.utf8.count <= 300, !SentenceEnd.isAtEnd(of: Array(line.utf8)[...]) else {
            return nil
        }
        let names = line.split(separator: " , ").map { String($0).trimmingBlanks }
        return names.count >= 2 && names.allSatisfy { !$0.isEmpty && $0.utf8.count <= 60 } ? names : nil
    }
}
