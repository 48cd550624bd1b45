/// The lines of an answer before its document, as far as they count. Of each name the first value.
struct ResponseHead {
    enum Field: String, CaseIterable {
        case etag, age
        case lastModified = "last-modified"
        case cacheControl = "cache-control"
        case contentType = "content-type"
    }

    /// Bytes of all lines that are taken.
    static let limit = 256 << 10

    private var values: [Field: String] = [:]
    private(set) var size = 0

    subscript(field: Field) -> String? { values[field] }

    /// Takes one line. A status line begins anew: an answer may have others before it (100 Continue, a proxy's).
    mutating func take(_ line: UnsafeBufferPointer<UInt8>) {
        size += line.count
        if line.starts(with: "HTTP/".utf8) { return values.removeAll() }
        guard line.count <= 8_192, let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        guard let field = Field(rawValue: name), values[field] == nil else { return }
        let value = line[(colon + 1)...]
        let start = value.firstIndex { $0 > 0x20 } ?? value.endIndex
        let end = value.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
        if start < end { values[field] = String(decoding: value[start..<end], as: UTF8.self) }
    }

    /// Seconds for which the answer holds, less those that it spent in caches.
    var maxAge: Int? {
        guard let directives = self[.cacheControl] else { return nil }
        for directive in directives.lowercased().split(whereSeparator: { $0 == "," || $0 == " " }) {
            if directive == "no-cache" || directive == "no-store" { return 0 }
            if directive.hasPrefix("max-age=") {
                guard let seconds = Int(directive.dropFirst(8).filter { $0 != "\"" }) else { return nil }
                return max(0, min(seconds, 1 << 31) - min(max(0, self[.age].flatMap { Int($0) } ?? 0), 1 << 31))
            }
        }
        return nil
    }
}
