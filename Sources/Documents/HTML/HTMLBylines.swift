import Formats

/// Names of authors as pages write them.
enum HTMLBylines {
    /// The names in one value of a field or a line: several where it is a list of names. Addresses and handles are none.
    static func names(_ text: String) -> [String] {
        var line = text.trimmingBlanks
        if line.contains("://") || line.hasPrefix("www.") || line.isEmpty || line.utf8.count > 200 { return [] }
        line = withoutPrefix(line)
        for joint in [" Edited by ", " edited by ", " Photographs by ", " Updated ", " Published "] {
            if let range = line.firstRange(of: joint) { line = String(line[..<range.lowerBound]) }
        }
        while let last = line.last, ",;:|-–—•·".contains(last) { line = String(line.dropLast()).trimmingBlanks }
        if !line.contains("("), let parts = Byline.names(line), parts.allSatisfy({ $0.contains(" ") || parts.count == 1 }) { return parts }
        for mark in [" | ", " • ", " · ", " — "] {
            if let range = line.firstRange(of: mark) { line = String(line[..<range.lowerBound]) }
        }
        line = line.trimmingBlanks
        guard line.contains(where: \.isLetter), !line.hasPrefix("@"), line.split(separator: " ").count <= 12 else { return [] }
        return [line]
    }

    private static let prefixes = [
        "by ", "by: ", "par ", "por ", "von ", "di ", "door ", "written by ", "posted by ", "author: ", "authors: ",
        "reported by ", "words by ", "text: ", "texte: ", "autor: ", "story by ", "by\u{A0}",
    ]

    private static func withoutPrefix(_ line: String) -> String {
        var line = line
        for _ in 0..<2 {
            let lower = line.lowercased()
            guard let prefix = prefixes.first(where: { lower.hasPrefix($0) }) else { break }
            line = String(line.dropFirst(prefix.count)).trimmingBlanks
        }
        return line
    }

    /// Without those that are said twice.
    static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0.lowercased()).inserted }
    }
}
