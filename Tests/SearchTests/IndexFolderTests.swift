import Glibc
import Synchronization
import TestSupport
import Testing
import Text

@testable import Search

@Suite struct IndexFolderTests {
    static var limits: IndexLimits {
        var limits = IndexLimits()
        limits.articlesInMemory = 30
        limits.secondsInMemory = 1e9
        limits.mergeFactor = 3
        limits.articlesMergedWhileAdding = 12
        return limits
    }

    private func open(_ folder: TemporaryFolder, readOnly: Bool = false, startingEmpty: Bool = false) throws -> IndexFolder {
        try IndexFolder(folder.path, readOnly: readOnly, startingEmpty: startingEmpty, limits: Self.limits, clock: { 0 })
    }

    @Test func findsWhatWasCommitted() throws {
        let folder = try TemporaryFolder()
        let index = try open(folder)
        let document = IndexedDocument(article: 7, order: 9, change: 3, parts: [.init(.body, "mutual legal assistance")])
        try index.add([document])
        #expect(index.snapshot().articleCount == 0)
        try index.commit(upTo: 3)
        #expect(index.snapshot().articleCount == 1)
        #expect(index.completeUpTo == 3)
        index.remove([7])
        try index.add([document])
        try index.commit(upTo: 5)
        #expect(index.snapshot().articleCount == 1)
        try index.add([document])
        index.remove([7])
        try index.commit(upTo: 6)
        #expect(index.snapshot().articleCount == 0)
    }

    @Test(arguments: 0..<2 as Range<UInt64>) func followsItsStore(seed: UInt64) throws {
        let folder = try TemporaryFolder()
        var model = IndexModel(seed: seed)
        var rounds = 0
        // Opened again and again: what was not written by then comes from the store.
        while rounds < 70 {
            let index = try open(folder)
            let missing = model.since(index.completeUpTo)
            try index.add(missing.added)
            index.remove(missing.removed)
            try index.commit(upTo: model.change)
            let end = rounds + Int.random(in: 1...40, using: &model.random.random)
            while rounds < end {
                try step(&model, index)
                rounds += 1
            }
            #expect(IndexModel.difference(index.snapshot(), model.articles) == nil)
            #expect(try IndexCheck.problems(in: index.snapshot()) == [])
        }
        let index = try open(folder)
        try index.compact()
        #expect(index.status.segments.count == 1)
        #expect(index.status.segments.allSatisfy { $0.gone == 0 })
        #expect(Set(folder.names) == ["lock", "manifest", index.status.segments[0].name])
    }

    private func step(_ model: inout IndexModel, _ index: IndexFolder) throws {
        let (added, removed) = model.step()
        try index.add(added)
        index.remove(removed)
        try index.commit(upTo: model.change)
        switch Int.random(in: 0..<12, using: &model.random.random) {
        case 0, 1: while try index.maintain() {}
        case 2: try index.flush()
        case 3: try index.compact()
        default: break
        }
    }

