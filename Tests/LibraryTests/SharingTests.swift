import Dispatch
@testable import Library
import Search
import Testing

@Suite struct SharingTests {
    @Test func noticesWhatAnotherOpeningWrites() throws {
        try scenario { library, folder in
            let other = try folder.open()
            let version = try library.dataVersion()
            try library.apply([.file("a.txt", [.test("Alpha", "The treaty.")])])
            #expect(try library.dataVersion() == version)
            let change = try other.changeNumber()
            let id = try other.id("Alpha")
            try other.toggleBookmark(in: id, range: 0..<3)
            #expect(try library.dataVersion() != version)
            #expect(try library.changeNumber() == change + 1)
            #expect(try library.passages().count == 1)
            #expect(try library.undo() == "bookmark on «Alpha»")
            #expect(try other.passages() == [])
            try other.close()
        }
    }

    /// Two openings annotate and sync at once, from several threads: nothing is lost.
    @Test func takesWritesFromEverywhere() throws {
        try scenario { library, folder in
            try library.apply([.file("box", (0..<8).map { .test("T\($0)", "The treaty number \($0) is long.") })])
            let ids = try library.order()
            let openings = [library, try folder.open()]
            let failures = Failures()
            DispatchQueue.concurrentPerform(iterations: 8) { worker in
                do {
                    for round in 0..<10 {
                        let library = openings[(worker + round) % 2]
                        try library.addPassage(in: ids[worker], range: round..<(round + 3), isBookmarked: true, tags: ["w\(worker)"])
                        if round % 3 == 0 { try library.setRead([ids[worker]], round % 2 == 0) }
                        _ = try library.search(try Query("treaty"))
                        if worker == 0 { try library.apply([.file("n\(round)", [.test("N\(round)", "new \(round)")])]) }
                    }
                } catch {
                    failures.add("\(error)")
                }
            }
            #expect(failures.all == [])
            #expect(try library.counts().bookmarks == 80)
            #expect(try library.counts().articles == 18)
            #expect(try library.allTags().map(\.passages) == Array(repeating: 10, count: 8))
            try openings[1].close()
        }
    }
}
