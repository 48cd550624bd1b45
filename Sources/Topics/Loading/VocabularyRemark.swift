import Text

/// Something about a label of the user's that is no fault, and that he may not have meant.
public struct VocabularyRemark: Hashable, Sendable, CustomStringConvertible {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Another topic's label has the same stems: both match the same words, and each weighs less.
        case sharedStem = "shared-stem"
        /// Another topic's acronym is written the same.
        case sharedAcronym = "shared-acronym"
        /// It has no word with a meaning, and is never matched.
        case noContent = "no-content"
    }

    public var kind: Kind
    public var place: VocabularyExtension.Place
    public var topic: TopicID
    public var label: String
    /// The other topic and its label, where there is one.
    public var other: TopicID?
    public var otherLabel: String?

    /// Without the place.
    public var description: String {
        let owned = "«\(label)» of «\(topic)»"
        let others = "«\(otherLabel ?? "")» of «\(other ?? topic)»"
        return switch kind {
        case .sharedStem: "\(owned) has the same stem as \(others): both match the same words, and each weighs less"
        case .sharedAcronym: "\(owned) is written like the acronym \(others), which is decided by the words around it"
        case .noContent: "\(owned) has no word with a meaning of its own, and is never matched"
        }
    }
}

extension VocabularyExtension {
    /// What is to be said of the labels of the files, in their order. Stems all labels of the languages that the files have
    /// labels in.
    public func remarks() -> [VocabularyRemark] {
        let own = vocabulary.topics.flatMap { topic in
            topic.labels.compactMap { label in
                place(of: label, in: topic.id).map { OwnLabel(topic: topic.id, label: label, place: $0) }
            }
        }
        let languages = Set(own.map(\.label.language)).sorted()
        let found = languages.flatMap { language in
            remarks(on: own.filter { $0.label.language == language && $0.label.match != .never }, language: language)
        }
        return found.sorted { ($0.place.file, $0.place.line, $0.label) < ($1.place.file, $1.place.line, $1.label) }
    }

    private struct OwnLabel {
        var topic: TopicID
        var label: Label
        var place: Place
    }

    private func remarks(on own: [OwnLabel], language: String) -> [VocabularyRemark] {
        let lexicon = Lexicon(language: Language(tag: language))
        let stops = StopWords.of(language)
        let stems = stemmed(language, lexicon)
        return own.flatMap { item -> [VocabularyRemark] in
            let tokens = lexicon.tokens(in: item.label.text)
            if tokens.allSatisfy({ stops.contains(lexicon.form($0.form)) }) { return [remark(.noContent, item)] }
            guard item.label.match == .stem else {
                let others = vocabulary.acronyms.filter { $0.text == item.label.text && $0.topic != item.topic }
                return others.map { remark(.sharedAcronym, item, $0.topic, $0.text) }
            }
            let others = stems[tokens.map { lexicon.stem($0.stem) }] ?? []
            return others.filter { $0.topic != item.topic }.map { remark(.sharedStem, item, $0.topic, $0.text) }
        }
    }

    /// The labels of a language that match by their stems, by these.
    private func stemmed(_ language: String, _ lexicon: Lexicon) -> [[String]: [(topic: TopicID, text: String)]] {
        var stems: [[String]: [(topic: TopicID, text: String)]] = [:]
        for topic in vocabulary.topics {
            for label in topic.labels where label.language == language && label.match == .stem {
                let key = lexicon.tokens(in: label.text).map { lexicon.stem($0.stem) }
                let isKnown = stems[key]?.contains { $0.topic == topic.id } ?? false
                if !isKnown { stems[key, default: []].append((topic.id, label.text)) }
            }
        }
        return stems
    }

    private func remark(
        _ kind: VocabularyRemark.Kind, _ item: OwnLabel, _ other: TopicID? = nil, _ text: String? = nil
    ) -> VocabularyRemark {
        VocabularyRemark(
            kind: kind, place: item.place, topic: item.topic, label: item.label.text, other: other, otherLabel: text)
    }
}
