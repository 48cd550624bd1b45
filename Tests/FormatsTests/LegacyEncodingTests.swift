import Testing

@testable import Formats

@Suite("Encodings from before UTF-8")
struct LegacyEncodingTests {
    static let samples: [(label: String, name: String, bytes: [UInt8], text: String)] = [
        ("ISO-8859-1", "windows-1252", [0x93, 0xE9, 0x94, 0x80], "“é”€"), (" Latin1 ", "windows-1252", [0xFC], "ü"),
        ("windows-1251", "windows-1251", [0xEF, 0xF0], "пр"), ("koi8-r", "KOI8-R", [0xD0, 0xD2], "пр"),
        ("iso-8859-2", "ISO-8859-2", [0xB3, 0xF3], "łó"), ("ISO8859-7", "ISO-8859-7", [0xE1], "α"),
        ("windows-1256", "windows-1256", [0xC7], "ا"), ("tis-620", "windows-874", [0xA1], "ก"),
        ("shift_jis", "Shift_JIS", [0x93, 0xFA, 0x96, 0x7B, 0x87, 0x40], "日本①"), ("EUC-JP", "EUC-JP", [0xC6, 0xFC], "日"),
        ("iso-2022-jp", "ISO-2022-JP", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42, 0x41], "日A"),
        ("gb2312", "GB18030", [0xD6, 0xD0], "中"), ("big5", "Big5", [0xA4, 0xA4], "中"), ("ks_c_5601-1987", "EUC-KR", [0xC7, 0xD1], "한"),
    ]

    @Test("By the names that pages use", arguments: samples.map(\.label))
    func decodes(_ label: String) throws {
        let sample = try #require(Self.samples.first { $0.label == label })
        let encoding = try #require(LegacyEncoding(label: label))
        #expect(encoding.name == sample.name)
        let decoded = try #require(encoding.decode(sample.bytes[...]))
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == sample.text)
        #expect(decoded.repaired == 0)
    }

    @Test("What is none of the encoding becomes U+FFFD, and the rest is read")
    func repairs() throws {
        let decoded = try #require(LegacyEncoding(label: "shift_jis")?.decode([0x41, 0xFF, 0x93, 0xFA, 0x93]))
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == "A\u{FFFD}日\u{FFFD}")
        #expect(decoded.repaired == 2)
    }

    @Test("Longer than the piece that is converted at once")
    func long() throws {
        let bytes = [UInt8](repeating: 0xD6, count: 1).flatMap { _ in (0..<40_000).flatMap { _ in [0xD6, 0xD0] as [UInt8] } }
        let decoded = try #require(LegacyEncoding(label: "gbk")?.decode(bytes[...]))
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == String(repeating: "中", count: 40_000))
    }

    @Test("Names that are none", arguments: ["", "klingon", "windows-1259", "iso-8859-12", "iso-8859-99", "x-user-defined"])
    func unknown(_ label: String) {
        #expect(LegacyEncoding(label: label) == nil)
    }
}
