import Articles

/// The title of an article that has none, from the name of its file.
///
/// File names lose the case of words, so it is taken from the text: an abbreviation that the text has in capitals gets them back,
/// and so does a name that it never has in small letters.
enum TitleFromName {
    /// How much of the text is looked at, in bytes.
    private static let sampleSize = 64 << 10

    static func title(of path: String, deck: String?, blocks: [Block]) -> String {
        let words = FileName.words(of: path)
        guard !words.isEmpty else { return String(FileName.last(of: path)) }
        var forms: [String: WordForms] = [:]
        for word in words where word == word.lowercased() { forms[word] = WordForms() }
        if !forms.isEmpty { count(&forms, deck: deck, blocks: blocks) }
        let restored = words.map { forms[$0]?.best($0) ?? $0 }
        let title = restored.joined(separator: " ")
        return title.prefix(1).uppercased() + title.dropFirst()
    }

    private static func count(_ forms: inout [String: WordForms], deck: String?, blocks: [Block]) {
        // A deck may be set in title case: of it only what is all in capitals counts.
        if let deck { count(&forms, in: deck, takesNames: false) }
        var rest = sampleSize
        for block in blocks where rest > 0 && block.kind != .promotion && block.kind != .heading && block.kind != .code {
            rest -= block.text.utf8.count
            // References are titles in title case.
            let text = block.spans.contains { $0.kind == .reference } ? withoutReferences(block) : block.text
            count(&forms, in: String(decoding: text.utf8.prefix(sampleSize), as: UTF8.self), takesNames: true)
        }
    }

    private static func withoutReferences(_ block: Block) -> String {
        var text = ""
        var end = 0
        let bytes = Array(block.text.utf8)
        for span in block.spans where span.kind == .reference && span.start >= end {
            text += Bytes.string(bytes[end..<span.start])
            end = span.end
        }
        return text + Bytes.string(bytes[end...])
    }

    private static func count(_ forms: inout [String: WordForms], in text: String, takesNames: Bool) {
        var isFirst = true
        for piece in text.split(whereSeparator: \.isWhitespace) {
            for part in piece.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
                let word = String(part)
                let key = word.lowercased()
                guard forms[key] != nil else { continue }
                if word == key {
                    if takesNames { forms[key]?.lower += 1 }
                } else if word.count > 1, word == word.uppercased() {
                    forms[key]?.upper += 1
                } else if takesNames, !isFirst {
                    forms[key]?.names[word, default: 0] += 1
                }
            }
            isFirst = piece.last.map { ".!?:”\"".contains($0) } ?? false
        }
    }
}

/// How often a word stands in small letters, in capitals, and as a name.
struct WordForms {
    var lower = 0
    var upper = 0
    var names: [String: Int] = [:]

    func best(_ word: String) -> String {
        let name = names.max { ($0.value, $1.key) < ($1.value, $0.key) }
        if upper > lower, upper >= name?.value ?? 0 { return word.uppercased() }
        if let name, lower == 0 { return name.key }
        return word
    }
}
