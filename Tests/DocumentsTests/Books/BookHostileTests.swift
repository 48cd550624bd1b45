import Articles
import Formats
import TestSupport
import Testing

@testable import Documents

/// Books made to do harm: each is some chapters or a sentence, and nothing is ever written.
@Suite struct BookHostileTests {
    /// What deflate makes of `count` bytes of white space: stored blocks cannot be small, so the bomb is one block of the
    /// fixed code: a blank and then as many copies of 258 blanks as it takes.
    private static func deflatedBlanks(_ copies: Int) -> (bytes: [UInt8], size: Int) {
        var bits = BitWriter()
        bits.write(0b1, 1)
        bits.write(0b01, 2)
        // The literal 0x20 is 0x50 in eight bits, most significant first; 285 stands for 258, 0 for the distance of 1.
        bits.writeCode(0x50, 8)
        for _ in 0..<copies {
            bits.writeCode(0b1100_0101, 8)
            bits.writeCode(0, 5)
        }
        bits.writeCode(0, 7)
        return (bits.bytes, 1 + copies * 258)
    }

    private struct BitWriter {
        private(set) var bytes: [UInt8] = []
        private var used = 8

        mutating func write(_ value: Int, _ count: Int) {
            for bit in 0..<count {
                if used == 8 {
                    bytes.append(0)
                    used = 0
                }
                if value >> bit & 1 == 1 { bytes[bytes.count - 1] |= 1 << UInt8(used) }
                used += 1
            }
        }

        mutating func writeCode(_ value: Int, _ count: Int) {
            for bit in (0..<count).reversed() { write(value >> bit & 1, 1) }
        }
    }

    private static func bomb(copies: Int, chapters: Int) -> [UInt8] {
        let (data, size) = deflatedBlanks(copies)
        var zip = ZipMaker()
        zip.add("mimetype", Array("application/epub+zip".utf8))
        zip.add("META-INF/container.xml", Array(Book.container.utf8))
        let names = (0..<chapters).map { ("c\($0)", "\($0).xhtml") }
        zip.add("OEBPS/content.opf", Array(Book.package([("good", "good.xhtml")] + names).utf8))
        for (_, name) in names { zip.add("OEBPS/" + name, data, method: 8, size: size, crc: 0) }
        zip.add("OEBPS/good.xhtml", Array(Book.page("<h1>Good</h1><p>Text.</p>").utf8))
        return zip.bytes
    }

    /// An entry that unpacks to more than is read is left out.
    @Test func oneBomb() throws {
        let readings = try Book.readings(Self.bomb(copies: 40_000, chapters: 1))
        #expect(readings.map(\.article.text) == ["Text."])
        #expect(readings[0].notes == [FormatNote(file: "a.epub", reason: .partsLeftOut)])
    }

    /// What many entries unpack to is bounded together.
    @Test func manyBombs() {
        let archive = BookArchive(bytes: Self.bomb(copies: 10_000, chapters: 40), limits: BookLimits())
        let contents = archive.contents { _ in true }
        let size = contents.entries.values.reduce(0) { $0 + $1.count }
        #expect(contents.isCut)
        #expect(size <= BookLimits().totalSize)
    }

    @Test func pathsThatLeadOut() throws {
        var zip = ZipMaker()
        for name in ["../../etc/passwd", "/etc/passwd", "a/../../b", "good"] { zip.add(name, [0x78]) }
        let contents = BookArchive(bytes: zip.bytes, limits: BookLimits()).contents { _ in true }
        #expect(contents.names == ["good"])
        #expect(contents.entries == ["good": [0x78]])
    }

    @Test func manyEntries() {
        var zip = ZipMaker()
        let count = Fuzz.isSoak ? 60_000 : 3_000
        for index in 0..<count { zip.add("\(index).xhtml", []) }
        var limits = BookLimits()
        limits.entries = count - 10
        let contents = BookArchive(bytes: zip.bytes, limits: limits).contents { _ in false }
        #expect(contents.names.count == count - 10)
        #expect(contents.isCut)
    }

    @Test func entitiesOfPackages() throws {
        let layers = (1..<20).map { "<!ENTITY a\($0) \"\(String(repeating: "&a\($0 - 1);", count: 10))\">" }.joined()
        let type = "<!DOCTYPE p [<!ENTITY a0 \"ha\"><!ENTITY x SYSTEM \"file:///etc/hostname\">\(layers)]>"
        let package = Book.package([("a", "a.xhtml"), ("b", "a.xhtml")], metadata: "<dc:title>T &x; &a19;</dc:title>")
        let bytes = Book.bytes(package: package.replacing("?><package", with: "?>\(type)<package"), [("a.xhtml", Book.page("<p>Text.</p>"))])
        #expect(try Book.readings(bytes).map(\.article.title) == ["T &x; &a19;"])
    }

    @Test func deepPackages() throws {
        let deep = String(repeating: "<navPoint>", count: Fuzz.isSoak ? 100_000 : 5_000)
        let package = Book.package([("a", "a.xhtml")], more: "<item id=\"ncx\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/>")
        let bytes = Book.bytes(package: package, [("a.xhtml", Book.page("<p>Text.</p>")), ("toc.ncx", "<ncx>" + deep)])
        #expect(try Book.readings(bytes).count == 1)
    }

    private static let pieces: [[UInt8]] = [
        "PK\u{3}\u{4}", "PK\u{1}\u{2}", "PK\u{5}\u{6}", "../", "<", ">", "&", "\u{0}", "</package>", "<itemref idref=\"c1\"/>", "href=\"../../x\"",
        "<title/>", "]]>", "<!DOCTYPE", "linear=\"no\"",
    ].map { Array($0.utf8) } + [[0xFF, 0xFF, 0xFF, 0xFF], [0xC3], [8, 0], [0xED, 0xA0, 0x80]]

    private static func read(_ bytes: [UInt8], _ hint: String) {
        Fuzz.check(hint) { () throws(FormatError) in try BookReader.readings(in: SourceFile(name: "a.epub", bytes: bytes)) }
    }

    @Test func everyPrefix() {
        let bytes = Book.simple
        for end in stride(from: 1, through: bytes.count, by: Fuzz.isSoak ? 1 : 5) { Self.read(Array(bytes[..<end]), "\(end) bytes") }
    }

    @Test func mutations() {
        var random = SplitMix64(seed: 20_250_305)
        for round in 0..<(Fuzz.isSoak ? 20_000 : 300) { Self.read(Fuzz.mutated(Book.simple, pieces: Self.pieces, &random), "round \(round)") }
    }
}
