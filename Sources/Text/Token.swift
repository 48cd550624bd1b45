/// A word of a text.
public struct Token: Hashable, Sendable {
    /// What the writing of a word tells.
    public struct Flags: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Two letters or more, all of them capitals: `NATO`, `U.N.`, `G7` not.
        public static let isAllCaps = Flags(rawValue: 1)
        /// The first letter is a capital.
        public static let isCapitalised = Flags(rawValue: 2)
        /// There is a digit in it.
        public static let hasDigit = Flags(rawValue: 4)
        /// Only a hyphen, an apostrophe or nothing stands between it and the token before: `crime` in `cyber-crime`,
        /// the second of two ideographs.
        public static let isJoined = Flags(rawValue: 8)
        /// Letters with dots between them: `U.N.`, `e.g.`
        public static let isDotted = Flags(rawValue: 16)
    }

    /// Where it begins in the text, in UTF-8 bytes.
    public var start: UInt32
    /// Where it ends.
    public var end: UInt32
    /// The number of its folded form in the lexicon.
    public var form: UInt32
    /// The number of its stem. Forms and stems share their numbers: a form that is its own stem has one.
    public var stem: UInt32
    public var flags: Flags

    public init(start: UInt32, end: UInt32, form: UInt32, stem: UInt32, flags: Flags) {
        self.start = start
        self.end = end
        self.form = form
        self.stem = stem
        self.flags = flags
    }

    /// Where it stands in the text, in UTF-8 bytes.
    public var range: Range<Int> { Int(start)..<Int(end) }
}
