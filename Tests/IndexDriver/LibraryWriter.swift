import Library
import Search

/// Adds articles, takes others away in every way there is, writes and merges the index, and notes what is confirmed.
/// Articles are numbered from `first` on. It ends when it is told to on standard input, or killed.
struct LibraryWriter {
    private let library: Library
    private let log: ConfirmedLog
    private let first: Int

    init(_ folder: String, first: Int) throws {
        library = try NumberedArticle.open(folder)
        log = ConfirmedLog(folder)
        self.first = first
    }

    /// A hundred rounds, each said when it is done.
    func run() throws {
        for round in 0..<100 {
            let numbers = (0..<6).map { first + round * 6 + $0 }
            try library.apply(numbers.map { NumberedArticle.file($0, "The treaty of number n\($0).") })
            for number in numbers { log.note(.added, number) }
            // Two of these, and one of an earlier round, which a segment on the disk may hold.
            try takeAway(numbers[1], round)
            try takeAway(numbers[4], round + 1)
            if round > 10 { try takeAway(first + (round - 10) * 6, round + 2) }
            if round % 4 == 3 { while try library.maintain() {} }
            if round % 9 == 8 { try compact() }
            report("round \(round)")
        }
        try library.close()
        report("done")
    }

    private func takeAway(_ number: Int, _ way: Int) throws {
        log.note(.going, number)
        switch way % 3 {
        case 0: try library.apply([.gone(path: NumberedArticle.path(number))])
        case 1: try library.trash(library.order(of: "\"n\(number)\""))
        case _: try library.apply([NumberedArticle.file(number, "Another text of n\(number), on other things.")])
        }
        log.note(.gone, number)
    }

    /// Where the index is in another's hands, it is for that one to do.
    private func compact() throws {
        guard try library.indexStatus().isWriter else { return }
        try library.compactIndex()
    }
}

extension Library {
    /// The rows that a query finds.
    func order(of query: String) throws -> [ArticleID] {
        try search(try .init(query), order: .newest, limit: 10).articles.map(\.row.id)
    }
}
