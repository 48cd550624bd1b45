import Articles
import Library
import Search
import Topics

@testable import Reader

/// A library in memory that answers effects at once: what the runner and the store do, in a few lines.
final class FakeLibrary {
    private(set) var articles: [ArticleID: StoredArticle]
    private var ids: [ArticleID]
    private var undoable: [(words: String, articles: [ArticleID: StoredArticle], ids: [ArticleID])] = []
    private var passageCount = 0
    private(set) var session: Session?
    /// Everything that was asked for, in order.
    private(set) var effects: [Effect] = []

    init(_ articles: [StoredArticle]) {
        self.articles = Dictionary(uniqueKeysWithValues: articles.map { ($0.id, $0) })
        ids = articles.map(\.id)
    }

    func firstRows(_ count: Int) -> [ArticleRow] { ids.prefix(count).compactMap { articles[$0]?.row } }

    var totals: Totals { Totals(all: ids.count, unread: ids.filter { articles[$0]?.row.isRead == false }.count) }

    func forgetEffects() { effects = [] }

    func answers(to effect: Effect) -> [Answer] {
        effects.append(effect)
        switch effect {
        case .loadOrder(let filter, let order, let generation):
            return [.order(sorted(self.order(filter), by: order), totals, generation: generation)]
        case .loadRows(let ids): return [.rows(ids.compactMap { articles[$0]?.row })]
        case .loadTotals: return [.totals(totals)]
        case .loadArticle(let id, let generation):
            guard let stored = articles[id] else { return [.noArticle(generation: generation)] }
            return [.article(stored, generation: generation), .citations(id, Fixture.citations(in: stored))]
        case .search(let question, let generation): return search(question, generation)
        case .complete(let text, let cursor, let generation):
            return [.completions(Completion.at(cursor, of: text, from: Words()).filter { !$0.help.isEmpty }, generation: generation)]
        case .loadNames: return [.names(tags: tags + moreTags, languages: [LanguageCount(code: "en", articles: ids.count)])]
        case .loadHits(let range, let question, let generation):
            let found = hits(question)
            return [.hits(range.clamped(to: found.indices).map { found[$0] }, generation: generation)]
        case .loadNotes(let generation): return [.notes(passages, generation: generation)]
        case .loadTopicCounts: return [.topicCounts(topicCounts)]
        case .loadTags: return [.tags(tags)]
        case .locate(let query, let id):
            let words = query.hasPrefix("any:") ? Self.likeWords : query
            let hits = articles[id].map { Finder(words).hits(in: $0.article.text) } ?? []
            return [.located(HitPlaces(hits: hits), query: query, id)]
        case .setRead(let id, let isRead, let isSilent):
            return [change(isSilent ? "" : isRead ? "marked as read" : "marked as unread", id, isUndoable: !isSilent) { $0.row.isRead = isRead }]
        case .toggleBookmark(let id, let range): return [toggleBookmark(id, range)]
        case .toggleTag(let name, let target): return [toggleTag(name, target)]
        case .trash(let id): return [trash(id)]
        case .removeNote(let id): return [removeNote(id)]
        case .judge(let verdict, let places, let words): return [judge(verdict, places, words)]
        case .countJudgements(let request): return [.counted(plan(request))]
        case .exclude(_, let text, _, let label, let id):
            return [change("never matches «\(text)» for «\(label)»", id) { stored in
                stored.links.removeAll { $0.explanation.evidence.contains { $0.text.lowercased() == text } }
            }]
        case .undo: return [.changed(undo())]
        case .redo: return [.changed(Change("nothing to do again", isUndoable: false))]
        case .savePlace(let id, let place):
            articles[id]?.place = place
            return []
        case .saveSession(let session):
            self.session = session
            return []
        case .sync: return [.synced(SyncSummary())]
        case .cancelSync, .cancelIndexing, .copy, .setMouse, .redraw, .suspend, .quit: return []
        }
    }

    // MARK: Reading

    private func order(_ filter: LibraryFilter) -> [ArticleID] {
        ids.filter { id in
            guard let row = articles[id]?.row else { return false }
            if filter.isUnreadOnly && row.isRead { return false }
            if let words = filter.words, Finder(words).hits(in: row.title).isEmpty { return false }
            guard let topic = filter.topic else { return true }
            return row.topics.contains(topic)
        }
    }

    /// Tags that no article of the fixture has, for completion.
    var moreTags: [TagCount] = []

    /// The newest first is the order in which they were made.
    private func sorted(_ ids: [ArticleID], by order: SearchRequest.Order) -> [ArticleID] {
        switch order {
        case .newest: ids
        case .oldest: ids.reversed()
        case .title: ids.sorted { (articles[$0]?.row.title ?? "", $0) < (articles[$1]?.row.title ?? "", $1) }
        case .relevance: ids.sorted { ($0.rawValue % 7, $0) < ($1.rawValue % 7, $1) }
        }
    }

