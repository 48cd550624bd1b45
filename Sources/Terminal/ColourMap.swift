/// Turns the colours of styles into the numbers of a terminal. What it found out it keeps.
struct ColourMap {
    let depth: ColourDepth
    private var palette: Palette?
    private var known: [UInt32: Int] = [:]

    /// The number that stands for the terminal's default.
    static let defaultNumber = -1

    init(_ depth: ColourDepth) {
        self.depth = depth
    }

    /// The numbers for the foreground and background of a style.
    ///
    /// Different colours never become the same number, or the text could not be seen.
    mutating func numbers(for style: Style) -> (foreground: Int, background: Int) {
        let background = number(style.background)
        let foreground = number(style.foreground)
        guard foreground == background, foreground != ColourMap.defaultNumber, let colour = style.foreground,
            style.foreground != style.background
        else { return (foreground, background) }
        return (palette?.nearest(to: colour, other: background) ?? foreground, background)
    }

    private mutating func number(_ colour: Colour?) -> Int {
        guard let colour, depth != .none else { return ColourMap.defaultNumber }
        // Terminals with direct colour take the numbers up to 7 for the basic colours.
        if depth == .direct { return Int(max(8, colour.value)) }
        if let number = known[colour.value] { return number }
        if palette == nil { palette = Palette(depth) }
        let number = palette?.nearest(to: colour) ?? ColourMap.defaultNumber
        if known.count < ColourMap.mostKnown { known[colour.value] = number }
        return number
    }

    /// A theme has a few dozen colours.
    private static let mostKnown = 4096
}
