import Articles
import Foundation
@testable import Library
import Search
import TestSupport
import Testing

/// What both can be asked for, the index and FTS5 answer alike, on random libraries that change.
@Suite struct OracleTests {
    private static let libraries = Soak.pick(sample: 6, full: 200)

    @Test(arguments: 0..<libraries) func agreesWithFullText(seed: Int) throws {
        try scenario { library, _ in
            var source = RandomLibrary(seed: UInt64(seed) &+ 77)
            try library.apply(source.files(20))
            try compare(library, &source, queries: 40)
            // Some change, some go, some are put away.
            var changed = source.files(20)
            changed.removeAll { _ in source.chance(2) }
            try library.apply(changed)
            try library.apply((0..<20).filter { _ in source.chance(5) }.map { .gone(path: "\($0)") })
            try library.trash(try library.order().filter { _ in source.chance(6) })
            if source.chance(2) { while try library.maintain() {} }
            try compare(library, &source, queries: 60)
        }
    }

    private func compare(_ library: Library, _ source: inout RandomLibrary, queries: Int) throws {
        let ids = try library.order()
        let oracle = try FullTextOracle(try ids.map { try library.article($0) })
        var asked = 0
        for _ in 0..<queries {
            let query = source.query()
            guard let places = try oracle.matches(query) else { continue }
            asked += 1
            let expected = places.map { ids[$0] }
            #expect(try library.order(of: query) == expected, "\(query)")
            #expect(try library.count(of: query) == .exactly(expected.count), "\(query)")
            let ranked = try library.order(of: query, sorted: .relevance)
            #expect(Set(ranked) == Set(expected) && ranked.count == expected.count, "\(query)")
        }
        #expect(asked > 0)
    }
}
