import Text

/// Finds the labels of a ``LooseIndex`` among the words of a text.
struct LooseMatcher {
    /// The most words from one word of a label to another.
    private static let window = 8
    /// The most words between the two of a compound.
    private static let insertion = 2
    /// The most words between a verb and its object.
    private static let beforeObject = 3
    /// The most words between «of» and the noun that follows it.
    private static let afterOf = 3

    let index: LooseIndex
    let weights: Weights
    let text: UnsafeBufferPointer<UInt8>
    /// With canonical stems.
    let tokens: [Token]
    /// Whether a word of the text is another word than the label's.
    let isDerived: (_ label: UInt32, _ word: UInt32) -> Bool

    /// Linear in the number of words; at most `limit`.
    func findings(limit: Int) -> [Finding] {
        var findings: [Finding] = []
        var recent: [Int] = []
        for place in tokens.indices where index.uses(tokens[place].stem) && findings.count < limit {
            recent.removeAll { place - $0 > Self.window }
            for earlier in recent where tokens[earlier].stem != tokens[place].stem {
                for label in index.labels(with: tokens[earlier].stem, tokens[place].stem) {
                    if let finding = finding(index.labels[label], earlier, place) { findings.append(finding) }
                }
            }
            recent.append(place)
        }
        return findings
    }

    private func finding(_ label: LooseIndex.Label, _ left: Int, _ right: Int) -> Finding? {
        let isInOrder = tokens[left].stem == label.stems[0]
        let places: [Int]?
        switch label.grammar {
        case .participle: places = isOneSentence(left, right) ? [left, right] : nil
        case .compound: places = isCompound(label, left, right, isInOrder) ? [left, right] : nil
        case .phrase: places = self.places(of: label, left, right)
        }
        guard let places, let first = places.min(), let last = places.max(), fits(label, places) else { return nil }
        return Finding(
            topic: label.topic, range: Int(tokens[first].start)..<Int(tokens[last].end), pattern: label.pattern,
            value: label.value + (isInOrder ? weights.inserted : weights.permuted), isCommon: false, acronym: nil,
            wordCount: places.count, isLoose: true)
    }

    /// A participle may be any form of its verb; the other words must be forms of the label's.
    private func fits(_ label: LooseIndex.Label, _ places: [Int]) -> Bool {
        for (number, (stem, form)) in zip(label.stems, label.forms).enumerated() where label.grammar != .participle || number > 0 {
            guard let place = places.first(where: { tokens[$0].stem == stem }), !isDerived(form, tokens[place].form)
            else { return false }
        }
        return true
    }

    private func isCompound(_ label: LooseIndex.Label, _ left: Int, _ right: Int, _ isInOrder: Bool) -> Bool {
        guard isOneClause(left, right) else { return false }
        if isInOrder { return right - left - 1 <= Self.insertion }
        if right - left >= 2, tokens[left + 1].stem == index.of { return right - left - 2 <= Self.afterOf }
        return right - left - 1 <= Self.beforeObject && isVerb(left, ofNoun: label.forms[1])
    }

    /// Whether the word at `place`, of the same stem as a label's noun, is a form of the verb: «leaked» for «leak»,
    /// «exfiltrates» for «exfiltration».
    private func isVerb(_ place: Int, ofNoun noun: UInt32) -> Bool {
        guard tokens[place].form != noun, !isDerived(noun, tokens[place].form) else { return false }
        return Self.verbEndings.contains { text[tokens[place].range].suffix($0.count).elementsEqual($0) }
    }

    private static let verbEndings = ["ed", "ing", "ate", "ates"].map { Array($0.utf8) }

    /// Where all words of a longer label stand around two of them, each once.
    private func places(of label: LooseIndex.Label, _ left: Int, _ right: Int) -> [Int]? {
        var places = [left, right]
        let around = max(0, right - Self.window)...min(tokens.count - 1, left + Self.window)
        for stem in label.stems.dropFirst(2) {
            guard let place = around.first(where: { tokens[$0].stem == stem && !places.contains($0) }) else { return nil }
            places.append(place)
        }
        guard let first = places.min(), let last = places.max(), isOneSentence(first, last) else { return nil }
        return places
    }

    private func isOneSentence(_ left: Int, _ right: Int) -> Bool {
        !breaks(left, right) { byte, next in
            (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")) && !Self.isWordByte(next)
                || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "|")
        }
    }

    private func isOneClause(_ left: Int, _ right: Int) -> Bool {
        !breaks(left, right) { byte, next in Gap.isBreaking(byte) && !Self.isWordByte(next) || byte == UInt8(ascii: "\n") }
    }

    /// Whether a byte between two words, looked at with the one after it, parts them.
    private func breaks(_ left: Int, _ right: Int, _ isBreak: (UInt8, UInt8) -> Bool) -> Bool {
        let end = Int(tokens[right].start)
        return (Int(tokens[left].end)..<end).contains { isBreak(text[$0], text[$0 + 1]) }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte >= 0x80
    }
}
