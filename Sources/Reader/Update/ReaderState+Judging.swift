import Articles
import Library
import Topics

extension ReaderState {
    /// The topics of the passage under the cursor, as the panel lists them.
    var passageTopics: [PassageTopic] { reading?.topics(showsPossible: showsPossible) ?? [] }

    /// The one under the panel's cursor.
    var panelSelection: PassageTopic? {
        let topics = passageTopics
        return topics.first { $0.id == panelTopic } ?? topics.first
    }

    private var isPanelSeen: Bool { layout.box(.passage) != nil }

    /// `+` and `-`: on the topic under the panel's cursor, or the only one; otherwise a topic is chosen first.
    mutating func judge(_ verdict: Verdict) -> [Effect] {
        guard awaited == nil, reading?.passage != nil else { return [] }
        let topics = passageTopics
        if isPanelSeen, let topic = panelSelection { return judge(verdict, on: topic.id) }
        if topics.count == 1 { return judge(verdict, on: topics[0].id) }
        if topics.isEmpty, verdict == .rejected {
            status = Status(.hint, "no topic on this passage to reject")
            return []
        }
        return chooseTopic(verdict)
    }

    /// Adds a topic by hand, or judges one of those that are there: any can be chosen.
    mutating func addTopic() -> [Effect] {
        guard awaited == nil, reading?.passage != nil else { return [] }
        return chooseTopic(.accepted)
    }

    private mutating func chooseTopic(_ verdict: Verdict) -> [Effect] {
        guard let reading else { return [] }
        let here = passageTopics
        var items = here.map { topicItem($0.id, note: $0.standing.word) }
        switch verdict {
        case .accepted:
            let known = Set(here.map(\.id))
            items += topics.all.filter { !known.contains($0.id) }.map { topicItem($0.id) }
            chooser = Chooser(.judge(verdict), title: "Accept a topic for the passage", words: reading.quote, items: items)
        case .rejected:
            chooser = Chooser(.judge(verdict), title: "Reject a topic of the passage", words: reading.quote, items: items)
        }
        return []
    }

    private func topicItem(_ id: TopicID, note: String = "") -> Chooser.Item {
        let node = topics.node(id)
        return Chooser.Item(
            .topic(id), code: node?.code ?? "?", hue: topics.hue(of: id), text: node?.label ?? id.rawValue, note: note)
    }

    /// Says it of a topic in the passage under the cursor; said again, it is taken back. Shown at once, kept by and by.
    mutating func judge(_ verdict: Verdict, on topic: TopicID) -> [Effect] {
        guard let current = reading, let passage = current.passage else { return [] }
        let new = current.verdict(on: topic) == verdict ? nil : verdict
        let topics = topics
        withReading { reading, _ in reading.judge(new, on: topic) { topics.name(of: $0) } }
        panelTopic = topic
        judging += 1
        let words = Self.words(new, topics.node(topic)?.label ?? topic.rawValue)
        status = Status(.done, words, isUndoable: true)
        let place = DecisionPlace(article: current.id, passage: Passage(passage), topic: topic)
        return [.judge(new, [place], words: words)]
    }

    private static func words(_ verdict: Verdict?, _ label: String) -> String {
        switch verdict {
        case .accepted: "accepted «\(label)»"
        case .rejected: "rejected «\(label)»"
        case nil: "took back what you said of «\(label)»"
        }
    }

    /// What was said is kept, or could not be. Where more was said meanwhile, the article on the screen is ahead.
    mutating func take(_ judged: Judged) -> [Effect] {
        judging = max(0, judging - 1)
        if let failure = judged.failure { status = Status(.failure, failure) }
        if let words = judged.words { status = Status(.done, words, isUndoable: true) }
        guard judging == 0 else { return [] }
        guard judged.failure == nil, let article = judged.article else { return refreshAll() }
        replaceReading(with: article)
        return countAgain()
    }

    // MARK: Many at once

    /// The same of every passage in the list that is linked to a topic: the one it is filtered by, or one that is chosen.
    mutating func judgeAll(_ verdict: Verdict) -> [Effect] {
        guard pane == .list, listCount > 0 else { return [] }
        switch source {
        case .notes: return []
        case .library:
            guard let topic = library.filter.topic else {
                status = Status(.hint, "list a topic first: 3 shows the topics")
                return []
            }
            return count(verdict, topic)
        case .search where search.like != nil:
            status = Status(.hint, "not in a list of what is like something: search for it first")
            return []
        case .search:
            let items = topics.all.map { topicItem($0.id) }
            chooser = Chooser(
                .judgeAll(verdict), title: verdict == .accepted ? "Accept which topic in these results?" : "Reject which topic in these results?",
                words: search.answered ?? "", items: items)
            return []
        }
    }

    private mutating func count(_ verdict: Verdict, _ topic: TopicID) -> [Effect] {
        let scope: BulkRequest.Scope
        switch source {
        case .library, .notes: scope = .library(library.filter)
        case .search:
            guard let query = search.answered else { return [] }
            scope = .search(query)
        }
        let request = BulkRequest(
            verdict: verdict, topics: topics.branch(topic), label: topics.node(topic)?.label ?? topic.rawValue, scope: scope,
            includesPossible: showsPossible)
        status = Status(.hint, "counting passages…")
        return [.countJudgements(request)]
    }

