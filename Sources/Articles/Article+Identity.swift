import Text

extension Article {
    /// By which the same article is recognised when it is met again: the hash of its canonical URL or of the
    /// publisher's id where there is one, else of its text with white space made uniform.
    public var identity: ContentHash {
        if let url = canonicalURL { return ContentHash(of: "url:" + url) }
        if let id, !id.isEmpty { return ContentHash(of: "id:" + id) }
        let text = self.text
        return ContentHash(of: "text:" + Self.uniform(text.isEmpty ? title : text))
    }

    /// The address without what does not name the page: fragment, campaign parameters, trailing slash; scheme and
    /// host in lower case. Nothing where there is no http or https address.
    var canonicalURL: String? {
        guard let url, let separator = url.firstRange(of: "://") else { return nil }
        let scheme = url[..<separator.lowerBound].lowercased()
        guard scheme == "http" || scheme == "https" else { return nil }
        var rest = url[separator.upperBound...]
        if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
        let host = rest.prefix { $0 != "/" && $0 != "?" }
        guard !host.isEmpty else { return nil }
        let pathAndQuery = rest[host.endIndex...].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var path = String(pathAndQuery.first ?? "")
        while path.hasSuffix("/") { path.removeLast() }
        let query = pathAndQuery.count > 1 ? Self.meaningful(query: pathAndQuery[1]) : ""
        return host.lowercased() + path + (query.isEmpty ? "" : "?" + query)
    }

    private static func meaningful(query: Substring) -> String {
        query.split(separator: "&")
            .filter { !$0.hasPrefix("utm_") && !$0.hasPrefix("fbclid=") && !$0.hasPrefix("gclid=") }
            .joined(separator: "&")
    }

    private static func uniform(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var needsBlank = false
        for byte in text.utf8 {
            if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
                needsBlank = !bytes.isEmpty
            } else {
                if needsBlank { bytes.append(0x20) }
                needsBlank = false
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
