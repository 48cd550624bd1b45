/// Writes a vocabulary as SKOS (W3C Recommendation of 18 August 2009) in Turtle (W3C Recommendation of 25 February 2014).
///
/// A topic is a concept with its code as notation; labels are preferred, alternative or hidden ones, as they are; provisions are
/// what it references. How labels match has no place in SKOS and is left out.
public struct SKOSWriter {
    private let vocabulary: Vocabulary
    private static let scheme = "<urn:dossier:vocabulary>"

    public init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// The document, a statement about one subject at a time, each ending its lines but the last.
    public var statements: some Sequence<String> {
        [head].lazy + vocabulary.topics.lazy.map { statement(about: $0) }
    }

    private var head: String {
        let prefixes = [
            "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .", "@prefix dct: <http://purl.org/dc/terms/> .",
            "@prefix topic: <urn:dossier:topic:> .", "",
        ]
        let facts = ["a skos:ConceptScheme"] + list("skos:hasTopConcept", vocabulary.roots.map { Self.name(of: $0) })
        return (prefixes + [Self.statement(Self.scheme, facts)]).joined(separator: "\n")
    }

    private func statement(about topic: Topic) -> String {
        var facts = ["a skos:Concept", "skos:inScheme \(Self.scheme)", "skos:notation \(Self.quoted(topic.code))"]
        if topic.broader == nil { facts.append("skos:topConceptOf \(Self.scheme)") }
        var seen: Set<String> = []
        for kind in Label.Kind.allCases {
            let labels = topic.labels.filter { $0.kind == kind }.map { "\(Self.quoted($0.text))@\($0.language)" }
            // The three kinds have no label in common (section 5.4, S13).
            facts += list(Self.property(kind), labels.filter { seen.insert($0).inserted })
        }
        facts += list("skos:broader", topic.broader.map { [Self.name(of: $0)] } ?? [])
        facts += list("skos:narrower", vocabulary.children(of: topic.id).map { Self.name(of: $0) })
        facts += list("skos:related", topic.related.map { Self.name(of: $0) })
        facts += list("dct:references", topic.provisions.map { "<urn:dossier:provision:\($0)>" })
        return Self.statement(Self.name(of: topic.id), facts)
    }

    private func list(_ property: String, _ values: [String]) -> [String] {
        values.isEmpty ? [] : [property + " " + values.joined(separator: ", ")]
    }

    private static func statement(_ subject: String, _ facts: [String]) -> String {
        subject + " " + facts.joined(separator: " ;\n    ") + " .\n"
    }

    private static func property(_ kind: Label.Kind) -> String {
        switch kind {
        case .preferred: "skos:prefLabel"
        case .alternative: "skos:altLabel"
        case .hidden: "skos:hiddenLabel"
        }
    }

    private static func name(of topic: TopicID) -> String { "topic:\(topic)" }

    /// A literal in quotes; what may not stand in one is escaped (Turtle, section 6.4).
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
