import Library
import Search
import Terminal

extension Painter {
    /// What the heading of a pane says.
    func heading(of pane: Pane, _ state: ReaderState) -> Heading {
        switch pane {
        case .topics: topicsHeading(state)
        case .list: listHeading(state)
        case .article: articleHeading(state)
        case .passage: Heading(title: "This passage")
        }
    }

    private func topicsHeading(_ state: ReaderState) -> Heading {
        guard let page = state.topicPage, let node = state.topics.node(page.topic) else {
            return Heading(title: "Topics", foot: place(state.topics.cursor, state.topics.lines.count))
        }
        return Heading(title: "Topics › \(node.code)")
    }

    /// What is selected comes first of what the heading says.
    private func listHeading(_ state: ReaderState) -> Heading {
        var heading = plainListHeading(state)
        if let words = state.selectionWords(state.source) {
            heading.short = words
            heading.right = words + (heading.right.isEmpty ? "" : " \(glyphs[.separator]) " + heading.right)
        }
        return heading
    }

    private func plainListHeading(_ state: ReaderState) -> Heading {
        switch state.source {
        case .library:
            let listing = state.library.listing
            guard let words = state.filterWords else {
                return Heading(
                    title: "Library", right: listing.isEmpty ? "" : state.library.order.explanation,
                    foot: place(listing.cursor, listing.count))
            }
            let count = listing.isComplete ? " (\(listing.count.grouped))" : ""
            let isTrash = state.library.filter == .trash
            return Heading(
                title: isTrash ? "Trash\(count)" : "Library › \(words)\(count)",
                right: (state.library.order == .newest ? "" : state.library.order.explanation + ", ") + "Esc clears",
                foot: place(listing.cursor, listing.count))
        case .search:
            let results = state.search.results
            let order = state.search.like == nil ? state.search.findings?.order.explanation : "nearest first"
            return Heading(
                title: state.search.like == nil ? "Search" : "Alike", right: results.isEmpty ? "" : order ?? "",
                foot: results.isEmpty ? "" : place(results.cursor, results.count))
        case .notes:
            let listing = state.notes.listing
            let words = [state.notes.count.counted("passage", "passages"), state.notes.grouping.short, state.selectionWords(.notes) ?? ""]
                .filter { !$0.isEmpty }.joined(separator: ", ")
            let filter = state.notes.filter.trimmed
            return Heading(
                title: filter.isEmpty ? "Notes" : "Notes › \(filter)", right: state.notes.isLoaded && !listing.isEmpty ? words : "",
                foot: place(listing.cursor, listing.count))
        }
    }

    private func articleHeading(_ state: ReaderState) -> Heading {
        guard let reading = state.reading else { return Heading(title: "Article") }
        let progress = reading.progress(rows: state.articleRows)
        var facts = ["\(Int(progress * 100)) %"]
        let minutes = PageHeader(of: reading.article).minutes(of: reading.article.article)
        let left = Int((Double(minutes) * (1 - progress)).rounded(.up))
        // Where there is room: the share and the hit come first.
        if left > 0, (state.layout.box(.article)?.inner.columns ?? 0) >= 60 { facts.append("\(left) min left") }
        if let find = reading.find, !find.isTyping { facts.insert(find.countWords, at: 0) }
        let star = reading.article.row.isStarred ? glyphs.star + " " : ""
        return Heading(title: star + reading.article.row.shownTitle, right: facts.joined(separator: " · "), foot: foot(reading))
    }

    private func foot(_ reading: ReadingState) -> String {
        let marks = reading.article.passages.count
        return marks == 0 ? "" : "\(glyphs[.bookmark]) \(marks)"
    }

    /// «3/1,204»; nothing in an empty list.
    private func place(_ cursor: Int, _ count: Int) -> String {
        count == 0 ? "" : "\((cursor + 1).grouped)/\(count.grouped)"
    }
}
