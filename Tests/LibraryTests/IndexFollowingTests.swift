import Articles
import Foundation
import GRDB
@testable import Library
import Search
import Testing

/// The index beside the library: whatever happens to it, or between the two, a search finds what the library holds, or says
/// that it does not.
@Suite struct IndexFollowingTests {
    private static func article(_ number: Int, _ text: String = "The treaty of") -> FileOutcome {
        .file("\(number).txt", [.test("T\(number)", "\(text) number n\(number).", id: "id \(number)")])
    }

    /// The library as the end of the process would leave it at this moment, opened anew.
    private func revived(_ folder: TestFolder, _ body: (Library) throws -> Void) throws {
        let copy = try TestFolder()
        defer { copy.remove() }
        try FileManager.default.copyItem(atPath: folder.path + "/.dossier", toPath: copy.path + "/.dossier")
        let library = try copy.open()
        try body(library)
        #expect(try library.check().problems == [])
        try library.close()
    }

    @Test func aCrashAtAnyStepLosesNothing() throws {
        try scenario { library, folder in
            var number = 0
            func found() throws -> Int {
                var count = 0
                try revived(folder) { library in
                    count = try library.titles("treaty").count
                    #expect(try library.titles("n\(number - 1)") == (number > 0 ? ["T\(number - 1)"] : []))
                }
                return count
            }
            func add() throws {
                try library.apply([Self.article(number)])
                number += 1
            }
            #expect(try found() == 0)
            try add()
            // In memory alone.
            #expect(try found() == 1)
            for _ in 0..<3 { try add() }
            while try library.maintain() {}
            #expect(try found() == 4)
            try library.articleIndex.open().flush()
            #expect(try found() == 4)
            // The library has it, and the index does not know.
            try library.writeBehindTheIndex([Self.article(number)])
            number += 1
            #expect(try found() == 5)
            // The index was told, and did not finish.
            let (documents, _) = try library.read { database in
                var documents: [IndexedDocument] = []
                try database.forEachDocument(since: library.articleIndex.open().completeUpTo) { documents += $0 }
                return (documents, ())
            }
            #expect(documents.count == 1)
            try library.articleIndex.open().add(documents)
            #expect(try found() == 5)
            #expect(try library.titles("treaty").count == 5)
            try library.compactIndex()
            #expect(try found() == 5)
        }
    }

