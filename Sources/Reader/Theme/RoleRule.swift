import Terminal

/// How a role looks: which colours of the palette it takes, and what makes it out where there are no colours.
struct RoleRule: Hashable, Sendable {
    /// Nothing keeps what is underneath.
    var foreground: PaletteSlot?
    var background: PaletteSlot?
    /// With colours.
    var attributes: Attributes
    /// Without colours.
    var plain: Attributes

    init(
        _ foreground: PaletteSlot? = nil, on background: PaletteSlot? = nil, _ attributes: Attributes = [],
        plain: Attributes? = nil
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
        self.plain = plain ?? attributes
    }
}
