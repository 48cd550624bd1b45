import Articles
import Library
import Search
import Sync
import Synchronization
import Topics

/// What the user says of topics: kept, learned from, and seen at once in the article that it is about.
extension EffectRunner {
    /// How long it is waited for more before all is learned anew, in milliseconds.
    private static let pause = 400
    /// How long learning goes on before it is shown, in milliseconds.
    private static let unseen = 200
    /// How many articles are tagged anew at once; with more, they wait for the model that is learned from all.
    private static let mostAtOnce = 8

    func judge(_ verdict: Verdict?, _ places: [DecisionPlace], _ words: String) {
        onWrites { [self] library in
            do {
                try library.decide(verdict, at: places)
                let articles = Set(places.map(\.article)).sorted()
                try learned(in: articles)
                guard articles.count == 1, places.count == 1 else { return .judged(Judged(words: words)) }
                return .judged(Judged(article: try library.article(articles[0])))
            } catch {
                return .judged(Judged(failure: Self.sentence(error)))
            }
        }
    }

    func exclude(_ kind: LearningExclusion, _ text: String, _ topic: TopicID, _ label: String, _ article: ArticleID) {
        onWrites { [self] library in
            guard try library.setExclusion(kind, text, for: topic, true) else {
                return .changed(Change("«\(text)» is left out already", isUndoable: false))
            }
            try learned(in: nil, tagging: [article])
            switch kind {
            case .match: return .changed(Change("never matches «\(text)» for «\(label)»", article: try library.article(article)))
            case .learn: return .changed(Change("never learns from «\(text)» for «\(label)»", article: try library.article(article)))
            }
        }
    }

    /// Undo and redo tell what they changed in words only, so all that is shown is read again. What was learned goes back with
    /// the decisions.
    func takeBack(isRedo: Bool) {
        job(isRedo ? "doing again" : "taking back") { [self] library, meter in
            let before = try library.learningOutline()
            let words = try isRedo ? library.redo(progress: meter.take) : library.undo(progress: meter.take)
            let after = try library.learningOutline()
            if before.basis != after.basis { try learnedAgain(before, after, library) }
            let (verb, nothing) = isRedo ? ("done again", "nothing to do again") : ("undone", "nothing to undo")
            return .changed(Change(words.map { "\(verb): \($0)" } ?? nothing, isUndoable: false))
        }
    }

    private func learnedAgain(_ before: LearningOutline, _ after: LearningOutline, _ library: Library) throws {
        guard before.settings == after.settings else { return try learned(in: nil) }
        let names = Set(before.decisions.keys).union(after.decisions.keys)
            .filter { before.decisions[$0] != after.decisions[$0] }
        guard names.count <= Self.mostAtOnce else { return try learned(in: nil) }
        try learned(in: names.sorted().map { try library.article(named: $0).id })
    }

    /// Has what was decided counted, tags the articles anew with that, and learns from all when there is a pause. Without
    /// articles any may have been decided on.
    private func learned(in articles: [ArticleID]?, tagging shown: [ArticleID]? = nil) throws {
        let tagger = try learning.decided(in: articles)
        let shown = shown ?? articles ?? []
        if !shown.isEmpty, shown.count <= Self.mostAtOnce {
            let session = tagger.session()
            try library.apply(library.retagged(shown, version: tagger.edition) { session.tagging(of: $0) })
        }
        let generation = learning.generation
        onLessonsLater(milliseconds: Self.pause) { [weak self] in self?.learn(generation) }
    }

    // MARK: Learning from all

    private func learn(_ generation: Int) {
        state.withLock { $0.lesson = (generation, false) }
        onListsLater(milliseconds: Self.unseen) { [weak self] in self?.show(LearningProgress(), generation) }
        let started = ContinuousClock.now
        do {
            let outcome = try learning.catchUp(generation: generation, isCancelled: { state.withLock { $0.isEnding } }) {
                done, total in
                if .now - started >= .milliseconds(Self.unseen) { show(LearningProgress(done: done, total: total), generation) }
            }
            if let outcome, outcome.retagged.changed > 0 { mailbox.post(.changedElsewhere) }
        } catch {
            mailbox.post(.failed(Self.sentence(error)))
        }
        let wasSeen = state.withLock { state in
            defer { state.lesson = nil }
            return state.lesson?.isSeen
        }
        if wasSeen == true { mailbox.post(.learning(nil)) }
    }

    /// Unless it is over by now.
    private func show(_ progress: LearningProgress, _ generation: Int) {
        let isOver = state.withLock { state in
            guard state.lesson?.generation == generation else { return true }
            state.lesson?.isSeen = true
            return false
        }
        if !isOver { mailbox.post(.learning(progress)) }
    }

    // MARK: Many at once

    /// The most passages that are judged at once.
    static let mostJudged = 100_000

    func countJudgements(_ request: BulkRequest) {
        onLessons { [self] in
            do {
                mailbox.post(.counted(try plan(request)))
            } catch {
                mailbox.post(.failed(Self.sentence(error)))
            }
        }
    }

    private func plan(_ request: BulkRequest) throws -> BulkPlan {
        let words: Query?
        let query: Query
        switch request.scope {
        case .library(let filter): (query, words) = (filter.query, nil)
        case .search(let text):
            let typed = Query.typed(text).query
            (query, words) = (typed, typed)
        }
        var plan = BulkPlan(request: request, places: [], articles: 0)
        for id in try library.order(of: query) {
            guard !state.withLock({ $0.isEnding }), plan.places.count < Self.mostJudged else { break }
            let stored = try library.article(id)
            let hits = try words.map { try library.hits(of: $0, in: stored.article) } ?? []
            let places = stored.undecided(request, hits: hits)
            plan.places += places
            if !places.isEmpty { plan.articles += 1 }
        }
        return plan
    }
}

extension StoredArticle {
    /// The passages linked to the topics of a request that the user has not judged. With hits, only those that hold one.
    func undecided(_ request: BulkRequest, hits: [Range<Int>]) -> [DecisionPlace] {
        var places: [DecisionPlace] = []
        var seen: Set<DecisionPlace> = []
        for link in links where request.topics.contains(link.topic) && link.origin != .user && !link.passage.range.isEmpty {
            guard request.includesPossible || link.standing == .probable else { continue }
            guard hits.isEmpty || hits.contains(where: { $0.overlaps(link.passage.range) }) else { continue }
            let place = DecisionPlace(article: id, passage: link.passage, topic: link.topic)
            if seen.insert(place).inserted { places.append(place) }
        }
        return places
    }
}
