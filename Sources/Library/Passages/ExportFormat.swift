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
