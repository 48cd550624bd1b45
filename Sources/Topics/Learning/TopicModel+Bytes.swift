import Text

/// A model that cannot be read.
public struct ModelError: ExplainedError {
    public enum Problem: Hashable, Sendable {
        /// The bytes do not begin as a model does, or were written by a later version.
        case notAModel
        /// A line, counted from 1, that no model holds.
        case badLine(Int)
    }

    public var problem: Problem

    public var what: String {
        switch problem {
        case .notAModel: "the learned model"
        case .badLine(let line): "the learned model, line \(line)"
        }
    }

    public var why: String {
        switch problem {
        case .notAModel: "it was not written by this version"
        case .badLine: "it is damaged"
        }
    }

    public var remedy: String { "learn anew from the decisions; nothing else depends on it" }
}

extension TopicModel {
    private static let head = "dossier-model 3"

    /// Text of lines in a fixed order, numbers as the bits of their IEEE 754 form: equal models give equal bytes.
    public var bytes: [UInt8] {
        var lines = [Self.head]
        for (id, topic) in topics.sorted(by: { $0.key < $1.key }) {
            let numbers = [topic.bias, topic.scale] + topic.surroundings
            lines.append(
                (["topic", id.rawValue, String(topic.accepted), String(topic.rejected), topic.threshold.map { Self.hex($0) } ?? "-",
                    topic.onlyLinked ? "linked" : "all"]
                    + numbers.map { Self.hex($0) }).joined(separator: "\t"))
            for (word, weight) in topic.words.sorted(by: { $0.key < $1.key }) { lines.append("word\t\(word)\t\(Self.hex(weight))") }
            for (words, weight) in topic.matched.sorted(by: { $0.key < $1.key }) { lines.append("matched\t\(words)\t\(Self.hex(weight))") }
        }
        for (id, counts) in labels.sorted(by: { $0.key < $1.key }) {
            for (words, count) in counts.sorted(by: { $0.key < $1.key }) {
                lines.append("label\t\(id)\t\(count.accepted)\t\(count.rejected)\t\(words)")
            }
        }
        lines += Self.lines("never-match", settings.neverMatch) + Self.lines("never-learn", settings.neverLearn)
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private static func lines(_ name: String, _ settings: [TopicID: Set<String>]) -> [String] {
        settings.sorted { $0.key < $1.key }.flatMap { id, texts in texts.sorted().map { "\(name)\t\(id)\t\($0)" } }
    }

    private static func hex(_ number: Double) -> String { String(number.bitPattern, radix: 16) }

    /// Reads ``bytes``.
    public init(bytes: [UInt8]) throws(ModelError) {
        self.init()
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        guard let head = lines.first, head.elementsEqual(Self.head.utf8) else { throw ModelError(problem: .notAModel) }
        var current: TopicID?
        for (place, line) in lines.enumerated().dropFirst() {
            let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            guard read(cells, &current) else { throw ModelError(problem: .badLine(place + 1)) }
        }
    }

    private mutating func read(_ cells: [String], _ current: inout TopicID?) -> Bool {
        switch (cells.first, cells.count) {
        case ("topic", 8 + Surrounding.allCases.count):
            var topic = Topic()
            let numbers = cells[6...].compactMap { Self.number($0) }
            guard let accepted = Int(cells[2]), let rejected = Int(cells[3]), numbers.count == cells.count - 6 else { return false }
            (topic.accepted, topic.rejected, topic.threshold) = (accepted, rejected, Self.number(cells[4]))
            topic.onlyLinked = cells[5] == "linked"
            (topic.bias, topic.scale, topic.surroundings) = (numbers[0], numbers[1], Array(numbers[2...]))
            current = TopicID(cells[1])
            topics[TopicID(cells[1])] = topic
        case ("word", 3):
            guard let current, let weight = Self.number(cells[2]) else { return false }
            topics[current]?.words[cells[1]] = weight
        case ("matched", 3):
            guard let current, let weight = Self.number(cells[2]) else { return false }
            topics[current]?.matched[cells[1]] = weight
        case ("label", 5):
            guard let accepted = Int(cells[2]), let rejected = Int(cells[3]) else { return false }
            labels[TopicID(cells[1]), default: [:]][cells[4]] = LabelCount(accepted: accepted, rejected: rejected)
        case ("never-match", 3): settings.neverMatch[TopicID(cells[1]), default: []].insert(cells[2])
        case ("never-learn", 3): settings.neverLearn[TopicID(cells[1]), default: []].insert(cells[2])
        default: return false
        }
        return true
    }

    private static func number(_ text: String) -> Double? {
        guard let bits = UInt64(text, radix: 16) else { return nil }
        let number = Double(bitPattern: bits)
        return number.isFinite ? number : nil
    }
}
