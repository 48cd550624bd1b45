import Articles
import Formats
import Glibc
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

    /// Without a declaration, and with one that is wrong: told by the bytes.
    @Test(arguments: [
        ("EUC-JP", "裁判所は昨日、銀行に対して多額の罰金を命じる判決を言い渡しました。これは初めてのことです。"),
        ("BIG5", "法院昨天判決銀行必須支付巨額罰款，這是第一次發生這樣的事情，銀行方面表示將會提出上訴。"),
        ("GB18030", "法院昨天判决银行必须支付巨额罚款，这是第一次发生这样的事情，银行方面表示将会提出上诉。"),
        ("CP949", "법원은 어제 은행에 거액의 벌금을 내라고 판결했습니다. 이런 일은 처음입니다."),
        ("WINDOWS-1251", "Суд вчера постановил, что банк должен заплатить крупный штраф. Такое решение принято впервые."),
        ("KOI8-R", "Суд вчера постановил, что банк должен заплатить крупный штраф. Такое решение принято впервые."),
    ])
    func undeclared(_ encoding: String, _ text: String) throws {
        let bytes = try #require(Iconv.bytes(of: text, in: encoding))
        for declared in [nil, "utf-8", "x-nonsense"] {
            #expect(try Feed.articles(Self.feed(declared, bytes)).map(\.title) == [text], "\(encoding) as \(declared ?? "nothing")")
        }
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

extension Iconv {
    /// `text` in another encoding.
    fileprivate static func bytes(of text: String, in encoding: String) -> [UInt8]? {
        guard let converter = iconv_open(encoding, "UTF-8"), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var input = text.utf8.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: input.count * 2)
        var room = output.count
        let isDone = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var next = input.baseAddress
                var rest = input.count
                var out = output.baseAddress
                return iconv(converter, &next, &rest, &out, &room) != -1
            }
        }
        return isDone ? output.dropLast(room).map { UInt8(bitPattern: $0) } : nil
    }
}
