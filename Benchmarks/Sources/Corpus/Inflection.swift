/// What a word may end in, so that stems matter: one stem is met in several written forms.
enum Inflection: UInt8, CaseIterable, Sendable {
    /// Function words, names, numbers: always written alike.
    case none
    case noun
    case verb
    /// A verb with a noun of its own: ‑ation.
    case action

    /// The endings by how often they are met, in sixteenths.
    private var endings: [(ending: String, share: Int)] {
        switch self {
        case .none: [("", 16)]
        case .noun: [("", 11), ("s", 5)]
        case .verb: [("", 6), ("s", 3), ("ed", 4), ("ing", 3)]
        case .action: [("", 4), ("s", 2), ("ed", 3), ("ing", 2), ("ation", 4), ("ations", 1)]
        }
    }

    /// Sixteen endings an inflection, each packed into eight bytes with its length beside it.
    static let table: [PackedEnding] = allCases.flatMap { inflection in
        inflection.endings.flatMap { Array(repeating: PackedEnding($0.ending), count: $0.share) }
    }
}

/// Up to eight bytes of text in the order in which they are stored.
struct PackedEnding: Sendable {
    var bytes: UInt64 = 0
    var count: Int = 0

    init(_ text: String) {
        for byte in text.utf8.prefix(8) {
            bytes |= UInt64(byte) << UInt64(8 * count)
            count += 1
        }
    }
}
