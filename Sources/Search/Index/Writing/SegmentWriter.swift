import Text

/// Writes a segment: terms in ascending order, each with its postings; columns come from ``DocumentColumns``.
final class SegmentWriter {
    private var footer = SegmentFooter()
    private let output: SegmentOutput
    private let sinks: [SegmentSink]
    private let encoder: PostingsEncoder
    private let dictionary: DictionaryWriter
    /// Nothing where no lists of prefixes are wanted.
    private let prefixes: PrefixLists?
    private var arePrefixesWritten = false
    private let pairedStems: PairedStems
    private var arePairedStemsNamed = false
    private let key = Owned<[UInt8]>([])
    /// The key of the stem in whose words the current term has ranks; empty where it has none.
    private let stem = Owned<[UInt8]>([])
    private var isForm = false

    /// Writes into `file` or, without one, into memory. Sections larger than `limit` bytes are kept in unnamed files of
    /// `files` until their place comes; without `files` all stays in memory. What is written only to be merged needs no
    /// lists of prefixes. The terms of pairs must be of `pairedStems`.
    init(
        _ columns: DocumentColumns, into file: IndexFile?, files: IndexFiles?, limit: Int = 1 << 20, hasPrefixLists: Bool = true,
        pairedStems: PairedStems = .none
    ) throws(IndexError) {
        let output = SegmentOutput(file: file)
        self.output = output
        try Self.writeHeader(output)
        sinks = SegmentFormat.Section.allCases.map { section in
            // The header ends where it may begin.
            if section.rawValue == 0 { return SegmentSink(firstIn: output) }
            return SegmentSink(limit: files == nil ? .max : limit) { () throws(IndexError) in
                guard let files else { throw IndexError.tooLarge(path: "") }
                return try files.createUnnamed()
            }
        }
        encoder = PostingsEncoder(
            postings: sinks[SegmentFormat.Section.postings.rawValue],
            positions: sinks[SegmentFormat.Section.positions.rawValue], columns: columns)
        dictionary = DictionaryWriter(
            dictionary: sinks[SegmentFormat.Section.dictionary.rawValue], blocks: sinks[SegmentFormat.Section.blocks.rawValue])
        self.pairedStems = columns.count > 0 ? pairedStems : .none
        prefixes = hasPrefixLists ? PrefixLists(documentCount: columns.count) : nil
        footer.statistics = columns.statistics
        footer.firstOrder = columns.orders.first ?? 0
        footer.lastOrder = columns.orders.last ?? 0
        footer.lastChange = columns.changes.max() ?? 0
        // At once: of a million articles they take more memory than all else that is held.
        try write(columns)
    }

    /// Begins a term, greater than all before. What is added as positions are ranks among the words of the term with the
    /// key `stem`, unless that is empty.
    func begin(_ key: UnsafeBufferPointer<UInt8>, ranksIn stem: UnsafeBufferPointer<UInt8>) throws(IndexError) {
        try writePrefixes(before: key)
        if key.first == TermKind.pair.byte { try namePairedStems() }
        self.key.value.removeAll(keepingCapacity: true)
        self.key.value.append(contentsOf: key)
        self.stem.value.removeAll(keepingCapacity: true)
        self.stem.value.append(contentsOf: stem)
        let kind = key.first.flatMap(TermKind.init(byte:))
        isForm = kind == .form(.any)
        if isForm { try prefixes?.begin(key.dropFirst(), encoder) }
        encoder.begin(usualField: Self.usualField(of: kind), hasPositions: Self.hasPositions(kind), hasRanks: !stem.isEmpty)
    }

    /// The field that most words of a kind stand in.
    static func usualField(of kind: TermKind?) -> IndexField {
        switch kind {
        case .form(let scope), .stem(let scope): field(of: scope)
        case .prefix, .keyword, .pairedStems, .pair, nil: .body
        }
    }

    private static func field(of scope: TermScope) -> IndexField {
        switch scope {
        case .any: .body
        case .title: .title
        case .deck: .deck
        case .kickers: .kickers
        case .bylines: .bylines
        case .publisher: .publisher
        }
    }

    static func hasPositions(_ kind: TermKind?) -> Bool {
        switch kind {
        case .form, .stem: true
        case .prefix, .keyword, .pairedStems, .pair, nil: false
        }
    }

