import Sync
import Text
import Topics

/// All that is known of a topic, for people and as JSON.
struct VocabularyTopicPage {
    private let topic: Topic
    private let all: LibraryVocabulary
    private var vocabulary: Vocabulary { all.vocabulary }

    init(_ topic: Topic, in all: LibraryVocabulary) {
        self.topic = topic
        self.all = all
    }

    private var isOff: Bool { all.extended.isOff(topic.id) }

    // MARK: In the tree

    /// `RANSOM    Ransomware and cyber extortion  — ransomware, 32 labels`.
    func row(depth: Int) -> String {
        let code = topic.code + String(repeating: " ", count: max(0, 6 - topic.code.utf8.count))
        let notes = ["\(topic.id)", Self.count(topic.labels.count, "label"), origin == Self.builtIn ? nil : "your own", isOff ? "off" : nil]
        return "\(code)  \(String(repeating: "  ", count: depth))\(topic.label)  — " + notes.compactMap { $0 }.joined(separator: ", ")
    }

    func summary(depth: Int) -> JSONValue {
        .object(present: [
            ("id", .string(topic.id.rawValue)), ("code", .string(topic.code)), ("label", .string(topic.label)),
            ("depth", .number(depth)), ("broader", topic.broader.map { .string($0.rawValue) }),
            ("labels", .number(topic.labels.count)), ("origin", .string(origin)), ("off", .bool(isOff)),
        ])
    }

    // MARK: By itself

    var lines: [String] {
        var lines = ["\(topic.label)  (\(topic.id), \(topic.code))" + (isOff ? "  — off" : "")]
        add("broader", topic.broader.map { [$0.rawValue] } ?? [], to: &lines)
        add("narrower", vocabulary.children(of: topic.id).map(\.rawValue), to: &lines)
        add("related", topic.related.map(\.rawValue), to: &lines)
        add("provisions", topic.provisions.map { vocabulary.citation(of: $0) }, to: &lines)
        add("category lines", kickers, to: &lines)
        add("acronyms", acronyms.map { "\($0.text) (\($0.expansion))" }, to: &lines)
        add("switched off", silenced, to: &lines)
        for language in languages {
            lines.append("  labels, \(language)")
            lines += topic.labels.filter { $0.language == language }.map { "    \($0.text)  — \(notes(on: $0))" }
        }
        return lines
    }

    private func add(_ name: String, _ values: [String], to lines: inout [String]) {
        if !values.isEmpty { lines.append("  \(name): \(values.joined(separator: "; "))") }
    }

    private func notes(on label: Label) -> String {
        let kind: String? =
            switch label.kind {
            case .preferred: "name"
            case .alternative: nil
            case .hidden: "hidden"
            }
        let match =
            switch label.match {
            case .stem: "by stem"
            case .exact: "exactly as written"
            case .never: "not matched"
            }
        let place = all.extended.place(of: label, in: topic.id).map { "\(file($0)), line \($0.line)" }
        return [kind, match, label.isCommon ? "common word" : nil, place].compactMap { $0 }.joined(separator: ", ")
    }

    var json: JSONValue {
        .object(present: [
            ("id", .string(topic.id.rawValue)), ("code", .string(topic.code)), ("label", .string(topic.label)),
            ("origin", .string(origin)), ("off", .bool(isOff)), ("broader", topic.broader.map { .string($0.rawValue) }),
            ("narrower", strings(vocabulary.children(of: topic.id).map(\.rawValue))),
            ("related", strings(topic.related.map(\.rawValue))), ("provisions", strings(topic.provisions.map(\.description))),
            ("kickers", strings(kickers)), ("acronyms", strings(acronyms.map(\.text))), ("silenced", strings(silenced)),
            ("labels", .array(topic.labels.map { json($0) })),
        ])
    }

    private func json(_ label: Label) -> JSONValue {
        let place = all.extended.place(of: label, in: topic.id)
        return .object(present: [
            ("text", .string(label.text)), ("lang", .string(label.language)), ("kind", .string(label.kind.rawValue)),
            ("match", .string(label.match.rawValue)), ("common", .bool(label.isCommon)),
            ("origin", .string(place.map { role($0) } ?? Self.builtIn)), ("file", place.map { .string(file($0)) }),
            ("line", place.map { .number($0.line) }),
        ])
    }

    private func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

    // MARK: What it is made of

    private static let builtIn = "built-in"

    private static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }

    /// Where the topic comes from.
    private var origin: String { all.extended.places[.topic(topic.id)].map { role($0) } ?? Self.builtIn }

    private func role(_ place: VocabularyExtension.Place) -> String { all.files[place.file].source.role.rawValue }

    private func file(_ place: VocabularyExtension.Place) -> String { all.files[place.file].source.path }

    private var kickers: [String] { vocabulary.kickers.filter { $0.topics.contains(topic.id) }.map(\.name) }

    private var acronyms: [Acronym] { vocabulary.acronyms.filter { $0.topic == topic.id } }

    private var silenced: [String] {
        all.extended.places.keys.compactMap { entry in
            if case .silenced(topic.id, let text) = entry { text } else { nil }
        }.sorted()
    }

    /// In the order in which the topic has labels in them.
    private var languages: [String] {
        var seen: Set<String> = []
        return topic.labels.map(\.language).filter { seen.insert($0).inserted }
    }
}
