import Text

/// An address that may be given to a browser: of http or https, in the form that browsers themselves make of it, so that the
/// host that a person is shown is the one that is asked.
///
/// As the URL standard of WHATWG has it: line breaks and tabs are dropped, a backslash is a slash, and what stands before an
/// `@` is no part of the host.
public struct OpenableAddress: Hashable, Sendable {
    public enum Scheme: String, Hashable, Sendable { case http, https }

    public let scheme: Scheme
    /// In lower case and ASCII, without user name and port; of an IPv6 address with its brackets.
    public let host: String
    /// The letters that the host stands for, where it has any beyond ASCII.
    public let internationalHost: String?
    /// As it is given to the browser: printable ASCII without blanks and quotes, beginning with the scheme.
    public let text: String
    /// Whether a user name stands before the host, which may look like one.
    public let hasUser: Bool
    public let port: Int?

    /// The longest that is opened, in bytes.
    static let longest = 8_192

    /// Nothing where it is no address of http or https, or its host cannot be told for sure.
    public init?(_ address: String) {
        let bytes = Self.cleaned(address)
        guard bytes.count <= Self.longest, let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        guard let scheme = Scheme(rawValue: String(decoding: bytes[..<colon], as: UTF8.self).lowercased()) else { return nil }
        let rest = bytes[(colon + 1)...].drop { Self.isSlash($0) }
        let authority = rest.prefix { !Self.isSlash($0) && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        let user = authority.lastIndex(of: UInt8(ascii: "@"))
        let place = user.map { authority[($0 + 1)...] } ?? authority
        guard let (host, port) = Self.parts(of: place) else { return nil }
        self.scheme = scheme
        self.host = host
        internationalHost = HostName(host).flatMap { $0.isInternational ? $0.unicode : nil }
        self.port = port
        hasUser = user != nil
        let before = user.map { Self.escaped(authority[..<$0]) + "@" } ?? ""
        text = "\(scheme.rawValue)://\(before)\(host)\(port.map { ":\($0)" } ?? "")" + Self.tail(rest[authority.endIndex...])
    }

    /// Without blanks and controls around it, and without line breaks and tabs in it.
    private static func cleaned(_ address: String) -> [UInt8] {
        let bytes = Array(address.utf8)
        let first = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
        let last = bytes.lastIndex { $0 > 0x20 } ?? first
        guard first < bytes.endIndex else { return [] }
        return bytes[first...last].filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    }

    private static func isSlash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }

    /// Host and port; nothing where the host is empty or holds what no host holds.
    private static func parts(of place: ArraySlice<UInt8>) -> (String, Int?)? {
        var name = place
        var port: Int?
        let bracket = place.lastIndex(of: UInt8(ascii: "]")) ?? place.startIndex - 1
        if let colon = place.lastIndex(of: UInt8(ascii: ":")), colon > bracket {
            name = place[..<colon]
            let digits = place[(colon + 1)...]
            guard digits.allSatisfy({ (0x30...0x39).contains($0) }), digits.count <= 5 else { return nil }
            port = Int(String(decoding: digits, as: UTF8.self))
            guard (port ?? 0) <= 65_535 else { return nil }
        }
        guard !name.isEmpty, let host = host(name) else { return nil }
        return (host, port)
    }

    private static func host(_ name: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: name, as: UTF8.self).lowercased()
        if name.first == UInt8(ascii: "[") {
            let inside = name.dropFirst().dropLast()
            let isAddress = name.last == UInt8(ascii: "]") && !inside.isEmpty && inside.allSatisfy { isHex($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
            return isAddress ? text : nil
        }
        if text.utf8.allSatisfy({ isHostByte($0) }) { return text }
        guard text.utf8.contains(where: { $0 >= 0x80 }), let ascii = HostName(text)?.ascii else { return nil }
        return ascii.utf8.allSatisfy { isHostByte($0) } ? ascii : nil
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "_")
    }

    /// Path, query and fragment; backslashes of the path are slashes.
    private static func tail(_ bytes: ArraySlice<UInt8>) -> String {
        let end = bytes.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? bytes.endIndex
        let path = bytes[..<end].map { isSlash($0) ? UInt8(ascii: "/") : $0 }
        return (path.isEmpty ? "/" : escaped(path[...])) + escaped(bytes[end...])
    }

    /// What is not printable ASCII, and what parts words or quotes somewhere, as `%` and two digits.
    private static func escaped(_ bytes: ArraySlice<UInt8>) -> String {
        var text: [UInt8] = []
        for byte in bytes {
            let isPlain = byte > 0x20 && byte < 0x7F && !"\"'`<>^{|}\\".utf8.contains(byte)
            if isPlain {
                text.append(byte)
            } else {
                text += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 0xF)]
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x41 + value - 10 }
}
