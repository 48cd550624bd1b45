import Foundation
import TestSupport
import Testing
import Text

@testable import Search

/// Indexes of formats before this one, as they were written: opened for what they are, and made anew.
@Suite struct IndexVersionTests {
    /// Two articles in format 1.
    private static let segment1 = """
        RG9zc2llclMBAAAAAQAAAACA3LYBggGA3LYBAYIBARqUAQEBADFoAQAAxYMAgFbVAYEAgu/UCALBAADFgwEAMWgBAYAByAEBgQAAxYMAgNy2AY
        IAAMWDAYHawgEBAcIAgF50A5CQAABW1QEAAcgBAQAByAEAANy2AQDctgEAANy2AQDctgEAAF50AIG/2wEBwQCB38cBAcIAAFbVAQAByAEBAAHI
        AQAA3LYBANy2AQAA3LYBANy2AQAAXnQAAMWDAADFgwAAAAAEogMEBHgEDgQIAAQLGgQKBAkBAQQJAgMExwSzAzUAAAEBAgIDBAIDAgMDNQM4Ay
        sAAAEBAgIDBAIDAgMDNQAAAAIQYWECANy2AAACB3JyZXN0ZWRhAQDctgwEAQViYW5rc2EBARqUDgQBBGNvc3RhAQAxaAwEAwN1cnRhAQDFgwoE
        BgFzYQEAVtUIBAEFZnJhdWRhAgLv1AwCAQJvbmEBAMWDDgYBBnJlcG9ydGEBADFoCAQCA2luZ2EBAAHICgQCBHVsZXNhAQDFgw4EBANpbmdhAQ
        DctggEAQN0aGVhAgDFgwwEAgJ3b2EBAdrCCAQBBHdpcmVhAgBedBAEAAcRY291cnRzAQEAVtUOBAEFZnJhdWQBAQAByAgCAQRyaW5nAQEAAcgK
        AgACEmERAQDctgoEAgdycmVzdGVkEQEA3LYIBAEGcnVsaW5nEQEA3LYKBAEDdHdvEQEA3LYIBAAFFXdpcmVBAgBedAoEAAIwYWMCANy26wFTAg
        VycmVzdGMBANy2DAQBBGJhbmtjAQEalA4EAQRjb3N0YwEAMWgMBAMDdXJ0YQEBv9vOAUwBBWZyYXVkYwIC79SvAUEBAm9uYwEAxYMOBgEGcmVw
        b3J0YwEAMWgIBAIDaW5nYwEAAcgKBAAFMHJ1bGVhAQHfx4ICXAEDdGhlYwIAxYN7KwICd29jAQHawggEAQR3aXJlYwIAXnQQBAAGMWNvdXJ0AQ
        EAVtVyKAEFZnJhdWQBAQAByAgCAQRyaW5nAQEAAcgKAgACMmERAQDctgoEAgVycmVzdBEBANy2CAQBBHJ1bGURAQDctgoEAQN0d28RAQDctggE
        AAU1d2lyZUECAF50CgQAA0BlbmACAMWDCAQABUFXaXJlYAIAxYMIAAAAAAAAAAAAAAAAogEAAAIAAAAAAAAAAQAAAAAAAAAAAfFTZQAAAAAA8V
        NlAAAAAwAAAAAAAAACAAAAAAAAAAYGAAAAAAAAAQICAgAAAAABAQAABQkAAAIAAAAFAAAABQAAAAUAAAAHAAAAAwAAAAYAAAAGAAAABgAAAAgA
        AAABAAAAAAAAAC0W4flvr9y2EAAAAAAAAAC0AAAAAAAAAMgAAAAAAAAAPgAAAAAAAAAIAQAAAAAAAFkCAAAAAAAAaAMAAAAAAAAIAAAAAAAAAH
        ADAAAAAAAAEAAAAAAAAACAAwAAAAAAABAAAAAAAAAAkAMAAAAAAAAQAAAAAAAAAKADAAAAAAAAAgAAAAAAAACoAwAAAAAAAA4AAAAAAAAAuAMA
        AAAAAAAoAAAAAAAAAOADAAAAAAAACAAAAAAAAAAuAAAAAAAAAAIAAAAAAAAAAwAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAAA
        AAAAAAAAAAAAAADgAAAAAAAAACAAAAAAAAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIAAAAAAAAAAAAAAAAAAAACAAAAAAAAAOgDAAAAAAAA
        AQAAAAAAAAAAAfFTZQAAAAAA8VNlAAAAAwAAAAAAAADDkvLkT7W2PGgBAABTcmVpc3NvRA==
        """
    private static let manifest1 = """
        RG9zc2llck0BAAAAAQAAAAEAAAAAAAAAAAAAAAAAAAACAAAAAAAAAAEAAAABAAAAAAAAAAIAAAAAAAAAXAUAAAAAAADDkvLkT7W2PAAAAAAAAA
        AAAAAAAAAAAAD8cXoFmBb9YA==
        """

    private func decode(_ text: String) throws -> Data {
        try #require(Data(base64Encoded: text, options: .ignoreUnknownCharacters))
    }

    @Test func knowsAnOlderSegment() throws {
        let bytes = try decode(Self.segment1)
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
        bytes.copyBytes(to: copy)
        #expect(throws: IndexError.outdated(path: "x")) {
            try IndexSegment(UnsafeRawBufferPointer(copy), path: "x", isVerified: false)
        }
    }

    @Test(arguments: [true, false]) func makesAnOlderIndexAnew(hasOldManifest: Bool) throws {
        let folder = try TemporaryFolder()
        // A manifest of this version may name a segment of an older one after a crash: that is told as well.
        var manifest = try decode(Self.manifest1)
        if !hasOldManifest {
            var new = try oldManifest()
            new.nextIdentifier = 2
            manifest = Data(new.bytes)
        }
        try manifest.write(to: URL(fileURLWithPath: folder.path + "/" + Manifest.name))
        try decode(Self.segment1).write(to: URL(fileURLWithPath: folder.path + "/" + Manifest.segmentName(1)))
        let path = folder.path + "/" + (hasOldManifest ? Manifest.name : Manifest.segmentName(1))
        for isReadOnly in [true, false] {
            #expect(throws: IndexError.outdated(path: path)) { try IndexFolder(folder.path, readOnly: isReadOnly) }
        }
        let index = try IndexFolder(folder.path, startingEmpty: true)
        #expect(index.snapshot().articleCount == 0)
        let document = IndexedDocument(article: 1, order: 1, change: 1, parts: [.init(.body, "fraud")])
        try index.rebuild(upTo: 1) { add in try add([document]) }
        #expect(index.snapshot().articleCount == 1 && index.completeUpTo == 1)
        #expect(try IndexCheck.problems(in: index.snapshot()) == [])
        #expect(!folder.names.contains(Manifest.segmentName(1)))
        #expect(try IndexFolder(folder.path, readOnly: true).snapshot().articleCount == 1)
    }

    private func oldManifest() throws -> Manifest {
        let bytes = Array(try decode(Self.segment1))
        var manifest = Manifest()
        manifest.entries = [
            Manifest.Entry(identifier: 1, documents: 2, size: bytes.count, fingerprint: 0, tombstonesVersion: 0, tombstones: 0)
        ]
        return manifest
    }
}
