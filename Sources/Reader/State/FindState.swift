import Articles
import Library

/// Finding in an article: what is looked for, and where it stands.
public struct FindState: Hashable, Sendable {
    public internal(set) var field: Field
    public internal(set) var isTyping: Bool
    /// The query of a search whose hits these are; nothing where they were typed here.
    public internal(set) var query: String?
    /// UTF-8 ranges of the canonical text, in their order.
    public internal(set) var hits: [Range<Int>] = []
    /// The place, among ``hits``, of the one that was gone to last.
    public internal(set) var current: Int?
    /// Where finding began: Esc goes back there.
    var origin: PagePlace
    var originBlock: Int?

    init(origin: PagePlace, block: Int?) {
        field = Field()
        isTyping = true
        self.origin = origin
        originBlock = block
    }
}

extension ReadingState {
    mutating func beginFind() {
        find = FindState(origin: top, block: block)
    }

    mutating func editFind(_ edit: (inout Field) -> Void) {
        guard var state = find else { return }
        edit(&state.field)
        find = state
    }

    /// Looks for what is typed now, from where finding began.
    mutating func findAsTyped(rows: Int) {
        guard var state = find else { return }
        state.hits = Finder(state.field.text).hits(in: article.article.text)
        let start = state.originBlock.map { page.blockRanges[$0].lowerBound } ?? 0
        state.current = state.hits.firstIndex { $0.lowerBound >= start } ?? (state.hits.isEmpty ? nil : 0)
        find = state
        showCurrentHit(rows: rows)
    }

    /// Enter: the hits stay marked, and `n` goes on from here.
    mutating func acceptFind(rows: Int) {
        guard var state = find else { return }
        if state.hits.isEmpty { return leaveFind(rows: rows) }
        state.isTyping = false
        find = state
    }

    /// Esc while typing: back to where finding began.
    mutating func leaveFind(rows: Int) {
        guard let state = find else { return }
        find = nil
        setTop(state.origin)
        block = state.originBlock
    }

    mutating func endFind() { find = nil }

    /// Marks the hits of a search and goes to the first in the passage that answers best, else to the first that is not in an
    /// advertisement.
    mutating func mark(_ places: HitPlaces, query: String, rows: Int) {
        let hits = places.hits
        guard !hits.isEmpty else { return }
        var state = FindState(origin: top, block: block)
        state.isTyping = false
        state.query = query
        state.field = Field(query)
        state.hits = hits
        let best = places.best.flatMap { best in hits.firstIndex { $0.overlaps(best) } }
        state.current = best ?? hits.firstIndex { !isPromotion($0.lowerBound) } ?? 0
        find = state
        showCurrentHit(rows: rows)
    }

    private func isPromotion(_ offset: Int) -> Bool {
        page.block(at: offset).map { article.article.blocks[$0].kind == .promotion } ?? false
    }

    mutating func stepHit(by distance: Int, rows: Int) {
        guard var state = find, !state.hits.isEmpty else { return }
        let next = (state.current ?? -1) + distance
        state.current = (next % state.hits.count + state.hits.count) % state.hits.count
        find = state
        showCurrentHit(rows: rows)
    }

    private mutating func showCurrentHit(rows: Int) {
        guard let find, let current = find.current, find.hits.indices.contains(current) else { return }
        goTo(find.hits[current].lowerBound, rows: rows)
        revealSideways(find.hits[current])
    }
}
