import Library
import Search
import Topics

/// A topic's own page.
extension ReaderState {
    /// `i`: the page of the topic under the cursor of the tree or of the panel.
    mutating func openTopicPage() -> [Effect] {
        switch pane {
        case .topics: return topics.selected?.topic.map { showTopicPage($0) } ?? []
        case .passage: return panelSelection.map { showTopicPage($0.id) } ?? []
        case .list, .article: return []
        }
    }

    mutating func showTopicPage(_ topic: TopicID) -> [Effect] {
        guard topics.node(topic) != nil else { return [] }
        noteVisit()
        isZen = false
        pane = .topics
        topics.select(topic, visible: visibleTopics)
        topicPage = TopicPage(topic)
        var effects = loadTopicPage()
        if topics.counts == nil, !areCountsAskedFor {
            areCountsAskedFor = true
            effects.append(.loadTopicCounts)
        }
        return effects
    }

    mutating func loadTopicPage() -> [Effect] {
        guard var page = topicPage else { return [] }
        page.generation = nextGeneration()
        topicPage = page
        return [.loadTopicPage(page.topic, branch: topics.branch(page.topic), generation: page.generation)]
    }

    mutating func take(_ facts: TopicFacts, generation: Int) {
        guard topicPage?.generation == generation else { return }
        topicPage?.facts = facts
    }

    /// Away from the page, to the tree; false where there is none.
    mutating func closeTopicPage() -> Bool {
        guard topicPage != nil else { return false }
        topicPage = nil
        return true
    }

    private mutating func withPage(_ change: (inout TopicPage, [TopicPage.Line], Int) -> Void) {
        guard var page = topicPage else { return }
        change(&page, topicPageLines, visibleTopics)
        topicPage = page
    }

    mutating func settlePage() { withPage { $0.settle($1, visible: $2) } }

    mutating func movePage(_ move: Move) {
        withPage { page, lines, visible in
            switch move {
            case .step(let distance): page.step(by: distance, lines, visible: visible)
            case .page(let pages): page.scroll(by: pages * max(1, visible - 1), lines, visible: visible)
            case .halfPage(let halves): page.scroll(by: halves * max(1, visible / 2), lines, visible: visible)
            case .scroll(let distance): page.scroll(by: distance, lines, visible: visible)
            case .first: page.scroll(by: -lines.count, lines, visible: visible)
            case .last: page.scroll(by: lines.count, lines, visible: visible)
            }
        }
    }

    mutating func scrollPage(by distance: Int) { withPage { $0.scroll(by: distance, $1, visible: $2) } }

    /// Puts the cursor on a line of the page; whether it was there before.
    mutating func selectPageLine(_ line: Int) -> Bool {
        let before = topicPage?.cursor
        withPage { $0.go(to: line, $1, visible: $2) }
        return before == line && topicPageLines.indices.contains(line) && topicPageLines[line].target != nil
    }

    /// Enter on a line: to what it names.
    mutating func openPageLine() -> [Effect] {
        guard let page = topicPage else { return [] }
        let lines = topicPageLines
        guard lines.indices.contains(page.cursor), let target = lines[page.cursor].target else { return [] }
        switch target {
        case .topic(let topic): return showTopicPage(topic)
        case .list: return list(LibraryFilter(topic: page.topic))
        case .period(let name): return list(LibraryFilter(topic: page.topic, words: "date:\(name)"))
        case .provision(let id): return list(LibraryFilter(words: Query.treaty(TreatyQuery(id.treaty.rawValue, provision: id.article)).description))
        case .passage(let article, let offset): return open(article, arrival: .passage(offset))
        case .article(let article): return open(article, arrival: .place)
        }
    }

    private mutating func list(_ filter: LibraryFilter) -> [Effect] {
        noteVisit()
        (pane, source) = (.list, .library)
        return setFilter(filter)
    }
}
