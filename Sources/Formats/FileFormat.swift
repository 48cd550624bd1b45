/// The formats that have a reader here. What is to be read next gets its case here and its reader in ``Formats``; the
/// compiler then names every place that has to know.
public enum FileFormat: String, Hashable, Sendable, CaseIterable {
    case plainText = "text"
    case markdown

    /// The suffixes, in lower case, by which a file names its format.
    public var suffixes: [String] {
        switch self {
        case .plainText: ["txt", "text", "asc"]
        case .markdown: ["md", "markdown", "mdown", "mkd", "mkdn", "mdwn", "mdx", "qmd", "rmd"]
        }
    }

    init?(suffixOf name: String) {
        let suffix = FileName.suffix(of: name)
        guard let format = Self.allCases.first(where: { $0.suffixes.contains(suffix) }) else { return nil }
        self = format
    }
}

/// What a file turns out to be when its bytes are looked at.
enum SniffedFormat: Hashable {
    case readable(FileFormat)
    case foreign(ForeignKind)
}
