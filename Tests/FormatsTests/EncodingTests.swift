import Articles
import TestSupport
import Testing
import Text

@testable import Formats

@Suite struct EncodingTests {
    private static let text = "Ærlig talt – “yes”, said Łódź.\nOne more line here.\n"

    @Test(
        arguments: [
            ("UTF-8", Array(text.utf8)),
            ("UTF-8 with a mark", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
            ("UTF-16 little", [0xFF, 0xFE] + utf16(text, isBig: false)),
            ("UTF-16 big", [0xFE, 0xFF] + utf16(text, isBig: true)),
            ("UTF-16 little without a mark", utf16(text, isBig: false)),
            ("UTF-16 big without a mark", utf16(text, isBig: true)),
            ("Macintosh line ends", Array(text.utf8).map { $0 == 0x0A ? 0x0D : $0 }),
            ("DOS line ends", Array(text.utf8).flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }),
        ] as [(String, [UInt8])])
    func givesTheSameText(name: String, bytes: [UInt8]) throws {
        let source = try SourceText(SourceFile(name: "a.txt", bytes: bytes), limits: FormatLimits())
        #expect(String(decoding: source.bytes, as: UTF8.self) == Self.text)
        #expect(source.notes == [])
    }

    private static func utf16(_ text: String, isBig: Bool) -> [UInt8] {
        text.utf16.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    @Test func cyrillicUTF16IsToldByItsPattern() throws {
        let text = "Конвенция о киберпреступности вступила в силу.\nЭто вторая строка.\n"
        let source = try SourceText(
            SourceFile(name: "a.txt", bytes: Self.utf16(text, isBig: false)), limits: FormatLimits())
        #expect(String(decoding: source.bytes, as: UTF8.self) == text)
    }

    @Test func everyByteOfWindows1252() {
        let high = (0x80...0xFF).map { UInt8($0) }
        let expected =
            "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ"
            + String(String.UnicodeScalarView((0xA0...0xFF).compactMap { Unicode.Scalar($0) }))
        #expect(String(decoding: Windows1252.decode(high), as: UTF8.self) == expected)
        #expect(high.filter { !Windows1252.isAssigned($0) } == [0x81, 0x8D, 0x8F, 0x90, 0x9D])
    }

    @Test(
        arguments: [
            ("a lone 1252 quote in UTF-8", Array("café — «déjà»".utf8) + [0x20, 0x92, 0x73], "café — «déjà» ’s", 1),
            ("a cut character", Array("élan é é é".utf8) + [0xE2, 0x80], "élan é é é\u{FFFD}", 1),
            (
                "one NUL", Array("one".utf8) + [0] + Array(String(repeating: "x", count: 100).utf8),
                "one\u{FFFD}" + String(repeating: "x", count: 100), 1
            ),
            ("an overlong slash", Array("éééééééé ".utf8) + [0xC0, 0xAF], "éééééééé \u{FFFD}\u{FFFD}", 2),
        ] as [(String, [UInt8], String, Int)])
    func repairs(name: String, bytes: [UInt8], text: String, count: Int) throws {
        let source = try SourceText(SourceFile(name: "a.txt", bytes: bytes), limits: FormatLimits())
        #expect(String(decoding: source.bytes, as: UTF8.self) == text)
        #expect(source.notes == [FormatNote(file: "a.txt", reason: .encodingRepaired(count: count))])
    }

    @Test func fallsBackToWindows1252() throws {
        let reading = try Read.reading(
            Array("Le pr".utf8) + [0xE9] + Array("sident a dit ".utf8) + [0x93] + Array("non".utf8) + [0x94, 0x2E])
        #expect(reading.article.blocks.map(\.text) == ["Le président a dit “non”."])
        #expect(reading.notes == [])
    }

    @Test(
        arguments: [
            ("empty", [], .empty),
            ("blank", Array(" \n\t\r\n\u{A0}".utf8.filter { $0 != 0xC2 && $0 != 0xA0 }), .blank),
            ("binary", [1, 2, 3, 4, 0, 0, 7, 65, 66], .notText(offset: 0)),
            ("binary further on", Array("abc".utf8) + [UInt8](repeating: 0, count: 9), .notText(offset: 3)),
            ("PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], .unread(.image)),
            ("PDF", Array("%PDF-1.7\n".utf8), .noReader(.pdf)),
            ("zip", [0x50, 0x4B, 0x03, 0x04, 1, 2], .unread(.archive)),
            ("page", Array("<!DOCTYPE html>\n<html><head>".utf8), .noReader(.webPage)),
            ("feed", Array("<?xml version=\"1.0\"?>\n<rss><channel>".utf8), .noReader(.feed)),
            (
                "mail", Array("From: a@example.org\nMessage-ID: <1@example.org>\nSubject: x\n\nText".utf8),
                .noReader(.mail)
            ),
            ("data", Array("{\"title\": \"x\", \"items\": []}".utf8), .unread(.data)),
        ] as [(String, [UInt8], FormatError.Reason)])
    func refuses(name: String, bytes: [UInt8], reason: FormatError.Reason) {
        #expect(Read.error(bytes) == FormatError(file: "some-file.txt", reason: reason))
    }

    @Test func refusesRandomBytes() {
        var random = SplitMix64(seed: 1)
        for _ in 0..<50 {
            let bytes = (0..<4_096).map { _ in UInt8.random(in: 0...255, using: &random) }
            guard case .notText? = Read.error(bytes)?.reason else {
                Issue.record("random bytes passed for text")
                return
            }
        }
    }

    @Test func refusesWhatIsTooLarge() {
        var limits = FormatLimits()
        limits.fileSize = 10
        #expect(throws: FormatError(file: "a", reason: .tooLarge(size: 11, limit: 10))) {
            try Formats.readings(in: SourceFile(name: "a", bytes: Array("12345678901".utf8)), limits: limits)
        }
        limits = FormatLimits()
        limits.lines = 3
        #expect(throws: FormatError(file: "a", reason: .tooManyLines(limit: 3))) {
            try Formats.readings(in: SourceFile(name: "a", bytes: Array("1\n2\n3\n4".utf8)), limits: limits)
        }
    }

    @Test func sentencesOfErrors() {
        let error = FormatError(file: "a/b.txt", reason: .tooLarge(size: 50_000_000, limit: 33_554_432))
        #expect(
            error.message
                == "a/b.txt: the file is too large: 50000000 bytes, and at most 33554432 are read; split it into one file an article"
        )
        #expect(
            FormatError(file: "x.pdf", reason: .noReader(.pdf)).message
                == "x.pdf: the file is a PDF document, which is not read; save the article as text or Markdown")
    }

    @Test func keepsEscapeSequences() throws {
        let article = try Read.article(
            "Title: A \u{1B}]0;evil\u{07} title\n\nText with \u{1B}[31mred\u{1B}[0m in it, and more of it.")
        #expect(article.title == "A \u{1B}]0;evil\u{07} title")
        #expect(article.blocks.map(\.text) == ["Text with \u{1B}[31mred\u{1B}[0m in it, and more of it."])
    }
}
