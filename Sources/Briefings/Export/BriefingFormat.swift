import Text

/// How a briefing is written out. The names are those of the command line.
public enum BriefingFormat: String, Hashable, Sendable, CaseIterable {
    case markdown, text, html, json
    /// Its list of sources, for programs that cite.
    case csl, bibtex, ris
    /// Its quotes, one a row.
    case csv
    /// By a converter that is installed.
    case pdf, odt

    /// The end of a file's name.
    public var suffix: String {
        switch self {
        case .markdown: "md"
        case .text: "txt"
        case .html: "html"
        case .json: "json"
        case .csl: "csl.json"
        case .bibtex: "bib"
        case .ris: "ris"
        case .csv: "csv"
        case .pdf: "pdf"
        case .odt: "odt"
        }
    }

    /// The format that a file's name asks for; nothing where its end says none.
    public init?(fileName: String) {
        let name = fileName.lowercased()
        let found = Self.allCases.filter { name.hasSuffix("." + $0.suffix) }.max { $0.suffix.utf8.count < $1.suffix.utf8.count }
        guard let found else { return nil }
        self = found
    }

    /// Whether a converter makes it.
    public var isConverted: Bool { self == .pdf || self == .odt }
}

extension BriefingPage {
    /// The page in a format; `width` is for plain text, in columns. Nothing for one that a converter makes.
    public func written(as format: BriefingFormat, width: Int = 80) -> String? {
        switch format {
        case .markdown: MarkdownPage(self).text
        case .text: TextPage(self, width: width).text
        case .html: HTMLPage(self).text
        case .json: json.text + "\n"
        case .csl: csl.text + "\n"
        case .bibtex: bibtex
        case .ris: ris
        case .csv: table
        case .pdf, .odt: nil
        }
    }
}
