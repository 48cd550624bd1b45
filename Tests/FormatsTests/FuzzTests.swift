import Articles
import Foundation
import TestSupport
import Testing
import Text

@testable import Formats

/// Fixtures with faults put into them: no reader may crash, hang or make an unsound article of any. The faults come
/// from a seed, so that a failure comes back; `DOSSIER_SOAK=1` runs many more of them.
@Suite struct FuzzTests {
    private static let rounds = Soak.pick(sample: 150, full: 20_000)

    private static let pieces: [[UInt8]] =
        [
            "---\n", "+++\n", "\n,\n", "(see: ", "[[", "](javascript:x)", "|a|b|\n|-|-|\n", "> > ", "- ", "1. ",
            "```\n", "<script>", "<!--", "&#x110000;", "\u{202E}", "\u{0}", "\u{1B}[31m",
            "\n\n", "    ", "\t", "[^1]", "[^1]: ", "\u{FEFF}", "http://", "See Also: ", "By A B", "12 March 2025\n",
            "****", "\\", "\r", "title: x\n", "&a *a",
        ].map { Array($0.utf8) } + [[0xFF, 0xFE], [0xC3], [0xE2, 0x80], [0x00, 0x0A], [0xED, 0xA0, 0x80]]

    @Test func mutatedFixtures() throws {
        let fixtures = try Read.fixtureNames().map { (name: $0, bytes: try Read.fixture($0)) }
        var random = SplitMix64(seed: 20_250_312)
        for round in 0..<Self.rounds {
            for fixture in fixtures {
                let bytes = Self.mutated(fixture.bytes, &random)
                for name in ["x.md", "x.txt", "x"] {
                    Self.check(bytes, name: name, "round \(round) of \(fixture.name) as \(name)")
                }
            }
        }
    }

    @Test func everyPrefix() throws {
        for fixture in try Read.fixtureNames() {
            let bytes = try Read.fixture(fixture)
            for end in stride(from: 0, to: bytes.count, by: Soak.pick(sample: 7, full: 1)) {
                Self.check(Array(bytes[..<end]), name: fixture, "\(end) bytes of \(fixture)")
            }
        }
    }

    private static func check(_ bytes: [UInt8], name: String, _ comment: Comment) {
        do {
            for result in try Formats.readings(in: SourceFile(name: name, bytes: bytes)) {
                expectSound(try result.get().article, comment)
            }
        } catch {
            #expect(error.file == name, comment)
        }
    }

    private static func mutated(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            guard !bytes.isEmpty else { return bytes }
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &random)))
            case 2: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
            case 3:
                let piece = pieces.randomElement(using: &random) ?? []
                bytes.insert(
                    contentsOf: (0..<Int.random(in: 2...200, using: &random)).flatMap { _ in piece }, at: place)
            case 4:
                bytes.insert(
                    contentsOf: bytes[place..<min(bytes.count, place + 60)],
                    at: Int.random(in: 0..<bytes.count, using: &random))
            default: bytes[place] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &random)
            }
        }
        return bytes
    }
}
