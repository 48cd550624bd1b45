import Text

/// What a query comes to over an index: its words as posting lists, its conditions as sets of articles.
struct PlannedQuery {
    /// The shape of the query; leaves and conditions by their place in the lists below.
    indirect enum Node {
        case all, none
        case leaf(Int)
        case condition(Int)
        case orders(ClosedRange<Int64>)
        case and([Node])
        case or([Node])
        case not(Node)
    }

    /// What an article may hold, and gets a score for.
    struct Leaf {
        enum Kind: Hashable {
            /// One word.
            case word
            /// Words in a row.
            case phrase
            /// The first `left` sequences on the one side, the others on the other, with so many words between at most.
            case near(left: Int, distance: Int)
        }

        var kind: Kind
        /// One sequence of words; any of several for `near`.
        var sequences: [[Int]]
        /// The field to look in; nothing for all.
        var field: TextField?
        /// How much it weighs.
        var rarity: Float
        /// Of a phrase of two words for each segment: the list of the articles in which they follow one another, or none where they do
        /// not in any; nothing where only their places tell.
        var pairs: [[TermEntry]?] = []
    }

    /// A word of the query, as the posting lists that answer it in each segment.
    struct Word {
        var pattern: WordPattern
        var field: TextField?
        /// For each segment of the snapshot.
        var lists: [[TermEntry]]
        /// The articles that hold it; where several lists were added up, at most so many.
        var documents: Int
        /// The counts of the fields that count.
        var mask: UInt64
    }

    var root: Node
    var leaves: [Leaf] = []
    var words: [Word] = []
    var conditions: [ArticleSet] = []
    /// For each leaf and condition, what of the query it answers: for explaining.
    var leafQueries: [Query] = []
    var conditionQueries: [Query] = []
}

extension TextField {
    /// The bytes of ``FieldCounts`` that count for the field. Headings stand in the body.
    var countMask: UInt64 {
        let own: UInt64 = 0xFF << (8 * UInt64(IndexField(self).rawValue))
        return self == .body ? own | 0xFF << (8 * UInt64(IndexField.headings.rawValue)) : own
    }
}
