import Briefings

/// What the screens of briefings ask one line for.
public enum BriefingPrompt: Hashable, Sendable {
    case compose(ComposeSource)
    case rename(String, title: String)
    case retitle(String, item: Int)
    case comment(String, item: Int)
    case heading(String, after: Int?)
    case export(String, title: String)

    var title: String {
        switch self {
        case .compose: "New briefing"
        case .rename: "Rename the briefing"
        case .retitle: "Call it"
        case .comment: "Comment"
        case .heading: "Heading"
        case .export: "Export the briefing"
        }
    }

    var sentence: String {
        switch self {
        case .compose(let source): "Of \(source.words)"
        case .rename(_, let title): "«\(title)»"
        case .retitle: "An empty line gives it its own title back"
        case .comment: "Stands below it; an empty line takes it away"
        case .heading: "Stands below the item under the cursor"
        case .export(_, let title): "«\(title)»; the ending says the form: \(BriefingFormat.allCases.map { "." + $0.suffix }.joined(separator: " "))"
        }
    }

    var placeholder: String {
        switch self {
        case .compose, .rename, .retitle, .heading: "what it is to be called"
        case .comment: "what you say of it"
        case .export: "~/briefing.html"
        }
    }

    var limit: Int {
        switch self {
        case .compose, .rename, .heading, .retitle: 160
        case .comment: 4_000
        case .export: 4_000
        }
    }

    func problem(with answer: String) -> String? {
        switch self {
        case .compose, .rename, .heading: answer.isEmpty ? "give it a name" : nil
        case .retitle, .comment: nil
        case .export: BriefingFormat(fileName: answer) == nil ? "end it with one of the endings above" : nil
        }
    }
}
