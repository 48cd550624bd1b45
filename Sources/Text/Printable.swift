/// Makes any text safe to show in a terminal.
///
/// What would move the cursor, start an escape sequence, turn the direction of the text or hide something becomes a
/// visible mark of known width: `␛` for a control character, `‹U+202E›` for others. Nothing else is changed.
/// Legitimate uses stay: joiners inside emoji and in scripts whose letters join, presentation selectors after emoji,
/// the tags of a flag. At most ``marksPerCluster`` combining marks stay on one character; `‹+7›` says that seven more
/// were there. Soft hyphens, and zero-width spaces in scripts written without blanks, vanish: they are no more than
/// advice to the one who breaks the lines.
///
/// The result of making a visible text visible again is itself.
public enum Printable {
    /// What stays of white space that is not a blank.
    public struct Kept: OptionSet, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Every line break of the text (CR LF, CR, LF, VT, FF, NEL, U+2028, U+2029) becomes one line feed.
        /// Without it they become marks.
        public static let lineBreaks = Kept(rawValue: 1)
        /// Tabs stay. Without it each becomes one blank.
        public static let tabs = Kept(rawValue: 2)
    }

    /// How many combining marks of one grapheme cluster are shown: as many as a cell of ncurses holds.
    public static let marksPerCluster = 4

    /// `text` with everything visible. Linear; returns `text` itself, after one look at its bytes, when there is nothing to do.
    public static func visible(_ text: String, keeping kept: Kept = []) -> String {
        transform(text, Cleaner(form: .marks, kept: kept))
    }

    /// `text` for where it is no terminal that reads it: control characters become blanks, invisible format characters
    /// out of place vanish, all else stays as it is, so that no mark of ours gets into data.
    public static func stripped(_ text: String, keeping kept: Kept = []) -> String {
        transform(text, Cleaner(form: .none, kept: kept))
    }

    private static func transform(_ text: String, _ cleaner: Cleaner) -> String {
        var text = text
        let changed: String? = text.withUTF8 { bytes in
            guard cleaner.hasWork(in: bytes) else { return nil }
            var result: [UInt8] = []
            result.reserveCapacity(bytes.count + bytes.count / 8)
            cleaner.append(bytes, range: 0..<bytes.count, to: &result)
            return String(decoding: result, as: UTF8.self)
        }
        return changed ?? text
    }
}
