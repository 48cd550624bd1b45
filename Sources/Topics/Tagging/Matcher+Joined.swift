import Text

extension Matcher {
    /// Compounds that the text writes with a hyphen and a label as one word: the words are merged, and the text is
    /// matched anew.
    func collectJoined(in text: UnsafeBufferPointer<UInt8>, into findings: inout [Finding]) {
        var merged: [Token] = []
        var isMerged: [Bool] = []
        var last = 0
        for place in tokens.indices.dropFirst() where tokens[place].flags.contains(.isJoined) && place > last {
            guard let token = joined(tokens[place - 1], tokens[place]) else { continue }
            merged += tokens[last..<(place - 1)]
            isMerged += repeatElement(false, count: place - 1 - last)
            merged.append(token)
            isMerged.append(true)
            last = place + 1
        }
        guard !merged.isEmpty else { return }
        merged += tokens[min(last, tokens.count)...]
        isMerged += repeatElement(false, count: merged.count - isMerged.count)
        matches.removeAll(keepingCapacity: true)
        run(merged)
        matches.removeAll { match in
            !isMerged[(match.last + 1 - index.automaton.lengths[match.pattern])...match.last].contains(true)
        }
        collect(merged, in: text, into: &findings)
    }

    /// Two words with a hyphen between them as one, where a label has that.
    private func joined(_ left: Token, _ right: Token) -> Token? {
        guard right.start > left.end, right.start - left.end <= 3,
            let form = lexicon.number(of: lexicon.form(left.form) + lexicon.form(right.form)),
            let stem = index.stem(ofForm: form)
        else { return nil }
        return Token(start: left.start, end: right.end, form: form, stem: stem, flags: left.flags)
    }
}