    @Test(arguments: ["all of it", "list", "segments"]) func whatIsMissingIsMadeAnew(part: String) throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        do {
            let library = try folder.open()
            try library.apply((0..<20).map { Self.article($0) })
            try library.compactIndex()
            try library.close()
            let index = folder.path + "/.dossier/index"
            if part == "all of it" {
                try FileManager.default.removeItem(atPath: index)
            } else {
                for name in try FileManager.default.contentsOfDirectory(atPath: index) where name.hasPrefix("segment") == (part == "segments") {
                    try FileManager.default.removeItem(atPath: index + "/" + name)
                }
            }
            let again = try folder.open()
            #expect(try again.titles("treaty").count == 20)
            #expect(try again.titles("n7") == ["T7"])
            let notices = again.takeIndexNotices()
            #expect(notices.isEmpty == (part != "segments"), "\(notices)")
            #expect(try again.check().problems == [])
            try again.close()
        }
    }

    /// Each file of the index, damaged at several places: noticed and made anew with a sentence, or harmless.
    @Test func whatIsDamagedIsMadeAnew() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let library = try folder.open()
        try library.apply((0..<40).map { Self.article($0) })
        try library.compactIndex()
        try library.close()
        let index = folder.path + "/.dossier/index"
        var told = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: index).sorted() where name != "lock" {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: index + "/" + name))
            for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 12)) {
                let copy = try TestFolder()
                defer { copy.remove() }
                try FileManager.default.copyItem(atPath: folder.path + "/.dossier", toPath: copy.path + "/.dossier")
                var damaged = bytes
                damaged[place] ^= 0x41
                try damaged.write(to: URL(fileURLWithPath: copy.path + "/.dossier/index/" + name))
                let library = try copy.open()
                #expect(try library.titles("treaty").count == 40, "\(name) \(place)")
                #expect(try library.titles("n7") == ["T7"], "\(name) \(place)")
                #expect(try library.titles("n2*").count == 11, "\(name) \(place)")
                #expect(try library.titles("\"number n3\"") == ["T3"], "\(name) \(place)")
                if let notice = library.takeIndexNotices().first {
                    told += 1
                    #expect(notice.hasSuffix("it is made anew from the library") || notice.hasSuffix("it is made anew"), "\(notice)")
                    #expect(try library.check().problems == [], "\(name) \(place)")
                }
                try library.close()
            }
        }
        #expect(told > 0)
    }

    /// While the library is open: behind the end of a mapped file there is nothing to be read.
    @Test func whatIsShortenedWhileOpenIsMadeAnew() throws {
        try scenario { library, folder in
            try library.apply((0..<200).map { Self.article($0) })
            try library.compactIndex()
            for quarter in 0..<4 {
                #expect(try library.titles("treaty").count == 200)
                let index = URL(fileURLWithPath: folder.path + "/.dossier/index")
                let segment = try #require(FileManager.default.contentsOfDirectory(atPath: index.path).first { $0.hasPrefix("segment-") })
                let file = index.appendingPathComponent(segment)
                let size = try #require(file.resourceValues(forKeys: [.fileSizeKey]).fileSize)
                try FileHandle(forWritingTo: file).truncate(atOffset: UInt64(size * quarter / 4))
                #expect(try library.titles("treaty").count == 200)
                #expect(try library.titles("n7") == ["T7"])
                #expect(
                    library.takeIndexNotices()
                        == ["search index \(file.path) cannot be used: its content is damaged; it is made anew from the library"])
            }
        }
    }

    @Test func saysWhatItLeavesOut() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let library = try folder.open()
        try library.apply((0..<20).map { Self.article($0) })
        try library.close()
        try FileManager.default.removeItem(atPath: folder.path + "/.dossier/index")

        var options = folder.options()
        options.indexPatience = 5
        let impatient = try Library.open(folder: folder.path, options: options)
        let query = try Query("treaty")
        let before = try impatient.search(query)
        #expect(before.articles == [] && before.missing == 20)
        #expect(before.remark == "20 articles not searched: the search index is being made")
        // What comes in meanwhile is not made to wait for it.
        #expect(try impatient.apply([Self.article(20)]).added == 1)
        #expect(try impatient.search(query).missing == 21)
        // Lists ask for no words.
        #expect(try impatient.order().count == 21)
        var progress: [Int] = []
        #expect(try impatient.renewIndex { done, all in progress.append(100 * done / all) })
        #expect(progress.last == 100)
        let after = try impatient.search(query, limit: 50)
        #expect(after.articles.count == 21 && after.missing == 0 && after.remark == nil)
        #expect(try impatient.check().problems == [])
        try impatient.close()
    }

    /// An index of another library with as many articles, and one that is ahead of a copy that was brought back.
    @Test func knowsItsLibrary() throws {
        let folder = try TestFolder()
        let other = try TestFolder()
        defer {
            folder.remove()
            other.remove()
        }
        for (place, text) in [(folder, "The treaty of"), (other, "A convention for")] {
            let library = try place.open()
            try library.apply((0..<4).map { Self.article($0, text) })
            try library.close()
        }
        let index = folder.path + "/.dossier/index"
        try FileManager.default.removeItem(atPath: index)
        try FileManager.default.copyItem(atPath: other.path + "/.dossier/index", toPath: index)
        let kept = try Data(contentsOf: URL(fileURLWithPath: folder.database))
        let library = try folder.open()
        #expect(try library.titles("treaty").count == 4)
        #expect(try library.titles("convention") == [])
        #expect(library.takeIndexNotices() == ["the search index belongs to another library; it is made anew"])
        try library.apply([Self.article(2, "A convention for"), Self.article(7)])
        #expect(try library.titles("convention") == ["T2"])
        try library.close()

        try kept.write(to: URL(fileURLWithPath: folder.database))
        let back = try folder.open()
        #expect(try back.titles("treaty").count == 4)
        #expect(try back.titles("convention") == [])
        #expect(try back.check().problems == [])
        try back.close()
    }

    @Test func oneWritesAndOthersRead() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        do {
            let library = try folder.open()
            try library.apply([Self.article(0)])
            #expect(try library.indexStatus().isWriter)
            let other = try folder.open()
            #expect(try other.titles("treaty") == ["T0"])
            #expect(try !other.indexStatus().isWriter)
            #expect(throws: IndexError.locked(path: folder.path + "/.dossier/index")) { try other.rebuildIndex() }
            for round in 1..<12 {
                let (writer, reader) = round % 2 == 0 ? (library, other) : (other, library)
                try writer.apply([Self.article(round), Self.article(0, "Round \(round) of")])
                #expect(try reader.titles("treaty").count == round)
                #expect(try reader.titles("\"round \(round)\"") == ["T0"])
                #expect(try reader.titles("\"round \(round - 1)\"") == [])
                if round % 3 == 0 { while try library.maintain() {} }
                if round % 5 == 0 { try library.articleIndex.open().flush() }
                #expect(try other.check().problems == [])
            }
            // Whoever wrote ends; the other takes over.
            library.articleIndex.close()
            #expect(try other.titles("treaty").count == 11)
            _ = try other.maintain()
            #expect(try other.indexStatus().isWriter)
            try other.apply([Self.article(12)])
            #expect(try other.titles("treaty").count == 12)
            #expect(try other.check().problems == [])
            try other.close()
        }
    }

    @Test func whatChangedOrWentIsNeverShownAgain() throws {
        try scenario { library, _ in
            try library.apply((0..<30).map { Self.article($0) })
            for round in 0..<10 {
                let id = try library.id("T\(round)")
                switch round % 3 {
                case 0: try library.apply([Self.article(round, "A convention for")])
                case 1: try library.trash([id])
                case _: try library.apply([.gone(path: "\(round).txt")])
                }
                if round % 4 == 1 { while try library.maintain() {} }
                if round == 6 { try library.compactIndex() }
                #expect(try library.titles("treaty").count == 29 - round)
                #expect(try library.count(of: Query("treaty")) == .exactly(29 - round))
                #expect(try library.search(Query("treaty"), order: .relevance).articles.count == 29 - round)
            }
            #expect(try Set(library.titles("treaty is:trashed")) == ["T7", "T4", "T1"])
            #expect(try library.titles("treaty is:gone").count == 3)
            #expect(try library.titles("treaty (is:gone OR is:trashed OR is:read OR is:unread)").count == 26)
            try library.restore(library.order(of: Query("is:trashed n1")))
            #expect(try library.titles("treaty").count == 21)
        }
    }

    @Test func ordersAnswers() throws {
        try scenario { library, _ in
            try library.apply([
                .file("a", [.test("Beta", "Fraud, fraud and fraud.", date: "2024-01-01")]),
                .file("b", [.test("alpha", "Nothing but a single word of fraud among so many others here.", date: "2024-03-01")]),
                .file("c", [.test("Gamma", "Fraud once, and other words besides.", date: "2024-02-01")]),
            ])
            let query = try Query("fraud")
            func titles(_ order: SearchRequest.Order) throws -> [String] {
                try library.search(query, order: order).articles.map(\.row.title)
            }
            #expect(try titles(.newest) == ["alpha", "Gamma", "Beta"])
            #expect(try titles(.oldest) == ["Beta", "Gamma", "alpha"])
            #expect(try titles(.title) == ["alpha", "Beta", "Gamma"])
            #expect(try titles(.relevance).first == "Beta")
            #expect(try library.search(.all, order: .title).articles.map(\.row.title) == ["alpha", "Beta", "Gamma"])
        }
    }
}

extension Library {
    /// Writes as a process that ends before it tells the index.
    func writeBehindTheIndex(_ outcomes: [FileOutcome]) throws {
        try write { database in
            let transaction = try Transaction(database, options: options)
            let sync = try FileSync(transaction)
            for outcome in outcomes {
                guard case .read(_, _, _, let articles) = outcome else { continue }
                try sync.apply(outcome, articles.map { PreparedArticle($0) })
            }
            try transaction.counters.apply(to: database)
        }
    }
}
