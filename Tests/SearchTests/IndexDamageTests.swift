import Foundation
import TestSupport
import Testing
import Text

@testable import Search

/// Every byte of a small index changed in turn: found, or harmless; never a crash, never a wrong answer.
@Suite struct IndexDamageTests {
    private func segment(_ bytes: [UInt8], isVerified: Bool) throws -> IndexSegment {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
        copy.copyBytes(from: bytes)
        return try IndexSegment(UnsafeRawBufferPointer(copy), path: "x", isVerified: isVerified)
    }

    private var small: [UInt8] {
        get throws {
            var random = IndexRandomDocuments(seed: 3, words: 20)
            let segment = try IndexSegment.inMemory(random.documents(4))
            return withExtendedLifetime(segment) { Array(segment.storage.bytes) }
        }
    }

    @Test func findsEachChangedByteOfASegment() throws {
        let bytes = try small
        let whole = try IndexNaive(segment(bytes, isVerified: false))
        for place in stride(from: 0, to: bytes.count, by: Soak.pick(sample: 41, full: 1)) {
            var random = SplitMix64(seed: UInt64(place))
            var changed = bytes
            changed[place] ^= UInt8.random(in: 1...255, using: &random)
            guard let segment = try? segment(changed, isVerified: false) else { continue }
            let found = IndexNaive(segment)
            #expect(segment.isDamaged || found.difference(whole) == nil, "\(place)")
        }
    }

    /// Checks that lie: nothing but the bounds keeps the reader from what is not its own.
    @Test func readsNothingOutsideWhateverTheBytesSay() throws {
        let bytes = try small
        for place in stride(from: 16, to: bytes.count - 600, by: Soak.pick(sample: 29, full: 1)) {
            var random = SplitMix64(seed: UInt64(place))
            var changed = bytes
            changed[place] ^= UInt8.random(in: 1...255, using: &random)
            changed[place &* 31 % (bytes.count - 600)] ^= 0x80
            guard let segment = try? segment(changed, isVerified: true) else { continue }
            _ = IndexNaive(segment)
            _ = segment.document(ofArticle: 4)
            _ = segment.firstDocument(below: 500_000)
        }
    }

    @Test func findsEachChangedByteOfAManifest() throws {
        var manifest = Manifest()
        manifest.completeUpTo = 77
        manifest.entries = [
            Manifest.Entry(identifier: 3, documents: 4, size: 500, fingerprint: 9, tombstonesVersion: 2, tombstones: 1)
        ]
        let bytes = manifest.bytes
        #expect(try Manifest(bytes, path: "m") == manifest)
        for place in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[place] ^= 1 << bit
                #expect(throws: IndexError.self) { try Manifest(changed, path: "m") }
            }
            #expect(throws: IndexError.damaged(path: "m", part: "list of segments")) {
                try Manifest(Array(bytes[..<place]), path: "m")
            }
        }
    }

    @Test func findsEachChangedByteOfTombstones() {
        var tombstones = Tombstones()
        tombstones.insert(3)
        tombstones.insert(130)
        let bytes = tombstones.bytes
        #expect(Tombstones(bytes, documents: 131) == tombstones)
        #expect(Tombstones(bytes, documents: 130) == nil)
        for place in bytes.indices {
            var changed = bytes
            changed[place] ^= 0x10
            #expect(Tombstones(changed, documents: 131) == nil)
            #expect(Tombstones(Array(bytes[..<place]), documents: 131) == nil)
        }
    }

    @Test func tellsVersionsApart() throws {
        var bytes = try small
        bytes[8] = 200
        #expect(throws: IndexError.newer(path: "x", found: 200, known: 3)) { try segment(bytes, isVerified: false) }
        bytes[8] = 0
        #expect(throws: IndexError.outdated(path: "x")) { try segment(bytes, isVerified: false) }
        bytes[0] = 0
        #expect(throws: IndexError.damaged(path: "x", part: "beginning")) { try segment(bytes, isVerified: false) }
        #expect(throws: IndexError.damaged(path: "x", part: "end")) { try segment(Array(try small.dropLast()), isVerified: false) }
    }
}
