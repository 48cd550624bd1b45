import Articles
import Foundation
import Testing

@testable import Formats

/// Reading in tests: one article, its notes, or the error.
enum Read {
    static func reading(_ bytes: [UInt8], name: String = "some-file.txt") throws -> Reading {
        let results = Array(try Formats.readings(in: SourceFile(name: name, bytes: bytes)))
        #expect(results.count == 1)
        return try #require(try results.first?.get())
    }

    static func article(_ text: String, name: String = "some-file.txt") throws -> Article {
        try reading(Array(text.utf8), name: name).article
    }

    static func error(_ bytes: [UInt8], name: String = "some-file.txt") -> FormatError? {
        do {
            _ = try Formats.readings(in: SourceFile(name: name, bytes: bytes))
            return nil
        } catch {
            return error
        }
    }

    static func fixture(_ name: String) throws -> [UInt8] {
        let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures")
        return Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    static func fixtureNames() throws -> [String] {
        let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }
}

/// A text under a name, by which alone it shows in the output of the tests.
struct NamedText: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String

    init(_ name: String, _ text: String) {
        self.name = name
        self.text = text
    }

    var testDescription: String { name }
}

/// What every article that a reader makes has to keep.
func expectSound(_ article: Article, _ comment: Comment? = nil) {
    #expect(!article.title.isEmpty, comment)
    #expect(!article.title.contains("\n"), comment)
    for block in article.blocks {
        #expect(block.kind == .rule || !block.text.isEmpty, comment)
        #expect(block.text.utf8.count <= FormatLimits().blockSize, comment)
        let bytes = Array(block.text.utf8)
        var open: [Int] = []
        var last = 0
        for span in block.spans {
            #expect(span.start < span.end && span.end <= bytes.count && span.start >= last, comment)
            #expect(span.start == bytes.count || bytes[span.start] & 0xC0 != 0x80, comment)
            #expect(span.end == bytes.count || bytes[span.end] & 0xC0 != 0x80, comment)
            while let end = open.last, end <= span.start { open.removeLast() }
            if let end = open.last { #expect(span.end <= end, comment) }
            open.append(span.end)
            last = span.start
            if span.kind == .link { #expect(SafeAddress.isSafe(span.target ?? "javascript:"), comment) }
        }
    }
}
