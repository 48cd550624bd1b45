extension IndexSegment {
    /// A segment in memory that holds `documents`; of two versions of an article the later in the array. Throws
    /// ``IndexError``.
    ///
    /// An `analyser` that has met many words already makes it faster.
    public static func inMemory(
        _ documents: some Sequence<IndexedDocument>, analyser: IndexAnalyser = IndexAnalyser()
    ) throws(IndexError) -> IndexSegment {
        try inMemory(documents, analyser: analyser, pairedStems: .none)
    }

    /// The same with lists of neighbours.
    static func inMemory(
        _ documents: some Sequence<IndexedDocument>, analyser: IndexAnalyser = IndexAnalyser(), pairedStems: PairedStems
    ) throws(IndexError) -> IndexSegment {
        let builder = SegmentBuilder(analyser: analyser, pairs: PairTable(pairedStems))
        for document in documents { builder.add(document) }
        return try builder.build()
    }
}
