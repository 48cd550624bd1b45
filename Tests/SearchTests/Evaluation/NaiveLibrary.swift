import Text

@testable import Search

/// Articles kept as lists of words, and queries answered by looking at every word of every article: what the index is held
/// against. It shares no code with the evaluation but the cutting of texts into words.
struct NaiveLibrary {
    struct Word {
        var form: String
        var stem: String
        var place: Int
    }

    struct Article {
        var row: Int64
        var order: Int64
        var fields: [TextField: [Word]]
        var marks: Set<Query>
        var title: String
    }

    let articles: [Article]
    let languages: [Language]
    private let lexicons: [Lexicon]

    init(_ documents: [IndexedDocument], marks: [Int64: Set<Query>], languages: [Language]) {
        self.languages = languages
        let all = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, Lexicon(language: $0)) })
        lexicons = languages.compactMap { all[$0] }
        articles = documents.map { document in
            var fields: [TextField: [Word]] = [:]
            for field in TextField.allCases {
                var place = 0
                for part in document.parts where part.field == field {
                    guard let lexicon = all[document.language] else { continue }
                    for token in lexicon.tokens(in: part.text) {
                        fields[field, default: []].append(
                            Word(form: lexicon.form(token.form), stem: lexicon.stem(token.stem), place: place))
                        place += 1
                    }
                    place += 1
                }
            }
            return Article(
                row: document.article, order: document.order, fields: fields, marks: marks[document.article] ?? [],
                title: document.parts.first { $0.field == .title }?.text ?? "")
        }
    }

    /// The rows that match, the newest first.
    func rows(_ query: Query) -> [Int64] {
        articles.filter { matches(query, $0) }
            .sorted { $0.order != $1.order ? $0.order > $1.order : $0.row < $1.row }.map(\.row)
    }

    func matches(_ query: Query, _ article: Article) -> Bool {
        switch query {
        case .all: return true
        case .text(let text): return fields(text.field).contains { !spans(text, article.fields[$0] ?? []).isEmpty }
        case .near(let near): return fields(near.field).contains { isNear(near, article.fields[$0] ?? []) }
        case .any(let parts):
            let telling = parts.filter { part in
                guard case .text(let text) = part, text.match == .stem else { return true }
                return !["the", "a"].contains(text.words)
            }
            return (telling.isEmpty ? parts : telling).contains { matches($0, article) }
        case .and(let parts): return parts.allSatisfy { matches($0, article) }
        case .or(let parts): return parts.contains { matches($0, article) }
        case .not(let inner): return !matches(inner, article)
        case .dates(let span): return Self.holds(article.order, span)
        case .note, .topic, .treaty, .tag, .state, .has, .language, .file, .id: return article.marks.contains(query)
        }
    }

    /// Dates are numbers here: of days ago, and the order of articles as it is.
    private static func holds(_ order: Int64, _ span: DateSpan) -> Bool {
        switch span {
        case .since(.ago(let first, _)): order >= Int64(first)
        case .before(.ago(let end, _)): order < Int64(end)
        case .through(.ago(let last, _)): order <= Int64(last)
        case .between(.ago(let first, _), .ago(let last, _)): order >= Int64(first) && order <= Int64(last)
        case .since, .before, .through, .between: false
        }
    }

    private func fields(_ field: TextField?) -> [TextField] { field.map { [$0] } ?? TextField.allCases }

    private func isNear(_ near: NearQuery, _ words: [Word]) -> Bool {
        let left = near.left.flatMap { spans($0, words) }
        let right = near.right.flatMap { spans($0, words) }
        return left.contains { one in
            right.contains { other in
                let between = one.upperBound < other.lowerBound ? other.lowerBound - one.upperBound - 1
                    : other.upperBound < one.lowerBound ? one.lowerBound - other.upperBound - 1 : Int.max
                return between <= near.distance
            }
        }
    }

    /// Where the words of `text` follow one another: from the first to the last word's place.
    private func spans(_ text: TextQuery, _ words: [Word]) -> [ClosedRange<Int>] {
        var ways: [[String]: [Set<String>]] = [:]
        for lexicon in lexicons {
            let tokens = lexicon.tokens(in: text.words)
            guard !tokens.isEmpty else { continue }
            let forms = tokens.map { lexicon.form($0.form) }
            var stems = ways[forms] ?? Array(repeating: [], count: forms.count)
            for (index, token) in tokens.enumerated() { stems[index].formUnion([lexicon.stem(token.stem), lexicon.form(token.form)]) }
            ways[forms] = stems
        }
        var found: [ClosedRange<Int>] = []
        for (forms, stems) in ways where words.count >= forms.count {
            for start in 0...(words.count - forms.count) {
                let isHere = forms.indices.allSatisfy { index in
                    let word = words[start + index]
                    guard word.place == words[start].place + index else { return false }
                    if text.match == .prefix, index == forms.count - 1 { return word.form.hasPrefix(forms[index]) }
                    if stems[index].contains(word.stem) { return true }
                    guard case .fuzzy(let distance) = text.match else { return false }
                    let length = forms[index].unicodeScalars.count
                    let allowed = min(distance, length < 3 ? 0 : length < 5 ? 1 : 2)
                    return Self.distance(forms[index], word.form) <= allowed
                }
                if isHere { found.append(words[start].place...(words[start].place + forms.count - 1)) }
            }
        }
        return found
    }

    /// Letters added, left out, changed, or swapped with their neighbour: the whole table, row by row.
    static func distance(_ left: String, _ right: String) -> Int {
        let left = Array(left.unicodeScalars)
        let right = Array(right.unicodeScalars)
        var table = Array(repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
        for row in 0...left.count {
            for column in 0...right.count {
                if row == 0 || column == 0 {
                    table[row][column] = row + column
                    continue
                }
                let same = left[row - 1] == right[column - 1]
                var best = min(table[row - 1][column], table[row][column - 1]) + 1
                best = min(best, table[row - 1][column - 1] + (same ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    best = min(best, table[row - 2][column - 2] + 1)
                }
                table[row][column] = best
            }
        }
        return table[left.count][right.count]
    }
}

extension NaiveLibrary: ConditionSource {
    func articles(where condition: Query) -> ArticleSet {
        ArticleSet(articles.filter { $0.marks.contains(condition) }.map(\.row))
    }

    func orders(in span: DateSpan) -> ClosedRange<Int64>? {
        switch span {
        case .since(.ago(let first, _)): return Int64(first)...Int64.max
        case .before(.ago(let end, _)): return Int64.min...(Int64(end) - 1)
        case .through(.ago(let last, _)): return Int64.min...Int64(last)
        case .between(.ago(let first, _), .ago(let last, _)): return first <= last ? Int64(first)...Int64(last) : nil
        case .since, .before, .through, .between: return nil
        }
    }

    func sortedByTitle(_ rows: [Int64]) -> [Int64] {
        let titles = Dictionary(uniqueKeysWithValues: articles.map { ($0.row, $0.title) })
        return rows.enumerated()
            .sorted { (titles[$0.element] ?? "", $0.offset) < (titles[$1.element] ?? "", $1.offset) }.map(\.element)
    }
}
