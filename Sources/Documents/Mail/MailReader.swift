import Articles
import Formats

/// Reads messages (RFC 5322): one file, or a mailbox with one behind the other.
public enum MailReader {
    /// The articles of one message: mostly one; a digest's and a newsletter's each by itself.
    ///
    /// The title is the subject as it stands, the bylines are the senders' names, the id is the message's. What is
    /// encrypted is an article without text, with a note. Throws where the file has no header field.
    public static func readings(in file: SourceFile, limits: FormatLimits = FormatLimits()) throws(FormatError) -> Readings {
        try check(file, limits)
        guard let found = readings(of: envelope(of: file), name: file.name, limits: limits) else {
            throw FormatError(file: file.name, reason: .notInFormat(.mail))
        }
        var rest = found[...]
        return Readings { rest.popFirst().map { .success($0) } }
    }

    /// The articles of a mailbox, message by message as they are asked for. A message without header fields is left out.
    public static func mailboxReadings(in file: SourceFile, limits: FormatLimits = FormatLimits()) throws(FormatError)
        -> Readings
    {
        try check(file, limits)
        var messages = Mailbox(file.bytes)
        var open: ArraySlice<Reading> = []
        return Readings {
            while open.isEmpty {
                guard let message = messages.next() else { return nil }
                open = readings(of: message[...], name: file.name, limits: limits)?[...] ?? []
            }
            return open.popFirst().map { .success($0) }
        }
    }

    /// The page of a web archive (RFC 2557), by ``HTMLReader``.
    public static func webArchive(_ file: SourceFile, limits: FormatLimits = FormatLimits()) throws(FormatError) -> Reading {
        try check(file, limits)
        let message = MimeParser.message(file.bytes[...])
        guard let body = message?.body, let page = page(in: body) else {
            throw FormatError(file: file.name, reason: .notInFormat(.webArchive))
        }
        guard case .leaf(let bytes) = page.content, !bytes.isEmpty else {
            throw FormatError(file: file.name, reason: .pageWithoutText)
        }
        let address = [message?.savedFrom, page.location].compactMap { $0 }.first { WebAddress($0) != nil }
        return try HTMLReader.page(
            SourceFile(name: file.name, bytes: bytes, modified: file.modified), charset: page.charset, address: address,
            limits: limits)
    }

    private static func page(in part: MailPart) -> MailPart? {
        switch part.content {
        case .leaf: part.isOf("text", "html") || part.subtype == "xhtml+xml" ? part : nil
        case .message: nil
        case .parts(let parts):
            MailBody.root(of: part, parts).flatMap { page(in: $0) } ?? parts.lazy.compactMap { page(in: $0) }.first
        }
    }

    private static func check(_ file: SourceFile, _ limits: FormatLimits) throws(FormatError) {
        guard !file.bytes.isEmpty else { throw FormatError(file: file.name, reason: .empty) }
        guard file.bytes.count <= limits.fileSize else {
            throw FormatError(file: file.name, reason: .tooLarge(size: file.bytes.count, limit: limits.fileSize))
        }
    }

    /// Apple Mail writes the number of the message's bytes before it, and a list of properties behind it.
    private static func envelope(of file: SourceFile) -> ArraySlice<UInt8> {
        var bytes = file.bytes[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        let line = bytes.prefix(20).prefix { $0 != 0x0A }
        let digits = MailText.trimmed(line)
        guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy(Bytes.isDigit),
            let count = Int(String(decoding: digits, as: UTF8.self))
        else { return bytes.drop { $0 == 0x0A || $0 == 0x0D } }
        return bytes.dropFirst(line.count + 1).prefix(count)
    }

    // MARK: One message

    private static func readings(of bytes: ArraySlice<UInt8>, name: String, limits: FormatLimits) -> [Reading]? {
        guard let message = MimeParser.message(bytes), message.hasHeaders else { return nil }
        return MailArticle(name: name, limits: limits).readings(of: message)
    }
}

/// Makes articles of a message.
struct MailArticle {
    private static let titleSize = 80
    /// Digests inside of digests.
    private static let mostLevels = 3

    let name: String
    let limits: FormatLimits

    func readings(of message: MailMessage, level: Int = 0) -> [Reading] {
        var body = MailBody(limits: limits)
        let blocks = body.blocks(of: message).flatMap { $0.parts(limit: limits.blockSize) }
        var reasons: [FormatNote.Reason] = []
        for note in body.notes where !reasons.contains(note) { reasons.append(note) }
        if message.isCut { reasons.append(.partsLeftOut) }
        if message.isHeaderCut { reasons.append(.headerCut) }
        if message.isTextCut, !body.isCut { reasons.append(.textCut(limit: MailLimits().textSize)) }
        let (article, fault) = article(of: message, blocks)
        if let fault { reasons.append(fault) }
        let notes = reasons.map { FormatNote(file: name, reason: $0) }
        let inside = level < Self.mostLevels ? body.digest.flatMap { readings(of: $0, level: level + 1) } : []
        if blocks.isEmpty, !inside.isEmpty { return inside }
        let parts = message.isBulk && body.isHTML ? NewsletterParts.parts(of: article) : [article]
        return parts.enumerated().map { Reading(article: $1, notes: $0 == 0 ? notes : []) } + inside
    }

    private func article(of message: MailMessage, _ blocks: [Block]) -> (Article, FormatNote.Reason?) {
        let date = message.date.flatMap { FeedDate.date(Self.withoutRemarks($0)) }
        let fault: FormatNote.Reason? =
            date == nil ? message.date.map { .dateNotUnderstood(field: "Date", value: Field.text($0, limits)) } : nil
        let names = message.senders.map { Field.text($0.name ?? $0.address, limits) }
        let language = message.language.flatMap { LanguageTag.normalised($0) } ?? LanguageGuess.language(of: blocks)
        let article = Article(
            id: message.id, title: title(of: message, blocks), bylines: names,
            publisher: (message.list ?? (message.isBulk ? names.first : nil)).map { Field.text($0, limits) },
            published: date, language: language, blocks: blocks)
        return (article, fault)
    }

    /// The subject, else how the text begins, else what the file is called.
    private func title(of message: MailMessage, _ blocks: [Block]) -> String {
        if let subject = message.subject.map({ Field.text($0, limits) }), !subject.isEmpty { return subject }
        guard let text = blocks.first(where: { !$0.text.isEmpty })?.text else {
            return TitleFromName.title(of: name, deck: nil, blocks: blocks)
        }
        let line = MailText.oneLine(String(text.prefix(200)))
        guard line.utf8.count > Self.titleSize else { return line }
        let cut = line.utf8.prefix(Self.titleSize).lastIndex(of: 0x20) ?? line.utf8.index(line.startIndex, offsetBy: 0)
        return cut > line.startIndex ? String(line[..<cut]) + "…" : line
    }

    /// A date without what stands in brackets, such as the name of its zone.
    private static func withoutRemarks(_ text: String) -> String {
        var depth = 0
        var result = ""
        for character in text.prefix(200) {
            switch character {
            case "(": depth += 1
            case ")": depth = max(0, depth - 1)
            case _ where depth == 0: result.append(character)
            default: break
            }
        }
        return result
    }
}
