import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing
import Text

@testable import Search

/// What happens to an index whose process is killed, or whose disk is full, at any moment.
@Suite struct IndexFaultTests {
    /// Lets a number of operations pass, then lets all fail that follow, as after `kill -9`: what was done before stays done.
    private final class Trap: Sendable {
        let left: Mutex<Int>
        private let partly: Int
        private let errno: Int32
        private let isForever: Bool

        init(after operations: Int, partly: Int, errno: Int32 = EIO, isForever: Bool = true) {
            left = Mutex(operations)
            self.partly = partly
            self.errno = errno
            self.isForever = isForever
        }

        func fault(_ operation: IndexFiles.Operation) -> IndexFiles.Fault? {
            left.withLock { left in
                left -= 1
                guard left < 0, isForever || left == -1 else { return nil }
                guard case .write(let bytes) = operation, left == -1 else { return IndexFiles.Fault(errno: errno) }
                return IndexFiles.Fault(errno: errno, bytesWritten: bytes * partly / 4)
            }
        }
    }

    private func open(_ folder: TemporaryFolder, _ trap: Trap?) throws -> IndexFolder {
        let files = IndexFiles(folder: folder.path) { trap?.fault($0) }
        return try IndexFolder(
            files, readOnly: false, startingEmpty: false,
            limits: IndexFolderTests.limits, clock: { 0 })
    }

    private func work(_ index: IndexFolder, _ model: inout IndexModel) throws {
        for round in 0..<14 {
            let (added, removed) = model.step()
            try index.add(added)
            index.remove(removed)
            try index.commit(upTo: model.change)
            if round % 3 == 2 { try index.flush() }
            if round % 4 == 3 { while try index.maintain() {} }
            if round == 12 { try index.compact() }
        }
    }

    @Test func survivesKillsAtAnyMoment() throws {
        let points = Soak.pick(sample: 16, full: 200)
        for point in 0..<points {
            var model = IndexModel(seed: UInt64(point % 5))
            let folder = try TemporaryFolder()
            let operations = Soak.pick(sample: point, full: point) * 7
            let trap = Trap(after: operations, partly: point % 5)
            do { try work(open(folder, trap), &model) } catch is IndexError {}
            // A new process: the files are as they were left.
            let index = try open(folder, nil)
            let expected = try #require(model.history[index.completeUpTo])
            #expect(try IndexCheck.problems(in: index.snapshot()) == [], "\(point)")
            // What the manifest says is complete is complete, but for what was replaced later and is in no segment yet.
            let missing = model.since(index.completeUpTo)
            let later = Set(missing.added.map(\.article) + missing.removed)
            let held = Set(articles(of: index.snapshot()))
            #expect(held.subtracting(later) == Set(expected.keys).subtracting(later), "\(point)")
            try index.add(missing.added)
            index.remove(missing.removed)
            try index.commit(upTo: model.change)
            #expect(IndexModel.difference(index.snapshot(), model.articles) == nil, "\(point)")
            try index.flush()
            #expect(Set(folder.names).isSuperset(of: ["lock", "manifest"]))
            #expect(folder.names.count <= 2 + 2 * index.status.segments.count)
        }
    }

    private func articles(of snapshot: IndexSnapshot) -> [Int64] {
        snapshot.parts.flatMap { part in
            (0..<UInt32(part.segment.documentCount)).filter { !part.tombstones.contains($0) }.map { part.segment.article($0) }
        }
    }

    @Test func survivesAFullDisk() throws {
        var hits = 0
        for point in stride(from: 2, to: 90, by: Soak.pick(sample: 11, full: 1)) {
            var model = IndexModel(seed: UInt64(point % 3) &+ 40)
            let folder = try TemporaryFolder()
            let index = try open(folder, Trap(after: point, partly: point % 4, errno: ENOSPC, isForever: false))
            var failures: [IndexError] = []
            for round in 0..<14 {
                let (added, removed) = model.step()
                do {
                    try index.add(added)
                    index.remove(removed)
                    try index.commit(upTo: model.change)
                    if round % 3 == 2 { try index.flush() }
                    if round % 4 == 3 { while try index.maintain() {} }
                } catch let error as IndexError { failures.append(error) }
                // Searching goes on with all that was committed.
                if round % 4 == 3 { #expect(IndexModel.difference(index.snapshot(), model.articles) == nil, "\(point)") }
            }
            #expect(failures.allSatisfy { $0 == .diskFull(path: folder.path) } && failures.count < 2, "\(point)")
            hits += failures.count
            // The fault may still be to come; what failed once can be done the next time.
            do { try index.compact() } catch let error as IndexError { #expect(error == .diskFull(path: folder.path)) }
            try index.compact()
            #expect(try IndexCheck.problems(in: index.snapshot()) == [])
            let reader = try IndexFolder(folder.path, readOnly: true)
            #expect(IndexModel.difference(reader.snapshot(), model.articles) == nil, "\(point)")
        }
        #expect(hits > 4)
    }

    @Test func saysWhatIsWrong() {
        #expect(
            IndexError.diskFull(path: "/x/index").message
                == "search index /x/index cannot be changed: the disk is full; make room and try again; the index is as it was before")
        #expect(IndexFiles.error(EROFS, path: "p") == .readOnly(path: "p"))
        #expect(IndexFiles.error(EIO, path: "p") == .storage(path: "p", errno: EIO))
    }
}
