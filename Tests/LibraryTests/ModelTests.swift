import Articles
@testable import Library
import Search
import TestSupport
import Testing
import Topics

/// Random work on a library and on a simple model of it: they must agree at each step.
@Suite struct ModelTests {
    @Test(arguments: [1, 2] as [UInt64]) func agreesWithTheModel(seed: UInt64) throws {
        try scenario { library, _ in
            var model = Model()
            var random = SplitMix64(seed: seed)
            for step in 0..<120 {
                try model.act(on: library, &random, step: Int64(step))
                try model.compare(with: library)
                if step % 40 == 39 { #expect(try library.check().problems == []) }
            }
        }
    }
}

/// Files that hold numbered articles in some version, and what a user did with them.
private struct Model {
    private var files: [String: [(number: Int, version: Int)]] = [:]
    private var seen: Set<Int> = []
    private var read: Set<Int> = []
    private var trashed: Set<Int> = []
    private var bookmarked: Set<Int> = []
    private var undone: [(Model, String)] = []

    private static let paths = ["a.txt", "b/c.txt", "ä.txt", "z"]

    private static func article(_ number: Int, _ version: Int) -> IncomingArticle {
        .test(
            "Title \(number)", "Stable words of number\(number). Version\(version) here.", date: "2024-01-\(10 + number)",
            topics: version % 2 == 0 ? ["extradition"] : ["csam"], id: "id \(number)")
    }

    private func isListed(_ number: Int) -> Bool { shown(number) != nil && !trashed.contains(number) }

    /// The version in the first file that holds the article.
    private func shown(_ number: Int) -> Int? {
        let holders = files.filter { $0.value.contains { $0.number == number } }.keys
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return holders.first.flatMap { files[$0]?.last { $0.number == number }?.version }
    }

    private func outcome(_ path: String, stamp: Int64) -> FileOutcome {
        .file(path, (files[path] ?? []).map { Self.article($0.number, $0.version) }, stamp: stamp)
    }

    mutating func act(on library: Library, _ random: inout SplitMix64, step: Int64) throws {
        let path = Self.paths.randomElement(using: &random) ?? "z"
        switch Int.random(in: 0..<9, using: &random) {
        case 0, 1, 2:
            let numbers = (0..<8).filter { _ in Bool.random(using: &random) }
            files[path] = numbers.map { ($0, Int.random(in: 0..<3, using: &random)) }
            seen.formUnion(numbers)
            try library.apply([outcome(path, stamp: step)])
        case 3:
            files[path] = nil
            try library.apply([.gone(path: path)])
        case 4:
            let target = Self.paths.randomElement(using: &random) ?? "z"
            if target != path, let moved = files.removeValue(forKey: path) { files[target] = moved }
            try library.apply([.moved(from: path, to: target, stamp: .test(step))])
        case 5: try mark(library, &random)
        case 6: try throwAway(library, &random)
        case 7: try bookmark(library, &random)
        default:
            if let sentence = try library.undo() {
                let popped = undone.popLast()
                let last = try #require(popped)
                #expect(sentence == last.1)
                (read, trashed, bookmarked) = (last.0.read, last.0.trashed, last.0.bookmarked)
            }
        }
        try readStaleFiles(library)
    }

    /// As a sync would: files without a stamp are read again.
    private func readStaleFiles(_ library: Library) throws {
        for (path, file) in try library.knownFiles() where file.stamp == nil {
            try library.apply([outcome(path, stamp: 0)])
        }
    }

    private mutating func mark(_ library: Library, _ random: inout SplitMix64) throws {
        guard let number = seen.sorted().randomElement(using: &random) else { return }
        let before = self
        let isRead = !read.contains(number)
        if isRead { read.insert(number) } else { read.remove(number) }
        try library.setRead([try id(number, library)], isRead)
        undone.append((before, "mark «Title \(number)» as \(isRead ? "read" : "unread")"))
    }

    private mutating func throwAway(_ library: Library, _ random: inout SplitMix64) throws {
        guard let number = seen.sorted().randomElement(using: &random) else { return }
        let before = self
        if trashed.remove(number) == nil {
            trashed.insert(number)
            try library.trash([try id(number, library)])
            undone.append((before, "move «Title \(number)» to the trash"))
        } else {
            try library.restore([try id(number, library)])
            undone.append((before, "restore «Title \(number)» from the trash"))
        }
    }

    private mutating func bookmark(_ library: Library, _ random: inout SplitMix64) throws {
        guard let number = seen.sorted().randomElement(using: &random) else { return }
        let before = self
        let isThere = bookmarked.remove(number) != nil
        if !isThere { bookmarked.insert(number) }
        // The quote stands in every version.
        try library.toggleBookmark(in: try id(number, library), range: 0..<12)
        undone.append((before, "\(isThere ? "remove " : "")bookmark on «Title \(number)»"))
    }

    private func id(_ number: Int, _ library: Library) throws -> ArticleID {
        let query = try Query("number\(number) (is:trashed OR -is:trashed) (is:gone OR -is:gone)")
        return try #require(try library.order(of: query).first)
    }

    func compare(with library: Library) throws {
        let listed = seen.filter(isListed).sorted(by: >)
        #expect(try library.titles() == listed.map { "Title \($0)" })
        #expect(try library.titles("is:unread") == listed.filter { !read.contains($0) }.map { "Title \($0)" })
        #expect(try library.titles("is:bookmarked") == listed.filter(bookmarked.contains).map { "Title \($0)" })
        #expect(try library.titles("is:trashed") == trashed.sorted(by: >).map { "Title \($0)" })
        let gone = seen.filter { shown($0) == nil && !trashed.contains($0) }
        #expect(try library.titles("is:gone") == gone.sorted(by: >).map { "Title \($0)" })
        for version in 0..<3 {
            #expect(try library.titles("version\(version)") == listed.filter { shown($0) == version }.map { "Title \($0)" })
        }
        let cooperation = listed.filter { shown($0).map { $0 % 2 == 0 } ?? false }
        #expect(try library.titles("topic:law") == cooperation.map { "Title \($0)" })
        #expect(try library.topicCounts()["law"]?.articles ?? 0 == cooperation.count)
        #expect(
            try library.counts() == LibraryCounts(
                articles: listed.count, unread: listed.filter { !read.contains($0) }.count, trashed: trashed.count,
                gone: gone.count, bookmarks: bookmarked.count))
    }
}
