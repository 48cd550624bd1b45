/// The kinds of query that are compared, each in both orders.
enum QueryClass: String, Codable, CaseIterable, Sendable {
    case rareTerm, frequentTerm, twoFrequent, phrase, prefixOf1, prefixOf2, prefixOf3, prefixOf5, termAndPrefix, any

    var name: String {
        switch self {
        case .rareTerm: "rare term"
        case .frequentTerm: "frequent term"
        case .twoFrequent: "two frequent, AND"
        case .phrase: "phrase of two frequent"
        case .prefixOf1: "prefix of 1 letter"
        case .prefixOf2: "prefix of 2 letters"
        case .prefixOf3: "prefix of 3 letters"
        case .prefixOf5: "prefix of 5 letters"
        case .termAndPrefix: "term and prefix"
        case .any: "any of several"
        }
    }
}

/// In which order the first twenty answers come.
enum AnswerOrder: String, Codable, CaseIterable, Sendable {
    case ranked, newest
}
