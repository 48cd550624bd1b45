import Text

/// What can go wrong with an index, told to a person. The index is derived: all of it can be rebuilt from the library.
public enum IndexError: ExplainedError {
    /// A file does not hold together; `part` says where it was noticed.
    case damaged(path: String, part: String)
    /// Written by a version of the program that knows format `found`; this one knows `known`.
    case newer(path: String, found: Int, known: Int)
    /// Written by an older version of the program, or by one that divides words in another way.
    case outdated(path: String)
    /// Another process writes to it.
    case locked(path: String)
    case diskFull(path: String)
    case readOnly(path: String)
    /// A file or folder could not be read or written, with the system's error number.
    case storage(path: String, errno: Int32)
    /// More than fits one index: articles, or words of one term.
    case tooLarge(path: String)

    public var what: String {
        switch self {
        case .damaged(let path, _), .newer(let path, _, _), .outdated(let path): "search index \(path) cannot be used"
        case .locked(let path), .diskFull(let path), .readOnly(let path), .tooLarge(let path):
            "search index \(path) cannot be changed"
        case .storage(let path, _): "search index \(path)"
        }
    }

    public var why: String {
        switch self {
        case .damaged(_, let part): "its \(part) is damaged"
        case .newer(_, let found, let known):
            "a newer version wrote it (format \(found); this version knows \(known))"
        case .outdated: "an older version wrote it"
        case .locked: "another program is writing to it"
        case .diskFull: "the disk is full"
        case .readOnly: "it may only be read"
        case .storage(_, let number): "it cannot be read or written (errno \(number))"
        case .tooLarge: "it holds more than this format can"
        }
    }

    public var remedy: String {
        switch self {
        case .damaged, .outdated: "rebuild it with `dossier index rebuild`; nothing of yours is in it"
        case .newer: "update the program, or rebuild the index with `dossier index rebuild`"
        case .locked: "try again when the other program is done"
        case .diskFull: "make room and try again; the index is as it was before"
        case .readOnly: "check the permissions of the folder"
        case .storage: "check the disk and the permissions of the folder"
        case .tooLarge: "divide the library"
        }
    }

    /// Whether making the index anew helps.
    public var isCuredByRebuild: Bool {
        switch self {
        case .damaged, .outdated: true
        case .newer, .locked, .diskFull, .readOnly, .storage, .tooLarge: false
        }
    }
}
