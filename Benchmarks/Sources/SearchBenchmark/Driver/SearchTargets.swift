/// What the index must reach at a million articles, in milliseconds, megabytes and shares.
enum SearchTargets {
    static let articles = 1_000_000
    static let buildSpeed = 15.0
    static let buildMemory = 300_000_000
    static let indexShare = 0.7
    static let firstAnswer = 30.0
    static let memory = 50_000_000
    static let adding = 20.0
    static let importing = 2.0
    static let timesFasterThanFTS5 = 20.0

    /// The most that the median of a class may be.
    static func median(_ queryClass: QueryClass, _ order: AnswerOrder) -> Double? {
        switch (order, queryClass) {
        case (.newest, _): 1
        case (.ranked, .frequentTerm), (.ranked, .prefixOf1), (.ranked, .prefixOf2), (.ranked, .prefixOf3): 2
        case (.ranked, .prefixOf5): 12
        case (.ranked, .rareTerm), (.ranked, .twoFrequent), (.ranked, .phrase), (.ranked, .termAndPrefix), (.ranked, .any): nil
        }
    }

    /// The most that 95 of 100 answers of a class may take.
    static func almostAll(_ queryClass: QueryClass, _ order: AnswerOrder) -> Double {
        switch (order, queryClass) {
        case (.newest, _): 1
        case (.ranked, .phrase): 30
        case (.ranked, .rareTerm), (.ranked, .frequentTerm), (.ranked, .twoFrequent), (.ranked, .prefixOf1), (.ranked, .prefixOf2),
            (.ranked, .prefixOf3), (.ranked, .prefixOf5), (.ranked, .termAndPrefix), (.ranked, .any): 16
        }
    }

    /// How many times faster than FTS5 at the median; nothing where it is not asked for.
    static func timesFTS5(_ queryClass: QueryClass, _ order: AnswerOrder) -> Double? {
        order == .ranked && queryClass != .rareTerm ? timesFasterThanFTS5 : nil
    }
}
