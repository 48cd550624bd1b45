import Articles

/// The title of an article that has none, from the name of its file.
///
/// File names lose the case of words, so it is taken from the text: an abbreviation that the text has in capitals gets
/// them back, and so does a name that it never has in small letters.
package enum TitleFromName {
    /// How much of the text is looked at, in bytes.
    private static let sampleSize = 32 << 10

    package static func title(of path: String, deck: String?, blocks: [Block]) -> String {
        let words = FileName.words(of: path)
        guard !words.isEmpty else { return String(FileName.last(of: path)) }
        var forms: [UInt64: WordForms] = [:]
        for word in words where word == word.lowercased() { forms[WordBytes.hash(of: word)] = WordForms() }
        if !forms.isEmpty { count(&forms, deck: deck, blocks: blocks) }
        let title = words.map { word in forms[WordBytes.hash(of: word)]?.best(word) ?? word }.joined(separator: " ")
        return title.prefix(1).uppercased() + title.dropFirst()
    }

    private static func count(_ forms: inout [UInt64: WordForms], deck: String?, blocks: [Block]) {
        // A deck may be set in title case: of it only what is all in capitals counts.
        if let deck { count(&forms, in: deck, without: [], isSentenceCase: false) }
        var rest = sampleSize
        for block in blocks where rest > 0 && block.kind != .promotion && block.kind != .heading && block.kind != .code
        {
            rest -= block.text.utf8.count
            // References are titles in title case.
            let references = block.spans.filter { $0.kind == .reference }.map(\.range)
            count(&forms, in: block.text, without: references, isSentenceCase: true)
        }
    }

    private static func count(
        _ forms: inout [UInt64: WordForms], in text: String, without ranges: [Range<Int>], isSentenceCase: Bool
    ) {
        var text = text
        text.withUTF8 { bytes in
            var scanner = WordBytes(bytes)
            while let word = scanner.next(), word.range.lowerBound < sampleSize {
                guard forms[word.hash] != nil, !ranges.contains(where: { $0.overlaps(word.range) }) else { continue }
                forms[word.hash]?.add(
                    Bytes.string(bytes[word.range]), isFirst: isFirst(word.range.lowerBound, in: bytes),
                    isSentenceCase: isSentenceCase)
            }
        }
    }

    /// Whether a sentence begins at `start`: at the beginning, or behind a full stop and its like and blanks or quotes.
    private static func isFirst(_ start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = start - 1
        var hasBlank = false
        while place >= 0,
            bytes[place] >= 0x80 || bytes[place] == 0x20 || bytes[place] == UInt8(ascii: "\"")
                || bytes[place] == UInt8(ascii: "(")
        {
            hasBlank = true
            // Further back than a quote and a blank there is another word.
            guard start - place < 8 else { return false }
            place -= 1
        }
        return place < 0 || (hasBlank && ".!?:\n".utf8.contains(bytes[place]))
    }
}

/// How often a word stands in small letters, in capitals, and as a name.
struct WordForms {
    private var lower = 0
    private var upper = 0
    private var names: [String: Int] = [:]

    mutating func add(_ word: String, isFirst: Bool, isSentenceCase: Bool) {
        if word == word.lowercased() {
            if isSentenceCase { lower += 1 }
        } else if word.utf8.count > 1, word == word.uppercased() {
            upper += 1
        } else if isSentenceCase, !isFirst {
            names[word, default: 0] += 1
        }
    }

    func best(_ word: String) -> String {
        let name = names.max { ($0.value, $1.key) < ($1.value, $0.key) }
        if upper > lower, upper >= name?.value ?? 0 { return word.uppercased() }
        if let name, lower == 0 { return name.key }
        return word
    }
}
