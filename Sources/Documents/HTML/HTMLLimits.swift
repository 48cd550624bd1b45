/// How much of a page is taken on, beyond ``FormatLimits``.
struct HTMLLimits: Hashable, Sendable {
    /// Bytes of memory that the parser's tree may take. A page that outgrows it is refused.
    var treeSize = 64 << 20
    /// Bytes of a page that is parsed, without its scripts and pictures. The tree of a larger one would outgrow its limit, or one
    /// text in it would be copied as often as it doubles.
    var sourceSize = 12 << 20
    /// Elements that may be open at once. Tags of deeper ones are passed over; their text stays.
    var depth = 256
    /// Attributes of one element. Those beyond are passed over.
    var attributes = 256
    /// Bytes of the value of one attribute, beyond which it is emptied: pictures packed into the page.
    var attributeSize = 16 << 10
}
