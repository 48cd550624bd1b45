import Articles
import Library
import Text

extension Prompt {
    /// What is asked for. Everything that differs between prompts is told from this.
    public enum Purpose: Hashable, Sendable {
        /// A note on a passage; an empty one takes it away.
        case note(MarkTarget)
        /// What an article should say; `title` is what it is called now.
        case correction(CorrectedField, ArticleID, title: String)
        /// A place in the article; the reader is at so many per cent of it.
        case place(percent: Int)
        /// A folder or a file, to be copied into the library.
        case addFiles
        /// The name of a query that is to be saved.
        case saveSearch(String)
        case renameSearch(SavedSearch)
        /// Where what was made is exported to.
        case export(ExportWish)
        /// What the screens of briefings ask for.
        case briefing(BriefingPrompt)
        /// What leads to a feed.
        case feed
    }

    /// What completes the line.
    enum Completing: Hashable, Sendable {
        case nothing
        /// What the prompt was given.
        case items
        /// Files and folders, asked for as the line is typed.
        case paths
    }
}

extension Prompt.Purpose {
    /// The title of the box.
    public var title: String {
        switch self {
        case .note(let target): target.hasNote ? "Change the note" : "Note on the passage"
        case .correction(let field, _, _): "Correct the \(field.noun)"
        case .place: "Go to"
        case .addFiles: "Add a folder or files"
        case .saveSearch: "Save this search"
        case .renameSearch: "Rename the saved search"
        case .export: "Export to a file"
        case .briefing(let purpose): purpose.title
        case .feed: "Add a feed"
        }
    }

    /// A sentence on what it is for; what it is about comes first, since it is what is cut where there is no room.
    public var sentence: String {
        switch self {
        case .note(let target): target.words.isEmpty ? "A note on these words" : "«\(target.words.flattened)»"
        case .correction(let field, _, let title):
            switch field {
            case .title, .date: "«\(title.flattened)»"
            case .bylines: "«\(title.flattened)»; names are parted by semicolons"
            }
        case .place(let percent): "Here it is \(percent) %. A share of the text, or the number of a line"
        case .saveSearch(let query): "/ \(query)"
        case .renameSearch(let search): "/ \(search.query)"
        case .addFiles: "They are copied into the library; the originals stay as they are. Tab completes."
        case .briefing(let purpose): purpose.sentence
        case .feed: "The address of a feed, or of a page that names one; or a file"
        case .export(let wish): "\(wish.words); the ending says the form: \(ExportFormat.endings)"
        }
    }

    /// What stands in the empty line.
    public var placeholder: String {
        switch self {
        case .note(let target): target.hasNote ? "an empty note is taken away" : "what you think of it"
        case .correction(let field, _, _):
            switch field {
            case .title: "what it should be called"
            case .date: "2024, 2024-08 or 2024-08-09"
            case .bylines: "A. Writer; B. Editor"
            }
        case .place: "40 % or 120"
        case .addFiles: "the path of a folder or a file"
        case .saveSearch, .renameSearch: "what it is to be called"
        case .export: "~/notes.md"
        case .briefing(let purpose): purpose.placeholder
        case .feed: "https://example.org/news"
        }
    }

    var completing: Prompt.Completing {
        switch self {
        case .note: .nothing
        case .correction, .place, .renameSearch: .nothing
        case .addFiles, .export, .briefing(.export): .paths
        case .briefing, .feed: .nothing
        case .saveSearch: .items
        }
    }

    /// The most characters that the line takes.
    var limit: Int {
        switch self {
        case .note: 20_000
        case .correction: ArticleCorrection.longest
        case .place: 20
        case .addFiles, .feed: 4_096
        case .saveSearch, .renameSearch: 100
        case .export: 4_000
        case .briefing(let purpose): purpose.limit
        }
    }

    /// Why `answer` cannot be taken, and what to do; nothing where it can.
    func problem(with answer: String) -> String? {
        switch self {
        case .note: return nil
        case .correction(let field, _, _):
            do throws(CorrectionFault) {
                _ = try ArticleCorrection(field, typed: answer)
                return nil
            } catch {
                return error.message
            }
        case .place: return PlaceTarget(answer) == nil ? "write 40 %, or the number of a line" : nil
        case .saveSearch, .renameSearch: return answer.isEmpty ? "give it a name" : nil
        case .addFiles: return answer.isEmpty ? "type the path of a folder or a file" : nil
        case .briefing(let purpose): return purpose.problem(with: answer)
        case .feed: return answer.isEmpty ? "type an address" : nil
        case .export:
            if answer.isEmpty { return "type where the file is to be" }
            return ExportFormat(path: answer) == nil ? "end it with \(ExportFormat.endings)" : nil
        }
    }
}
