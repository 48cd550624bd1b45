import Articles
@testable import Briefings
import Foundation
import Testing
import Topics

/// The reports written for this project, with the story that each tells.
struct StorySet {
    struct Report {
        /// Nothing for one that shares its story with no other.
        var story: Int?
        var source: String
        var article: Article
        var text: StoryText
    }

    let reports: [Report]

    init() throws {
        let url = try #require(Bundle.module.url(forResource: "stories", withExtension: "txt", subdirectory: "Fixtures"))
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
        reports = try stride(from: 0, to: lines.count, by: 2).map { try Self.report(lines[$0], lines[$0 + 1]) }
    }

    private static func report(_ head: Substring, _ text: Substring) throws -> Report {
        let parts = head.split(separator: "|", maxSplits: 1)
        let words = parts[0].split(separator: " ")
        try #require(parts.count == 2 && words.count >= 5 && words[0] == "@" && !text.hasPrefix("@"))
        let title = parts[1].trimmingCharacters(in: .whitespaces)
        let topic = TopicID(String(words[2]))
        let day = try #require(Int(words[3]))
        return Report(
            story: Int(words[1]), source: words[4...].joined(separator: " "),
            article: Article(title: title, language: "en", blocks: [Block(.paragraph, String(text))]),
            text: StoryText(title: title, text: String(text), day: 20_453 + day, topics: [topic]))
    }

    /// How well groups agree with the stories, over all pairs of reports.
    func score(_ groups: [[Int]]) -> (precision: Double, recall: Double, f1: Double) {
        var group = [Int](repeating: 0, count: reports.count)
        for (number, members) in groups.enumerated() { for member in members { group[member] = number } }
        var (both, found, told) = (0, 0, 0)
        for left in reports.indices {
            for right in reports.indices where right > left {
                let isStory = reports[left].story != nil && reports[left].story == reports[right].story
                let isGroup = group[left] == group[right]
                if isStory { told += 1 }
                if isGroup { found += 1 }
                if isStory && isGroup { both += 1 }
            }
        }
        let (precision, recall) = (Double(both) / Double(max(1, found)), Double(both) / Double(max(1, told)))
        return (precision, recall, both == 0 ? 0 : 2 * precision * recall / (precision + recall))
    }
}
