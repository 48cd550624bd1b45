import CMime
import Formats
import Glibc

/// The header fields of a message or a part.
struct MailFields {
    private let list: UnsafeMutablePointer<GMimeHeaderList>?
    private let limits: MailLimits

    init(_ object: UnsafeMutablePointer<GMimeObject>, limits: MailLimits) {
        list = g_mime_object_get_header_list(object)
        self.limits = limits
    }

    var count: Int { Int(list.map { g_mime_header_list_get_count($0) } ?? 0) }

    func has(_ name: String) -> Bool { list.flatMap { g_mime_header_list_get_header($0, name) } != nil }

    /// The first field of that name as it stands there, cut at the limit. Nothing where it is empty.
    func raw(_ name: String) -> ArraySlice<UInt8>? {
        guard let list, let header = g_mime_header_list_get_header(list, name),
            let value = g_mime_header_get_raw_value(header)
        else { return nil }
        let bytes = Array(UnsafeRawBufferPointer(start: value, count: strnlen(value, limits.fieldSize)))
        let trimmed = MailText.trimmed(bytes[...])
        return trimmed.isEmpty ? nil : trimmed
    }

    /// The field as it stands there, on one line.
    func raw(_ name: String) -> String? {
        let value: ArraySlice<UInt8>? = raw(name)
        return value.map { MailText.oneLine(String(decoding: $0, as: UTF8.self)) }
    }

    /// The field decoded, on one line.
    func text(_ name: String) -> String? {
        let value: ArraySlice<UInt8>? = raw(name)
        return value.map { MailText.oneLine(EncodedWords.decode($0)) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// What stands between angle brackets, else the first word.
    static func identifier(_ value: ArraySlice<UInt8>) -> String? {
        var inside = value
        if let open = value.firstIndex(of: UInt8(ascii: "<")) { inside = value[(open + 1)...] }
        inside = MailText.trimmed(inside)
        let end = inside.firstIndex { $0 == UInt8(ascii: ">") || $0 <= 0x20 } ?? inside.endIndex
        let text = String(decoding: inside[..<end].prefix(998), as: UTF8.self)
        return text.isEmpty ? nil : text
    }

    /// `The list's name <list.example.org>`: its name, else what is in the brackets.
    static func listName(_ value: String) -> String? {
        let name = value.prefix { $0 != "<" }.trimmingPrefix { $0 == "\"" || $0 == " " }
        let trimmed = MailText.oneLine(String(name)).trimming { $0 == "\"" }
        if !trimmed.isEmpty { return trimmed }
        return identifier(Array(value.utf8)[...])
    }
}

extension String {
    /// Without what fits at both ends.
    func trimming(_ fits: (Character) -> Bool) -> String {
        var rest = self[...]
        while let first = rest.first, fits(first) { rest.removeFirst() }
        while let last = rest.last, fits(last) { rest.removeLast() }
        return String(rest)
    }
}
