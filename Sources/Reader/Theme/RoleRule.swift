import Terminal

/// How a role looks: which colours of the palette it takes, and what makes it out where there are no colours.
struct RoleRule: Hashable, Sendable {
    /// What becomes of a background.
    enum Shade: Hashable, Sendable {
        case full
        /// So much of it, 0…1, on the page.
        case tint(Double)
        /// Its hue, as light as a highlighter's.
        case highlighter
    }

    /// Nothing keeps what is underneath.
    var foreground: PaletteSlot?
    var background: PaletteSlot?
    var shade: Shade
    /// With colours.
    var attributes: Attributes
    /// Without colours.
    var plain: Attributes

    init(
        _ foreground: PaletteSlot? = nil, on background: PaletteSlot? = nil, as shade: Shade = .full,
        _ attributes: Attributes = [], plain: Attributes? = nil
    ) {
        self.foreground = foreground
        self.background = background
        self.shade = shade
        self.attributes = attributes
        self.plain = plain ?? attributes
    }
}