    @Test func keepsASnapshotAsItWas() throws {
        let folder = try TemporaryFolder()
        var model = IndexModel(seed: 11)
        let index = try open(folder)
        var held: [(snapshot: IndexSnapshot, articles: [Int64: IndexedDocument])] = []
        for round in 0..<40 {
            let (added, removed) = model.step()
            try index.add(added)
            index.remove(removed)
            try index.commit(upTo: model.change)
            if round % 8 == 0 { held.append((index.snapshot(), model.articles)) }
            if round % 5 == 0 { try index.flush() }
        }
        try index.compact()
        for (snapshot, articles) in held { #expect(IndexModel.difference(snapshot, articles) == nil) }
    }

    @Test func excludesASecondWriter() throws {
        let folder = try TemporaryFolder()
        let index = try open(folder)
        #expect(throws: IndexError.locked(path: folder.path)) { try open(folder) }
        _ = try open(folder, readOnly: true)
        _ = consume index
        _ = try open(folder)
    }

    @Test(arguments: 0..<2 as Range<UInt64>) func keepsAReaderUpToDate(seed: UInt64) throws {
        let folder = try TemporaryFolder()
        var model = IndexModel(seed: seed &+ 100)
        let writer = try open(folder)
        let reader = try open(folder, readOnly: true)
        for round in 0..<60 {
            let (added, removed) = model.step()
            try writer.add(added)
            writer.remove(removed)
            try writer.commit(upTo: model.change)
            if round % 7 == 3 { while try writer.maintain() {} }
            if round % 11 == 5 { try writer.flush() }
            guard round % 3 == 0 else { continue }
            // As a reading process does: what was written, then the store's changes since.
            try reader.refresh()
            let missing = model.since(reader.completeUpTo)
            try reader.add(missing.added)
            reader.remove(missing.removed)
            try reader.commit(upTo: model.change)
            #expect(IndexModel.difference(reader.snapshot(), model.articles) == nil)
        }
        #expect(try !reader.maintain())
    }

    @Test func rebuildsBesideWhatIsAdded() throws {
        let folder = try TemporaryFolder()
        var model = IndexModel(seed: 21)
        var limits = Self.limits
        limits.buffer = 40_000
        let index = try IndexFolder(folder.path, limits: limits, clock: { 0 })
        func follow() throws {
            let (added, removed) = model.step()
            try index.add(added)
            index.remove(removed)
            try index.commit(upTo: model.change)
        }
        for _ in 0..<30 { try follow() }
        try index.flush()
        let before = model.articles.values.sorted { $0.order > $1.order }
        try index.rebuild(upTo: model.change) { add in
            for document in before {
                try add([document])
                if document.article % 4 == 0 {
                    try follow()
                    if document.article % 8 == 0 { try index.flush() }
                    _ = try index.maintain()
                }
            }
        }
        #expect(IndexModel.difference(index.snapshot(), model.articles) == nil)
        #expect(index.completeUpTo == model.change)
        #expect(try IndexCheck.problems(in: index.snapshot()) == [])
        try index.flush()
        let again = try open(folder, readOnly: true)
        #expect(IndexModel.difference(again.snapshot(), model.articles) == nil)
    }

    @Test func keepsTheOldIndexWhenARebuildFails() throws {
        struct Stop: Error {}
        let folder = try TemporaryFolder()
        var model = IndexModel(seed: 22)
        let index = try open(folder)
        let (added, _) = model.step()
        try index.add(added)
        try index.commit(upTo: model.change)
        try index.flush()
        let names = folder.names
        #expect(throws: Stop.self) {
            try index.rebuild(upTo: 99) { add in
                try add([model.random.document(500)])
                throw Stop()
            }
        }
        #expect(IndexModel.difference(index.snapshot(), model.articles) == nil)
        #expect(folder.names == names)
    }

    @Test func startsEmptyOverADamagedIndex() throws {
        let folder = try TemporaryFolder()
        var model = IndexModel(seed: 23)
        let (added, _) = model.step()
        do {
            let index = try open(folder)
            try index.add(added)
            try index.commit(upTo: model.change)
            try index.flush()
        }
        let manifest = folder.path + "/manifest"
        truncate(manifest, 60)
        #expect(throws: IndexError.damaged(path: manifest, part: "list of segments")) { try open(folder) }
        let index = try open(folder, startingEmpty: true)
        #expect(index.snapshot().articleCount == 0)
        try index.rebuild(upTo: model.change) { try $0(added) }
        #expect(IndexModel.difference(index.snapshot(), model.articles) == nil)
        #expect(Set(folder.names) == ["lock", "manifest", index.status.segments[0].name])
    }

    @Test func takesTheNewerOfTwoVersions() throws {
        let folder = try TemporaryFolder()
        let index = try open(folder)
        func document(_ change: Int64, _ text: String) -> IndexedDocument {
            IndexedDocument(article: 1, order: 5, change: change, parts: [.init(.body, text)])
        }
        try index.add([document(9, "later")])
        try index.commit(upTo: 9)
        try index.add([document(4, "earlier")])
        try index.commit(upTo: 9)
        #expect(IndexModel.difference(index.snapshot(), [1: document(9, "later")]) == nil)
        try index.add([document(9, "same")])
        try index.commit(upTo: 9)
        #expect(IndexModel.difference(index.snapshot(), [1: document(9, "same")]) == nil)
    }
}
