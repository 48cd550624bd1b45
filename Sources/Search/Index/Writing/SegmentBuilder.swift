import Text

/// Gathers articles in memory, and makes a segment of them.
///
/// Words become occurrences in the streams of their terms (``OccurrenceStreams``) as they come. Documents come in any
/// order; the segment has them newest first. Of an article added twice the later version stays.
///
/// A form and its stem that have only each other keep one stream, that of the form. When either meets another partner,
/// the stem gets a stream of its own with what was noted so far. In the segment such a pair shares one posting list. Of a
/// form whose stem has other forms too the segment keeps ranks in place of positions (PostingsCursor+Positions).
///
/// Used by one thread.
final class SegmentBuilder {
    static let nothing = UInt32.max

    /// What has been noted of a document beside its words.
    struct Document {
        var row: DocumentColumns.Row
        /// The positions of its words in headings.
        var headings: [UInt32]
        var isRemoved = false
    }

    private let analyser: IndexAnalyser
    private let ownTerms = Owned(TermInterner())
    private let ownStreams = Owned(OccurrenceStreams())
    var terms: TermInterner {
        @inline(__always) _read { yield ownTerms.value }
        @inline(__always) _modify { yield &ownTerms.value }
    }
    var streams: OccurrenceStreams {
        @inline(__always) _read { yield ownStreams.value }
        @inline(__always) _modify { yield &ownStreams.value }
    }
    /// For each form and stem of all fields: the only partner it met, as `partner + 2`; 0 for none yet, 1 for several.
    private let ownPartners = Owned(LargeArray<UInt32>())
    /// For each form the only stem it met, as `stem + 2`; 0 for none yet, 1 for several.
    private let ownStems = Owned(LargeArray<UInt32>())
    var partners: LargeArray<UInt32> {
        @inline(__always) _read { yield ownPartners.value }
        @inline(__always) _modify { yield &ownPartners.value }
    }
    var stems: LargeArray<UInt32> {
        @inline(__always) _read { yield ownStems.value }
        @inline(__always) _modify { yield &ownStems.value }
    }
    /// A bit for each term: whether it has a stream of its own. Small, since it is looked at for every word.
    private var owners: [UInt64] = []
    /// The words of all fields in the lists of one field, for each scope.
    private var scopedTerms: [ScopedTerms] = TermScope.allCases.map { _ in ScopedTerms() }
    /// Room for the words of one field.
    private var scopedWords: [DocumentAnalysis.Word] = []
    private let lexemes = LexemeTables()
    private(set) var documents: [Document] = []
    private var numbers: [Int64: UInt32] = [:]
    private var analysis = DocumentAnalysis()
    /// The number of documents that were not removed again.
    private(set) var count = 0
    /// Whether nothing was added since it was made or emptied.
    var isEmpty: Bool { documents.isEmpty }

    /// Which neighbours have lists.
    let pairs: PairTerms

    init(analyser: IndexAnalyser, pairs: PairTable = .none) {
        self.analyser = analyser
        self.pairs = PairTerms(pairs)
    }

    /// An empty one with the same analyser, which keeps the words that it knows.
    func emptied(pairs: PairTable) -> SegmentBuilder { SegmentBuilder(analyser: analyser, pairs: pairs) }

    /// Forgets all articles and keeps its memory, for as many again.
    func removeAll() {
        terms.removeAll()
        streams.removeAll()
        partners.truncate(to: 0)
        stems.truncate(to: 0)
        owners.removeAll(keepingCapacity: true)
        for scope in scopedTerms.indices { scopedTerms[scope].removeAll() }
        lexemes.removeAll()
        pairs.removeAll()
        documents.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
        count = 0
    }

    /// About how much memory it takes, in bytes.
    var size: Int {
        streams.size + terms.size + 8 * partners.count + scopedTerms.reduce(0) { $0 + $1.size }
            + documents.count * 300 + lexemes.size
    }

    /// Calls `body` with the words of the article that was added last, by the numbers of their terms.
    func withLastWords(_ body: (UnsafeBufferPointer<DocumentAnalysis.Word>) -> Void) { analysis.words.withUnsafeBufferPointer(body) }

