import Articles
import Formats
import Foundation
import FuzzTargets
import TestSupport
import Testing

/// The short run of what `make fuzz` does for longer: every reader on valid files, on all their beginnings, and on files with faults
/// put into them from a seed.
@Suite struct FuzzTargetTests {
    private static let rounds = Soak.pick(sample: 40, full: 20_000)

    private static func seeds(_ target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let folder = tests.appending(path: "FuzzTargets/Seeds/\(target.rawValue)")
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .sorted { $0.path < $1.path }.map { ($0.lastPathComponent, Array(try Data(contentsOf: $0))) }
    }

    @Test("Every target has valid files, and reads them", arguments: FuzzTarget.allCases)
    func valid(_ target: FuzzTarget) throws {
        let seeds = try Self.seeds(target)
        #expect(!seeds.isEmpty)
        for seed in seeds {
            let results = target.results(seed.bytes)
            #expect(!results.isEmpty && results.allSatisfy { (try? $0.get()) != nil }, "\(target) \(seed.name)")
            #expect(target.faults(seed.bytes) == [], "\(target) \(seed.name)")
        }
    }

    @Test("Every beginning of a valid file", arguments: FuzzTarget.allCases)
    func beginnings(_ target: FuzzTarget) throws {
        for seed in try Self.seeds(target) {
            let step = Soak.isOn ? 1 : max(1, seed.bytes.count / 60)
            for end in stride(from: 0, to: seed.bytes.count, by: step) {
                #expect(target.faults(Array(seed.bytes[..<end])) == [], "\(end) bytes of \(target) \(seed.name)")
            }
        }
    }

    @Test("Files with faults put into them", arguments: FuzzTarget.allCases)
    func mutated(_ target: FuzzTarget) throws {
        let mutation = Mutation(seeds: try Self.seeds(target).map(\.bytes))
        var random = SplitMix64(seed: 20_261_124)
        for round in 0..<Self.rounds {
            let bytes = mutation.next(&random)
            #expect(target.faults(bytes) == [], "round \(round) of \(target)")
        }
    }
}
