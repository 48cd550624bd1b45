import Articles
import Briefings
import Library
import Terminal
import Topics

/// The screens of briefings.
extension ReaderState {
    /// Opens a page over the panes, or another one over it.
    mutating func show(_ address: Board.Address, anew: Bool = false) -> [Effect] {
        if anew || board == nil { board = Board(address) } else { board?.push(address) }
        return loadBoard()
    }

    /// `5`: today's news, and the briefings that are kept.
    mutating func goBriefings() -> [Effect] { show(.home, anew: true) + [.briefing(.visit)] }

    /// Reads the page that is seen again.
    mutating func loadBoard() -> [Effect] {
        guard let address = board?.view.address else { return [] }
        let generation = nextGeneration()
        board?.generation = generation
        return [.briefing(.load(address, generation: generation))]
    }

    mutating func take(_ answer: BriefingAnswer) -> [Effect] {
        switch answer {
        case .page(let page, let address, let generation):
            if generation == board?.generation { board?.take(page, at: address) }
            return []
        case .composed(let document):
            status = Status(.done, "briefing «\(document.title)» made")
            return show(.outline(document.id))
        case .fileIsThere(let request, let path):
            confirmation = Confirmation(
                title: "Replace «\(path)»?", sentences: ["A file of this name is there already."], effects: [.briefing(request)])
            return []
        case .related(let target, let lines):
            take(lines, relatedTo: target)
            return []
        case .found(let id, let offset):
            board = nil
            return open(id, arrival: .passage(offset))
        }
    }

    // MARK: Moving

    mutating func moveBoard(_ move: Move) {
        guard let board else { return }
        let page = max(1, rows / 3)
        let place = switch move {
        case .step(let distance), .scroll(let distance): board.cursor + distance
        case .page(let pages): board.cursor + pages * page
        case .halfPage(let halves): board.cursor + halves * max(1, page / 2)
        case .first: 0
        case .last: board.targets.count - 1
        }
        self.board?.move(to: place)
    }

    mutating func openBoard() -> [Effect] {
        guard let target = board?.selected else { return [] }
        switch target {
        case .article(let id):
            board = nil
            return open(id, arrival: .place)
        case .place(let id, let offset):
            board = nil
            return open(id, arrival: .passage(offset))
        case .quote(let identity, let offset): return [.briefing(.find(identity: identity, offset))]
        case .topic(let topic):
            guard let topic else { return [] }
            board = nil
            (pane, source) = (.list, .library)
            return setFilter(LibraryFilter(topic: topic, isUnreadOnly: library.filter.isUnreadOnly))
        case .briefing(let id): return show(.outline(id))
        case .treaties: return show(.treaties)
        case .treaty(let id): return show(.map(id, beside: nil))
        case .provision(let id, _): return show(.passages(id))
        case .item(let id): return openItem(id)
        }
    }

    /// From an item of an outline to where its words stand.
    private func openItem(_ id: Int) -> [Effect] {
        guard let item = board?.document?.1.item(id) else { return [] }
        switch item.content {
        case .heading, .text: return []
        case .quote(let quote): return [.briefing(.find(identity: quote.source.identity, quote.anchor.start))]
        case .story(let story): return [.briefing(.find(identity: story.source.identity, 0))]
        }
    }

    mutating func backFromBoard() -> [Effect] {
        guard board?.pop() == true else {
            board = nil
            return []
        }
        return loadBoard()
    }

    // MARK: Composing

    /// `C`: what is selected, or what the list was searched for, becomes a briefing.
    mutating func compose() -> [Effect] {
        guard let source = composeSource else {
            status = Status(.hint, "nothing to make a briefing of")
            return []
        }
        return ask(.briefing(.compose(source)), text: suggestedTitle(for: source))
    }

    private var composeSource: ComposeSource? {
        if board != nil {
            guard case .home(let today?, _)? = board?.page, today.stories > 0 else { return nil }
            return .today
        }
        switch pane {
        case .article, .passage:
            guard let reading else { return nil }
            return reading.passage.map { .range(reading.id, $0) } ?? .articles([reading.id])
        case .topics: return nil
        case .list:
            switch self.source {
            case .library:
                if library.listing.hasSelection { return .articles(library.listing.selectedIDs) }
                return library.listing.selected.map { .articles([$0]) }
            case .search:
                if search.results.hasSelection { return .articles(search.results.selectedIDs) }
                return search.like == nil ? search.answered.map { .query($0) } : search.results.selected.map { .articles([$0]) }
            case .notes:
                let numbers = notes.selectedNumbers.isEmpty ? notes.allNumbers : notes.selectedNumbers
                return numbers.isEmpty ? nil : .passages(numbers)
            }
        }
    }

