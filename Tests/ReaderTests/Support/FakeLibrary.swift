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
    /// What the screens of briefings show.
    var boards: [Board.Address: Board.Page] = [:]
    var related: [Board.RelatedLine] = []
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
        case .completePath(let path, let generation):
            return [.promptItems(paths.filter { $0.text.hasPrefix(path) }, generation: generation)]
        case .loadHits(let range, let question, let generation):
            let found = hits(question)
            return [.hits(range.clamped(to: found.indices).map { found[$0] }, generation: generation)]
        case .loadNotes(let question, let generation):
            let order = noteOrder(question)
            let first = order.entries.prefix(question.first).map(\.number)
            return [.notes(order, rows: notes(Array(first)), isWhole: true, generation: generation)]
        case .loadNoteRows(let numbers): return [.noteRows(notes(numbers))]
        case .loadTopicCounts: return [.topicCounts(topicCounts)]
        case .loadTags: return [.tags(tags)]
        case .locate(let query, let id):
            let words = query.hasPrefix("any:") ? Self.likeWords : query
            let hits = articles[id].map { Finder(words).hits(in: $0.article.text) } ?? []
            return [.located(HitPlaces(hits: hits), query: query, id)]
        case .setRead(let id, let isRead, let isSilent):
            return [change(isSilent ? "" : isRead ? "marked as read" : "marked as unread", id, isUndoable: !isSilent) { $0.row.isRead = isRead }]
        case .toggleBookmark(let id, let range): return [toggleBookmark(id, range)]
        case .mark(let act): return [mark(act)]
        case .toggleTag(let name, let target): return [toggleTag(name, target)]
        case .trash(let id): return [trash(id)]
        case .removeNote(let id): return [removeNote(id)]
        case .setStar(let id, let isStarred):
            return [change(isStarred ? "gave it a star" : "took its star", id) { $0.row.isStarred = isStarred }]
        case .restore(let id): return [restore(id)]
        case .planAct(let wish, let ids): return [.planned(ActPlan(wish, ids.compactMap { articles[$0]?.row }))]
        case .act(let plan): return [act(plan)]
        case .loadSaved:
            return [.saved(saved), .savedCounts(Dictionary(saved.map { ($0.id, .exactly(hits(SearchQuestion($0.query)).count)) }) { first, _ in first })]
        case .saveSearch(let name, let query):
            return [changeSaved("saved the search «\(name)»; it stands above the topics") { saved in
                let old = saved.firstIndex { $0.name.lowercased() == name.lowercased() }
                let search = SavedSearch(id: old.map { saved[$0].id } ?? "search-\(saved.count + 1)", name: name, query: query)
                if let old { saved[old] = search } else { saved.append(search) }
            }]
        case .renameSearch(let search, let name):
            return [changeSaved("renamed «\(search.name)» to «\(name)»") { saved in
                for index in saved.indices where saved[index].id == search.id { saved[index].name = name }
            }]
        case .removeSearch(let search):
            return [changeSaved("removed the saved search «\(search.name)»") { $0.removeAll { $0.id == search.id } }]
        case .addFiles(let path): return added[path].map { [.added($0)] } ?? [.failed("\(path): no such file or directory")]
        case .explore: return []
        case .loadTopicPage(let topic, _, let generation): return [.topicPage(facts(topic), generation: generation)]
        case .judge(let verdict, let places, let words): return [judge(verdict, places, words)]
        case .countJudgements(let request): return [.counted(plan(request))]
        case .exclude(_, let text, _, let label, let id):
            return [change("never matches «\(text)» for «\(label)»", id) { stored in
                stored.links.removeAll { $0.explanation.evidence.contains { $0.text.lowercased() == text } }
            }]
        case .correct(let id, let correction):
            return [
                change(correction.map { "corrected the \($0.field.noun)" } ?? "it says what its file says again", id) { stored in
                    switch correction {
                    case .title(let title): (stored.article.title, stored.row.title) = (title, title)
                    case .date(let date): (stored.article.published, stored.row.published, stored.row.sortDate) = (date, date, date)
                    case .bylines(let names): stored.article.bylines = names
                    case nil: stored.article = Fixture.article(Int(id.rawValue)).article
                    }
                }
            ]
        case .undo: return [.changed(undo())]
        case .redo: return [.changed(Change("nothing to do again", isUndoable: false))]
        case .savePlace(let id, let place):
            articles[id]?.place = place
            return []
        case .saveSession(let session):
            self.session = session
            return []
        case .sync: return [.synced(SyncSummary())]
        case .palette(let request): return answers(to: request)
        case .briefing(let request): return answers(to: request)
        case .feed(let request): return answers(to: request)
        case .cancelSync, .cancelIndexing, .copy, .outside, .setMouse, .redraw, .suspend, .cancelJob, .quit: return []
        }
    }

    /// The feeds that are followed, and what asking for them comes to.
    var feeds: [FollowedFeed] = []
    var refreshed: FeedsSummary?
    private var removedFeed: FollowedFeed?

    private func answers(to request: FeedRequest) -> [Answer] {
        switch request {
        case .load: return [.feed(.list(feeds))]
        case .add(let address):
            feeds.append(FollowedFeed(id: "feed-\(feeds.count + 1)", title: "New", host: "new.example"))
            return [.feed(.added(FollowingSummary("following New (\(address))", isNew: true)))]
        // Under way until a test says what came of it.
        case .refresh: return refreshed.map { [.feed(.refreshed($0))] } ?? []
        case .cancel: return []
        case .remove(let id, let title):
            removedFeed = feeds.first { $0.id == id }
            feeds.removeAll { $0.id == id }
            return [.changed(Change("«\(title)» is followed no more; its articles stay"))]
        }
    }

    private func answers(to request: PaletteRequest) -> [Answer] {
        switch request {
        case .loadThemes: [.palette(.themes(themes))]
        case .listFiles(let beginning): [.palette(.files(beginning, ["drafts/", "notes.md"].map { beginning + $0 }))]
        case .findArticle(let name):
            articles.values.filter { $0.row.name.hasPrefix(name) }.map(\.id).min().map { [.palette(.article($0))] }
                ?? [.failed("article \(name): there is none")]
        case .export(let format, let file): [.notice("\(format.rawValue) written to \(file)")]
        }
    }

    /// The person's own.
    var themes: [ThemeChoice] = []

    // MARK: Reading

    private func order(_ filter: LibraryFilter) -> [ArticleID] {
        (ids + trashed).filter { id in
            guard let row = articles[id]?.row else { return false }
            guard row.isTrashed == (filter.words == "is:trashed") else { return false }
            if row.isTrashed { return true }
            if filter.isUnreadOnly && row.isRead { return false }
            if let words = filter.words, Finder(words).hits(in: row.title).isEmpty { return false }
            guard let topic = filter.topic else { return true }
            return row.topics.contains(topic)
        }
    }

    /// The files that there are.
    var paths: [Prompt.Item] = []

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
            stored.passages.removeAll(where: Self.isNothing)
        }
    }

    // MARK: Notes

    private static func number(_ passage: StoredPassage) -> Int64 { Int64(passage.id.split(separator: "-").last ?? "") ?? 0 }

    private func notes(_ numbers: [Int64]) -> [Int64: StoredPassage] {
        let wanted = Set(numbers)
        return Dictionary(passages.map { (Self.number($0), $0) }.filter { wanted.contains($0.0) }) { first, _ in first }
    }

    private func noteOrder(_ question: NotesQuestion) -> PassageOrder {
        let words = question.filter.lowercased()
        let found = passages.filter { passage in
            words.isEmpty || ([passage.anchor.quote, passage.note?.text ?? ""] + passage.tags.map { "tag:" + $0 }).contains { $0.lowercased().contains(words) }
        }
        func names(_ passage: StoredPassage) -> [String?] {
            switch question.grouping {
            case .none: [nil]
            case .article: [passage.articleTitle]
            case .tag: passage.tags.isEmpty ? [nil] : passage.tags
            case .topic: articles[passage.article]?.row.topics.map(\.rawValue) ?? [nil]
            case .date: ["2026-11"]
            }
        }
        let pairs = found.flatMap { passage in names(passage).map { (name: $0, number: Self.number(passage)) } }
        guard question.grouping != .none else { return PassageOrder(entries: pairs.map { .init(number: $0.number) }) }
        var groups: [String?] = []
        for pair in pairs where !groups.contains(pair.name) { groups.append(pair.name) }
        let entries = groups.enumerated().flatMap { place, name in
            pairs.filter { $0.name == name }.map { PassageOrder.Entry(number: $0.number, group: Int32(place)) }
        }
        return PassageOrder(groups: groups.map { .init(name: $0) }, entries: entries)
    }

    /// Files that exports would meet, and those that were written.
    var existing: Set<String> = []
    private(set) var exported: [String: ExportWish] = [:]

    private func mark(_ act: MarkAct) -> Answer {
        switch act {
        case .note(let text, let target): return setNote(text, target)
        case .highlight(let colour, let target):
            return edit(target, colour.map { "highlighted in \($0.rawValue)" } ?? "took the highlight away") { $0.highlight = colour }
        case .tag(let name, let target):
            return edit(target, "tagged the passage «\(name)»") { $0.tags = Set($0.tags).symmetricDifference([name]).sorted() }
        case .remove(let target): return edit(target, "took away what you made of the passage") { $0 = Self.emptied($0) }
        case .attach(let id, let article, let range):
            return change("moved the passage here", article) { stored in
                for index in stored.passages.indices where stored.passages[index].id == id {
                    stored.passages[index].range = range
                    stored.passages[index].anchor = Anchor(range, in: stored.article.text)
                }
            }
        case .edit(let edit, let numbers):
            undoable.append((edit.words(numbers.count), articles, ids))
            for number in numbers { editPassage(number) { Self.apply(edit, to: &$0) } }
            return .changed(Change(edit.words(numbers.count)))
        case .tagAll(let name, let numbers): return mark(.edit(.tag(name), numbers))
        case .export(let wish, let path, let replaces):
            if !replaces, existing.contains(path) { return .fileIsThere(path, .export(wish, path: path, replaces: true)) }
            exported[path] = wish
            return .notice("wrote to \(path)")
        }
    }

    private static func apply(_ edit: PassageEdit, to passage: inout StoredPassage) {
        switch edit {
        case .remove: passage = emptied(passage)
        case .highlight(let colour): passage.highlight = colour
        case .bookmark(let isBookmarked): passage.isBookmarked = isBookmarked
        case .tag(let name): passage.tags = Set(passage.tags + [name]).sorted()
        case .untag(let name): passage.tags.removeAll { $0 == name }
        }
    }

    private static func emptied(_ passage: StoredPassage) -> StoredPassage {
        var passage = passage
        (passage.isBookmarked, passage.tags, passage.note, passage.highlight) = (false, [], nil, nil)
        return passage
    }

    private func editPassage(_ number: Int64, _ edit: (inout StoredPassage) -> Void) {
        for id in ids {
            guard var stored = articles[id] else { continue }
            for index in stored.passages.indices where Self.number(stored.passages[index]) == number { edit(&stored.passages[index]) }
            stored.passages.removeAll(where: Self.isNothing)
            articles[id] = stored
        }
    }

    private func edit(_ target: MarkTarget, _ words: String, _ edit: (inout StoredPassage) -> Void) -> Answer {
        change(words, target.article) { stored in
            if let range = target.range, target.passage == nil { stored.passages.append(newPassage(stored, range)) }
            let id = target.passage ?? stored.passages.last?.id
            for index in stored.passages.indices where stored.passages[index].id == id { edit(&stored.passages[index]) }
            stored.passages.removeAll(where: Self.isNothing)
        }
    }

    private static func isNothing(_ passage: StoredPassage) -> Bool {
        !passage.isBookmarked && passage.tags.isEmpty && passage.note == nil && passage.highlight == nil
    }

    private func setNote(_ text: String, _ target: MarkTarget) -> Answer {
        change(text.isEmpty ? "took the note away" : "wrote a note", target.article) { stored in
            if let range = target.range, target.passage == nil { stored.passages.append(newPassage(stored, range)) }
            for index in stored.passages.indices where stored.passages[index].id == target.passage ?? stored.passages.last?.id {
                stored.passages[index].note =
                    text.isEmpty ? nil : PassageNote(text: text, edited: ArticleDate(timestamp: 1_795_000_000))
            }
            stored.passages.removeAll(where: Self.isNothing)
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
            stored.passages.removeAll(where: Self.isNothing)
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

    private var trashed: [ArticleID] { articles.values.filter { $0.row.isTrashed && !ids.contains($0.id) }.map(\.id).sorted() }

    private func restore(_ id: ArticleID) -> Answer {
        guard var stored = articles[id] else { return .failed("article: it is not in this library") }
        undoable.append(("out of the trash: \(stored.row.title)", articles, ids))
        stored.row.isTrashed = false
        articles[id] = stored
        ids = (ids + [id]).sorted()
        return .changed(Change("out of the trash: \(stored.row.title)", article: stored, removed: id))
    }

    private func act(_ plan: ActPlan) -> Answer {
        undoable.append((plan.act.report(plan.articles.count), articles, ids))
        for id in plan.articles {
            switch plan.act {
            case .read(let isRead): articles[id]?.row.isRead = isRead
            case .star(let isStarred): articles[id]?.row.isStarred = isStarred
            case .trash(let isTrashed):
                articles[id]?.row.isTrashed = isTrashed
                if isTrashed { ids.removeAll { $0 == id } } else { ids = (ids + [id]).sorted() }
            case .tag(let name, let isTagged):
                var tags = Set(articles[id]?.row.tags ?? [])
                if isTagged { tags.insert(name) } else { tags.remove(name) }
                articles[id]?.row.tags = tags.sorted()
            }
        }
        return .changed(Change(plan.act.report(plan.articles.count)))
    }

    private func facts(_ topic: TopicID) -> TopicFacts {
        let rows = ids.compactMap { articles[$0]?.row }.filter { $0.topics.contains(topic) }
        let passages = rows.prefix(4).compactMap { row -> TopicPassage? in
            guard let stored = articles[row.id], let link = stored.links.first(where: { $0.topic == topic }) else { return nil }
            let range = link.passage.range
            return TopicPassage(
                article: row.id, title: row.title, date: row.sortDate, range: range, quote: stored.article.text.bytes(range))
        }
        let months = rows.isEmpty ? [] : [3, 0, 1, 7, 2, 0, 0, 5, 12].enumerated().map { MonthCount(year: 2026, month: $0 + 3, articles: $1) }
        return TopicFacts(months: months.filter { $0.articles > 0 }, passages: Array(passages), articles: Array(rows.prefix(5)))
    }

    private func trash(_ id: ArticleID) -> Answer {
        guard var stored = articles[id] else { return .failed("article: it is not in this library") }
        undoable.append(("to the trash: \(stored.row.title)", articles, ids))
        stored.row.isTrashed = true
        articles[id] = stored
        ids.removeAll { $0 == id }
        return .changed(Change("to the trash: \(stored.row.title)", article: stored, removed: id))
    }

    private func removeNote(_ id: String) -> Answer {
        undoable.append(("removed the passage from the notes", articles, ids))
        for article in ids { articles[article]?.passages.removeAll { $0.id == id } }
        return .changed(Change("removed the passage from the notes"))
    }

    var saved: [SavedSearch] = []
    private var undoableSaved: [[SavedSearch]] = []
    /// What adding a path comes to.
    var added: [String: AddedFiles] = [:]

    private func changeSaved(_ words: String, _ change: (inout [SavedSearch]) -> Void) -> Answer {
        undoableSaved.append(saved)
        change(&saved)
        return .changed(Change(words))
    }

    private func undo() -> Change {
        if let feed = removedFeed {
            (removedFeed, feeds) = (nil, feeds + [feed])
            return Change("undone", isUndoable: false)
        }
        if let last = undoableSaved.popLast() {
            saved = last
            return Change("undone", isUndoable: false)
        }
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
