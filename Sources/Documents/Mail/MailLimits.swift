/// How much of a message is taken on, beyond ``FormatLimits``.
struct MailLimits: Hashable, Sendable {
    /// Parts of one message, those inside of others among them. Those beyond are passed over.
    var parts = 10_000
    /// Parts inside of parts, messages inside of messages. Deeper ones are passed over.
    var depth = 50
    /// Lines that begin as the boundaries of parts do, of one message. What is behind them is cut off before it is parsed: each may
    /// become a part, which costs the library memory.
    var boundaries = 50_000
    /// Bytes of the fields of one header, and of one line of them. Those beyond are passed over.
    var headerSize = 1 << 20
    var headerLineSize = 128 << 10
    /// Bytes of one header field.
    var fieldSize = 64 << 10
    /// Bytes of the texts of one message together. What is beyond is cut off.
    var textSize = 4 << 20
    /// Lines of one text. Those beyond are cut off.
    var lines = 100_000
    /// Senders of one message.
    var senders = 20
}
