import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing
import Text

@testable import Search

/// A segment's file is shortened, or written to, by somebody else while it is open: noticed by the next search, and no end of
/// the program, though reading behind the end of a mapped file is a SIGBUS.
@Suite struct IndexTruncationTests {
    private static let queries = ["w1", "w2 w3", "\"w4 w5\"", "w1*", "any:(w7 w8 w9)", "w30~"]

    /// An index of one segment of some hundred kilobytes, on the disk; its file has an old date.
    private func makeIndex(_ folder: TemporaryFolder) throws -> String {
        var random = SplitMix64(seed: 9)
        let index = try IndexFolder(folder.path)
        try index.add(
            (0..<600 as Range<Int64>).map { number in
                let words = (0..<80).map { _ in "w\(Int.random(in: 0..<100, using: &random))" }.joined(separator: " ")
                return IndexedDocument(article: number, order: number << 8, change: 1, parts: [.init(.body, words)])
            })
        try index.commit(upTo: 1)
        try index.compact()
        let name = try #require(folder.names.first { $0.hasPrefix("segment-") })
        try age(folder.full(name))
        return folder.full(name)
    }

    /// So that whatever is done to the file now gives it another date.
    private func age(_ path: String) throws {
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1_600_000_000)], ofItemAtPath: path)
    }

    private func answers(_ index: IndexFolder) throws -> [[Int64]] {
        let source = NaiveLibrary([], marks: [:], languages: [.english])
        return try Self.queries.map { text in
            let search = IndexSearch(index.snapshot(), source: source, languages: [.english])
            let query = try Query(text, capabilities: .everything)
            return try search.search(SearchRequest(query, order: .relevance, limit: 1_000)).hits.map(\.article)
        }
    }

    @Test(arguments: [false, true]) func aShortenedFileIsNoticed(isRead: Bool) throws {
        let folder = try TemporaryFolder()
        let path = try makeIndex(folder)
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(whole.count > 100_000)
        let steps = stride(from: 0, to: whole.count, by: Soak.pick(sample: 37_111, full: 997))
        for length in Array(steps) + [whole.count - 1, whole.count - 4_097] {
            try whole.write(to: URL(fileURLWithPath: path))
            try age(path)
            let index = try IndexFolder(folder.path, readOnly: true)
            if isRead { #expect(try answers(index).allSatisfy { !$0.isEmpty }) }
            #expect(truncate(path, length) == 0)
            #expect(throws: IndexError.damaged(path: path, part: "content"), "\(length)") { try answers(index) }
            #expect(try !IndexCheck.problems(in: index.snapshot()).isEmpty, "\(length)")
            #expect(throws: IndexError.self, "\(length)") { try IndexFolder(folder.path, readOnly: true) }
        }
    }

    @Test func aFileThatIsWrittenToIsNoticed() throws {
        let folder = try TemporaryFolder()
        let path = try makeIndex(folder)
        let index = try IndexFolder(folder.path, readOnly: true)
        _ = try answers(index)
        let descriptor = open(path, O_WRONLY)
        #expect(pwrite(descriptor, [0x41], 1, 5_000) == 1)
        close(descriptor)
        #expect(throws: IndexError.damaged(path: path, part: "content")) { try answers(index) }
    }

    /// A merge reads all of its inputs.
    @Test func aMergeOfAShortenedFileIsNotBelieved() throws {
        let folder = try TemporaryFolder()
        let path = try makeIndex(folder)
        let index = try IndexFolder(folder.path)
        index.remove([5])
        try index.commit(upTo: 2)
        #expect(truncate(path, 60_000) == 0)
        #expect(throws: IndexError.damaged(path: path, part: "content")) { try index.compact() }
    }

    /// It happens in the middle of searches, on other threads.
    @Test func searchesThatGoOnMeanwhileAreRightOrNoAnswer() throws {
        let folder = try TemporaryFolder()
        let path = try makeIndex(folder)
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        for round in 0..<Soak.pick(sample: 4, full: 100) {
            try whole.write(to: URL(fileURLWithPath: path))
            try age(path)
            let index = try IndexFolder(folder.path, readOnly: true)
            let expected = try answers(IndexFolder(folder.path, readOnly: true))
            let wrong = Counter()
            let refused = Counter()
            DispatchQueue.concurrentPerform(iterations: 3) { worker in
                if worker == 0 {
                    usleep(UInt32(round % 10) * 500)
                    truncate(path, whole.count * (round % 7) / 7)
                    return
                }
                for _ in 0..<500 where refused.value < worker {
                    do {
                        if try answers(index) != expected { wrong.add() }
                    } catch IndexError.damaged { refused.add() } catch { wrong.add() }
                }
            }
            #expect(wrong.value == 0)
            #expect(throws: IndexError.damaged(path: path, part: "content")) { try answers(index) }
        }
    }
}
