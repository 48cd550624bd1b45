import Text

/// All texts that an index is made from, a line each, so that a lexicon can see them at once.
struct LabelCorpus {
    /// What a line is there for. Acronyms are named by their places in the vocabulary.
    enum Line {
        case label(Label, topic: Int)
        /// A label with two of its words written as one, or one as two.
        case variant(Label, topic: Int, contentCount: Int)
        case acronym(Int)
        case expansion(Int)
        case rival(Int)
        case cue(Int, isPositive: Bool)
        /// The forms of an irregular verb, the base first.
        case verb
        /// «of», which turns a compound round.
        case preposition
    }

    private(set) var text = ""
    private(set) var lines: [Line] = []

    /// The labels of `language` and the English ones, with their writings, and the acronyms.
    init(_ vocabulary: Vocabulary, language: String) {
        var labels: [(label: Label, topic: Int)] = []
        for (place, topic) in vocabulary.topics.enumerated() {
            for label in topic.labels where label.match != .never && (label.language == language || label.language == "en") {
                labels.append((label, place))
                append(label.text, .label(label, topic: place))
            }
        }
        let writings = LabelWritings(labels.map(\.label.text))
        for (label, topic) in labels where label.match == .stem {
            for variant in writings.variants(of: label.text) {
                append(variant.text, .variant(label, topic: topic, contentCount: variant.wordCount))
            }
        }
        for (place, acronym) in vocabulary.acronyms.enumerated() where acronym.needs.isEmpty { append(acronym, place) }
        guard language == "en" else { return }
        append("of", .preposition)
        for forms in IrregularVerbs.forms { append(forms.joined(separator: " "), .verb) }
    }

    private mutating func append(_ acronym: Acronym, _ place: Int) {
        append(acronym.text, .acronym(place))
        append(acronym.expansion, .expansion(place))
        // What stands in parentheses explains the rival and is no part of its name.
        for rival in acronym.rivals {
            let name = String(rival.prefix { $0 != "(" }.reversed().drop { $0 == " " }.reversed())
            // «rat (animal)» does not stand against RAT wherever that is read.
            if name.lowercased() != acronym.text.lowercased() { append(name, .rival(place)) }
        }
        for cue in acronym.positive { append(cue, .cue(place, isPositive: true)) }
        for cue in acronym.negative { append(cue, .cue(place, isPositive: false)) }
    }

    private mutating func append(_ text: String, _ line: Line) {
        self.text += text
        self.text += "\n"
        lines.append(line)
    }

    /// The lines with their words; those without any are left out.
    func words(_ lexicon: Lexicon) -> [(line: Line, tokens: [Token])] {
        let tokens = lexicon.intern(text)
        var words: [(line: Line, tokens: [Token])] = []
        words.reserveCapacity(lines.count)
        var line = 0
        var next = 0
        for (offset, byte) in text.utf8.enumerated() where byte == UInt8(ascii: "\n") {
            let start = next
            while next < tokens.count, Int(tokens[next].start) < offset { next += 1 }
            if next > start { words.append((lines[line], Array(tokens[start..<next]))) }
            line += 1
        }
        return words
    }
}
