import Text

/// Gathers articles in memory, and makes a segment of them.
///
/// Words become occurrences in the streams of their terms (``OccurrenceStreams``) as they come. Documents come in any order; the segment
/// has them newest first. Of an article added twice the later version stays.
///
/// A form and its stem that have only each other keep one stream, that of the form. When either meets another partner, the stem gets
/// a stream of its own with what was noted so far. In the segment such a pair shares one posting list.
///
/// Used by one thread.
final class SegmentBuilder {
    private static let nothing = UInt32.max

    /// What has been noted of a document beside its words.
    private struct Document {
        var row: DocumentColumns.Row
        /// The positions of its words in headings.
        var headings: [UInt32]
        var isRemoved = false
    }

    private let analyser: IndexAnalyser
    private var terms = TermInterner()
    private var streams = OccurrenceStreams()
    /// For each form and stem of all fields: the only partner it met, as `partner + 2`; 0 for none yet, 1 for several.
    private var partners: [UInt32] = []
    /// A bit for each term: whether it has a stream of its own. Small, since it is looked at for every word.
    private var owners: [UInt64] = []
    /// For each scope, by the number of a form or stem of all fields, one more than the number of that in the scope.
    private var scopedTerms: [[UInt32]] = Array(repeating: [], count: TermScope.allCases.count)
    private var lexemes: [Language: LexemeTable] = [:]
    private var documents: [Document] = []
    private var numbers: [Int64: UInt32] = [:]
    private var analysis = DocumentAnalysis()
    /// The number of documents that were not removed again.
    private(set) var count = 0

    init(analyser: IndexAnalyser) { self.analyser = analyser }

    /// An empty one with the same analyser, which keeps the words that it knows.
    func emptied() -> SegmentBuilder { SegmentBuilder(analyser: analyser) }

    /// About how much memory it takes, in bytes.
    var size: Int {
        streams.size + terms.size + 4 * partners.count + scopedTerms.reduce(0) { $0 + 4 * $1.count } + documents.count * 300 + lexemes.values.reduce(0) { $0 + $1.size }
    }

    /// The articles it holds.
    var articles: [Int64] { documents.lazy.filter { !$0.isRemoved }.map(\.row.article) }

    func holds(_ article: Int64) -> Bool { numbers[article] != nil }

    /// Forgets an article.
    func remove(_ article: Int64) {
        guard let number = numbers.removeValue(forKey: article) else { return }
        documents[Int(number)].isRemoved = true
        count -= 1
    }

    /// Takes in an article, in place of an earlier version.
    func add(_ document: IndexedDocument) {
        remove(document.article)
        let number = UInt32(documents.count)
        analyse(document)
        append(number, document.keywords)
        documents.append(
            Document(
                row: DocumentColumns.Row(
                    article: document.article, order: document.order, change: document.change,
                    language: UInt8(Language.allCases.firstIndex(of: document.language) ?? 0),
                    lengths: analysis.lengths, starts: analysis.starts),
                headings: analysis.headings))
        numbers[document.article] = number
        count += 1
    }
}

// MARK: Taking in

extension SegmentBuilder {
    private func analyse(_ document: IndexedDocument) {
        // Taken out, so that they are changed in place.
        var table = lexemes.removeValue(forKey: document.language) ?? LexemeTable()
        var analysis = analysis
        self.analysis = DocumentAnalysis()
        analysis.begin()
        let lexicon = analyser.lexicon(of: document.language)
        for field in TextField.allCases {
            analysis.begin(field)
            for part in document.parts where part.field == field {
                var text = part.text
                text.withUTF8 { bytes in
                    analyser.withTokens(of: bytes, lexicon) { tokens in
                        table.follow(lexicon)
                        analysis.add(tokens, part) { token in
                            if let known = table[token] { return known }
                            let pair = pair(token, lexicon)
                            table.insert(token, pair)
                            return pair
                        }
                    }
                }
            }
            analysis.end(field)
        }
        lexemes[document.language] = table
        self.analysis = analysis
        appendWords(UInt32(documents.count))
    }

    /// The terms of a word that was not met before.
    private func pair(_ token: Token, _ lexicon: Lexicon) -> (form: UInt32, stem: UInt32) {
        let form = number(.form(.any), lexicon.form(token.form))
        let stem = number(.stem(.any), lexicon.stem(token.stem))
        join(form, stem)
        return (UInt32(form), UInt32(stem))
    }

    private func number(_ kind: TermKind, _ term: String) -> Int {
        var term = term
        return term.withUTF8 { number(kind, $0) }
    }

    private func number(_ kind: TermKind, _ term: UnsafeBufferPointer<UInt8>) -> Int {
        let (number, isNew) = terms.intern(kind, term)
        if isNew {
            streams.addStream()
            partners.append(0)
            if number >> 6 >= owners.count { owners.append(0) }
        }
        return number
    }

    private func join(_ form: Int, _ stem: Int) {
        if partners[form] == 0, partners[stem] == 0 {
            partners[form] = UInt32(stem) + 2
            partners[stem] = UInt32(form) + 2
        } else if partners[form] != UInt32(stem) + 2 || partners[stem] != UInt32(form) + 2 {
            part(form)
            part(stem)
        }
    }

    /// Ends the sharing of a term with its only partner: the stem of the two gets a stream of its own.
    private func part(_ term: Int) {
        guard partners[term] > 1 else { return setOwner(term) }
        let partner = Int(partners[term]) - 2
        setOwner(term)
        setOwner(partner)
        let isForm = terms.arena[terms.range(term).lowerBound] == TermKind.form(.any).byte
        streams.copy(isForm ? term : partner, to: isForm ? partner : term)
    }

