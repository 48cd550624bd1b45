import Articles
import Foundation
@testable import Library
import Synchronization
import Testing
import Topics

@Suite struct CopyTests {
    /// A library with a clock that stands until it is moved.
    private func withLibrary(_ body: (Library, HeldClock) throws -> Void) throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let clock = HeldClock(1_700_000_000)
        var options = folder.options()
        options.clock = { clock.value.withLock { $0 } }
        let library = try Library.open(folder: folder.path, options: options)
        try library.apply(ExportTests.files)
        try body(library, clock)
        #expect(try library.check().problems == [])
        try library.close()
    }

    @Test func keepsSevenDays() throws {
        try withLibrary { library, clock in
            #expect(try library.keepCopy() == false, "nothing was made yet")
            let id = try library.id("Alpha")
            for day in 0..<10 {
                clock.value.withLock { $0 += 86_400 }
                try library.tag([id], "day \(day)")
                #expect(try library.keepCopy())
                #expect(try library.keepCopy() == false)
            }
            clock.value.withLock { $0 += 86_400 }
            #expect(try library.keepCopy() == false, "nothing changed")
            #expect(try library.copies().map(\.name) == (18...24).map { "2023-11-\($0)" })
            try library.tag([id], "later")
            #expect(try library.keepCopy(pause: 600))
            try library.tag([id], "at once")
            #expect(try library.keepCopy(pause: 600) == false)
            clock.value.withLock { $0 += 600 }
            #expect(try library.keepCopy(pause: 600))
            #expect(try library.copies().map(\.name).last == "2023-11-25")
        }
    }

    @Test func restores() throws {
        try withLibrary { library, clock in
            let id = try library.id("Alpha")
            #expect(try library.restoreCopy() == nil)
            let kept = try library.addPassage(in: id, range: 0..<3, isBookmarked: true, tags: ["law"])
            try library.setStar([id], true)
            try library.decide(.accepted, on: "csam", in: Passage(start: 0, end: 3), of: id)
            try library.keepCopy()
            let then = try library.dump()
            clock.value.withLock { $0 += 90_000 }
            try library.removePassage(kept.id)
            try library.setNote("A later note", in: id, range: 4..<10)
            try library.setStar([id], false)
            try library.tag([id], "later")
            try library.setNeverMatch("treaty", for: "csam")
            try library.decide(.rejected, on: "csam", in: Passage(start: 0, end: 3), of: id)
            let now = try library.dump()
            let restored = try #require(try library.restoreCopy(named: "2023-11-14"))
            #expect(try Self.made(library.dump()) == Self.made(then))
            #expect(restored.saved.hasSuffix("/backup/before-restore-2023-11-15T231320Z.jsonl"))
            #expect(try library.nextUndo() == "restore of the copy 2023-11-14")
            try library.undo()
            #expect(try Self.made(library.dump()) == Self.made(now))
            #expect(try library.restoreCopy(named: "1999-01-01") == nil)
        }
    }

    /// Without the settings, which copies are noted in.
    private static func made(_ dump: String) -> [String] {
        dump.components(separatedBy: "\n--\n").filter { !$0.contains("\"copy change\"") && !$0.contains("copy time") }
    }
}

/// A number that closures share.
private final class HeldClock: Sendable {
    let value: Mutex<Int64>

    init(_ start: Int64) { value = Mutex(start) }
}
