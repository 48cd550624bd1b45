import Articles

/// Which addresses an article may lead to.
package enum SafeAddress {
    private static let schemes: Set<String> = ["http", "https", "mailto"]

    /// Whether `address` is one of http, https or mailto, or names none of a scheme. Controls make it unsafe, as does a
    /// scheme behind blanks.
    package static func isSafe(_ address: String) -> Bool {
        guard !address.isEmpty, address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return false }
        guard let end = address.utf8.firstIndex(where: { ":/?#".utf8.contains($0) }),
            address.utf8[end] == UInt8(ascii: ":")
        else { return true }
        return schemes.contains(address[..<end].lowercased())
    }
}

/// `[[Another Title]]` and `[[file|text]]`, as Obsidian and zk point at other notes.
package enum WikiLink {
    /// References whose range is what stands between the brackets. The brackets stay in the text: not everything in two
    /// of them is one.
    package static func spans(in text: String) -> [Span] {
        guard text.utf8.contains(UInt8(ascii: "[")) else { return [] }
        let bytes = Array(text.utf8)
        var spans: [Span] = []
        var index = 0
        while index + 4 < bytes.count {
            guard bytes[index] == UInt8(ascii: "["), bytes[index + 1] == UInt8(ascii: "["),
                let end = end(from: index + 2, in: bytes)
            else {
                index += 1
                continue
            }
            let inside = bytes[(index + 2)..<end]
            let target = Bytes.trimmed(inside.prefix { $0 != UInt8(ascii: "|") && $0 != UInt8(ascii: "#") })
            if !target.isEmpty {
                spans.append(Span(.reference, start: index + 2, end: end, target: Bytes.string(target)))
            }
            index = end + 2
        }
        return spans
    }

    private static func end(from start: Int, in bytes: [UInt8]) -> Int? {
        for place in start..<min(bytes.count - 1, start + 200) {
            switch bytes[place] {
            case UInt8(ascii: "]"): return bytes[place + 1] == UInt8(ascii: "]") && place > start ? place : nil
            case UInt8(ascii: "["), 0x0A: return nil
            default: continue
            }
        }
        return nil
    }
}
