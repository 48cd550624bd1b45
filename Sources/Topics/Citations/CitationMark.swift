/// A number or a list of numbers after a word that announces it, before anything is known of the instrument.
struct CitationMark {
    /// What the announcing word says of the instrument.
    enum Kind: Hashable {
        case article, section, recommendation, requirement, clause, part

        /// Whether a treaty counts in this way.
        func fits(_ unit: Treaty.Unit) -> Bool {
            switch self {
            case .article: unit == .article
            case .section: unit == .section
            case .recommendation: unit == .recommendation
            case .requirement: unit == .requirement
            case .clause: unit == .clause
            case .part: unit == .part
            }
        }
    }

    /// A single number, or the first and last of a range.
    struct Number: Hashable {
        var first: String
        var last: String?
    }

    var kind: Kind
    var numbers: [Number]
    /// From the announcing word to the last number, in bytes of the text.
    var range: Range<Int>
    /// The title of a code: 18 in «18 U.S.C. § 1030».
    var title: String?
    /// «draft Article 6».
    var isDraft = false
    /// Written «ARTICLE».
    var isCapitals = false
}
