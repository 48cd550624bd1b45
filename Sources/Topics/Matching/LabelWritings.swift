/// The ways in which a label with compound words may be written: «cyber-crime» and «cyber crime» are the same words to
/// the lexicon, «cybercrime» is another.
struct LabelWritings {
    struct Variant: Hashable {
        var text: String
        /// The number of words of the label as it is in the vocabulary.
        var wordCount: Int
    }

    /// Words that stand alone in some label, in lower case: where two of them make up a third, that may be written as two.
    private let words: Set<String>

    init(_ labels: [String]) {
        words = Set(labels.flatMap { Self.parts(of: $0).map(\.word) })
    }

    /// The label with one hyphen left out, with the blank of a two-word label left out, and with one compound of two
    /// known words written as two. Without the label itself.
    func variants(of label: String) -> [Variant] {
        let parts = Self.parts(of: label)
        guard parts.count <= 4, parts.allSatisfy({ part in part.word.utf8.allSatisfy { $0 < 0x80 } }) else { return [] }
        let count = parts.count
        var variants: Set<String> = []
        for place in parts.indices.dropFirst() where parts[place].isHyphenated || count == 2 {
            variants.insert(Self.join(parts, mergedAt: place))
        }
        for place in parts.indices {
            guard let (head, tail) = halves(of: parts[place].word) else { continue }
            variants.insert(Self.join(parts[..<place].map(\.word) + [head, tail] + parts[(place + 1)...].map(\.word)))
        }
        for variant in variants.union([Self.join(parts.map(\.word))]) {
            if let other = Self.otherSpelling(of: variant) { variants.insert(other) }
        }
        return variants.subtracting([label.lowercased(), Self.join(parts.map(\.word))]).sorted().map { Variant(text: $0, wordCount: count) }
    }

    /// American and British: «authorized» and «authorised», «center» and «centre».
    private static let spellings = [
        ("ized", "ised"), ("ization", "isation"), ("izing", "ising"), ("center", "centre"), ("behavior", "behaviour"),
        ("defense", "defence"),
    ]

    /// The label in the spelling of the other side of the ocean, where that differs.
    private static func otherSpelling(of label: String) -> String? {
        let words = label.split(separator: " ").map { word -> String in
            for (american, british) in spellings where word.utf8.count > american.utf8.count + 1 || word == american {
                if word.hasSuffix(american) { return word.dropLast(american.count) + british }
                if word.hasSuffix(british) { return word.dropLast(british.count) + american }
            }
            return String(word)
        }
        let other = join(words)
        return other == label ? nil : other
    }

    /// The two known words that a compound is made of.
    private func halves(of word: String) -> (String, String)? {
        let bytes = Array(word.utf8)
        guard bytes.count >= 7 else { return nil }
        for length in 3...(bytes.count - 3) {
            let head = String(decoding: bytes[..<length], as: UTF8.self)
            let tail = String(decoding: bytes[length...], as: UTF8.self)
            if words.contains(head), words.contains(tail) { return (head, tail) }
        }
        return nil
    }

    private struct Part {
        var word: String
        /// That a hyphen and nothing else parts it from the word before.
        var isHyphenated: Bool
    }

    /// The words of a label in lower case, parted by blanks, hyphens and the like.
    private static func parts(of label: String) -> [Part] {
        var parts: [Part] = []
        var word: [UInt8] = []
        var isHyphenated = false
        func isParting(_ byte: UInt8) -> Bool {
            byte <= 0x20 || "()/,".utf8.contains(byte)
        }
        for byte in Array(label.lowercased().utf8) + [0x20] {
            let isHyphen = byte == UInt8(ascii: "-")
            guard isHyphen || isParting(byte) else {
                word.append(byte)
                continue
            }
            if !word.isEmpty { parts.append(Part(word: String(decoding: word, as: UTF8.self), isHyphenated: isHyphenated)) }
            isHyphenated = isHyphen && !word.isEmpty
            word.removeAll(keepingCapacity: true)
        }
        return parts
    }

    private static func join(_ parts: [Part], mergedAt place: Int) -> String {
        let words = parts.map(\.word)
        return join(Array(words[..<(place - 1)]) + [words[place - 1] + words[place]] + Array(words[(place + 1)...]))
    }

    private static func join(_ words: [String]) -> String { words.joined(separator: " ") }
}
