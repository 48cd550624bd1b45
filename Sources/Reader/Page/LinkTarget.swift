/// An address as a person should see it before following it: who it leads to first.
public struct LinkTarget: Hashable, Sendable {
    /// The host of an http or https address, without user name and port; for any other, its scheme with the colon.
    public let host: String
    /// The whole address.
    public let address: String

    /// Takes an address apart as RFC 3986 has it. What stands before an `@` is no part of the host, whatever it looks
    /// like, and a backslash ends the host as it does in browsers.
    public init(_ address: String) {
        self.address = address
        host = Self.host(of: address) ?? ""
    }

    private static func host(of address: String) -> String? {
        guard let colon = address.firstIndex(of: ":"), isScheme(address[..<colon]) else { return nil }
        let scheme = address[..<colon].lowercased()
        guard scheme == "http" || scheme == "https" else { return scheme + ":" }
        let rest = address[address.index(after: colon)...].drop { $0 == "/" || $0 == "\\" }
        let authority = rest.prefix { !"/\\?#".contains($0) }
        let host = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
        return withoutPort(host).lowercased()
    }

    private static func withoutPort(_ host: Substring) -> Substring {
        if host.hasPrefix("["), let bracket = host.lastIndex(of: "]") { return host[...bracket] }
        return host.lastIndex(of: ":").map { host[..<$0] } ?? host
    }

    private static func isScheme(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, isLetter(first) else { return false }
        return text.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
