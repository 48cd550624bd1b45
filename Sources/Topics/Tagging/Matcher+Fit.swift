import Text

/// What a match is worth.
extension Matcher {
    func collect(_ tokens: [Token], in text: UnsafeBufferPointer<UInt8>, into findings: inout [Finding]) {
        for match in matches {
            let first = match.last + 1 - index.automaton.lengths[match.pattern]
            collect(match.pattern, tokens[first...match.last], in: text, into: &findings)
        }
    }

    private struct Fit {
        var entry: LabelEntry
        var kinship: Kinship
        var value: Double
        var isCommon: Bool
    }

    private func collect(
        _ pattern: Int, _ words: ArraySlice<Token>, in text: UnsafeBufferPointer<UInt8>, into findings: inout [Finding]
    ) {
        guard let first = words.first, let last = words.last, occurrences[pattern] < Limit.occurrences,
            findings.count < Limit.findings
        else { return }
        var fits: [Fit] = []
        let isOpen = zip(words, words.dropFirst()).allSatisfy { Gap.isOpen($0, $1, in: text) }
        for entry in index.entries(of: pattern) where isOpen || entry.hasPunctuation {
            guard let fit = fit(entry, words, in: text) else { continue }
            if let place = fits.firstIndex(where: { $0.entry.topic == entry.topic }) {
                if fit.value > fits[place].value { fits[place] = fit }
            } else {
                fits.append(fit)
            }
        }
        if !fits.isEmpty {
            if occurrences[pattern] == 0 { found.append(pattern) }
            occurrences[pattern] += 1
        }
        let nearest = fits.map(\.kinship).min()
        let rivals = fits.count { $0.kinship == nearest }
        for fit in fits where fit.kinship == nearest {
            findings.append(
                Finding(
                    topic: fit.entry.topic, range: Int(first.start)..<Int(last.end), pattern: pattern,
                    value: fit.value + (rivals > 1 ? weights.ambiguous : 0), isCommon: fit.isCommon, acronym: fit.entry.acronym,
                    wordCount: words.count))
        }
    }

    /// How well the words fit an entry; nothing where they do not.
    private func fit(_ entry: LabelEntry, _ words: ArraySlice<Token>, in text: UnsafeBufferPointer<UInt8>) -> Fit? {
        guard let first = words.first, let last = words.last else { return nil }
        if let exact = entry.exact {
            let written = text[Int(first.start)..<Int(last.end)]
            guard Self.isWritten(written, as: exact, isDotted: first.flags.contains(.isDotted)) else { return nil }
            return Fit(entry: entry, kinship: .same, value: entry.value, isCommon: entry.isCommon)
        }
        var kinship = Kinship.same
        for (word, form) in zip(words, entry.forms) { kinship = max(kinship, self.kinship(form, word.form, entry.isEnglish)) }
        switch kinship {
        case .same: return Fit(entry: entry, kinship: kinship, value: entry.value, isCommon: entry.isCommon)
        case .inflected:
            return Fit(entry: entry, kinship: kinship, value: entry.value + weights.inflected, isCommon: entry.isCommon)
        case .derived where words.count == 1 && entry.isCommon:
            return nil
        case .derived where words.count == 1:
            return Fit(entry: entry, kinship: kinship, value: weights.derivedWord, isCommon: true)
        case .derived:
            return Fit(entry: entry, kinship: kinship, value: entry.value + weights.derived, isCommon: entry.isCommon)
        }
    }

    func kinship(_ label: UInt32, _ word: UInt32, _ isEnglish: Bool) -> Kinship {
        if label == word { return .same }
        let key = UInt64(label) << 33 | UInt64(word) << 1 | (isEnglish ? 1 : 0)
        if let known = kinships[key] { return known }
        let isVerb = isEnglish && Int(word) < index.termCount && index.isIrregular(word) && index.isIrregular(label)
        let kinship = isVerb ? .inflected : Kinship(label: lexicon.form(label), text: lexicon.form(word), isEnglish: isEnglish)
        kinships[key] = kinship
        return kinship
    }

    /// Byte for byte, but for a plural «s» and the dots of «U.N.».
    static func isWritten(_ text: Slice<UnsafeBufferPointer<UInt8>>, as label: [UInt8], isDotted: Bool) -> Bool {
        if text.elementsEqual(label) { return true }
        if isDotted { return text.lazy.filter { $0 != UInt8(ascii: ".") }.elementsEqual(label) }
        return text.count == label.count + 1 && text.last == UInt8(ascii: "s") && text.dropLast().elementsEqual(label)
    }
}
