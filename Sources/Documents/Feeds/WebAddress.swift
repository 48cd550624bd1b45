/// Addresses as feeds have them.
enum WebAddress {
    /// `reference` against `base` (RFC 3986, section 5.2), with white space around it taken away. As it is where there is
    /// no base, or one that is no address itself.
    static func resolve(_ reference: String, against base: String?) -> String {
        let reference = cleaned(reference)
        guard let base, let root = Parts(base), root.scheme != nil else { return reference }
        guard let parts = Parts(reference) else { return reference }
        if parts.scheme != nil { return reference }
        if reference.isEmpty { return root.without(fragment: true).text }
        var target = Parts()
        target.scheme = root.scheme
        target.fragment = parts.fragment
        if parts.authority != nil {
            (target.authority, target.path, target.query) = (parts.authority, withoutDots(parts.path), parts.query)
            return target.text
        }
        target.authority = root.authority
        if parts.path.isEmpty {
            (target.path, target.query) = (root.path, parts.query ?? root.query)
        } else {
            target.path = parts.path.hasPrefix("/") ? withoutDots(parts.path) : withoutDots(merged(root, parts.path))
            target.query = parts.query
        }
        return target.text
    }

    /// Without white space at the ends, and without line ends and tabs inside, as browsers read them.
    static func cleaned(_ address: String) -> String {
        let bytes = address.utf8.filter { $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
        let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
        let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// Whether it is an address of http or https, with a host. Blanks and other signs that no address has are escaped.
    static func web(_ address: String) -> String? {
        guard let parts = Parts(address), let scheme = parts.scheme?.lowercased(), scheme == "http" || scheme == "https",
            let host = parts.authority, !host.isEmpty, address.utf8.count <= 4_000
        else { return nil }
        return address.utf8.contains { $0 <= 0x20 || $0 == 0x7F } ? escaped(address) : address
    }

    private static func escaped(_ address: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        let bytes = address.utf8.flatMap { byte -> [UInt8] in
            byte <= 0x20 || byte == 0x7F
                ? [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]] : [byte]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func merged(_ base: Parts, _ path: String) -> String {
        if base.authority != nil, base.path.isEmpty { return "/" + path }
        guard let slash = base.path.lastIndex(of: "/") else { return path }
        return base.path[...slash] + path
    }

    private static func withoutDots(_ path: String) -> String {
        guard path.utf8.contains(UInt8(ascii: ".")) else { return path }
        var kept: [Substring] = []
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            switch segment {
            case ".": if isLast { kept.append("") }
            case "..":
                if kept.count > 1 { kept.removeLast() }
                if isLast { kept.append("") }
            default: kept.append(segment)
            }
        }
        return kept.joined(separator: "/")
    }

    /// RFC 3986, appendix B.
    private struct Parts {
        var scheme: String?
        var authority: String?
        var path = ""
        var query: String?
        var fragment: String?

        init() {}

        init?(_ address: String) {
            guard address.utf8.count <= 8_000 else { return nil }
            var rest = address[...]
            if let mark = rest.firstIndex(of: "#") {
                fragment = String(rest[rest.index(after: mark)...])
                rest = rest[..<mark]
            }
            if let mark = rest.firstIndex(of: "?") {
                query = String(rest[rest.index(after: mark)...])
                rest = rest[..<mark]
            }
            if let mark = rest.firstIndex(where: { ":/".contains($0) }), rest[mark] == ":", Self.isScheme(rest[..<mark]) {
                scheme = String(rest[..<mark])
                rest = rest[rest.index(after: mark)...]
            }
            if rest.hasPrefix("//") {
                rest = rest.dropFirst(2)
                let end = rest.firstIndex(of: "/") ?? rest.endIndex
                authority = String(rest[..<end])
                rest = rest[end...]
            }
            path = String(rest)
        }

        private static func isScheme(_ text: Substring) -> Bool {
            guard let first = text.utf8.first, (first | 0x20) >= 0x61, (first | 0x20) <= 0x7A else { return false }
            return text.utf8.allSatisfy {
                ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2B || $0 == 0x2D
                    || $0 == 0x2E
            }
        }

        func without(fragment: Bool) -> Parts {
            var parts = self
            if fragment { parts.fragment = nil }
            return parts
        }

        var text: String {
            (scheme.map { $0 + ":" } ?? "") + (authority.map { "//" + $0 } ?? "") + path
                + (query.map { "?" + $0 } ?? "") + (fragment.map { "#" + $0 } ?? "")
        }
    }
}