    /// The stems that stand in at least so many articles, and in how many.
    func stems(inAtLeast least: Int) -> [(number: Int, stem: [UInt8], articles: Int)] {
        var found: [(number: Int, stem: [UInt8], articles: Int)] = []
        for number in 0..<terms.count {
            // A stem with one form has no stream of its own.
            let stream = partners[number] > 1 && stems[number] == 0 ? Int(partners[number]) - 2 : number
            let articles = streams.documents(of: stream)
            guard articles >= least else { continue }
            terms.withBytes(of: number) { term in
                if term[0] == TermKind.stem(.any).byte { found.append((number, Array(term.dropFirst()), articles)) }
            }
        }
        return found
    }

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
                    language: UInt8(Self.place(of: document.language)),
                    lengths: analysis.lengths, starts: analysis.starts),
                headings: analysis.headings))
        numbers[document.article] = number
        count += 1
    }
}

// MARK: Taking in

extension SegmentBuilder {
    private func analyse(_ document: IndexedDocument) {
        let table = lexemes[Self.place(of: document.language)]
        // Taken out, so that it is changed in place.
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
                        table.pointee.follow(lexicon)
                        analysis.add(tokens, part) { token in
                            if let known = table.pointee[token] { return known }
                            let pair = pair(token, lexicon)
                            table.pointee.insert(token, pair)
                            return pair
                        }
                    }
                }
            }
            analysis.end(field)
        }
        self.analysis = analysis
        appendWords(UInt32(documents.count))
    }

    private static func place(of language: Language) -> Int { Language.allCases.firstIndex(of: language) ?? 0 }

    /// The terms of a word that was not met before.
    private func pair(_ token: Token, _ lexicon: Lexicon) -> (form: UInt32, stem: UInt32) {
        let form = lexicon.withBytes(of: token.form) { number(.form(.any), $0) }
        let stem = lexicon.withBytes(of: token.stem) { number(.stem(.any), $0) }
        join(form, stem)
        return (UInt32(form), UInt32(stem))
    }

    private func number(_ kind: TermKind, _ term: UnsafeBufferPointer<UInt8>) -> Int {
        let (number, isNew) = terms.intern(kind, term)
        if isNew {
            streams.addStream()
            partners.append(0)
            stems.append(0)
            pairs.note(number, kind, term)
            if number >> 6 >= owners.count { owners.append(0) }
        }
        return number
    }

    private func join(_ form: Int, _ stem: Int) {
        if stems[form] != UInt32(stem) + 2 { stems[form] = stems[form] == 0 ? UInt32(stem) + 2 : 1 }
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
        let isForm = stems[term] != 0
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
        appendPairs(document)
        var place = 0
        for field in TextField.allCases where field != .body {
            let end = analysis.ends[field.rawValue]
            if end > place { appendScoped(analysis.words[place..<end], TermScope(field), document) }
            place = end
        }
    }

    /// Notes frequent words that follow one another. The positions say in which field.
    private func appendPairs(_ document: UInt32) {
        analysis.words.withUnsafeBufferPointer { words in
            pairs.forEachPair(in: words) { pair, first in
                let term = pairs.number(of: pair) { term -> Int in
                    let number: Int = term.withUnsafeBufferPointer { self.number(.pair, $0) }
                    setOwner(number)
                    return number
                }
                streams.append(term, document: document, position: words[first].position)
            }
        }
    }

    /// Notes words in the lists of one field.
    private func appendScoped(_ words: ArraySlice<DocumentAnalysis.Word>, _ scope: TermScope, _ document: UInt32) {
        // Taken out, so that they are changed in place.
        var known = ScopedTerms()
        swap(&known, &scopedTerms[Int(scope.rawValue)])
        var found = scopedWords
        scopedWords = []
        found.removeAll(keepingCapacity: true)
        for word in words {
            var pair = known[word]
            if pair == nil {
                pair = self.pair(word, scope)
                known.insert(word, pair)
            }
            guard let pair else { continue }
            found.append(DocumentAnalysis.Word(form: pair.form, stem: pair.stem, position: word.position))
        }
        found.withUnsafeBufferPointer { found in
            owners.withUnsafeBufferPointer { streams.append(found, $0, document: document) }
        }
        swap(&known, &scopedTerms[Int(scope.rawValue)])
        scopedWords = found
    }

    /// The terms of a field's own that are spelled like those of `word`.
    private func pair(_ word: DocumentAnalysis.Word, _ scope: TermScope) -> (form: UInt32, stem: UInt32) {
        let form = scoped(word.form, .form(scope))
        let stem = scoped(word.stem, .stem(scope))
        join(form, stem)
        return (UInt32(form), UInt32(stem))
    }

    private func scoped(_ term: UInt32, _ kind: TermKind) -> Int {
        var bytes: [UInt8] = []
        terms.withBytes(of: Int(term)) { bytes.append(contentsOf: $0.dropFirst()) }
        return bytes.withUnsafeBufferPointer { number(kind, $0) }
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
