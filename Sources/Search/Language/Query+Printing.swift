extension Query: CustomStringConvertible {
    /// The query in its own language. Parsed again, it gives the ``normalised`` query.
    public var description: String { normalised.printed(inside: .nothing) }

    /// What a part stands in: decides about parentheses.
    private enum Surroundings { case nothing, sequence, alternatives, negation, any }

    private func printed(inside surroundings: Surroundings) -> String {
        switch self {
        case .all: "*"
        case .text(let text): text.description
        case .near(let near): near.description
        case .note(let text): "note:" + text.value
        case .topic(let topic): topic.description
        case .treaty(let treaty): treaty.description
        case .tag(let tag): "tag:" + Self.quotedIfNeeded(tag.name) + (tag.isPrefix ? "*" : "")
        case .state(let state): "is:" + state.rawValue
        case .has(let part): "has:" + part.rawValue
        case .dates(let span): span.description
        case .language(let language): "lang:" + Self.quotedIfNeeded(language)
        case .file(let file): "file:" + Self.quotedIfNeeded(file)
        case .id(let id): "id:" + Self.quotedIfNeeded(id)
        case .not(let query): "-" + query.printed(inside: .negation)
        case .any(let parts): "any:(" + Self.listed(parts, inside: .any, by: " ") + ")"
        case .and(let parts):
            Self.grouped(
                Self.listed(parts, inside: .sequence, by: " "), surroundings == .negation || surroundings == .any)
        case .or(let parts):
            Self.grouped(
                Self.listed(parts, inside: .alternatives, by: " OR "),
                surroundings == .negation || surroundings == .sequence || surroundings == .any)
        }
    }

    private static func listed(_ parts: [Query], inside surroundings: Surroundings, by sign: String) -> String {
        parts.map { $0.printed(inside: surroundings) }.joined(separator: sign)
    }

    private static func grouped(_ text: String, _ needsGroup: Bool) -> String { needsGroup ? "(" + text + ")" : text }

    /// `text`, in quotes unless it is a plain word.
    static func quotedIfNeeded(_ text: String) -> String {
        isPlain(text) ? text : quoted(text)
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted.unicodeScalars.append("\\") }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    private static func isPlain(_ text: String) -> Bool {
        // Behind a field's colon, two slashes are an address: `title://a` is no field.
        guard !text.isEmpty, !text.hasPrefix("-"), !text.hasPrefix("//"), QueryLexer.sign(text) == nil else { return false }
        return text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.numericType != nil || "-_.'’/".unicodeScalars.contains($0)
        }
    }
}

extension TextQuery: CustomStringConvertible {
    /// As a query writes it: `title:"cyber crime"*`.
    public var description: String { (field.map { $0.queryField.rawValue + ":" } ?? "") + value }

    /// The same without its field.
    var value: String { Query.quotedIfNeeded(words) + match.sign }
}

extension NearQuery: CustomStringConvertible {
    /// As a query writes it: `(fraud OR scam) NEAR/5 investment`.
    public var description: String {
        let text = Self.side(left) + " NEAR/\(distance) " + Self.side(right)
        return field.map { $0.queryField.rawValue + ":(" + text + ")" } ?? text
    }

    private static func side(_ texts: [TextQuery]) -> String {
        let text = texts.map(\.value).joined(separator: " OR ")
        return texts.count > 1 ? "(" + text + ")" : text
    }
}

extension TopicQuery: CustomStringConvertible {
    /// As a query writes it: `topic:=extradition`.
    public var description: String {
        "topic:" + Query.quotedIfNeeded((isExact ? "=" : "") + topic) + (isPrefix ? "*" : "")
    }
}

extension TreatyQuery: CustomStringConvertible {
    /// As a query writes it: `treaty:UNCC/7`.
    public var description: String { "treaty:" + Query.quotedIfNeeded(name) + (isPrefix ? "*" : "") }

    /// `UNCC`, `UNCC/7`.
    public var name: String { treaty + (provision.map { "/" + $0 } ?? "") }
}

extension DateSpan: CustomStringConvertible {
    /// As a query writes it: `date:2024-08..2024-12`.
    public var description: String {
        switch self {
        case .since(let bound): "since:\(bound)"
        case .before(let bound): "before:\(bound)"
        case .through(let bound): "date:..\(bound)"
        case .between(.date(let first), .date(let last)) where first == last: "date:\(first)"
        case .between(let first, let last): "date:\(first)..\(last)"
        }
    }
}
