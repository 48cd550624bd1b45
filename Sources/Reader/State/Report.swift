/// Sentences that a job left, to be read at leisure.
public struct Report: Hashable, Sendable {
    public let title: String
    public let sentences: [String]
    /// The first that is seen.
    public internal(set) var top = 0

    public init(title: String, sentences: [String]) {
        self.title = title
        self.sentences = sentences
    }

    mutating func move(_ move: ReaderState.Move, visible: Int) {
        switch move {
        case .step(let distance), .scroll(let distance): top += distance
        case .page(let pages): top += pages * max(1, visible - 1)
        case .halfPage(let halves): top += halves * max(1, visible / 2)
        case .first: top = 0
        case .last: top = sentences.count
        }
        settle(visible: visible)
    }

    mutating func settle(visible: Int) { top = min(max(0, top), max(0, sentences.count - visible)) }
}
