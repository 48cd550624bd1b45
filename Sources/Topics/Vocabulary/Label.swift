/// Words by which a topic is known in a language, and how they are looked for in a text.
public struct Label: Hashable, Sendable {
    /// The three kinds of SKOS (W3C Recommendation of 18 August 2009, section 5).
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The one that is shown.
        case preferred
        /// Another that may be shown.
        case alternative
        /// Looked for and never shown, such as a common misspelling.
        case hidden
    }

    /// How the words of a text are compared with the label's.
    public enum Match: String, Hashable, Sendable, CaseIterable {
        /// By their stems, whatever the case.
        case stem
        /// As written, upper and lower case included: acronyms, and names that are common words too.
        case exact
        /// Not at all: it was switched off, and is only shown.
        case never
    }

    public var text: String
    /// A BCP 47 language subtag, such as `en`.
    public var language: String
    public var kind: Kind
    public var match: Match
    /// That it is a word with many uses, such as «regulation», which never suffices alone.
    public var isCommon: Bool

    public init(_ text: String, language: String, kind: Kind, match: Match = .stem, isCommon: Bool = false) {
        self.text = text
        self.language = language
        self.kind = kind
        self.match = match
        self.isCommon = isCommon
    }
}
