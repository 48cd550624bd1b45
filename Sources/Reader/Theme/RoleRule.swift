import Terminal

/// How a role looks: which colours of the palette it takes, and what makes it out where there are no colours.
struct RoleRule: Hashable, Sendable {
    /// Nothing keeps what is underneath.
    var foreground: PaletteSlot?
    var background: PaletteSlot?
    /// How much of the background there is, 0…1, the rest being the page: a tint.
    var strength: Double
    /// With colours.
    var attributes: Attributes
    /// Without colours.
    var plain: Attributes

    init(
        _ foreground: PaletteSlot? = nil, on background: PaletteSlot? = nil, strength: Double = 1,
        _ attributes: Attributes = [], plain: Attributes? = nil
    ) {
        self.foreground = foreground
        self.background = background
        self.strength = strength
        self.attributes = attributes
        self.plain = plain ?? attributes
    }
}