    /// The count is there: it is asked before anything is done.
    mutating func take(_ plan: BulkPlan) {
        status = nil
        guard !plan.places.isEmpty else {
            status = Status(.hint, "no passage here with «\(plan.request.label)» that you have not judged yet")
            return
        }
        let verb: String
        switch plan.request.verdict {
        case .accepted: verb = "accepted"
        case .rejected: verb = "rejected"
        }
        let words = "\(verb) «\(plan.request.label)» in \(plan.places.count.counted("passage", "passages"))"
        confirmation = Confirmation(
            title: plan.question,
            sentences: [
                "What you judged already stays as it is, and so do your own tags and bookmarks.",
                "One undo takes it back.",
            ],
            effects: [.judge(plan.request.verdict, plan.places, words: words)])
    }

    mutating func confirm() -> [Effect] {
        guard let confirmed = confirmation else { return [] }
        confirmation = nil
        judging += confirmed.effects.count { if case .judge = $0 { true } else { false } }
        return confirmed.effects
    }

    mutating func decline() -> [Effect] {
        let words = confirmation?.declined ?? ""
        confirmation = nil
        status = Status(.hint, words)
        return []
    }

    // MARK: Leaving words out

    /// Offers the words that spoke for the topic under the panel's cursor.
    mutating func exclude(_ kind: LearningExclusion) -> [Effect] {
        guard let topic = panelSelection, let label = topics.node(topic.id)?.label else {
            status = Status(.hint, "no topic on this passage")
            return []
        }
        let items = items(of: topic, for: kind)
        guard !items.isEmpty else {
            switch kind {
            case .match: status = Status(.hint, "no label of «\(label)» was matched in this passage")
            case .learn: status = Status(.hint, "nothing was learned yet that speaks for «\(label)» here")
            }
            return []
        }
        let title: String
        switch kind {
        case .match: title = "Never match which words for «\(label)»?"
        case .learn: title = "Never learn from which word for «\(label)»?"
        }
        chooser = Chooser(
            .exclude(kind, topic.id), title: title, words: reading?.quote ?? "",
            items: items)
        return []
    }

    /// The labels that were matched, with the words that they matched; or the words that something was learned of.
    private func items(of topic: PassageTopic, for kind: LearningExclusion) -> [Chooser.Item] {
        switch kind {
        case .match:
            let matcher = MatchedLabels(language: reading?.article.article.language ?? "en")
            var items: [Chooser.Item] = []
            for words in topic.matchedWords {
                for label in matcher.behind(words, among: book.labels[topic.id] ?? [])
                where !items.contains(where: { $0.text == label }) {
                    items.append(Chooser.Item(.word(label), text: label, note: label == words ? "" : "“\(words)”"))
                }
            }
            return items
        case .learn: return topic.learnedWords.map { Chooser.Item(.word($0), text: $0) }
        }
    }

    mutating func toggleImprobable() -> [Effect] {
        showsPossible.toggle()
        decorateReading()
        status = Status(.done, showsPossible ? "possible topics are shown" : "only probable topics are shown")
        return []
    }

    // MARK: Choosing

    mutating func acceptChoice() -> [Effect] {
        guard let chosen = chooser, let item = chosen.selected else { return [] }
        chooser = nil
        switch (chosen.purpose, item.value) {
        case (.judge(let verdict), .topic(let topic)): return judge(verdict, on: topic)
        case (.judgeAll(let verdict), .topic(let topic)): return count(verdict, topic)
        case (.exclude(let kind, let topic), .word(let word)):
            guard let id = reading?.id else { return [] }
            return [.exclude(kind, word, topic, label: topics.node(topic)?.label ?? topic.rawValue, in: id)]
        case (.sort(let source), .order(let order)): return sort(source, by: order)
        case (.link, .address(let address)): return ask(toOpen: address)
        case (.correct, .field(let field)): return askCorrection(of: field)
        case (.mark(let wish), .place(let target)): return fulfil(wish, on: target)
        case (.colour, .colour(let colour)): return mark(.highlight(colour))
        case (.group, .grouping(let grouping)): return group(by: grouping)
        case (.feeds, .feed(let choice)): return choose(choice, of: nil)
        case (.feed(let id), .feed(let choice)): return choose(choice, of: id)
        case (.judge, _), (.judgeAll, _), (.exclude, _), (.sort, _), (.link, _), (.correct, _), (.mark, _), (.colour, _),
            (.group, _), (.feeds, _), (.feed, _):
            return []
        }
    }
}

extension PassageTopic.Standing {
    /// One word for it.
    var word: String {
        switch self {
        case .accepted: "accepted"
        case .probable: "probable"
        case .possible: "possible"
        case .rejected: "rejected"
        }
    }
}

extension PassageTopic {
    /// The words that labels matched, each once; not those of citations, which no label matches.
    var matchedWords: [String] {
        var words: [String] = []
        for link in links where link.origin != .citation {
            for reason in link.explanation.reasons where !reason.words.isEmpty && !words.contains(reason.words) {
                words.append(reason.words)
            }
        }
        return words
    }

    /// The words that decisions gave a weight, each once.
    var learnedWords: [String] {
        var words: [String] = []
        for factor in links.flatMap(\.explanation.context) {
            if case .learnedWord(let word) = factor.kind, !words.contains(word) { words.append(word) }
        }
        return words
    }
}
