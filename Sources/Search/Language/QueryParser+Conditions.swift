extension QueryParser {
    /// What follows the name of a field and its colon.
    mutating func condition(
        _ name: String, _ token: QueryLexer.Token, in context: Context
    ) throws(QueryError) -> Query? {
        guard let field = QueryField(rawValue: name.lowercased()) else {
            let near = Spelling.nearest(to: name.lowercased(), among: QueryField.allCases.map(\.rawValue))
            try report(.unknownField(name, suggestion: near.flatMap { QueryField(rawValue: $0) }), at: token.range)
            return try value(name, .stem, token, in: context)
        }
        if field == .any { return try any(token, in: context) }
        guard let next = current, !token.endsApart else {
            try report(.missingValue(field), at: token.range)
            return nil
        }
        position += 1
        if field == .sort { return try sort(next, after: token, in: context) }
        var inner = context
        inner.field = field
        switch next.kind {
        case .open:
            inner.isAny = false
            return try group(next, in: inner)
        case .words(let text, _, let match): return try value(text, match, next, in: inner)
        case .and: return try value("AND", .stem, next, in: inner)
        case .or: return try value("OR", .stem, next, in: inner)
        case .not where next.range.count > 1: return try value("NOT", .stem, next, in: inner)
        case .near(let distance):
            return try value("NEAR" + (distance.map { "/\($0)" } ?? ""), .stem, next, in: inner)
        case .not, .field, .close:
            position -= 1
            try report(.missingValue(field), at: token.range)
            return nil
        }
    }

    /// `any:(a b)`; `any:a`; or, with a blank after the colon, all that follows.
    private mutating func any(_ token: QueryLexer.Token, in context: Context) throws(QueryError) -> Query? {
        if let problem = capabilities.refusal(of: .field(.any)) { try report(problem, at: token.range) }
        guard current != nil, startsPart(current) else {
            try report(.missingValue(.any), at: token.range)
            return nil
        }
        var inner = context
        inner.isAny = true
        if token.endsApart { return try sequence(in: inner) }
        guard let next = current, next.kind == .open else { return try place(in: inner) }
        position += 1
        return try group(next, in: inner)
    }

    /// Notes the order of answers, which is no part of the query.
    private mutating func sort(
        _ next: QueryLexer.Token, after token: QueryLexer.Token, in context: Context
    ) throws(QueryError) -> Query? {
        guard case .words(let text, _, let match) = next.kind else {
            position -= 1
            try report(.missingValue(.sort), at: token.range)
            return nil
        }
        let range = token.range.lowerBound..<next.range.upperBound
        do throws(QueryProblem) {
            guard match == .stem else { throw QueryProblem.uselessSign(match.sign, .sort) }
            let wanted = try QueryValue.order(text)
            guard context.isOutermost else { throw QueryProblem.innerOrder }
            guard order == nil else { throw QueryProblem.spareOrder }
            order = (wanted, range)
        } catch {
            if case .badValue = error { try report(error, at: next.range) } else { try report(error, at: range) }
        }
        return nil
    }

    mutating func value(
        _ text: String, _ match: WordMatch, _ token: QueryLexer.Token, in context: Context
    ) throws(QueryError) -> Query? {
        if token.isUnclosed { try report(.unclosedQuote, at: token.range) }
        if text.isEmpty, match == .prefix, context.field == nil, token.range.count == 1 { return .all }
        parts += 1
        guard parts <= QueryLimits.parts else {
            if parts == QueryLimits.parts + 1 { try report(.tooManyWords(limit: QueryLimits.parts), at: token.range) }
            return nil
        }
        do throws(QueryProblem) {
            let query = try QueryValue.read(text, match: match, of: context.field)
            if let problem = capabilities.refusal(ofValue: query) { throw problem }
            // A negated word is left as it is: hits are not to vanish while their opposite is typed.
            return isInTheMaking(token) && !context.isNegated ? query.openEnded : query
        } catch {
            try report(error, at: token.range)
            return nil
        }
    }
}

extension QueryParser {
    /// A place, and those near it. A chain says that each is near the one before it.
    mutating func neighbours(in context: Context) throws(QueryError) -> Query? {
        var places = [try place(in: context)]
        var pairs: [Query?] = []
        while let token = current, case .near(let number) = token.kind {
            position += 1
            guard startsPart(current), current?.kind != .not else {
                try report(.missingOperand("NEAR"), at: token.range)
                break
            }
            let next = try place(in: context)
            pairs.append(try pair(places[places.count - 1], next, number, token))
            places.append(next)
        }
        guard !pairs.isEmpty else { return places[0] }
        var queries: [Query] = []
        for (index, place) in places.enumerated() {
            // What no NEAR could join stays a part of its own.
            let isJoined = (index > 0 && pairs[index - 1] != nil) || (index < pairs.count && pairs[index] != nil)
            if !isJoined, let place { queries.append(place) }
            if index < pairs.count, let pair = pairs[index] { queries.append(pair) }
        }
        return queries.isEmpty ? nil : Query.and(queries).normalised
    }

    private mutating func pair(
        _ left: Query?, _ right: Query?, _ number: Int?, _ token: QueryLexer.Token
    ) throws(QueryError) -> Query? {
        guard let left, let right else { return nil }
        if let problem = capabilities.refusal(of: .near) {
            try report(problem, at: token.range)
            return nil
        }
        guard let lefts = left.alternativeTexts, let rights = right.alternativeTexts,
            Set((lefts + rights).map(\.field)).count == 1
        else {
            try report(.notNear, at: token.range)
            return nil
        }
        var distance = number ?? QueryLimits.usualDistance
        if distance > QueryLimits.distance {
            try report(.tooFar(distance, limit: QueryLimits.distance), at: token.range)
            distance = QueryLimits.distance
        }
        return .near(NearQuery(lefts, rights, within: distance, field: lefts[0].field))
    }
}

extension Query {
    /// The query also taken as a beginning.
    fileprivate var openEnded: Query {
        switch self {
        case .text(let text): .or([self, .text(TextQuery(text.words, isPrefix: true, field: text.field))])
        case .note(let text): .or([self, .note(TextQuery(text.words, isPrefix: true))])
        case .tag(let tag): .tag(TagQuery(tag.name, isPrefix: true))
        case .topic(let topic): .topic(TopicQuery(topic.topic, isExact: topic.isExact, isPrefix: true))
        case .treaty(let treaty): .treaty(TreatyQuery(treaty.treaty, provision: treaty.provision, isPrefix: true))
        case .all, .near, .any, .state, .has, .dates, .language, .file, .id, .and, .or, .not: self
        }
    }

    /// The texts of a word, a phrase, or several joined by OR.
    fileprivate var alternativeTexts: [TextQuery]? {
        switch self {
        case .text(let text): return [text]
        case .or(let parts):
            var texts: [TextQuery] = []
            for part in parts {
                guard case .text(let text) = part else { return nil }
                texts.append(text)
            }
            return texts.isEmpty ? nil : texts
        case .all, .near, .any, .note, .topic, .treaty, .tag, .state, .has, .dates, .language, .file, .id, .and, .not:
            return nil
        }
    }
}