    /// The words of the dictionary.
    private struct Words: CompletionSource {
        func names(of field: QueryField?, beginningWith beginning: String, limit: Int) -> [CompletionName] {
            guard field == nil || field?.textField != nil else { return [] }
            let words = [("extradition", 30), ("extraditions", 3), ("ransom", 29), ("regulator", 12), ("title", 4), ("网络犯罪", 2)]
            return words.filter { $0.0.hasPrefix(beginning) }.map { CompletionName($0.0, help: $0.1.counted("article", "articles")) }
        }
    }

    private func hits(_ question: SearchQuestion) -> [HitRow] {
        let typed = Query.typed(question.text)
        let words = question.text.split(separator: " ").filter { !$0.contains(":") }.joined(separator: " ")
        let rows = Dictionary(hits(words).map { ($0.id, $0) }) { first, _ in first }
        return sorted(ids, by: question.order(of: typed)).compactMap { rows[$0] }
    }

    private func hits(_ query: String) -> [HitRow] {
        ids.compactMap { id in
            guard let stored = articles[id] else { return nil }
            let text = stored.article.text
            let hits = Finder(query).hits(in: text)
            let titleHits = Finder(query).hits(in: stored.row.title)
            guard !hits.isEmpty || !titleHits.isEmpty else { return nil }
            let snippet = hits.first.map { hit -> Snippet in
                let start = max(0, hit.lowerBound - 20)
                let piece = text.bytes(start..<min(text.utf8.count, hit.upperBound + 100))
                return Snippet(text: piece, start: start, hits: [hit.lowerBound - start..<hit.upperBound - start])
            }
            return HitRow(article: stored.row, titleHits: titleHits, snippets: snippet.map { [$0] } ?? [])
        }
    }

    private func search(_ question: SearchQuestion, _ generation: Int) -> [Answer] {
        if let like = question.like { return alike(like, generation) }
        guard !question.text.isEmpty else { return [] }
        let found = hits(question)
        let typed = Query.typed(question.text)
        let findings = Findings(
            query: question.text, first: Array(found.prefix(10)), count: count ?? .exactly(found.count), order: question.order(of: typed),
            missing: missing, ignored: typed.notes,
            suggestions: found.isEmpty && question.text.hasPrefix("extradt") ? ["extradition"] : [])
        return [.found(findings, generation: generation), .foundOrder(found.map(\.id), generation: generation)]
    }

    /// How many articles searches leave out.
    var missing = 0

    /// What searches say they found, where that is not what they did.
    var count: HitCount?

    /// What the likeness of any article is made of.
    private static let likeWords = "extradition"

    private func alike(_ target: LikeTarget, _ generation: Int) -> [Answer] {
        let found = hits(Self.likeWords).filter { $0.id != target.article }
        let findings = Findings(
            query: "any:(extradition nationals offence)", first: found, count: .exactly(found.count), order: .relevance,
            likeness: LikenessWords(terms: ["extradition", "nationals", "offence"], topics: ["extradition", "ransomware"]))
        return [.found(findings, generation: generation), .foundOrder(found.map(\.id), generation: generation)]
    }

    private var passages: [StoredPassage] { ids.flatMap { articles[$0]?.passages ?? [] } }

    private var topicCounts: [TopicID: TopicCount] {
        var counts: [TopicID: TopicCount] = [:]
        for id in ids {
            for topic in articles[id]?.row.topics ?? [] {
                counts[topic, default: TopicCount(articles: 0, unread: 0)].articles += 1
            }
        }
        return counts
    }

    private var tags: [TagCount] {
        let all = passages.flatMap(\.tags) + ids.flatMap { articles[$0]?.row.tags ?? [] }
        return Set(all).sorted().map { name in TagCount(name: name, articles: 0, passages: all.filter { $0 == name }.count) }
    }

    // MARK: Changing

    private func change(
        _ words: String, _ id: ArticleID, isUndoable: Bool = true, _ edit: (inout StoredArticle) -> Void
    ) -> Answer {
        guard var stored = articles[id] else { return .failed("article: it is not in this library") }
        if isUndoable { undoable.append((words, articles, ids)) }
        edit(&stored)
        stored.row.bookmarkCount = stored.passages.filter(\.isBookmarked).count
        articles[id] = stored
        return .changed(Change(words, isUndoable: isUndoable, article: stored))
    }

