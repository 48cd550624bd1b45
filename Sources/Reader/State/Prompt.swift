/// One line of input over whatever is shown: to name or to note anything. What it is for says what it is called, what
/// completes it, and what Enter does.
public struct Prompt: Hashable, Sendable {
    /// Something that could stand in the line.
    public struct Item: Hashable, Sendable {
        public var text: String
        /// What it is: «12 articles».
        public var note: String

        public init(_ text: String, note: String = "") {
            self.text = text
            self.note = note
        }
    }

    public let purpose: Purpose
    public internal(set) var field: Field
    /// Why the line cannot be taken as it is; goes when it is edited.
    public internal(set) var problem: String?
    /// What could stand in the line, of what begins or contains what stands there now.
    public private(set) var items: [Item] = []
    /// The one that Enter takes; nothing where it takes what was typed.
    public private(set) var selection: Int?
    /// All that was offered.
    private var offered: [Item]
    /// What stood in the line at first.
    private let original: String
    /// The generation of what was last asked for to complete the line.
    private var generation = 0

    /// `items` complete the line, where the purpose is not to ask for them.
    public init(_ purpose: Purpose, text: String = "", items: [Item] = []) {
        self.purpose = purpose
        field = Field(text, limit: purpose.limit)
        original = text
        offered = items
        findItems()
    }

    /// Whether something was typed that closing would lose.
    public var isChanged: Bool { field.text != original }

    public var selected: Item? { selection.flatMap { items.indices.contains($0) ? items[$0] : nil } }

    /// What Enter takes: the line without blanks at its ends, or what is selected.
    public var answer: String { (selected?.text ?? field.text).trimmed }

    public mutating func edit(_ change: (inout Field) -> Void) {
        change(&field)
        problem = nil
        findItems()
    }

    /// Down and Up; up from the first goes back to what was typed.
    public mutating func select(by distance: Int) {
        let place = min((selection ?? -1) + distance, items.count - 1)
        selection = place < 0 ? nil : place
    }

    mutating func select(_ place: Int) { selection = items.indices.contains(place) ? place : nil }

    /// Tab: puts what is selected, else the first, into the line; false where nothing completes it.
    public mutating func complete() -> Bool {
        guard let item = selected ?? items.first else { return false }
        field = Field(item.text, limit: purpose.limit)
        problem = nil
        findItems()
        return true
    }

    // MARK: What is asked for

    /// The line is completed by what comes for `generation`; what came before stays shown until then.
    mutating func await(_ generation: Int) { self.generation = generation }

    mutating func take(_ items: [Item], generation: Int) {
        guard generation == self.generation else { return }
        offered = items
        findItems()
    }

    /// What was typed is no item of its own. What was asked for fits already.
    private mutating func findItems() {
        selection = nil
        switch purpose.completing {
        case .nothing: items = []
        // What came for less of the path is no answer to what was typed since.
        case .paths: items = offered.filter { $0.text != field.text && $0.text.hasPrefix(field.text) }
        case .items:
            let typed = FuzzyMatch(field.text.trimmed)
            let fits = offered.enumerated().compactMap { place, item in
                item.text == field.text ? nil : typed.rank(code: "", label: item.text).map { (rank: $0, place: place, item: item) }
            }
            items = fits.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.item)
        }
    }
}
