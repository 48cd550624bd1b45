import Articles

/// What a Markdown file says of itself between two lines of hyphens (YAML) or plus signs (TOML).
struct FrontMatter {
    /// The values by their name in lower case.
    private var values: [String: [String]] = [:]
    private(set) var notes: [FormatNote.Reason] = []
    /// Where the Markdown begins.
    private(set) var end: Int

    /// Nothing where the text begins with none. A rule at the beginning of a text is no front matter: that is closed,
    /// and its first line is a field.
    init?(_ bytes: [UInt8], limits: FormatLimits) {
        guard TextHead(bytes.prefix(8 << 10)).hasFrontMatter,
            let found = Self.fence(in: bytes, limit: limits.frontMatterSize)
        else { return nil }
        end = found.end
        guard let inside = found.inside else {
            notes = [.frontMatterTooLarge(limit: limits.frontMatterSize)]
            return
        }
        let source = Bytes.string(bytes[inside])
        if bytes.first == UInt8(ascii: "+") {
            values = FieldLines.values(in: source, separator: "=", limits: limits)
            return
        }
        do {
            values = try YAMLFields.values(in: source, limits: limits)
        } catch {
            // The fence is the first line of the file.
            notes = [.frontMatterMalformed(line: error.line + 1, problem: error.problem)]
            values = FieldLines.values(in: source, separator: ":", limits: limits)
        }
    }

    /// What stands between the fences, nothing where it is longer than the limit, and where the text goes on.
    private static func fence(in bytes: [UInt8], limit: Int) -> (inside: Range<Int>?, end: Int)? {
        guard let first = bytes.firstIndex(of: 0x0A) else { return nil }
        let isYAML = bytes.first == UInt8(ascii: "-")
        var start = first + 1
        while start < bytes.count {
            let lineEnd = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let line = Bytes.trimmed(bytes[start..<lineEnd])
            if isYAML ? Bytes.equals(line, "---") || Bytes.equals(line, "...") : Bytes.equals(line, "+++") {
                let inside = (first + 1)..<start
                return (inside.count <= limit ? inside : nil, min(lineEnd + 1, bytes.count))
            }
            guard start < 16 * limit else { return nil }
            start = lineEnd + 1
        }
        return nil
    }

    private func values(of field: FrontMatterField) -> [String] {
        for name in field.aliases {
            if let found = values[name], !found.isEmpty { return found }
        }
        return []
    }

    // MARK: Into the article

    /// Sets every field that has a value.
    mutating func apply(to article: inout Article, limits: FormatLimits) {
        for field in FrontMatterField.allCases {
            let found = values(of: field).map { Field.text($0, limits) }.filter { !$0.isEmpty }
            guard let first = found.first else { continue }
            apply(field, first, found, to: &article)
        }
    }

    private mutating func apply(_ field: FrontMatterField, _ first: String, _ all: [String], to article: inout Article)
    {
        switch field {
        case .title: article.title = first
        case .deck: article.deck = first
        case .published: article.published = date(first, field) ?? article.published
        case .updated: article.updated = date(first, field) ?? article.updated
        case .authors: article.bylines = all.count == 1 ? Byline.names(first) ?? all : all
        case .tags: article.tags = Self.listed(all).map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }
        case .kickers: article.kickers = all
        case .language: article.language = LanguageTag.normalised(first) ?? article.language
        case .publisher:
            if InlineMarks.wholeLink(first) == nil {
                article.publisher = first
            } else {
                article.url = article.url ?? first
            }
        case .url:
            if first.hasPrefix("http://") || first.hasPrefix("https://"), SafeAddress.isSafe(first) {
                article.url = first
            }
        case .id: article.id = first
        }
    }

    private mutating func date(_ value: String, _ field: FrontMatterField) -> ArticleDate? {
        if let date = ArticleDate(iso8601: value) ?? DateText.date(value) { return date }
        notes.append(.dateNotUnderstood(field: field.rawValue, value: value))
        return nil
    }

    /// A single value may be a list written with commas.
    private static func listed(_ values: [String]) -> [String] {
        guard values.count == 1, let only = values.first, only.contains(",") else { return values }
        return only.split(separator: ",").map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
    }
}
