import Library
import Search

/// Searches a library again and again while another process writes: what was confirmed as gone before a search began is not
/// in its answer, and what was confirmed as added, and was not about to go, is.
struct LibraryReader {
    private let library: Library
    private let log: ConfirmedLog

    init(_ folder: String) throws {
        library = try NumberedArticle.open(folder)
        log = ConfirmedLog(folder)
    }

    func run() throws {
        var searches = 0
        var hasEnded = false
        while !hasEnded {
            let before = log.read()
            hasEnded = before.hasEnded
            let order: SearchRequest.Order = searches % 2 == 0 ? .newest : .relevance
            let found = try NumberedArticle.found("treaty", order, in: library)
            let after = log.read()
            let shown = before.gone.intersection(found)
            let lost = before.added.subtracting(after.going).subtracting(found)
            if !shown.isEmpty || !lost.isEmpty || Set(found).count != found.count {
                report("wrong: search \(searches) shows \(shown.sorted()) and lacks \(lost.sorted())")
            }
            searches += 1
        }
        report("searches \(searches)")
        try library.close()
    }
}
