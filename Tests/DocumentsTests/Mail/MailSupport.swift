import Articles
import Formats

@testable import Documents

/// Messages of the tests, written down and read.
enum Mail {
    static func readings(_ text: String, name: String = "a.eml") throws -> [Reading] {
        try readings(Array(text.utf8), name: name)
    }

    static func readings(_ bytes: [UInt8], name: String = "a.eml") throws -> [Reading] {
        try MailReader.readings(in: SourceFile(name: name, bytes: bytes)).map { try $0.get() }
    }

    static func article(_ text: String) throws -> Article { try readings(text)[0].article }

    static let head = """
        From: Ada Example <ada@example.org>
        Subject: The ledger
        Date: Tue, 4 Mar 2025 10:15:00 +0100
        Message-ID: <1@example.org>
        MIME-Version: 1.0

        """

    /// A message with that type and body.
    static func message(_ type: String, _ body: String, fields: String = "") -> String {
        head + fields + "Content-Type: \(type)\n\n\(body)"
    }

    /// A multipart of that kind with the parts, each of which brings its fields.
    static func multipart(_ kind: String, _ parts: [String], fields: String = "") -> String {
        message("multipart/\(kind); boundary=\"b\"", parts.map { "--b\n\($0)\n" }.joined() + "--b--\n", fields: fields)
    }

    static func plain(_ text: String) -> String { "Content-Type: text/plain; charset=utf-8\n\n\(text)" }
    static func html(_ text: String) -> String { "Content-Type: text/html; charset=utf-8\n\n\(text)" }

    /// Blocks as `kind: text`, in short.
    static func outline(_ blocks: [Block]) -> [String] {
        blocks.map { "\($0.kind.rawValue)\($0.level.map { " \($0)" } ?? ""): \($0.text)" }
    }

    static func words(_ count: Int, _ word: String = "word") -> String {
        (1...count).map { "\(word)\($0)" }.joined(separator: " ")
    }
}
