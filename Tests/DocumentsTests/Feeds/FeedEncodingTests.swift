import Articles
import Formats
import Testing

@testable import Documents

/// Feeds in other encodings than UTF-8, and in others than they say.
@Suite struct FeedEncodingTests {
    struct Encoded: Sendable, CustomTestStringConvertible {
        let name: String
        let declared: String?
        let bytes: [UInt8]
        let expected: String
        var testDescription: String { name }
    }

    private static func feed(_ declared: String?, _ title: [UInt8]) -> [UInt8] {
        let declaration = declared.map { "<?xml version=\"1.0\" encoding=\"\($0)\"?>" } ?? ""
        return Array((declaration + "<rss><channel><item><title>").utf8) + title + Array("</title></item></channel></rss>".utf8)
    }

    @Test(arguments: [
        Encoded(name: "UTF-8", declared: "utf-8", bytes: Array("Größe".utf8), expected: "Größe"),
        Encoded(name: "UTF-8 that says Latin-1", declared: "iso-8859-1", bytes: Array("Größe".utf8), expected: "Größe"),
        Encoded(name: "UTF-8 that says nothing", declared: nil, bytes: Array("Größe".utf8), expected: "Größe"),
        Encoded(name: "Latin-1", declared: "iso-8859-1", bytes: [0x47, 0x72, 0xF6, 0xDF, 0x65], expected: "Größe"),
        Encoded(name: "Latin-1 with the signs of Windows", declared: "ISO-8859-1", bytes: [0x93, 0x61, 0x94], expected: "“a”"),
        Encoded(name: "Latin-1 that says UTF-8", declared: "utf-8", bytes: [0x47, 0x72, 0xF6, 0xDF, 0x65], expected: "Größe"),
        Encoded(name: "Latin-1 that says nothing", declared: nil, bytes: [0x47, 0x72, 0xF6, 0xDF, 0x65], expected: "Größe"),
        Encoded(name: "Windows-1251", declared: "windows-1251", bytes: [0xD1, 0xF3, 0xE4], expected: "Суд"),
        Encoded(name: "KOI8-R", declared: "koi8-r", bytes: [0xF3, 0xD5, 0xC4], expected: "Суд"),
        Encoded(name: "Shift JIS", declared: "Shift_JIS", bytes: [0x8D, 0xD9, 0x94, 0xBB], expected: "裁判"),
        Encoded(name: "EUC-JP", declared: "euc-jp", bytes: [0xBA, 0xDB, 0xC8, 0xBD], expected: "裁判"),
        Encoded(name: "ISO 2022-JP", declared: "iso-2022-jp", bytes: [0x1B, 0x24, 0x42, 0x3A, 0x5B, 0x48, 0x3D, 0x1B, 0x28, 0x42], expected: "裁判"),
        Encoded(name: "GB 2312", declared: "gb2312", bytes: [0xB2, 0xC3, 0xC5, 0xD0], expected: "裁判"),
        Encoded(name: "Big5", declared: "big5", bytes: [0xB5, 0xF4, 0xA7, 0x50], expected: "裁判"),
        Encoded(name: "EUC-KR", declared: "euc-kr", bytes: [0xC0, 0xE7, 0xC6, 0xC7], expected: "재판"),
        Encoded(name: "an encoding that nobody knows", declared: "x-nonsense", bytes: [0x47, 0x72, 0xF6, 0xDF, 0x65], expected: "Größe"),
    ])
    func eightBits(_ row: Encoded) throws {
        #expect(try Feed.articles(Self.feed(row.declared, row.bytes)).map(\.title) == [row.expected])
    }

    private static func wide(_ text: String, bytes: Int, isBig: Bool) -> [UInt8] {
        let units = bytes == 2 ? text.utf16.map(UInt32.init) : text.unicodeScalars.map(\.value)
        return units.flatMap { unit in
            let parts = (0..<bytes).map { UInt8(unit >> UInt32($0 * 8) & 0xFF) }
            return isBig ? parts.reversed() : parts
        }
    }

    @Test(arguments: [2, 4], [false, true])
    func wideCharacters(_ size: Int, _ isBig: Bool) throws {
        let text = "<?xml version=\"1.0\" encoding=\"utf-\(size * 8)\"?><rss><channel><item><title>Größe 𝄞</title></item></channel></rss>"
        #expect(try Feed.articles(Self.wide(text, bytes: size, isBig: isBig)).map(\.title) == ["Größe 𝄞"])
        #expect(try Feed.articles(Self.wide("\u{FEFF}" + text, bytes: size, isBig: isBig)).map(\.title) == ["Größe 𝄞"])
    }

    @Test func repairedPlacesAreNoted() throws {
        let file = SourceFile(name: "news.xml", bytes: Self.feed("shift_jis", [0x8D, 0xD9, 0xFF, 0x41]))
        let readings = try FeedReader.readings(in: file).map { try $0.get() }
        #expect(readings.flatMap(\.notes) == [FormatNote(file: "news.xml", reason: .encodingRepaired(count: 1))])
    }
}