    private func newPassage(_ stored: StoredArticle, _ range: Range<Int>) -> StoredPassage {
        passageCount += 1
        return StoredPassage(
            id: "passage-\(passageCount)", article: stored.id, articleTitle: stored.row.title, file: stored.row.file,
            anchor: Anchor(range, in: stored.article.text), range: range, isBookmarked: false, tags: [],
            created: ArticleDate(timestamp: 1_795_000_000))
    }

    private func toggleBookmark(_ id: ArticleID, _ range: Range<Int>) -> Answer {
        let had = articles[id]?.passages.contains { $0.range == range && $0.isBookmarked } == true
        return change(had ? "bookmark taken away" : "bookmarked", id) { stored in
            if !stored.passages.contains(where: { $0.range == range }) { stored.passages.append(newPassage(stored, range)) }
            for index in stored.passages.indices where stored.passages[index].range == range {
                stored.passages[index].isBookmarked = !had
            }
            stored.passages.removeAll { !$0.isBookmarked && $0.tags.isEmpty }
        }
    }

    private func toggleTag(_ name: String, _ target: Picker.Target) -> Answer {
        change("tagged «\(name)»", target.article) { stored in
            guard let range = target.range else {
                stored.row.tags = Set(stored.row.tags).symmetricDifference([name]).sorted()
                return
            }
            if !stored.passages.contains(where: { $0.range == range }) { stored.passages.append(newPassage(stored, range)) }
            for index in stored.passages.indices where stored.passages[index].range == range {
                stored.passages[index].tags = Set(stored.passages[index].tags).symmetricDifference([name]).sorted()
            }
            stored.passages.removeAll { !$0.isBookmarked && $0.tags.isEmpty }
        }
    }

    /// The engine's links, from before anything was decided.
    private var found: [ArticleID: [TopicLink]] = [:]

    private func judge(_ verdict: Verdict?, _ places: [DecisionPlace], _ words: String) -> Answer {
        if let failure { return .judged(Judged(failure: failure)) }
        undoable.append((words, articles, ids))
        for place in places {
            guard var stored = articles[place.article] else { continue }
            let links = found[place.article] ?? stored.links
            found[place.article] = links
            stored.decisions.removeAll { $0.topic == place.topic && $0.passage == place.passage }
            if let verdict {
                let range = place.passage.range
                passageCount += 1
                stored.decisions.append(
                    StoredDecision(
                        id: "decision-\(passageCount)", article: place.article, articleTitle: stored.row.title,
                        anchor: Anchor(range, in: stored.article.text), range: range, topic: place.topic, verdict: verdict,
                        created: ArticleDate(timestamp: 1_795_000_000)))
            }
            let decided = DecidedLinks(links, decisions: stored.decisions)
            (stored.links, stored.rejected) = (decided.shown, decided.rejected)
            articles[place.article] = stored
        }
        guard places.count == 1, let id = places.first?.article else { return .judged(Judged(words: words)) }
        return .judged(Judged(article: articles[id]))
    }

    /// What keeping a judgement fails with.
    var failure: String?

    private func plan(_ request: BulkRequest) -> BulkPlan {
        let listed: [ArticleID]
        switch request.scope {
        case .library(let filter): listed = order(filter)
        case .search(let query): listed = hits(SearchQuestion(query)).map(\.id)
        }
        let places = listed.map { articles[$0]?.undecided(request, hits: []) ?? [] }.filter { !$0.isEmpty }
        return BulkPlan(request: request, places: Array(places.joined()), articles: places.count)
    }

    private func trash(_ id: ArticleID) -> Answer {
        guard let stored = articles[id] else { return .failed("article: it is not in this library") }
        undoable.append(("to the trash: \(stored.row.title)", articles, ids))
        ids.removeAll { $0 == id }
        return .changed(Change("to the trash: \(stored.row.title)", article: stored, removed: id))
    }

    private func removeNote(_ id: String) -> Answer {
        undoable.append(("removed the passage from the notes", articles, ids))
        for article in ids { articles[article]?.passages.removeAll { $0.id == id } }
        return .changed(Change("removed the passage from the notes"))
    }

    private func undo() -> Change {
        guard let last = undoable.popLast() else { return Change("nothing to undo", isUndoable: false) }
        (articles, ids) = (last.articles, last.ids)
        return Change("undone: \(last.words)", isUndoable: false)
    }

    // MARK: From outside

    /// As a sync does: a new article at the head of the list.
    func add(_ stored: StoredArticle) {
        articles[stored.id] = stored
        if !ids.contains(stored.id) { ids.insert(stored.id, at: 0) }
    }

    /// As when the words of a passage are no longer in its article.
    func orphan(_ id: ArticleID) {
        guard let passages = articles[id]?.passages.indices else { return }
        for index in passages { articles[id]?.passages[index].range = nil }
    }
}
