import Glibc
import Library
import Text
import Workers

/// What can go wrong with following feeds, told to a person.
public enum FeedsError: ExplainedError {
    /// What is neither an address nor a file.
    case noAddress(String)
    /// A page that names no feed.
    case noFeedOnPage(String)
    /// Neither a feed, nor a page, nor a list.
    case notAFeed(String)
    /// A page stands where a feed was.
    case pageInPlaceOfFeed(String)
    case unknownFeed(String)
    case ambiguousFeed(String, candidates: [String])
    /// A file of this machine that nobody allowed.
    case fileNotAllowed(String)
    case file(String, errno: Int32)
    case fileTooLarge(String, limit: Int)

    public var what: String {
        switch self {
        case .noAddress(let text), .noFeedOnPage(let text), .notAFeed(let text), .pageInPlaceOfFeed(let text),
            .fileNotAllowed(let text), .file(let text, _), .fileTooLarge(let text, _):
            WebLocation.withoutCredentials(text)
        case .unknownFeed(let name), .ambiguousFeed(let name, _): "feed «\(WebLocation.withoutCredentials(name))»"
        }
    }

    public var why: String {
        switch self {
        case .noAddress: "it is neither an address nor a file"
        case .noFeedOnPage: "the page names no feed"
        case .notAFeed: "it is no feed"
        case .pageInPlaceOfFeed: "a page came in place of a feed"
        case .unknownFeed: "no feed that is followed has this name, address or id"
        case .ambiguousFeed(_, let candidates): "several are called so: " + candidates.joined(separator: ", ")
        case .fileNotAllowed: "a file of this machine is only followed where that is allowed"
        case .file(_, let number): String(cString: strerror(number))
        case .fileTooLarge(_, let limit): "it is larger than \(limit) bytes"
        }
    }

    public var remedy: String {
        switch self {
        case .noAddress: "give an address that begins with https://, or the path of a feed or a list"
        case .noFeedOnPage, .notAFeed: "look for the address of the feed on the site"
        case .pageInPlaceOfFeed: "see the address in a browser"
        case .unknownFeed: "see dossier feed list"
        case .ambiguousFeed: "give the id"
        case .fileNotAllowed: "add it by its path, or import the list with --allow-files"
        case .file: "see that it can be read"
        case .fileTooLarge: "take a part of it"
        }
    }
}
