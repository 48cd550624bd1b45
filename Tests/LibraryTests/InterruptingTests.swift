import Dispatch
import Foundation
@testable import Library
import Search
import TestSupport
import Testing

/// Searches that are given up at random moments, as by someone who types, beside other reads and writes.
@Suite struct InterruptingTests {
    private static let rounds = Soak.pick(sample: 1_500, full: 40_000)

    @Test func nothingElseComesOfGivingUp() throws {
        try scenario { library, _ in
            try library.apply((0..<40).map { file in
                .file("f\(file)", (0..<5).map { .test("T\(file)-\($0)", String(repeating: "The treaty \($0) on extradition number \(file) is long. ", count: 60)) })
            })
            let failures = Failures()
            DispatchQueue.concurrentPerform(iterations: 3) { worker in
                do {
                    switch worker {
                    case 0: try Self.searches(library, failures)
                    case 1: try Self.reads(library)
                    case _: try Self.writes(library)
                    }
                } catch {
                    failures.add("worker \(worker): \(error)")
                }
            }
            #expect(failures.all == [])
            #expect(try library.order().count == 200)
        }
    }

    /// Two lanes: one searches, the other gives each search up after a moment of its own.
    private static func searches(_ library: Library, _ failures: Failures) throws {
        var random = SplitMix64(seed: 5)
        let killer = DispatchQueue(label: "killer")
        for round in 0..<rounds {
            let cancellation = SearchCancellation()
            let delay = UInt32.random(in: 0...3_000, using: &random)
            killer.async {
                usleep(delay)
                cancellation.cancel()
            }
            let text = ["e*", "ext*", "extradition treaty", "\"number 7\"", "treaty -extradition"][round % 5]
            do {
                _ = try library.search(try Query(text), limit: 40, cancellation: cancellation)
                _ = try library.order(of: try Query(text), cancellation: cancellation)
            } catch is SearchCancelled {
                guard !cancellation.isCancelled else { continue }
                failures.add("round \(round): given up by nobody")
            }
            killer.sync {}
        }
    }

    private static func reads(_ library: Library) throws {
        for _ in 0..<rounds / 2 {
            _ = try library.counts()
            let ids = try library.order()
            _ = try library.rows(Array(ids.prefix(30)))
            _ = try library.article(ids[0])
            _ = try library.dataVersion()
        }
    }

    private static func writes(_ library: Library) throws {
        let ids = try library.order()
        for round in 0..<rounds / 10 {
            try library.setRead([ids[round % ids.count]], round % 2 == 0)
            try library.toggleBookmark(in: ids[0], range: 0..<5)
            try library.apply([.file("g\(round % 7)", [.test("N\(round)", "another treaty \(round)")])])
            try library.apply([.gone(path: "g\(round % 7)")])
        }
    }
}
