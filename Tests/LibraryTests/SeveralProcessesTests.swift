import Foundation
import Library
import Search
import TestSupport
import Testing

/// Processes of their own: some search, one adds, takes away, writes and merges; and is killed in the middle of it.
@Suite struct SeveralProcessesTests {
    private static let driver = BuiltProgram.path("index-driver")

    /// What was confirmed as gone is in no answer of anybody, what was confirmed as added is in each. The writer's lock is free
    /// when it was killed: another takes over.
    @Test(arguments: 0..<Soak.pick(sample: 1, full: 10)) func othersSearchWhileOneWrites(seed: Int) throws {
        let folder = try TemporaryFolder()
        var random = SplitMix64(seed: UInt64(seed))
        let first = try ChildProcess(Self.driver, ["write", folder.path, "0"])
        #expect(first.nextLine() == "round 0")
        let readers = try (0..<2).map { _ in try ChildProcess(Self.driver, ["read", folder.path]) }
        let last = "round \(Int.random(in: 20...70, using: &random))"
        while let line = first.nextLine(), line != last {}
        first.kill()
        #expect(first.end() == 128 + SIGKILL)
        let second = try ChildProcess(Self.driver, ["write", folder.path, "10000"])
        #expect(second.remainingLines().last == "done")
        #expect(second.end() == 0)
        let log = FileHandle(forWritingAtPath: folder.full(".confirmed"))
        try log?.seekToEnd()
        try log?.write(contentsOf: Data(".0\n".utf8))
        for reader in readers {
            let lines = reader.remainingLines()
            #expect(lines.count == 1, "\(lines.prefix(5))")
            let searches = try #require(lines.last.flatMap { $0.hasPrefix("searches ") ? Int($0.dropFirst(9)) : nil }, "\(lines.suffix(2))")
            #expect(searches > 5)
            #expect(reader.end() == 0)
            if Soak.isOn { print("a reader made \(searches) searches meanwhile") }
        }
        let library = try Library.open(folder: folder.path, options: LibraryOptions(environment: ["HOME": folder.path]))
        #expect(try library.check().problems == [])
        #expect(try library.checkIndex().problems == [])
        try library.close()
    }
}
