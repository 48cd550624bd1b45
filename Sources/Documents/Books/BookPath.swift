import Formats

/// Names of files inside of a book.
enum BookPath {
    /// Without `.`, empty steps and backslashes; nothing where it is absolute or has `..` in it.
    static func plain(_ name: String) -> String? {
        guard !name.hasPrefix("/"), !name.utf8.contains(0) else { return nil }
        let steps = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).filter { $0 != "." }
        guard !steps.isEmpty, !steps.contains("..") else { return nil }
        return steps.joined(separator: "/")
    }

    /// What `reference` of the file `base` names, without its fragment. Nothing where it leads out of the book.
    static func resolve(_ reference: String, from base: String) -> String? {
        let path = reference.prefix { $0 != "#" && $0 != "?" }
        guard !path.isEmpty, !path.hasPrefix("/"), !path.contains("://") else { return nil }
        var steps = base.split(separator: "/").dropLast().map(String.init)
        for step in decoded(path).split(separator: "/") {
            if step == "." { continue }
            if step == ".." {
                guard steps.popLast() != nil else { return nil }
            } else {
                steps.append(String(step))
            }
        }
        return steps.isEmpty ? nil : plain(steps.joined(separator: "/"))
    }

    /// With `%20` and its like undone.
    private static func decoded(_ path: Substring) -> String {
        guard path.utf8.contains(UInt8(ascii: "%")) else { return String(path) }
        let bytes = Array(path.utf8)
        var result: [UInt8] = []
        var place = 0
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "%"), place + 2 < bytes.count,
                let value = UInt8(String(decoding: bytes[(place + 1)...(place + 2)], as: UTF8.self), radix: 16)
            {
                result.append(value)
                place += 3
            } else {
                result.append(bytes[place])
                place += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
