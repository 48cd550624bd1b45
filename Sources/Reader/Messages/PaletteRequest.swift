import Library

/// What the palette asks to be done outside.
public enum PaletteRequest: Hashable, Sendable {
    /// The person's own themes.
    case loadThemes
    /// Files whose path begins so; all of its last folder.
    case listFiles(String)
    /// The article whose id begins so.
    case findArticle(String)
    case export(ExportFormat, file: String)
}

/// What came of a ``PaletteRequest``.
public enum PaletteAnswer: Hashable, Sendable {
    case themes([ThemeChoice])
    case files(String, [String])
    case article(ArticleID)
}