    /// Adds a posting to the term; documents ascend.
    @inline(__always)
    func add(
        _ document: UInt32, frequency: UInt32, counts: FieldCounts, positions: UnsafeBufferPointer<UInt32>
    ) throws(IndexError) {
        try encoder.add(document, frequency: frequency, counts: counts, positions: positions)
        if isForm { prefixes?.add(document, counts) }
    }

    /// Ends the term.
    @discardableResult
    func end() throws(IndexError) -> TermEntry {
        let entry = try encoder.end()
        try key.value.withUnsafeBufferPointer { key throws(IndexError) in try dictionary.add(key, entry, stem: stem.value) }
        return entry
    }

    /// Adds a term, greater than all before, whose postings are those of one already written.
    func addShared(_ key: UnsafeBufferPointer<UInt8>, _ entry: TermEntry) throws(IndexError) {
        try writePrefixes(before: key)
        var entry = entry
        entry.flags.insert(.isShared)
        try dictionary.add(key, entry)
    }

    private func writePrefixes(before key: UnsafeBufferPointer<UInt8>) throws(IndexError) {
        guard !arePrefixesWritten, let first = key.first, first > TermKind.prefix.byte else { return }
        try finishPrefixes()
    }

    /// With a list of the first document each, since a term has one.
    private func namePairedStems() throws(IndexError) {
        guard !arePairedStemsNamed, !pairedStems.isEmpty else { return }
        arePairedStemsNamed = true
        let none = UnsafeBufferPointer<UInt32>(start: nil, count: 0)
        for term in pairedStems.terms {
            encoder.begin(usualField: .body, hasPositions: false)
            try encoder.add(0, frequency: 1, counts: FieldCounts(body: 1), positions: none)
            let entry = try encoder.end()
            let key = [TermKind.pairedStems.byte] + term
            try key.withUnsafeBufferPointer { key throws(IndexError) in try dictionary.add(key, entry) }
        }
    }

    private func finishPrefixes() throws(IndexError) {
        guard !arePrefixesWritten else { return }
        arePrefixesWritten = true
        guard let prefixes else { return }
        try prefixes.end(encoder)
        for (prefix, entry) in prefixes.stored {
            let key = [TermKind.prefix.byte] + prefix
            try key.withUnsafeBufferPointer { key throws(IndexError) in try dictionary.add(key, entry) }
        }
    }
}

extension SegmentWriter {
    /// Puts all parts together. Returns the segment where it is in memory.
    func finish() throws(IndexError) -> UnsafeRawBufferPointer? {
        try finishPrefixes()
        try namePairedStems()
        for (section, sink) in sinks.enumerated() {
            // The first may have begun.
            if section > 0 { try output.align() }
            try sink.drain(to: output)
            footer.sections.append((output.count - sink.count)..<output.count)
        }
        // Packed numbers are loaded eight bytes at a time; what follows here are checks and footer, longer than that.
        footer.bodyLength = output.count
        footer.termCount = dictionary.count
        return try output.finish(footer)
    }

    private static func writeHeader(_ output: SegmentOutput) throws(IndexError) {
        var header = ByteWriter()
        header.append(number: SegmentFormat.magic)
        header.append(number: SegmentFormat.version)
        header.append(number: UInt32(WordAnalyser.version))
        try output.append(header.bytes)
    }

    private func write(_ columns: DocumentColumns) throws(IndexError) {
        try write(columns.articles, .articles)
        try write(columns.orders, .orders)
        try write(columns.changes, .changes)
        try write(columns.languages, .languages)
        for codes in columns.lengths { try write(codes, .lengths) }
        try write(columns.starts, .fieldStarts)
        let articles = columns.articles
        let sorted = (0..<UInt32(articles.count)).sorted { articles[Int($0)] < articles[Int($1)] }
        try write(sorted, .articleIndex)
    }

    private func write<Number: FixedWidthInteger>(_ numbers: [Number], _ section: SegmentFormat.Section) throws(IndexError) {
        let sink = sinks[section.rawValue]
        for start in stride(from: 0, to: numbers.count, by: 1 << 14) {
            try sink.write { bytes in
                for number in numbers[start..<min(start + 1 << 14, numbers.count)] { bytes.append(number: number) }
            }
        }
    }
}
