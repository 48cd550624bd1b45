/// How what a person made leaves a library. The names are those of the command line.
public enum ExportFormat: String, Hashable, Sendable, CaseIterable {
    /// Everything, one record a line: what ``Library/importFile(_:)`` brings back byte for byte.
    case jsonl
    /// Passages, in the W3C Web Annotation vocabulary.
    case jsonld
    /// Passages by article, to be read.
    case markdown
    /// Passages, one a row.
    case csv
}

extension ExportFormat {
    /// What the ending of a path says; nothing where it says none.
    public init?(path: String) {
        let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
        switch name[dot...].lowercased() {
        case ".md", ".markdown": self = .markdown
        case ".csv": self = .csv
        case ".jsonl", ".ndjson": self = .jsonl
        case ".jsonld", ".json": self = .jsonld
        case _: return nil
        }
    }

    /// The endings that name a form, for a sentence.
    public static let endings = ".md, .csv, .jsonl or .jsonld"
}
