import Articles

/// An address in its parts, as far as fetching asks for them (RFC 3986).
public struct WebLocation: Hashable, Sendable {
    /// In lower case.
    public var scheme: String
    /// `name` or `name:password`, as it is written.
    public var credentials: String?
    /// In lower case, without port; an IPv6 address without its brackets.
    public var host: String
    public var port: Int?
    /// Path and query; the fragment is not sent and not kept.
    public var rest: String

    /// Nothing where `text` has no scheme with `//`, no host, or a control or blank in it.
    public init?(_ text: String) {
        guard text.utf8.count <= 4_096, text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }),
            let separator = text.firstRange(of: "://")
        else { return nil }
        scheme = text[..<separator.lowerBound].lowercased()
        guard let first = scheme.utf8.first, (0x61...0x7A).contains(first),
            scheme.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0) })
        else { return nil }
        let tail = text[separator.upperBound...].prefix { $0 != "#" }
        let end = tail.firstIndex { $0 == "/" || $0 == "?" } ?? tail.endIndex
        let authority = tail[..<end]
        rest = String(tail[end...])
        let place: Substring
        if let at = authority.lastIndex(of: "@") {
            let before = authority[..<at]
            credentials = before.isEmpty ? nil : String(before)
            place = authority[authority.index(after: at)...]
        } else {
            place = authority
        }
        guard let parts = Self.parts(of: place) else { return nil }
        host = parts.host.lowercased()
        port = parts.port
    }

    private static func parts(of place: Substring) -> (host: Substring, port: Int?)? {
        var host = place
        var tail: Substring = ""
        if place.hasPrefix("[") {
            guard let close = place.firstIndex(of: "]") else { return nil }
            host = place[place.index(after: place.startIndex)..<close]
            tail = place[place.index(after: close)...]
        } else if let colon = place.firstIndex(of: ":") {
            host = place[..<colon]
            tail = place[colon...]
        }
        guard !host.isEmpty else { return nil }
        guard !tail.isEmpty, tail != ":" else { return (host, nil) }
        guard tail.hasPrefix(":"), let port = Int(tail.dropFirst()), (1...65_535).contains(port) else { return nil }
        return (host, port)
    }

    /// The address; `showsCredentials` false leaves out name and password.
    public func text(showsCredentials: Bool) -> String {
        let user = showsCredentials ? credentials.map { $0 + "@" } ?? "" : ""
        let name = host.contains(":") ? "[\(host)]" : host
        return "\(scheme)://\(user)\(name)\(port.map { ":\($0)" } ?? "")\(rest)"
    }

    /// Where a connection goes: scheme, host and port.
    public var origin: String { "\(scheme)://\(host):\(effectivePort)" }

    public var effectivePort: Int { port ?? (scheme == "https" ? 443 : 80) }

    /// With the bytes that an address writes as a per cent sign and two digits (RFC 3986, section 2.1).
    package static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `text` without name and password, whether or not it is an address: what is shown, noted and written.
    public static func withoutCredentials(_ text: String) -> String {
        Credentials.removed(from: text)
    }
}
