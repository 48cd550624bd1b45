/// A part of a message, as a value: what its headers say of it, and what it holds.
struct MailPart {
    indirect enum Content {
        /// The decoded bytes of a text; of everything else nothing is kept.
        case leaf([UInt8])
        case parts([MailPart])
        case message(MailMessage)
    }

    /// In lower case, such as `text` and `plain`.
    var type = "text"
    var subtype = "plain"
    /// What `Content-Type` says of the encoding.
    var charset: String?
    /// Whether lines that end with a blank go on (RFC 3676), and whether that blank goes.
    var isFlowed = false
    var deletesBlanks = false
    /// Whether it is sent along to be saved, and not to be read.
    var isAttachment = false
    var contentID: String?
    /// Where a part of a saved page came from (RFC 2557).
    var location: String?
    /// The `start` of `multipart/related`: the id of its root.
    var start: String?
    var content: Content

    func isOf(_ type: String, _ subtype: String) -> Bool { self.type == type && self.subtype == subtype }
}

/// A message, as a value.
struct MailMessage {
    struct Sender: Hashable {
        /// As people know them; nothing where only the address is told.
        var name: String?
        var address: String
    }

    /// The values of the header fields, decoded and on one line each.
    var subject: String?
    var senders: [Sender] = []
    /// As it stands there.
    var date: String?
    /// Without its angle brackets.
    var id: String?
    /// The name of the mailing list, or its address.
    var list: String?
    var language: String?
    /// What a browser wrote of where it saved a page from.
    var savedFrom: String?
    /// Whether it went to many: it belongs to a list, or says how to leave one.
    var isBulk = false
    var hasHeaders = false
    var body: MailPart?
    /// Whether there were more parts, or deeper ones, than are read.
    var isCut = false
    /// Whether a header was longer than is read.
    var isHeaderCut = false
    /// Whether there was more text than is read.
    var isTextCut = false
}
