/// A place in an article that names provisions of a treaty, law or standard: «Article 7 of the UN Convention»,
/// «Arts. 16–18 Budapest», «18 U.S.C. § 1030(a)(2)».
public struct Citation: Hashable, Sendable {
    /// What became of it.
    public enum Reading: Hashable, Sendable {
        /// It names these provisions, in their order; never empty.
        case resolved([ProvisionID])
        /// It counts as a draft of the treaty did, whose numbers moved before adoption; nothing where the draft's
        /// treaty is not known.
        case draft(TreatyID?)
        case unresolved(Reason)
    }

    /// Why a citation names no provision of the vocabulary.
    public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
        /// Nothing nearby says what it is an article of.
        case noInstrument = "no-instrument"
        /// It is of a treaty or law that the vocabulary does not have.
        case otherInstrument = "other-instrument"
        /// The vocabulary has the instrument, and no such number in it.
        case unknownNumber = "unknown-number"
        /// It is the name of an organisation.
        case organisation
    }

    /// Where the instrument was found, the nearest first.
    public enum Scope: Int, Hashable, Sendable, Comparable, CaseIterable {
        case clause, parenthesis, sentence, paragraph, article

        public static func < (left: Scope, right: Scope) -> Bool { left.rawValue < right.rawValue }
    }

    /// In UTF-8 bytes of the article's canonical text, with the instrument where that follows at once.
    public var range: Range<Int>
    /// The words there.
    public var text: String
    public var reading: Reading
    /// Nothing where no instrument was found.
    public var scope: Scope?

    public init(range: Range<Int>, text: String, reading: Reading, scope: Scope?) {
        self.range = range
        self.text = text
        self.reading = reading
        self.scope = scope
    }

    /// The provisions that it names; empty where it is not resolved.
    public var provisions: [ProvisionID] {
        if case .resolved(let provisions) = reading { return provisions }
        return []
    }

    /// Whether it counts as a draft did.
    public var isDraft: Bool {
        if case .draft = reading { return true }
        return false
    }
}
