import Foundation
import LibraryMaker
import Topics

/// How much better the engine gets with decided articles, on labelled passages that the project does not have.
struct LearningCurve {
    /// After how many articles it is measured.
    private static let steps = [0, 10, 50, 200]
    private static let splits = 10

    private struct Line: Decodable {
        var id: String
        var article: String
        var title: String
        var text: String
        var labels: [String]
    }

    private let lines: [(passage: LonePassage, labels: Set<TopicID>)]
    private let topics: [TopicID]

    /// - Parameters:
    ///   - topics: for names of labels that are no topics' ids, the topics that they stand for. Labels that stand for none
    ///     are passed over.
    init(path: String, topics: [String: String]) throws {
        let decoder = JSONDecoder()
        lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { text in
            let line = try decoder.decode(Line.self, from: Data(text.utf8))
            let passage = LonePassage(id: line.id, article: line.article, title: line.title, text: line.text)
            let labels = line.labels.compactMap { label in
                Vocabulary.builtIn.topic(TopicID(topics[label] ?? label))?.id
            }
            return (passage, Set(labels))
        }
        self.topics = Set(lines.flatMap(\.labels)).sorted { $0.description < $1.description }
    }

    func report() {
        var scores = [[Double]](repeating: [], count: Self.steps.count)
        for split in 0..<Self.splits {
            for (place, score) in measure(seed: UInt64(split)).enumerated() { scores[place].append(score) }
        }
        for (step, scores) in zip(Self.steps, scores) where !scores.isEmpty {
            let mean = scores.reduce(0, +) / Double(scores.count)
            let (least, most) = (scores.min() ?? 0, scores.max() ?? 0)
            dossier_benchmarks.report("micro-F1 after \(step) articles, mean of \(scores.count) splits".padding(to: 60)
                + "\(Self.rounded(mean))  (\(Self.rounded(least)) to \(Self.rounded(most)))")
        }
    }

    /// One order of the articles: it learns from those at the front, and is measured on the same ones at the end.
    private func measure(seed: UInt64) -> [Double] {
        var generator = SplitMix64(seed: seed)
        let articles = Set(lines.map(\.passage.article)).sorted().shuffled(using: &generator)
        let steps = Self.steps.filter { $0 < articles.count * 3 / 4 }
        let tested = Set(articles.dropFirst(steps.last ?? 0))
        let test = lines.filter { tested.contains($0.passage.article) }
        return steps.map { step in
            let learned = Set(articles.prefix(step))
            let decisions = lines.filter { learned.contains($0.passage.article) }.flatMap { passage, labels in
                topics.map { LoneDecision(passage: passage, topic: $0, isAccepted: labels.contains($0)) }
            }
            return score(PassageTagging(decisions: decisions), test)
        }
    }

    /// Micro-averaged F1 of the links that are probable.
    private func score(_ tagging: PassageTagging, _ test: [(passage: LonePassage, labels: Set<TopicID>)]) -> Double {
        var (right, given, due) = (0, 0, 0)
        for (found, line) in zip(tagging.tag(test.map(\.passage)), test) {
            let topics = Set(found.links.filter { $0.standing == .probable }.map(\.topic)).intersection(self.topics)
            right += topics.intersection(line.labels).count
            given += topics.count
            due += line.labels.count
        }
        return given + due > 0 ? 2 * Double(right) / Double(given + due) : 0
    }

    /// With three decimals.
    private static func rounded(_ value: Double) -> String { String(format: "%.3f", value) }
}
