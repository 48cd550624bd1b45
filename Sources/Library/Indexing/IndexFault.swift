import Search

/// Why the index of a library must be made anew.
enum IndexFault: Hashable, Sendable {
    /// It does not hold together, or another version wrote it.
    case unusable(IndexError)
    /// It was made of another library, or of another state of this one.
    case foreign
    /// It holds so many articles, where the library has another number.
    case incomplete(found: Int, expected: Int)

    /// What happened, as a sentence without an end.
    var sentence: String {
        switch self {
        case .unusable(let error): "\(error.what): \(error.why); it is made anew from the library"
        case .foreign: "the search index belongs to another library; it is made anew"
        case .incomplete(let found, let expected):
            "the search index held \(found) of \(expected) articles; it is made anew from the library"
        }
    }
}

extension IndexError {
    /// Whether the library makes the index anew by itself. One of a newer version too: what is derived is worth no question.
    var asksForRebuild: Bool {
        switch self {
        case .damaged, .outdated, .newer: true
        case .locked, .diskFull, .readOnly, .storage, .tooLarge: false
        }
    }
}
