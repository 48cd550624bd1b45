import Articles
import Library
import Text
import Topics

/// A topic link in words.
struct LinkSentence {
    private let link: TopicLink
    /// Who says so, or what was said of it.
    private let standing: String

    /// `mark` stands in the place of the origin.
    init(_ link: TopicLink, mark: String? = nil) {
        self.link = link
        standing = mark ?? link.origin.rawValue
    }

    /// `0–312  csam  engine  98 %  “child sexual abuse material” +4.1`, on one line.
    var short: String {
        guard !isBare else { return "\(place)\t\(link.topic)\t\(standing)" }
        return "\(place)\t\(link.topic)\t\(standing)\t\(percent(explanation.probability))\t"
            + explanation.reasons.map { "\($0.phrase) \(Self.signed($0.contribution))" }.joined(separator: ", ")
    }

    /// A paragraph: the passage, the sum with each of its parts, and what would change the result.
    func long(in text: String) -> String {
        let passage = link.passage.range.isEmpty ? [] : ["  “\(Self.beginning(of: text.slice(link.passage.range)))”"]
        guard !isBare else { return (["\(link.topic) (\(standing)): you said so"] + passage).joined(separator: "\n") }
        var lines = ["\(link.topic) (\(standing)), \(explanation.verdict)"]
        lines += passage
        lines.append("  " + Self.padded(explanation.prior) + Explanation.priorPhrase)
        lines += explanation.reasons.map { "  " + Self.padded($0.contribution) + $0.phrase }
        lines.append("  " + Self.padded(explanation.score) + "in all, in log-odds")
        if let change = explanation.changeSentence { lines.append("  " + change) }
        return lines.joined(separator: "\n")
    }

    private var explanation: Explanation { link.explanation }

    /// Whether a person alone says so.
    private var isBare: Bool { link.origin == .user && explanation == .accepted }

    private var place: String {
        link.passage.range.isEmpty ? "the article" : "\(link.passage.start)–\(link.passage.end)"
    }

    private func percent(_ probability: Double) -> String { "\(Int((probability * 100).rounded())) %" }

    private static func signed(_ number: Double) -> String {
        let tenths = Int((abs(number) * 10).rounded())
        return (number < 0 ? "−" : "+") + "\(tenths / 10).\(tenths % 10)"
    }

    private static func padded(_ number: Double) -> String {
        let text = signed(number)
        return String(repeating: " ", count: max(0, 6 - text.count)) + text + "  "
    }

    /// The first words, on one line.
    private static func beginning(of text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.prefix(12).joined(separator: " ") + (words.count > 12 ? " …" : "")
    }
}
