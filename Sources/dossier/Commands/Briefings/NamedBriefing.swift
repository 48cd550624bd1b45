import ArgumentParser
import Briefings
import Library
import Text

/// A briefing that is named on the command line.
struct NamedBriefing: ParsableArguments {
    @Argument(help: "The beginning of its id, or its title.")
    var name: String

    /// Why a name names no briefing.
    enum Failure: ExplainedError {
        case unknown(String)
        case ambiguous(String, Int)
        case unreadable(String, String)

        var what: String {
            switch self {
            case .unknown(let name), .ambiguous(let name, _), .unreadable(let name, _): "briefing «\(name)»"
            }
        }

        var why: String {
            switch self {
            case .unknown: "none that is kept has this title, or an id that begins so"
            case .ambiguous(_, let count): "\(count) of those that are kept have this title, or an id that begins so"
            case .unreadable(_, let reason): reason
            }
        }

        var remedy: String {
            switch self {
            case .unknown: "see `dossier brief list`"
            case .ambiguous: "give more of the id"
            case .unreadable: "a newer version may have written it; nothing was changed"
            }
        }
    }

    func briefing(in library: Library) throws -> (id: String, briefing: Briefing) {
        let documents = try library.documents(.briefing)
        let wanted = name.lowercased()
        let titled = documents.filter { $0.title.lowercased() == wanted }
        let found = titled.isEmpty ? documents.filter { $0.id.lowercased().hasPrefix(wanted) } : titled
        guard let document = found.first else { throw Failure.unknown(name) }
        guard found.count == 1 else { throw Failure.ambiguous(name, found.count) }
        do {
            return (document.id, try Briefing(document))
        } catch let unreadable as Briefing.Unreadable {
            throw Failure.unreadable(document.title, unreadable.reason)
        }
    }
}
