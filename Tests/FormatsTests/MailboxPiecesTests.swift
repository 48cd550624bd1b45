import Formats
import TestSupport
import Testing

/// Mailboxes read in pieces.
@Suite struct MailboxPiecesTests {
    private static func message(_ number: Int, size: Int = 40) -> String {
        let body = String(repeating: "word \(number) ", count: size / 7)
        return "From a@example.org Tue Mar  4 10:15:00 2025\nFrom: a@example.org\nSubject: \(number)\n\n\(body)\nFrom here it goes on.\n\n"
    }

    private static func pieces(_ text: String, piece: Int, message: Int = 100_000, read: Int) -> [MailboxPieces.Piece] {
        var pieces = MailboxPieces(pieceSize: piece, messageSize: message)
        var rest = Array(text.utf8)[...]
        var result: [MailboxPieces.Piece] = []
        while let piece = pieces.next({
            defer { rest = rest.dropFirst(read) }
            return Array(rest.prefix(read))
        }) {
            result.append(piece)
        }
        return result
    }

    private static func text(_ piece: MailboxPieces.Piece) -> String { String(decoding: piece.bytes, as: UTF8.self) }

    @Test("Pieces hold whole messages, and all of them", arguments: [1, 97, 4_096, 1 << 20], [300, 3_000, 1 << 20])
    func whole(_ read: Int, _ size: Int) {
        let text = (0..<60).map { Self.message($0, size: 20 + $0 * 7) }.joined()
        let pieces = Self.pieces(text, piece: size, read: read)
        #expect(pieces.map(Self.text).joined() == text)
        #expect(pieces.allSatisfy { $0.bytes.starts(with: Array("From a@".utf8)) && !$0.isCut })
        if size == 1 << 20 { #expect(pieces.count == 1) } else { #expect(pieces.count > text.utf8.count / size / 2) }
        // A piece is larger than asked for where one message is.
        #expect(pieces.allSatisfy { $0.bytes.count <= size || Self.text($0).components(separatedBy: "\nSubject:") == 2 })
    }

    @Test("A message that is too long is cut, and the next ones are read", arguments: [64, 5_000])
    func cut(_ read: Int) {
        let text = Self.message(1) + Self.message(2, size: 30_000) + Self.message(3)
        let pieces = Self.pieces(text, piece: 500, message: 10_000, read: read)
        #expect(pieces.map(\.isCut) == [false, true, false])
        #expect(pieces[1].bytes.count == 10_000)
        #expect(Self.text(pieces[0]) == Self.message(1) && Self.text(pieces[2]) == Self.message(3))
    }

    @Test("A message that is too long and the last")
    func cutAtTheEnd() {
        let pieces = Self.pieces(Self.message(1, size: 30_000), piece: 500, message: 10_000, read: 700)
        #expect(pieces.map(\.bytes.count) == [10_000] && pieces[0].isCut)
    }

    @Test("Lines with carriage returns, and none at all")
    func odd() {
        let text = (0..<20).map { Self.message($0) }.joined().replacing("\n", with: "\r\n")
        let pieces = Self.pieces(text, piece: 400, read: 50)
        #expect(pieces.map(Self.text).joined() == text && pieces.count > 5)
        #expect(Self.pieces("", piece: 400, read: 50) == [])
        #expect(Self.pieces("x", piece: 400, read: 50).map(\.bytes) == [[0x78]])
    }

    @Test("What is cut anywhere loses nothing but what is too long")
    func random() {
        var random = SplitMix64(seed: 20_261_124)
        for _ in 0..<Soak.pick(sample: 60, full: 5_000) {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { Self.message($0, size: Int.random(in: 0...900, using: &random)) }.joined()
            let size = Int.random(in: 1...1_500, using: &random)
            let pieces = Self.pieces(text, piece: size, read: Int.random(in: 1...3_000, using: &random))
            #expect(pieces.map(Self.text).joined() == text)
        }
    }
}

extension String {
    fileprivate func components(separatedBy mark: String) -> Int { split(separator: mark, omittingEmptySubsequences: false).count }
}
