import Text

/// What can go wrong with a library, told to a person. Holds no text of articles, queries or notes.
public enum LibraryError: ExplainedError {
    /// Why a library cannot be opened.
    public enum Refusal: Hashable, Sendable {
        case noFolder
        case notAFolder
        case notALibrary
        /// Written by a version of the program that knows schema `found`; this one knows `known`.
        case newer(found: Int, known: Int)
        case cannotCreate(errno: Int32)
    }

    case refused(path: String, Refusal)
    /// The database file does not hold together.
    case damaged(path: String, code: Int32)
    /// Another process has held the library for too long.
    case busy(path: String, code: Int32)
    case diskFull(path: String, code: Int32)
    case readOnly(path: String, code: Int32)
    /// Any other failure of the store, with SQLite's extended result code.
    case storage(path: String, code: Int32, message: String)
    case noArticle(named: String)
    /// The name is the beginning of several; `candidates` are at most ten of them, ordered.
    case ambiguousName(String, candidates: [String])
    case unknownArticle(ArticleID)
    case unknownPassage(String)
    case unknownDecision(String)
    case unknownDocument(String)
    /// Cannot be kept.
    case document(DocumentKind, DocumentFault)
    case emptyPassage
    /// Longer than ``PassageNote/longest``.
    case noteTooLong
    case closed

    public var what: String {
        switch self {
        case .refused(let path, _), .damaged(let path, _): "library \(path) cannot be opened"
        case .busy(let path, _), .diskFull(let path, _), .readOnly(let path, _): "library \(path) cannot be changed"
        case .storage(let path, _, _): "library \(path)"
        case .noArticle(let name), .ambiguousName(let name, _): "article «\(name)»"
        case .unknownArticle(let id): "article in row \(id.rawValue)"
        case .unknownPassage(let id): "passage \(id)"
        case .unknownDecision(let id): "decision \(id)"
        case .unknownDocument(let id): "document \(id)"
        case .document(let kind, _): kind.noun
        case .emptyPassage: "passage"
        case .noteTooLong: "note"
        case .closed: "library"
        }
    }

    public var why: String {
        switch self {
        case .refused(_, let refusal): refusal.why
        case .damaged(_, let code): "its database is damaged (SQLite \(code))"
        case .busy(_, let code): "another program is writing to it (SQLite \(code))"
        case .diskFull(_, let code): "the disk is full (SQLite \(code))"
        case .readOnly(_, let code): "it may only be read (SQLite \(code))"
        case .storage(_, let code, let message): "\(message) (SQLite \(code))"
        case .noArticle: "no article has a name that begins so"
        case .ambiguousName(_, let candidates): "several names begin so: " + candidates.joined(separator: ", ")
        case .unknownArticle, .unknownPassage, .unknownDecision, .unknownDocument: "it is not in this library"
        case .document(_, let fault): fault.why
        case .emptyPassage: "it holds no text"
        case .noteTooLong: "it is longer than \(PassageNote.longest) bytes"
        case .closed: "it was closed"
        }
    }

    public var remedy: String {
        switch self {
        case .refused(_, let refusal): refusal.remedy
        case .damaged: "what can be read is shown and nothing is written; `dossier doctor --repair` saves what can be saved"
        case .busy: "try again when the other program is done"
        case .diskFull: "make room and try again; nothing was changed"
        case .readOnly: "check the permissions of the file and its folder"
        case .noArticle: "see `dossier list` for the names"
        case .ambiguousName: "give more of the name"
        case .emptyPassage: "choose at least one character"
        case .noteTooLong: "write several notes, or keep the text in a file of its own"
        case .document(_, let fault): fault.remedy
        case .storage, .unknownArticle, .unknownPassage, .unknownDecision, .unknownDocument, .closed: ""
        }
    }
}

extension LibraryError.Refusal {
    var why: String {
        switch self {
        case .noFolder: "there is no such folder"
        case .notAFolder: "it is not a folder"
        case .notALibrary: "the file is not a library of this program"
        case .newer(let found, let known): "a newer version wrote it (format \(found); this version knows \(known))"
        case .cannotCreate(let number): "its folder cannot be made (errno \(number))"
        }
    }

    var remedy: String {
        switch self {
        case .noFolder, .notAFolder: "name a folder that holds articles"
        case .notALibrary: "move the file away, or name another folder"
        case .newer: "update the program; the library was left untouched"
        case .cannotCreate: "check the permissions of the folder"
        }
    }
}
