/// How many colours a terminal shows.
public enum ColourDepth: Hashable, Sendable, CaseIterable {
    /// Attributes only.
    case none
    case eight
    case sixteen
    case twoHundredFiftySix
    /// Any colour of 24 bits.
    case direct

    /// The lesser of the two.
    func limited(to most: ColourDepth?) -> ColourDepth {
        guard let most else { return self }
        return ColourDepth.allCases.first { $0 == self || $0 == most } ?? self
    }

    /// The depth of a terminal by what terminfo says about it.
    /// - Parameters:
    ///   - colours: its number of colours, below 8 for a terminal without.
    ///   - isDirect: whether colour numbers are red, green and blue themselves (the capability `RGB`).
    ///   - isRefused: whether the user wants no colour (`NO_COLOR`).
    init(colours: Int, isDirect: Bool, isRefused: Bool) {
        switch colours {
        case _ where isRefused: self = .none
        case 8..<16: self = .eight
        case 16..<256: self = .sixteen
        case 256...: self = isDirect ? .direct : .twoHundredFiftySix
        case _: self = .none
        }
    }
}
