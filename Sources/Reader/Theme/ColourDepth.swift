/// What colours a terminal shows, as far as a theme needs to know.
public enum ColourDepth: Hashable, Sendable, CaseIterable {
    /// None, or the user asked for none (`NO_COLOR`).
    case monochrome
    /// The eight or sixteen of the terminal's own palette.
    case few
    /// 256 or more: a theme's colours as they are, or near enough.
    case many
}
