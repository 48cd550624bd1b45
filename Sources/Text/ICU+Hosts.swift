import CICU

extension ICU {
    /// How long a host name may become, in bytes: DNS allows 253, and each letter of a script may take four.
    private static let longestHost = 1_024

    /// A host name in ASCII, as it is asked for; nothing where it is none.
    static func asciiHost(_ name: String) -> String? { host(name, dossier_uidna_nameToASCII) }

    /// A host name in the letters that it stands for.
    static func unicodeHost(_ name: String) -> String? { host(name, dossier_uidna_nameToUnicode) }

    private static func host(
        _ name: String, _ rule: (UnsafePointer<CChar>?, Int32, UnsafeMutablePointer<CChar>?, Int32) -> Int32
    ) -> String? {
        guard !name.isEmpty, name.utf8.count <= longestHost else { return nil }
        var target = [CChar](repeating: 0, count: longestHost)
        let length = name.withCString { rule($0, Int32(name.utf8.count), &target, Int32(longestHost)) }
        guard length > 0, length <= longestHost else { return nil }
        return String(decoding: target[..<Int(length)].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
