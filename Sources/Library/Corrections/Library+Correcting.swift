import Articles
import GRDB

/// Title, date and byline as a person corrects them. Each call is one action that can be taken back.
extension Library {
    /// Has an article say what a person says it should, whatever its file says now or later. Throws
    /// ``LibraryError/unknownArticle(_:)``.
    public func correct(_ id: ArticleID, _ corrections: [ArticleCorrection]) throws {
        try change { transaction in
            let title = try transaction.title(of: id)
            let changes = try corrections.compactMap { correction -> UserChange? in
                let field = correction.field
                let before = try transaction.correction(field, of: id.rawValue)
                let after = correction.column
                return before == after ? nil : .corrected(article: id.rawValue, field, before: before, after: after)
            }
            try transaction.perform(ActionSentence.correct(corrections.map(\.field), of: title), changes)
        }
    }

    /// Has the article say again what its file says. Throws ``LibraryError/unknownArticle(_:)``.
    public func clearCorrections(of id: ArticleID, _ fields: [CorrectedField] = CorrectedField.allCases) throws {
        try change { transaction in
            let title = try transaction.title(of: id)
            let changes = try fields.compactMap { field in
                try transaction.correction(field, of: id.rawValue).map {
                    UserChange.corrected(article: id.rawValue, field, before: $0, after: nil)
                }
            }
            try transaction.perform(ActionSentence.clearCorrections(of: title), changes)
        }
    }

    /// What a person corrected in an article, in the order of the fields.
    public func corrections(of id: ArticleID) throws -> [ArticleCorrection] {
        try read { database in
            try CorrectedField.allCases.compactMap { field in
                try database.liveCorrection(field, of: id.rawValue).flatMap { ArticleCorrection(field, column: $0) }
            }
        }
    }
}

extension ArticleCorrection {
    /// As the article's column holds it.
    var column: String {
        switch self {
        case .title(let title): title
        case .date(let date): date.description
        case .bylines(let names): TextList.joined(names) ?? ""
        }
    }

    /// Nothing where a column holds no such value.
    init?(_ field: CorrectedField, column: String) {
        switch field {
        case .title: self = .title(column)
        case .date:
            guard let date = ArticleDate(iso8601: column) else { return nil }
            self = .date(date)
        case .bylines: self = .bylines(TextList.split(column))
        }
    }
}