    private func suggestedTitle(for source: ComposeSource) -> String {
        switch source {
        case .query(let query): query
        case .articles, .passages, .range, .today: ""
        }
    }

    /// What Enter does in a prompt of these screens.
    mutating func take(_ answer: String, for purpose: BriefingPrompt) -> [Effect] {
        switch purpose {
        case .compose(let source): return [.briefing(.compose(source, title: answer))]
        case .rename(let id, let title): return answer == title ? [] : [.briefing(.edit(id, .rename(answer), .rename))]
        case .retitle(let id, let item): return [.briefing(.edit(id, .retitle(item: item, answer.isEmpty ? nil : answer), .change))]
        case .comment(let id, let item): return [.briefing(.edit(id, .comment(item: item, answer.isEmpty ? nil : answer), .change))]
        case .heading(let id, let item): return [.briefing(.edit(id, .insert(.heading(answer), after: item), .add("a heading")))]
        case .export(let id, _): return [.briefing(.export(id, path: answer, replaces: false))]
        }
    }

    // MARK: The outline

    private var selectedItem: (StoredDocument, Briefing.Item)? {
        guard let (document, briefing) = board?.document, case .item(let id)? = board?.selected, let item = briefing.item(id) else { return nil }
        return (document, item)
    }

    mutating func moveItem(by distance: Int) -> [Effect] {
        guard let (document, item) = selectedItem, let board else { return [] }
        self.board?.move(to: board.cursor + distance)
        return [.briefing(.edit(document.id, .move(item: item.id, by: distance), .move))]
    }

    mutating func retitle() -> [Effect] {
        if let (document, item) = selectedItem { return ask(.briefing(.retitle(document.id, item: item.id)), text: item.shownTitle) }
        guard let document = selectedDocument else { return [] }
        return ask(.briefing(.rename(document.id, title: document.title)), text: document.title)
    }

    mutating func comment() -> [Effect] {
        guard let (document, item) = selectedItem else { return [] }
        return ask(.briefing(.comment(document.id, item: item.id)), text: item.comment ?? "")
    }

    mutating func insertHeading() -> [Effect] {
        guard let (document, _) = board?.document else { return [] }
        return ask(.briefing(.heading(document.id, after: selectedItem?.1.id)))
    }

    /// `d`: an item of the outline, or a whole briefing of the list.
    mutating func drop() -> [Effect] {
        if let (document, item) = selectedItem {
            return [.briefing(.edit(document.id, .drop(item: item.id), .drop("«\(Clip.text(item.shownTitle.flattened, columns: 40, ellipsis: "…"))»")))]
        }
        guard board?.document == nil, let document = selectedDocument else { return [] }
        return [.briefing(.remove(document.id, title: document.title))]
    }

    mutating func refreshBriefing() -> [Effect] { selectedDocument.map { [.briefing(.refresh($0.id))] } ?? loadBoard() }

    mutating func exportBriefing() -> [Effect] {
        guard let document = selectedDocument else {
            status = Status(.hint, "put the cursor on a briefing, or make one first")
            return []
        }
        return ask(.briefing(.export(document.id, title: document.title)))
    }

    /// The outline that is open, or the briefing under the cursor of the list.
    private var selectedDocument: StoredDocument? {
        if let (document, _) = board?.document { return document }
        guard case .home(_, let kept)? = board?.page, case .briefing(let id)? = board?.selected else { return nil }
        return kept.first { $0.id == id }
    }

    // MARK: Today, treaties, related

    mutating func weigh(by change: Int) -> [Effect] {
        guard case .topic(let topic?)? = board?.selected else {
            status = Status(.hint, "put the cursor on a topic of today's news")
            return []
        }
        return [.briefing(.setInterest(topic, by: change))]
    }

    /// `=`: the treaty alone, or beside the one that corresponds to it most.
    mutating func besideTreaty() -> [Effect] {
        guard case .map(let map)? = board?.page, board?.views.isEmpty == false else { return [] }
        let other = map.other == nil ? (map.treaty.id == TreatyID("BC") ? TreatyID("UNCC") : TreatyID("BC")) : nil
        board?.views.removeLast()
        board?.push(.map(map.treaty.id, beside: other))
        return loadBoard()
    }

    mutating func related() -> [Effect] {
        guard pane == .article || pane == .passage, let reading else { return [] }
        return show(.related(LikeTarget(article: reading.id, passage: reading.passage, title: reading.article.row.shownTitle)), anew: true)
    }
}
