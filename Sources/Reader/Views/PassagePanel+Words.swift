import Articles
import Library
import Text
import Topics

extension PassageTopic {
    /// Who says so, and how sure: «found in the text, probable: 86 %, 60 % is enough».
    var standingWords: String {
        let link = links.first
        switch standing {
        case .accepted:
            guard let link, link.explanation != .accepted else { return "added by you" }
            return "accepted by you; it is \(link.explanation.verdict)"
        case .probable, .possible: return link.map { $0.origin.words + ", " + $0.explanation.verdict } ?? ""
        case .rejected:
            guard let link, link.explanation != .accepted else { return "rejected by you" }
            return "rejected by you; it was \(link.explanation.verdict)"
        }
    }

    /// For a line of several topics.
    var shortWords: String {
        guard let explanation, explanation != .accepted else { return "added by you" }
        let words = explanation.reasons.filter { !$0.words.isEmpty && $0.contribution > 0 }.prefix(3).map { "“\($0.words)”" }
        let because = words.isEmpty ? "" : " because " + words.joined(separator: ", ")
        switch standing {
        case .accepted: return "accepted"
        case .probable: return explanation.probability.percent + because
        case .possible: return "only possible, " + explanation.probability.percent + because
        case .rejected: return "rejected"
        }
    }
}

extension PassageTopic.Standing {
    var labelRole: Role {
        switch self {
        case .accepted, .probable: .strong
        case .possible: .dimmed
        case .rejected: .struckOut
        }
    }
}

extension Explanation.Reason {
    /// Whether a few words on a topic name it: what speaks for it, and what an acronym may stand for.
    var isTold: Bool {
        if case .factor(.undecidedAcronym) = kind { return true }
        return contribution > 0
    }
}

extension TopicLink.Origin {
    /// Who says so.
    var words: String {
        switch self {
        case .engine: "found in the text"
        case .user: "accepted by you"
        case .kicker: "from the article's category line"
        case .citation: "cited here"
        }
    }
}

extension TopicBook.Provision {
    /// «Article 37 Extradition».
    var words: String { number + (title.map { " " + $0 } ?? "") }
}

extension Citation {
    /// What became of it, a line each.
    func words(_ book: TopicBook, published: ArticleDate?) -> [String] {
        switch reading {
        case .resolved(let provisions):
            return provisions.prefix(6).map { id in
                book.cited[id].map { "\($0.source), \($0.words)" } ?? id.description
            }
        case .draft(let treaty):
            let name = treaty.flatMap { book.treaties[$0] }.map { " of the \($0)" } ?? ""
            // A text that says «draft» itself, or one from before the adoption; of one without a date nobody knows.
            return published == nil
                ? ["perhaps numbered as in a draft\(name), since the article has no date: not linked"]
                : ["numbered as in a draft\(name), whose numbers moved before adoption: not linked"]
        case .unresolved(let reason): return ["not linked: " + reason.words]
        }
    }
}

extension Citation.Reason {
    var words: String {
        switch self {
        case .noInstrument: "nothing nearby says what it is an article of"
        case .otherInstrument: "of a treaty or law that the vocabulary does not have"
        case .unknownNumber: "the treaty or law has no such number"
        case .organisation: "the name of an organisation"
        }
    }
}

extension Double {
    /// In whole percent.
    var percent: String { isFinite ? "\(Int((min(max(self, 0), 1) * 100).rounded())) %" : "–" }

    /// With its sign and one decimal place: `+1.2`.
    var signed: String {
        guard isFinite, magnitude < 1e6 else { return "–" }
        let tenths = Int((magnitude * 10).rounded())
        return (self < 0 ? "−" : "+") + "\(tenths / 10).\(tenths % 10)"
    }
}

extension String {
    /// With blanks before it up to so many columns.
    func paddedLeft(to columns: Int) -> String {
        String(repeating: " ", count: max(0, columns - DisplayWidth.of(self))) + self
    }

    /// With blanks at its end up to so many columns.
    func padded(to columns: Int) -> String {
        self + String(repeating: " ", count: max(0, columns - DisplayWidth.of(self)))
    }
}
