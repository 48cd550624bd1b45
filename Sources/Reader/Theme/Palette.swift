import Terminal

/// A colour scheme as published: its name, who made it, and sixteen or twenty-four colours.
public struct Palette: Hashable, Sendable {
    /// Whether light text stands on a dark page or dark text on a light one.
    public enum Variant: String, Hashable, Sendable, CaseIterable {
        case dark, light
    }

    public let name: String
    public let author: String
    public let variant: Variant
    /// Whether the scheme has the eight additional colours of base24.
    public let isBase24: Bool
    /// In the order of the slots.
    private let colours: [Colour]

    /// Nothing where one of the sixteen slots of base16 is missing. Without a `variant`, the brighter of page and
    /// text decides.
    public init?(name: String, author: String, variant: Variant? = nil, colours: [PaletteSlot: Colour]) {
        guard let page = colours[.base00], let text = colours[.base05],
            PaletteSlot.ofBase16.allSatisfy({ colours[$0] != nil })
        else { return nil }
        self.name = name
        self.author = author
        self.variant = variant ?? (page.luminance < text.luminance ? .dark : .light)
        isBase24 = PaletteSlot.allCases.allSatisfy { colours[$0] != nil }
        self.colours = PaletteSlot.allCases.map { colours[$0] ?? colours[$0.inBase16] ?? text }
    }

    public subscript(slot: PaletteSlot) -> Colour { colours[slot.rawValue] }
}
