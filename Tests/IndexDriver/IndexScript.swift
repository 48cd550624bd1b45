import Search

/// Runs commands on an index, a line each, and says when each begins (`> 12`) and is done (`< 12`):
///
///     add ARTICLE CHANGE WORDS…
///     remove ARTICLE
///     commit CHANGE
///     flush
///     merge
///     compact
struct IndexScript {
    private let index: IndexFolder

    init(_ folder: String) throws {
        var limits = IndexLimits()
        limits.buffer = 1 << 14
        limits.articlesInMemory = 30
        limits.secondsInMemory = 1e9
        limits.mergeFactor = 3
        limits.articlesMergedWhileAdding = 12
        index = try IndexFolder(folder, limits: limits)
    }

    func run() throws {
        var number = 0
        while let line = readLine() {
            report("> \(number)")
            try perform(line.split(separator: " "))
            report("< \(number)")
            number += 1
        }
    }

    private func perform(_ words: [Substring]) throws {
        func number(_ place: Int) -> Int64 { place < words.count ? Int64(words[place]) ?? 0 : 0 }
        switch words.first {
        case "add":
            let text = words.dropFirst(3).joined(separator: " ")
            try index.add([
                IndexedDocument(article: number(1), order: number(1) << 8, change: number(2), parts: [.init(.body, text)])
            ])
        case "remove": index.remove([number(1)])
        case "commit": try index.commit(upTo: number(1))
        case "flush": try index.flush()
        case "merge": while try index.maintain() {}
        case "compact": try index.compact()
        case _: report("? \(words)")
        }
    }
}
