import Text

extension IndexSearch {
    /// The query with those words that stand in no article changed to the nearest that do; nothing where every word stands in
    /// one, where none is near, or where even then nothing is found. For the question «did you mean», when a query found
    /// nothing.
    ///
    /// Of the words with the fewest changed letters the one that stands in the most articles is taken.
    public func suggestion(for query: Query, cancellation: SearchCancellation = SearchCancellation()) throws -> Query? {
        let changed = try corrected(query.normalised, cancellation)
        guard changed != query.normalised, try count(of: changed, upTo: 1, cancellation: cancellation) != .exactly(0)
        else { return nil }
        return changed
    }

    private func corrected(_ query: Query, _ cancellation: SearchCancellation) throws -> Query {
        switch query {
        case .text(let text): return .text(try corrected(text, cancellation))
        case .near(let near):
            return .near(
                NearQuery(
                    try near.left.map { try corrected($0, cancellation) },
                    try near.right.map { try corrected($0, cancellation) }, within: near.distance, field: near.field))
        case .any(let parts): return .any(try parts.map { try corrected($0, cancellation) })
        case .and(let parts): return .and(try parts.map { try corrected($0, cancellation) })
        case .or(let parts): return .or(try parts.map { try corrected($0, cancellation) })
        // What must not be there need not be there.
        case .not, .all, .note, .topic, .treaty, .tag, .state, .has, .dates, .language, .file, .id: return query
        }
    }

    private func corrected(_ text: TextQuery, _ cancellation: SearchCancellation) throws -> TextQuery {
        guard text.match == .stem || text.match == .prefix else { return text }
        var bytes = Array(text.words.utf8)
        for (range, form) in words(of: text.words).reversed() where try isUnknown(form, cancellation) {
            guard let nearest = try nearest(to: form, cancellation) else { continue }
            bytes.replaceSubrange(range, with: nearest)
        }
        let words = String(decoding: bytes, as: UTF8.self)
        return words == text.words ? text : TextQuery(words, match: text.match, field: text.field)
    }

    private func isUnknown(_ form: String, _ cancellation: SearchCancellation) throws -> Bool {
        let plan = try plan(.text(TextQuery(form)), cancellation)
        return plan.words.allSatisfy { $0.documents == 0 }
    }

    private func nearest(to form: String, _ cancellation: SearchCancellation) throws -> [UInt8]? {
        for distance in 1...2 {
            guard let fuzzy = FuzzyForm(form, distance: distance), fuzzy.distance == distance else { continue }
            if let found = try FuzzyForms(fuzzy, .any).found(in: segments, cancellation: cancellation).first { return found.term }
        }
        return nil
    }
}
