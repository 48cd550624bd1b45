/// The beginning of a text that may be mail: header fields of RFC 5322 to the first empty line.
struct MailHead {
    private let lines: [ArraySlice<UInt8>]
    private let suffix: FileFormat?

    init(_ bytes: [UInt8], _ suffix: FileFormat?) {
        lines = bytes.drop { $0 == 0x0A }.split(separator: 0x0A, maxSplits: 200, omittingEmptySubsequences: false)
        self.suffix = suffix
    }

    var format: FileFormat? {
        guard let first = lines.first else { return nil }
        let isPost = first.starts(with: Array("From ".utf8))
        let fields = self.fields(from: isPost ? 1 : 0)
        guard isMail(fields, isPost: isPost) else { return nil }
        if isWebArchive(fields) { return .webArchive }
        return isPost ? .mailbox : .mail
    }

    private typealias Fields = [String: ArraySlice<UInt8>]

    /// The fields by their names in lower case, as far as the lines have the form of fields.
    private func fields(from start: Int) -> Fields {
        var fields: Fields = [:]
        var last: String?
        for line in lines.dropFirst(start).prefix(150) {
            if line.isEmpty { break }
            if let first = line.first, Bytes.isBlank(first) {
                if let last, let value = fields[last] { fields[last] = bytesOf(value, line) }
                continue
            }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), line.startIndex < colon,
                line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
            else { continue }
            let name = Bytes.string(Bytes.lowercased(line[..<colon]))
            if fields[name] == nil { fields[name] = line[(colon + 1)...] }
            last = name
        }
        return fields
    }

    /// A folded field: both slices are of the same lines, one behind the other.
    private func bytesOf(_ value: ArraySlice<UInt8>, _ more: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        ArraySlice(Array(value) + Array(more))
    }

    /// A sender and what only the post adds, or, where the name promises mail, any two of the common fields.
    private func isMail(_ fields: Fields, isPost: Bool) -> Bool {
        let posted = ["message-id", "received", "mime-version", "return-path", "delivered-to", "x-mozilla-status"]
        if fields["from"] != nil, posted.contains(where: { fields[$0] != nil }) { return true }
        let common = posted + ["from", "to", "subject", "date", "content-type", "reply-to", "sender", "cc"]
        let count = common.count { fields[$0] != nil }
        switch suffix {
        case .mail, .mailbox: return count >= 1
        case .webArchive: return count >= 2
        case nil: return isPost && count >= 2 || count >= 4
        case .plainText, .markdown: return isPost && count >= 3
        case .webPage, .feed, .jsonFeed, .feedList, .book, .pdf, .jsonLines, .ris, .cslJSON, .bibTeX, .readingList, .newsboat:
            return isPost && count >= 3
        }
    }

    /// Browsers write a page's address beside its parts, or call themselves the sender.
    private func isWebArchive(_ fields: Fields) -> Bool {
        guard let type = fields["content-type"].map({ Bytes.lowercased($0) }) else { return false }
        if Bytes.contains(type, "multipart/related") {
            return fields["snapshot-content-location"] != nil || suffix == .webArchive
                || Bytes.contains(Bytes.lowercased(fields["from"] ?? []), "<saved by")
        }
        return suffix == .webArchive && Bytes.contains(type, "text/html")
    }
}
