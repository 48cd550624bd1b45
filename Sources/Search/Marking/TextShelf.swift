import Text

/// Many short texts, such as notes, kept in memory as their words, in which the words of a query are found as an index
/// finds them in articles: by form, stem, beginning or nearly so written, and as phrases.
///
/// Every word is a number, and every text a row of numbers among those of the others, so that a search looks at each
/// distinct word once and then runs over the numbers. A text that is replaced leaves its row behind until half of all
/// rows are such. Used by one thread at a time.
public struct TextShelf {
    /// Ends each row: a phrase does not go on in the next text.
    private static let end: UInt32 = 0

    private struct Word: Hashable {
        var form: String
        var stem: String?
    }

    private struct Row {
        var owner: Int64
        var start: Int
        var isLive: Bool
    }

    /// By number, from 1.
    private var words: [Word] = [Word(form: "", stem: nil)]
    private var numbers: [Word: UInt32] = [:]
    /// The rows one after the other.
    private var text: [UInt32] = []
    private var rows: [Row] = []
    private var places: [Int64: Int] = [:]
    private var dead = 0

    public init() {}

    /// How many texts there are.
    public var count: Int { places.count }

    /// Keeps `text`, of `language`, under `id` in place of what was there; nothing takes it away. `owner` is what a search
    /// gives where the text matches. Linear in the length of `text`, now and then in that of all.
    public mutating func set(_ text: String?, id: Int64, owner: Int64, language: Language, analyser: WordAnalyser) {
        if let old = places.removeValue(forKey: id) {
            rows[old].isLive = false
            dead += 1
        }
        if var text {
            places[id] = rows.count
            rows.append(Row(owner: owner, start: self.text.count, isLive: true))
            text.withUTF8 { bytes in
                analyser.forEachWord(in: bytes, language: language) { word in
                    self.text.append(number(of: word))
                    return true
                }
            }
            self.text.append(Self.end)
        }
        if dead > 64, dead > places.count { compact() }
    }

    private mutating func number(of word: WordAnalyser.Word) -> UInt32 {
        let word = Word(
            form: String(decoding: word.form, as: UTF8.self), stem: word.stem.map { String(decoding: $0, as: UTF8.self) })
        if let known = numbers[word] { return known }
        let number = UInt32(words.count)
        numbers[word] = number
        words.append(word)
        return number
    }

    /// Leaves out the rows that nothing stands for. Words that no text has any more stay known.
    private mutating func compact() {
        var text: [UInt32] = []
        var rows: [Row] = []
        var moved: [Int: Int] = [:]
        for (place, row) in self.rows.enumerated() where row.isLive {
            moved[place] = rows.count
            rows.append(Row(owner: row.owner, start: text.count, isLive: true))
            let end = self.text[row.start...].firstIndex(of: Self.end) ?? self.text.endIndex
            text += self.text[row.start..<end]
            text.append(Self.end)
        }
        places = places.compactMapValues { moved[$0] }
        self.text = text
        self.rows = rows
        dead = 0
    }

    /// The owners of the texts that `query` matches, whatever field it names. `languages` are those that its words are
    /// stemmed in. Linear in the number of distinct words and in the length of all texts.
    public func owners(matching query: TextQuery, languages: [Language], analyser: WordAnalyser) -> ArticleSet {
        var found: [Int64] = []
        for sequence in query.sequences(in: languages, analyser: analyser) where !sequence.patterns.isEmpty {
            let wanted = sequence.patterns.map { pattern in
                words.map { $0.form.isEmpty ? false : pattern.matches(form: $0.form, stem: $0.stem) }
            }
            guard wanted.allSatisfy({ $0.contains(true) }) else { continue }
            found += owners(of: wanted)
        }
        return ArticleSet(found)
    }

    /// The owners of the texts that hold words one after the other, each given by which words it may be.
    private func owners(of wanted: [[Bool]]) -> [Int64] {
        var found: [Int64] = []
        var row = 0
        text.withUnsafeBufferPointer { text in
            wanted[0].withUnsafeBufferPointer { first in
                var place = 0
                while place < text.count {
                    let word = Int(text[place])
                    if first[word], Self.continues(wanted, at: place, in: text) {
                        while row + 1 < rows.count, rows[row + 1].start <= place { row += 1 }
                        if rows[row].isLive { found.append(rows[row].owner) }
                        // One match in a text is enough.
                        place = row + 1 < rows.count ? rows[row + 1].start : text.count
                    } else {
                        place += 1
                    }
                }
            }
        }
        return found
    }

    private static func continues(_ wanted: [[Bool]], at place: Int, in text: UnsafeBufferPointer<UInt32>) -> Bool {
        guard place + wanted.count <= text.count else { return false }
        for offset in wanted.indices.dropFirst() where !wanted[offset][Int(text[place + offset])] { return false }
        return true
    }
}
