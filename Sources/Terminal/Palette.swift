/// The colours that a terminal numbers, and which of them comes nearest to a given one.
struct Palette {
    private let entries: [Entry]

    private struct Entry {
        let index: Int
        let colour: Oklab
    }

    /// Colours below this chroma count as grey, and only a grey may stand for them: with eight colours the nearest to a
    /// middle grey would else be a red.
    private static let greyChroma = 0.04

    init(_ depth: ColourDepth) {
        let colours: [(Int, Colour)] =
            switch depth {
            case .none, .direct: []
            case .eight: Array(Palette.basic.prefix(8))
            case .sixteen: Palette.basic
            // The first sixteen depend on the user's own scheme, the others are the same everywhere.
            case .twoHundredFiftySix: Palette.cube + Palette.greys
            }
        entries = colours.map { Entry(index: $0.0, colour: Oklab($0.1)) }
    }

    /// The index of the nearest colour, by distance in Oklab.
    /// - Parameter other: an index that must not be the answer, because it is the background.
    func nearest(to colour: Colour, other: Int? = nil) -> Int? {
        let wanted = Oklab(colour)
        let isGrey = wanted.chroma < Palette.greyChroma
        let candidates = entries.filter { $0.index != other && (!isGrey || $0.colour.chroma < Palette.greyChroma) }
        return candidates.min { wanted.squaredDistance(to: $0.colour) < wanted.squaredDistance(to: $1.colour) }?.index
    }

    /// The colours as xterm has them.
    private static let basic: [(Int, Colour)] = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ].enumerated().map { ($0.offset, Colour($0.element)) }

    private static let cube: [(Int, Colour)] = {
        let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
        return (0..<216).map { index in
            let colour = Colour(
                red: levels[index / 36], green: levels[index / 6 % 6], blue: levels[index % 6])
            return (16 + index, colour)
        }
    }()

    private static let greys: [(Int, Colour)] = (0..<24).map { step in
        let level = UInt8(8 + 10 * step)
        return (232 + step, Colour(red: level, green: level, blue: level))
    }
}
