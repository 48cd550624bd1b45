/// The colours of highlights. The names are stored and never change; what they look like is a theme's.
public enum HighlightColour: String, Hashable, Sendable, Codable, CaseIterable {
    case yellow, green, blue, pink, orange
}
