import Articles
import Text

/// What of an article a person may correct. It stands against every later reading of the article's file.
public enum CorrectedField: String, Hashable, Sendable, CaseIterable, Codable {
    case title, date, bylines

    /// As a sentence names it.
    public var noun: String {
        switch self {
        case .title: "title"
        case .date: "date"
        case .bylines: "byline"
        }
    }
}

/// A corrected value.
public enum ArticleCorrection: Hashable, Sendable {
    case title(String)
    case date(ArticleDate)
    case bylines([String])

    /// The most bytes of a value, and the most names of a byline.
    public static let longest = 2_000
    static let mostNames = 50

    public var field: CorrectedField {
        switch self {
        case .title: .title
        case .date: .date
        case .bylines: .bylines
        }
    }

    /// What a person typed: one line of text, a date as ISO 8601 has it (`2024`, `2024-08`, `2024-08-09`, with a time where it is
    /// known), names parted by semicolons. Throws ``CorrectionFault``.
    public init(_ field: CorrectedField, typed text: String) throws(CorrectionFault) {
        let line = Self.cleaned(text)
        guard !line.isEmpty else { throw .empty(field) }
        guard line.utf8.count <= Self.longest else { throw .tooLong(field) }
        switch field {
        case .title: self = .title(line)
        case .date:
            guard let date = ArticleDate(iso8601: line) else { throw .noDate(line) }
            self = .date(date)
        case .bylines:
            let names = line.split(separator: ";").map { Self.cleaned(String($0)) }.filter { !$0.isEmpty }
            guard !names.isEmpty else { throw .empty(field) }
            guard names.count <= Self.mostNames else { throw .tooLong(field) }
            self = .bylines(names)
        }
    }

    /// On one line, without blanks at its ends.
    private static func cleaned(_ text: String) -> String {
        Printable.stripped(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// As a person types it.
    public var typed: String {
        switch self {
        case .title(let title): title
        case .date(let date): date.description
        case .bylines(let names): names.joined(separator: "; ")
        }
    }
}

/// Why something is no correction.
public enum CorrectionFault: ExplainedError {
    case empty(CorrectedField)
    case tooLong(CorrectedField)
    case noDate(String)

    public var what: String {
        switch self {
        case .empty(let field), .tooLong(let field): "the \(field.noun)"
        case .noDate(let text): "the date «\(text)»"
        }
    }

    public var why: String {
        switch self {
        case .empty: "it is empty"
        case .tooLong: "it is longer than \(ArticleCorrection.longest) bytes, or has more than \(ArticleCorrection.mostNames) names"
        case .noDate: "it is no date as ISO 8601 writes it"
        }
    }

    public var remedy: String {
        switch self {
        case .empty: "clear the correction to have what the file says"
        case .tooLong: "shorten it"
        case .noDate: "write it as 2024, 2024-08 or 2024-08-09"
        }
    }
}
