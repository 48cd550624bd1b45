import Foundation
import Library
import LibraryMaker
import Search
import Topics

extension Workshop {
    private static let imported = 10_000
    /// How long searches are measured while nothing else goes on, in seconds.
    private static let idle = 10.0

    /// Searches in an open library, first alone and then while `dossier sync` takes in 10,000 more files. The same queries in
    /// both, in whole rounds, so that the figures can be compared.
    func importing() throws {
        let path = self.folder + "/importing"
        _ = try writeFiles(to: path)
        try run([program, "sync", "--library", path])
        let library = try Library.open(folder: path, options: LibraryOptions(environment: environment, vocabulary: .builtIn))
        let queries = try Self.queries(of: library)
        // Warm, as after the first look at a library.
        _ = try round(queries, library)
        var alone = Figures()
        let start = ContinuousClock.now
        repeat { try round(queries, library).forEach { alone.add($0) } } while (ContinuousClock.now - start).seconds < Self.idle

        let maker = LibraryMaker(articles: ArticleMaker(seed: options.seed &+ 1, topics: .builtIn))
        _ = try maker.write(Self.imported, to: path + "/more")
        let sync = Process()
        sync.executableURL = URL(fileURLWithPath: program)
        sync.arguments = ["sync", "--library", path]
        sync.environment = environment
        sync.standardOutput = FileHandle.nullDevice
        try sync.run()
        let begin = ContinuousClock.now
        var meanwhile = Figures()
        while sync.isRunning {
            let times = try round(queries, library)
            if sync.isRunning { times.forEach { meanwhile.add($0) } }
        }
        let seconds = (ContinuousClock.now - begin).seconds
        sync.waitUntilExit()
        guard sync.terminationStatus == 0 else { throw CommandFailed(command: ["sync"], status: sync.terminationStatus) }
        report(alone.line("search, nothing else going on", unit: "ms"))
        report(meanwhile.line("search while \(Self.imported) files are imported", unit: "ms"))
        let ratio = meanwhile.percentile(0.95) / alone.percentile(0.95)
        report("95 % while importing / alone".padding(to: 60)
            + "\(Figures.rounded(meanwhile.percentile(0.95))) / \(Figures.rounded(alone.percentile(0.95))) ms = \(Figures.rounded(ratio))"
            + " (at most 2); imported in \(Figures.rounded(seconds)) s")
        try library.close()
    }

    /// Words, pairs of words, phrases and beginnings of words from titles of the library.
    private static func queries(of library: Library) throws -> [Query] {
        let titles = try library.firstRows(order: .oldest, limit: 400).map(\.title)
        return titles.enumerated().filter { $0.offset % 20 == 0 }.flatMap { _, title -> [Query] in
            let words = title.split(separator: " ").map { $0.filter(\.isLetter) }.filter { $0.count > 3 }
            guard let first = words.first, let last = words.last else { return [] }
            return [
                .text(TextQuery(first)), .text(TextQuery(String(last.prefix(3)), isPrefix: true)), .text(TextQuery(words.prefix(2).joined(separator: " "))),
                .and([.text(TextQuery(first)), .text(TextQuery(last))]), .any(words.map { .text(TextQuery($0)) }),
            ]
        }
    }

    /// How long each query takes until its first rows are there, in milliseconds.
    private func round(_ queries: [Query], _ library: Library) throws -> [Double] {
        try queries.map { query in
            let start = ContinuousClock.now
            _ = try library.search(query, order: .relevance, limit: 20, countingTo: 0)
            return (ContinuousClock.now - start).milliseconds
        }
    }
}
