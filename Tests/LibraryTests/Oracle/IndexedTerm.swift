/// The bytes by which terms and queries are told apart in a full-text table.
enum IndexedTerm {
    /// Leads a stem, so that no prefix of a written word meets one.
    static let stemMark: UInt8 = 0x01
    /// Stands before and after the language that leads each indexed text.
    static let languageMark: UInt8 = 0x02
    /// Stands between the language and the ranges that are not indexed.
    static let rangesMark: UInt8 = 0x03
    /// Stands between two terms that a query allows at one position.
    static let alternative: UInt8 = 0x1E
    /// Stands between two positions of a query.
    static let position: UInt8 = 0x1F
    /// A term that no text holds.
    static let nothing = "\u{2}"
}
