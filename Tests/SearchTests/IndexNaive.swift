import Text

@testable import Search

/// What an index holds, kept the plain way: a dictionary of arrays, made by reading documents word by word.
struct IndexNaive: Equatable {
    struct Posting: Equatable {
        var document: UInt32
        var counts: [IndexField: Int]
        var positions: [UInt32]
    }

    var articles: [Int64] = []
    var orders: [Int64] = []
    var lengths: [[IndexField: Int]] = []
    var terms: [[UInt8]: [Posting]] = [:]

    init() {}

    init(_ documents: [IndexedDocument]) {
        let sorted = documents.sorted { ($1.order, $0.article) < ($0.order, $1.article) }
        let analyser = WordAnalyser()
        for (place, document) in sorted.enumerated() {
            articles.append(document.article)
            orders.append(document.order)
            lengths.append([:])
            add(document, UInt32(place), analyser)
        }
    }

    private mutating func add(_ document: IndexedDocument, _ place: UInt32, _ analyser: WordAnalyser) {
        var position: UInt32 = 0
        for field in TextField.allCases {
            for part in document.parts where part.field == field {
                var text = part.text
                var end = 0
                text.withUTF8 { bytes in
                    analyser.forEachWord(in: bytes, language: document.language) { word in
                        guard !part.unsearched.contains(where: { $0.overlaps(word.range) }) else { return true }
                        if part.unsearched.contains(where: { $0.upperBound > end && $0.upperBound <= word.range.lowerBound }) {
                            position += 1
                        }
                        end = word.range.upperBound
                        let isHeading = part.headings.contains { $0.overlaps(word.range) }
                        let counted = isHeading ? IndexField.headings : IndexField(field)
                        lengths[Int(place)][counted, default: 0] += 1
                        let stem = Array(word.stem ?? word.form)
                        note(.form(.any), Array(word.form), place, counted, position)
                        note(.stem(.any), stem, place, counted, position)
                        if field != .body {
                            note(.form(TermScope(field)), Array(word.form), place, counted, position)
                            note(.stem(TermScope(field)), stem, place, counted, position)
                        }
                        position += 1
                        return true
                    }
                }
                position += 1
            }
        }
        for keyword in Set(document.keywords) {
            terms[[TermKind.keyword(keyword.kind).byte] + keyword.value.utf8, default: []]
                .append(Posting(document: place, counts: [.body: 1], positions: []))
        }
    }

    private mutating func note(_ kind: TermKind, _ term: [UInt8], _ place: UInt32, _ field: IndexField, _ position: UInt32) {
        var list = terms[[kind.byte] + term] ?? []
        if list.last?.document != place { list.append(Posting(document: place, counts: [:], positions: [])) }
        list[list.count - 1].counts[field, default: 0] += 1
        list[list.count - 1].positions.append(position)
        terms[[kind.byte] + term] = list
    }

    /// What `segment` holds, read through its cursors; stored prefixes left out.
    init(_ segment: IndexSegment) {
        for document in 0..<UInt32(segment.documentCount) {
            articles.append(segment.article(document))
            orders.append(segment.order(document))
            var lengths: [IndexField: Int] = [:]
            for field in IndexField.allCases where segment.lengthCode(field, document) > 0 {
                lengths[field] = LengthCode.decode(segment.lengthCode(field, document))
            }
            self.lengths.append(lengths)
        }
        var cursor = TermCursor(segment)
        cursor.seek([])
        while !cursor.isAtEnd {
            if ![.prefix, .pair, .pairedStems].contains(cursor.kind) { terms[cursor.key] = Self.postings(segment, cursor.entry) }
            cursor.next()
        }
    }

    static func postings(_ segment: IndexSegment, _ entry: TermEntry) -> [Posting] {
        var postings: [Posting] = []
        var cursor = PostingsCursor(segment, entry)
        while cursor.document != PostingsCursor.end {
            let counts = cursor.counts()
            var positions: [UInt32] = []
            cursor.readPositions(into: &positions)
            postings.append(
                Posting(
                    document: cursor.document,
                    counts: Dictionary(uniqueKeysWithValues: IndexField.allCases.filter { counts[$0] > 0 }.map { ($0, counts[$0]) }),
                    positions: positions))
            cursor.next()
        }
        return postings
    }

    /// What the other holds otherwise, in a line; nothing where both hold the same.
    func difference(_ other: IndexNaive) -> String? {
        if articles != other.articles { return "articles" }
        if orders != other.orders { return "orders" }
        if lengths != other.lengths { return "lengths" }
        for key in Set(terms.keys).union(other.terms.keys).sorted(by: { $0.lexicographicallyPrecedes($1) }) where terms[key] != other.terms[key] {
            let place = zip(terms[key] ?? [], other.terms[key] ?? []).first { $0 != $1 }
            return "term \(key): \(terms[key]?.count ?? 0) and \(other.terms[key]?.count ?? 0) postings, \(String(describing: place))"
        }
        return nil
    }

    /// Lengths as the index rounds them.
    var withRoundedLengths: IndexNaive {
        var rounded = self
        rounded.lengths = lengths.map { $0.mapValues { LengthCode.decode(LengthCode.encode($0)) } }
        return rounded
    }
}
