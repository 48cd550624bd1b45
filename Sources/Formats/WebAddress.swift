/// An address that relative ones start from, and how they are resolved (RFC 3986, section 5), as far as an article needs
/// it: what comes out leads to http, https or mailto, and nowhere else.
public struct WebAddress: Hashable, Sendable {
    /// The longest address that is kept, in bytes.
    static let longest = 4_096

    /// With the colon: `https:`.
    private let scheme: ArraySlice<UInt8>
    /// `//host:port`.
    private let authority: ArraySlice<UInt8>
    private let path: ArraySlice<UInt8>
    private let query: ArraySlice<UInt8>

    /// Nothing where `text` is no absolute address of http or https.
    public init?(_ text: String?) {
        guard let text, let whole = Self.cleaned(text.utf8), let scheme = Self.scheme(of: whole),
            Self.equals(scheme, "http:") || Self.equals(scheme, "https:")
        else { return nil }
        let rest = whole[scheme.endIndex...].prefix { $0 != UInt8(ascii: "#") }
        guard rest.starts(with: "//".utf8) else { return nil }
        let end = rest.dropFirst(2).firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? rest.endIndex
        guard end > rest.startIndex + 2 else { return nil }
        self.scheme = scheme
        authority = rest[..<end]
        path = rest[end...].prefix { $0 != UInt8(ascii: "?") }
        query = rest[path.endIndex...]
    }

    /// The host, in lower case, without its port.
    public var host: String {
        let host = authority.dropFirst(2)
        let start = host.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? host.startIndex
        return Bytes.string(Bytes.lowercased(host[start...].prefix { $0 != UInt8(ascii: ":") }))
    }

    /// The address without its fragment.
    public var text: String { Bytes.string(scheme + authority + path + query) }

    /// The address that `reference` leads to. Nothing where it is none of http, https or mailto, where it is relative
    /// and there is no `base`, and where it leads to a place on the same page.
    public static func resolve(_ reference: some Collection<UInt8>, base: WebAddress?) -> String? {
        guard let whole = cleaned(reference), let first = whole.first, first != UInt8(ascii: "#") else { return nil }
        if let scheme = scheme(of: whole) {
            let rest = whole[scheme.endIndex...]
            if equals(scheme, "mailto:") { return rest.isEmpty ? nil : "mailto:" + Bytes.string(rest) }
            guard equals(scheme, "http:") || equals(scheme, "https:") else { return nil }
            // «https:/page» and «https:page», which browsers take for an address of the same host, are rare and unsafe
            // to guess at.
            guard rest.starts(with: "//".utf8), rest.count > 2, rest[rest.startIndex + 2] != UInt8(ascii: "/") else {
                return nil
            }
            return Bytes.string(Bytes.lowercased(scheme)) + Bytes.string(rest)
        }
        guard let base else {
            return whole.starts(with: "//".utf8) && whole.count > 2 ? "https:" + Bytes.string(whole) : nil
        }
        return Bytes.string(base.resolved(whole))
    }

    private func resolved(_ reference: ArraySlice<UInt8>) -> [UInt8] {
        if reference.starts(with: "//".utf8) { return Array(scheme + reference) }
        let tail = reference.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? reference.endIndex
        let place = reference[..<tail]
        let start = Array(scheme + authority)
        if place.isEmpty { return start + path + reference[tail...] }
        let merged: [UInt8]
        if place.first == UInt8(ascii: "/") {
            merged = Array(place)
        } else {
            let folder = path.lastIndex(of: UInt8(ascii: "/")).map { path[...$0] } ?? ArraySlice("/".utf8)
            merged = Array(folder + place)
        }
        return start + Self.withoutDots(merged) + reference[tail...]
    }

    /// Without the segments `.` and `..` (RFC 3986, section 5.2.4). Linear.
    private static func withoutDots(_ path: [UInt8]) -> [UInt8] {
        guard Bytes.contains(path, "/.") else { return path }
        var kept: [ArraySlice<UInt8>] = []
        let parts = path.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            if equals(part, "..") {
                _ = kept.popLast()
                if isLast { kept.append([]) }
            } else if equals(part, ".") {
                if isLast { kept.append([]) }
            } else {
                kept.append(part)
            }
        }
        return kept.flatMap { [UInt8(ascii: "/")] + $0 }
    }

    // MARK: Bytes

    private static func equals(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
        bytes.count == text.utf8.count && Bytes.lowercased(bytes).elementsEqual(text.utf8)
    }

    /// Without white space at the ends and line ends within, blanks within written as `%20`. Nothing where it is empty,
    /// too long, or has other controls.
    private static func cleaned(_ text: some Collection<UInt8>) -> ArraySlice<UInt8>? {
        guard text.count <= longest else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var blanks = 0
        for byte in text {
            switch byte {
            case 0x20: blanks += bytes.isEmpty ? 0 : 1
            case 0x09, 0x0A, 0x0D: continue
            case 0..<0x20, 0x7F: return nil
            default:
                for _ in 0..<blanks { bytes += "%20".utf8 }
                blanks = 0
                bytes.append(byte == UInt8(ascii: "\\") && !bytes.contains(UInt8(ascii: "?")) ? UInt8(ascii: "/") : byte)
            }
        }
        return bytes.isEmpty ? nil : bytes[...]
    }

    /// A scheme with its colon.
    private static func scheme(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let first = bytes.first, Bytes.isLetter(first) else { return nil }
        let name = bytes.prefix {
            Bytes.isLetter($0) || Bytes.isDigit($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: ".")
        }
        guard name.endIndex < bytes.endIndex, bytes[name.endIndex] == UInt8(ascii: ":") else { return nil }
        return bytes[...name.endIndex]
    }
}