    private func setOwner(_ term: Int) {
        partners[term] = 1
        owners[term >> 6] |= 1 << UInt64(term & 63)
    }

    private func appendWords(_ document: UInt32) {
        analysis.words.withUnsafeBufferPointer { words in
            owners.withUnsafeBufferPointer { streams.append(words, $0, document: document) }
        }
        var place = 0
        for field in TextField.allCases where field != .body {
            let end = analysis.ends[field.rawValue]
            for index in place..<end { appendScoped(analysis.words[index], TermScope(field), document) }
            place = end
        }
    }

    /// Notes a word in the lists of one field.
    private func appendScoped(_ word: DocumentAnalysis.Word, _ scope: TermScope, _ document: UInt32) {
        streams.append(scoped(word.form, .form(scope), scope), document: document, position: word.position)
        streams.append(scoped(word.stem, .stem(scope), scope), document: document, position: word.position)
    }

    /// The term of `kind` that is spelled like `term`.
    private func scoped(_ term: UInt32, _ kind: TermKind, _ scope: TermScope) -> Int {
        let index = Int(term)
        if index < scopedTerms[Int(scope.rawValue)].count, scopedTerms[Int(scope.rawValue)][index] != 0 {
            return Int(scopedTerms[Int(scope.rawValue)][index]) - 1
        }
        let bytes = Array(terms.arena[terms.range(index)].dropFirst())
        let number = bytes.withUnsafeBufferPointer { self.number(kind, $0) }
        setOwner(number)
        let missing = index + 1 - scopedTerms[Int(scope.rawValue)].count
        if missing > 0 { scopedTerms[Int(scope.rawValue)].append(contentsOf: repeatElement(0, count: missing + index / 2)) }
        scopedTerms[Int(scope.rawValue)][index] = UInt32(number + 1)
        return number
    }

    private func append(_ document: UInt32, _ keywords: [IndexKeyword]) {
        var seen: Set<IndexKeyword> = []
        for keyword in keywords where seen.insert(keyword).inserted {
            var value = String(decoding: keyword.value.utf8.prefix(SegmentFormat.longestTerm), as: UTF8.self)
            let term = value.withUTF8 { number(.keyword(keyword.kind), $0) }
            setOwner(term)
            streams.append(term, document: document, position: 0)
        }
    }
}

// MARK: Making the segment

extension SegmentBuilder {
    /// Makes a segment in memory.
    func build() throws(IndexError) -> IndexSegment {
        guard let bytes = try write(into: nil, files: nil) else { throw IndexError.damaged(path: "memory", part: "end") }
        return try IndexSegment(bytes, path: "memory", isMapped: false, isVerified: true)
    }

    /// Writes a segment into `file`, or without one into memory, which the caller gets.
    func write(into file: IndexFile?, files: IndexFiles?) throws(IndexError) -> UnsafeRawBufferPointer? {
        let order = sortedDocuments()
        guard order.count < SegmentFormat.mostDocuments else { throw IndexError.tooLarge(path: files?.folder ?? "memory") }
        let columns = DocumentColumns()
        var places = [UInt32](repeating: Self.nothing, count: documents.count)
        for (place, number) in order.enumerated() {
            places[number] = UInt32(place)
            columns.append(documents[number].row)
        }
        let writer = SegmentWriter(columns, files: files)
        try writeTerms(writer, places)
        return try writer.finish(into: file)
    }

    /// The documents that are left, newest first; of the same order the lower article first.
    private func sortedDocuments() -> [Int] {
        documents.indices.filter { !documents[$0].isRemoved }.sorted { left, right in
            let left = documents[left].row
            let right = documents[right].row
            return (right.order, left.article) < (left.order, right.article)
        }
    }

    private func writeTerms(_ writer: SegmentWriter, _ places: [UInt32]) throws(IndexError) {
        let fields = DocumentFields(documents.map { ($0.row.starts, $0.headings) })
        var entries: [UInt32: TermEntry] = [:]
        var list = PostingList()
        for number in terms.sorted() {
            let key = Array(terms.arena[terms.range(number)])
            let partner = partners[number]
            if partner > 1, let entry = entries.removeValue(forKey: UInt32(number)) {
                try key.withUnsafeBufferPointer { key throws(IndexError) in try writer.addShared(key, entry) }
                continue
            }
            list.removeAll()
            streams.read(number, into: &list.postings, &list.positions)
            list.renumber(places)
            guard !list.postings.isEmpty else { continue }
            let kind = TermKind(byte: key[0])
            try key.withUnsafeBufferPointer { key throws(IndexError) in try writer.begin(key) }
            try add(list, SegmentWriter.usualField(of: kind), kind == .form(.any) || kind == .stem(.any) ? fields : nil, writer)
            let entry = try writer.end()
            if partner > 1 { entries[partner - 2] = entry }
        }
    }

    /// Adds the postings of a term. Those of one field alone need no `fields`.
    private func add(
        _ list: PostingList, _ usual: IndexField, _ fields: DocumentFields?, _ writer: SegmentWriter
    ) throws(IndexError) {
        let shift = 8 * UInt64(usual.rawValue)
        try list.positions.withUnsafeBufferPointer { all throws(IndexError) in
            for posting in list.postings {
                let range = posting.positions..<(posting.positions + Int(posting.frequency))
                let positions = UnsafeBufferPointer(rebasing: all[range])
                var counts = FieldCounts(bits: UInt64(min(posting.frequency, 255)) << shift)
                if let fields, !fields.isBody(positions[0], posting.document) {
                    counts = fields.counts(positions, posting.document)
                }
                try writer.add(posting.place, frequency: posting.frequency, counts: counts, positions: positions)
            }
        }
    }
}
