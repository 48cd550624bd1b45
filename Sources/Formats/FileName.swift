import Articles

/// What a file's name says of its article.
package enum FileName {
    /// The last part of a path, without its folder.
    package static func last(of path: String) -> Substring {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.index(after: $0)...] } ?? path[...]
    }

    /// In lower case, without its full stop; empty where there is none.
    package static func suffix(of path: String) -> String {
        let name = last(of: path)
        guard let stop = name.lastIndex(of: "."), stop > name.startIndex else { return "" }
        return name[name.index(after: stop)...].lowercased()
    }

    /// The name without suffix, and the ISO date that it begins with (`2024-08-12-title.md`, `2024-08-12 title.md`).
    package static func stemAndDate(of path: String) -> (stem: Substring, date: ArticleDate?) {
        var stem = last(of: path)
        if let stop = stem.lastIndex(of: "."), stop > stem.startIndex,
            stem.distance(from: stop, to: stem.endIndex) <= 10,
            !stem[stop...].contains(" ")
        {
            stem = stem[..<stop]
        }
        guard let date = leadingDate(of: stem) else { return (stem, nil) }
        let rest = stem.dropFirst(10).drop { "-_ .".contains($0) }
        return (rest.isEmpty ? stem : rest, date)
    }

    private static func leadingDate(of stem: Substring) -> ArticleDate? {
        let head = stem.prefix(10)
        guard head.utf8.count == 10, let date = ArticleDate(iso8601: String(head).replacing("_", with: "-")),
            date.precision == .day
        else { return nil }
        let next = stem.dropFirst(10).first
        return next.map { "-_ .".contains($0) } ?? true ? date : nil
    }

    /// The words of the name: hyphens and underscores count as blanks, unless the name has blanks of its own.
    package static func words(of path: String) -> [String] {
        let stem = stemAndDate(of: path).stem
        let hasBlanks = stem.contains(" ")
        return stem.split { $0.isWhitespace || (!hasBlanks && "-_+".contains($0)) }.map(String.init)
    }
}
