import Terminal

/// What every ``Role`` looks like on one terminal. Made once, then only looked up.
///
/// With many colours a scheme's own are taken, moved towards white or black where prose could not be read otherwise.
/// With few, or without a scheme, page and text keep the terminal's own colours, and only accents are set. Whatever the
/// colours, nothing is told by colour alone: roles that matter differ in weight, slant, underline or reverse too, and
/// without colours those are all that is left.
public struct Theme: Hashable, Sendable {
    /// The scheme's name, or that of the terminal's own colours.
    public let name: String
    /// Nothing for the terminal's own colours.
    public let palette: Palette?
    public let depth: ColourDepth
    /// By the role's raw value.
    private let styles: [Style]

    /// The scheme `palette`, or the terminal's own colours where there is none.
    public init(_ palette: Palette?, depth: ColourDepth) {
        self.name = palette?.name ?? Self.terminalName
        self.palette = palette
        self.depth = depth
        let paint = Paint(palette: palette, depth: depth)
        styles = Role.allCases.map { paint.style(of: $0) }
    }

    /// What the theme of the terminal's own colours is called.
    public static let terminalName = "terminal"

    /// What something of this role looks like where it stands by itself, on the page or on its own ground.
    public func style(_ role: Role) -> Style { styles[role.rawValue] }

    /// The page with nothing on it.
    public var page: Style { Style(background: style(.text).background) }

    /// `style` with `role` laid over it: colours that the role sets replace those underneath, the others stay, attributes
    /// add up. Text stays legible on a ground that is laid under it.
    public func overlay(_ role: Role, on style: Style) -> Style {
        Paint(palette: palette, depth: depth).overlay(role, on: style)
    }
}
