import Articles
import Library
import Search
import Topics

extension BriefingDesk {
    /// A briefing as it is written out: with the provisions that its sources stand under, drafts marked, and its appendices. Reads
    /// the articles of its sources. Throws `SearchCancelled`.
    public func page(
        of briefing: Briefing, now: Int64, cancellation: SearchCancellation = SearchCancellation()
    ) throws -> BriefingPage {
        var facts: [String: BriefingPage.Facts] = [:]
        let finder = CitationFinder(vocabulary: vocabulary)
        for source in briefing.items.flatMap(\.content.sources) where facts[source.identity] == nil {
            guard !cancellation.isCancelled else { throw SearchCancelled() }
            guard let id = try library.article(identity: source.identity), let stored = try? library.article(id) else {
                facts[source.identity] = BriefingPage.Facts(provisions: [], citesDraft: false)
                continue
            }
            facts[source.identity] = BriefingPage.Facts(
                provisions: try library.provisions(of: id), citesDraft: finder.citations(in: stored.article).contains(where: \.isDraft))
        }
        let maps = try briefing.appendices.compactMap { appendix in
            try map(of: appendix.treaty, beside: appendix.beside, now: now, cancellation: cancellation)
        }
        return BriefingPage(briefing, date: ArticleDate(timestamp: now), facts: facts, maps: maps, vocabulary: vocabulary)
    }

    /// Columns of a treaty's histories, and the days of one.
    private static let (columns, daysOfColumn) = (12, 30)

    /// A treaty's map; nothing for one that the vocabulary does not have. With `passages`, reads the treaty's articles to count what
    /// is linked in them.
    public func map(
        of id: TreatyID, beside other: TreatyID? = nil, passages: Bool = true, now: Int64,
        cancellation: SearchCancellation = SearchCancellation()
    ) throws -> TreatyMap? {
        guard let treaty = vocabulary.treaty(id) else { return nil }
        let columns = TimeColumns(until: (now / TimeColumns.day + 1) * TimeColumns.day, width: Int64(Self.daysOfColumn) * TimeColumns.day, count: Self.columns)
        let linked = passages ? try library.linkedPassageCounts(of: id, cancellation: cancellation) : nil
        var counts = try self.counts(of: id)
        counts.passages = linked.map { Self.lowered($0.counts) }
        counts.histories = Self.lowered(try library.history(of: id, in: columns))
        counts.columns = Self.columns
        let beside = try other.flatMap { vocabulary.treaty($0) }.map { (treaty: $0, counts: try self.counts(of: $0.id)) }
        let looked = linked.flatMap { $0.isComplete ? nil : $0.looked }
        return TreatyMap(treaty, counts, beside: beside, daysOfColumn: Self.daysOfColumn, looked: looked, vocabulary: vocabulary)
    }

    private func counts(of id: TreatyID) throws -> TreatyMap.Counts {
        var provisions: [String: TreatyMap.Counts.Provision] = [:]
        for count in try library.provisionCounts(of: id) {
            provisions[count.provision?.article.lowercased() ?? ""] = .init(articles: count.articles, unread: count.unread)
        }
        return TreatyMap.Counts(provisions: provisions)
    }

    private static func lowered<Value>(_ values: [String: Value]) -> [String: Value] {
        Dictionary(values.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
    }
}
