extension Query: CustomStringConvertible {
    /// The query in its own language. Parsed again, it gives the ``normalised`` query.
    public var description: String { normalised.printed(inside: .nothing) }

    /// What a part stands in: decides about parentheses.
    private enum Surroundings { case nothing, sequence, alternatives, negation }

    private func printed(inside surroundings: Surroundings) -> String {
        switch self {
        case .all: "*"
        case .text(let text): text.description
        case .topic(let topic): topic.description
        case .tag(let tag): "tag:" + Self.quotedIfNeeded(tag.name) + (tag.isPrefix ? "*" : "")
        case .state(let state): "is:" + state.rawValue
        case .dates(let span): span.description
        case .language(let language): "lang:" + Self.quotedIfNeeded(language)
        case .file(let file): "file:" + Self.quotedIfNeeded(file)
        case .not(let query): "-" + query.printed(inside: .negation)
        case .and(let parts):
            Self.grouped(
                parts.map { $0.printed(inside: .sequence) }.joined(separator: " "), surroundings == .negation)
        case .or(let parts):
            Self.grouped(
                parts.map { $0.printed(inside: .alternatives) }.joined(separator: " OR "),
                surroundings == .negation || surroundings == .sequence)
        }
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
        guard !text.isEmpty, !text.hasPrefix("-"), !["AND", "OR", "NOT"].contains(text) else { return false }
        return text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.numericType != nil || "-_.'’/".unicodeScalars.contains($0)
        }
    }
}

extension TextQuery: CustomStringConvertible {
    /// As a query writes it: `title:"cyber crime"*`.
    public var description: String {
        (field.map { $0.queryField.rawValue + ":" } ?? "") + Query.quotedIfNeeded(words) + (isPrefix ? "*" : "")
    }
}

extension TopicQuery: CustomStringConvertible {
    /// As a query writes it: `topic:=extradition`.
    public var description: String {
        "topic:" + Query.quotedIfNeeded((isExact ? "=" : "") + topic) + (isPrefix ? "*" : "")
    }
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
