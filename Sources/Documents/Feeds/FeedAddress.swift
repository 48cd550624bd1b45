import Formats

/// Addresses as feeds have them.
enum FeedAddress {
    /// `reference` against `base`, without white space around it. As it is where there is no base yet: the feed may still
    /// say where it is found.
    static func resolve(_ reference: String, against base: String?) -> String {
        let reference = cleaned(reference)
        if reference.isEmpty { return base ?? "" }
        guard let base, let start = WebAddress(base) else { return reference }
        return WebAddress.resolve(reference.utf8, base: start) ?? reference
    }

    /// The address, where it is one of http or https.
    static func web(_ address: String) -> String? {
        guard let found = WebAddress.resolve(address.utf8, base: nil), !found.hasPrefix("mailto:") else { return nil }
        return found
    }

    /// Without white space at the ends, and without line ends and tabs inside, as browsers read them.
    static func cleaned(_ address: String) -> String {
        let bytes = address.utf8.filter { $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
        let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
        let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}
