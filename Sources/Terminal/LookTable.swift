/// The attributes and colour pairs of ncurses for styles, made as they are needed.
///
/// A pair is bound to what is on the screen with it, so none is given away while it may be shown: when there are no
/// more, all are forgotten at once and the screen is drawn anew.
struct LookTable {
    private var colours: ColourMap
    private var looks: [PackedStyle: Curses.Look] = [:]
    private var pairs: [Numbers: Int] = [:]
    private let mostPairs: Int

    private struct Numbers: Hashable {
        let foreground: Int
        let background: Int
    }

    /// More than a theme ever needs; ncurses keeps a table of all.
    private static let limit = 4096

    init(depth: ColourDepth, pairs: Int) {
        colours = ColourMap(depth)
        mostPairs = max(1, min(pairs, LookTable.limit))
    }

    /// The look of a style; nil when there are no more pairs.
    mutating func look(_ style: PackedStyle, _ curses: Curses) -> Curses.Look? {
        if let look = looks[style] { return look }
        let unpacked = style.style
        let (foreground, background) = colours.numbers(for: unpacked)
        guard let pair = pair(Numbers(foreground: foreground, background: background), curses) else { return nil }
        let look = Curses.Look(attributes: Curses.attributes(unpacked.attributes), pair: pair)
        looks[style] = look
        return look
    }

    /// Pair 0 is the terminal's default colours.
    private mutating func pair(_ numbers: Numbers, _ curses: Curses) -> Int? {
        if numbers == Numbers(foreground: ColourMap.defaultNumber, background: ColourMap.defaultNumber) { return 0 }
        if let pair = pairs[numbers] { return pair }
        guard pairs.count + 1 < mostPairs else { return nil }
        let pair = pairs.count + 1
        curses.setPair(pair, foreground: numbers.foreground, background: numbers.background)
        pairs[numbers] = pair
        return pair
    }

    mutating func forgetAll() {
        looks.removeAll(keepingCapacity: true)
        pairs.removeAll(keepingCapacity: true)
    }

    /// A look for a style that no pair is left for.
    func uncoloured(_ style: PackedStyle) -> Curses.Look {
        Curses.Look(attributes: Curses.attributes(style.style.attributes), pair: 0)
    }
}
