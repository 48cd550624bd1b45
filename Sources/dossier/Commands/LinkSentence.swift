import Articles
import Text
import Topics

/// A topic link in words.
struct LinkSentence {
    private let link: TopicLink

    init(_ link: TopicLink) { self.link = link }

    /// `0–312  csam  engine  98 %  “child sexual abuse material” +4.1`, on one line.
    var short: String {
        let reasons = evidence + context
        return "\(place)\t\(link.topic)\t\(link.origin.rawValue)\t\(percent(explanation.probability))\t"
            + reasons.map { "\($0.name) \(Self.signed($0.contribution))" }.joined(separator: ", ")
    }

    /// A paragraph: the passage, the sum with each of its parts, and what would change the result.
    func long(in text: String) -> String {
        var lines = ["\(link.topic) (\(link.origin.rawValue)): \(percent(explanation.probability)), \(percent(explanation.threshold)) is enough"]
        if !link.passage.range.isEmpty { lines.append("  “\(Self.beginning(of: text.slice(link.passage.range)))”") }
        lines.append("  " + Self.padded(explanation.prior) + "before anything is read")
        lines += (evidence + context).map { "  " + Self.padded($0.contribution) + $0.name }
        lines.append("  " + Self.padded(explanation.score) + "in all, in log-odds")
        if let change { lines.append("  " + change) }
        return lines.joined(separator: "\n")
    }

    private var explanation: Explanation { link.explanation }

    private var place: String {
        link.passage.range.isEmpty ? "the article" : "\(link.passage.start)–\(link.passage.end)"
    }

    private var evidence: [(name: String, contribution: Double)] {
        explanation.evidence.map { (name: "“\($0.text)”", contribution: $0.contribution) }
    }

    private var context: [(name: String, contribution: Double)] {
        explanation.context.map { (name: $0.name, contribution: $0.contribution) }
    }

    private var change: String? {
        switch explanation.smallestChange {
        case .without(let names): "without \(names.joined(separator: ", ")) it would be otherwise"
        case .more(let distance): "\(Self.signed(distance)) more would make it probable"
        case nil: nil
        }
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
