import Terminal

/// Waits for the terminal to tell its background, for a scheme that nobody chose.
struct BackgroundWait: Hashable {
    /// How long the first frame waits for the answer, in milliseconds: what a terminal on this machine takes several times
    /// over, and nobody notices.
    static let patience: Int64 = 30
    /// How long the terminal's own colours are kept while the answer may be on its way, in milliseconds.
    static let longestWait: Int64 = 1_000

    /// Whether a scheme is to follow the background.
    let isWanted: Bool
    /// When it is given up.
    private(set) var due: Moment?
    private var isAnswered = false

    init(isWanted: Bool) { self.isWanted = isWanted }

    /// Takes what the terminal said, or that it did not. The variant that is to be drawn from now on; nothing leaves it as
    /// it is.
    /// - Parameter isSilent: without an answer, whether there will surely be none.
    mutating func step(answer: Colour?, isSilent: Bool, at now: Moment) -> Palette.Variant? {
        guard isWanted else { return nil }
        if let answer {
            (isAnswered, due) = (true, nil)
            return answer.luminance > 0.4 ? .light : .dark
        }
        guard !isAnswered else { return nil }
        due = isSilent ? nil : due ?? now.after(milliseconds: Self.longestWait)
        return isSilent ? .dark : nil
    }
}
