import Articles
import TestSupport
import Testing

@testable import Formats

/// Articles in JSON Lines, read in pieces.
@Suite struct JSONLinesPiecesTests {
    private static func pieces(_ bytes: [UInt8], piece: Int, line: Int = 100_000, read: Int) -> [JSONLinesPieces.Piece] {
        var pieces = JSONLinesPieces(pieceSize: piece, lineSize: line)
        var rest = bytes[...]
        var result: [JSONLinesPieces.Piece] = []
        while let piece = pieces.next({
            defer { rest = rest.dropFirst(read) }
            return Array(rest.prefix(read))
        }) {
            result.append(piece)
        }
        return result
    }

    private static func results(_ text: String, piece: Int, line: Int = 100_000, read: Int) -> [Readings.Element] {
        var limits = FormatLimits()
        limits.lineSize = line
        return pieces(Array(text.utf8), piece: piece, line: line, read: read).flatMap {
            Array(Formats.readings(in: $0, name: "a.jsonl", modified: nil, limits: limits))
        }
    }

    private static func atOnce(_ text: String, line: Int = 100_000) throws -> [Readings.Element] {
        var limits = FormatLimits()
        limits.lineSize = line
        return Array(try Formats.readings(in: SourceFile(name: "a.jsonl", bytes: Array(text.utf8)), format: .jsonLines, limits: limits))
    }

    private static func line(_ number: Int, size: Int = 20) -> String {
        "{\"title\":\"Fined \(number)\",\"text\":\"\(String(repeating: "word ", count: size / 5))\"}"
    }

    private static func error(_ line: Int, limit: Int) -> Readings.Element {
        .failure(FormatError(file: "a.jsonl", reason: .lineTooLong(line: line, limit: limit)))
    }

    @Test("Pieces hold whole lines, and all of them", arguments: [1, 97, 4_096, 1 << 20], [300, 3_000, 1 << 20])
    func whole(_ read: Int, _ size: Int) throws {
        let text = (0..<60).map { Self.line($0, size: 20 + $0 * 7) + "\n" }.joined()
        let pieces = Self.pieces(Array(text.utf8), piece: size, read: read)
        #expect(pieces.flatMap(\.bytes) == Array(text.utf8))
        #expect(pieces.allSatisfy { $0.bytes.last == 0x0A })
        // A piece is larger than asked for where one line is.
        #expect(pieces.allSatisfy { piece in piece.bytes.count <= size || piece.bytes.count { $0 == 0x0A } == 1 })
        #expect(size == 1 << 20 ? pieces.count == 1 : pieces.count > text.utf8.count / size / 2)
        #expect(Self.results(text, piece: size, read: read) == (try Self.atOnce(text)))
    }

    @Test("What is odd is read as at once", arguments: [1, 7, 64, 10_000], [1, 40, 300])
    func odd(_ read: Int, _ size: Int) throws {
        let cases: [String] = [
            Self.line(1), Self.line(1) + "\n" + Self.line(2), Self.line(1) + "\r\n\r\n" + Self.line(2) + "\r\n", "\n\n" + Self.line(1) + "\n  \n",
            "\u{FEFF}" + Self.line(1) + "\n\u{FEFF}" + Self.line(2) + "\n", "[]\n" + Self.line(1) + "\n{\"title\":5}\n" + Self.line(2),
            Self.line(1) + "\n" + String(Self.line(2).dropLast(3)), Self.line(1, size: 900) + "\n" + Self.line(2),
        ]
        for text in cases { #expect(Self.results(text, piece: size, read: read) == (try Self.atOnce(text)), "\(text)") }
        #expect(Self.results("", piece: size, read: read).isEmpty)
    }

    @Test("A line that is too long costs itself", arguments: [1, 64, 100_000], [10, 300, 1 << 20])
    func tooLong(_ read: Int, _ size: Int) throws {
        let limit = 400
        let long = Self.line(0, size: 2_000)
        let filling = String(repeating: "x", count: limit - Self.line(0, size: 0).utf8.count)
        let exact = "{\"title\":\"Fined 0\",\"text\":\"\(filling)\"}"
        #expect(exact.utf8.count == limit)
        let cases: [[String]] = [
            [Self.line(1), long, Self.line(3)], [long, Self.line(2)], [Self.line(1), long], [long], [long, long, Self.line(3), ""],
            [exact, exact + " ", Self.line(3)], [String(repeating: " ", count: 2_000), Self.line(2)],
        ]
        for lines in cases {
            let text = lines.joined(separator: "\n")
            #expect(Self.results(text, piece: size, line: limit, read: read) == (try Self.atOnce(text, line: limit)), "\(text)")
        }
        let found = Self.results([Self.line(1), long, Self.line(3)].joined(separator: "\n"), piece: size, line: limit, read: read)
        #expect(found.count == 3 && found[1] == Self.error(2, limit: limit))
    }

    @Test("A line that is too long is not held")
    func held() {
        var pieces = JSONLinesPieces(pieceSize: 100, lineSize: 1_000)
        var reads = 0
        let line = pieces.next { () -> [UInt8] in
            reads += 1
            return reads <= 10_000 ? [UInt8](repeating: 0x61, count: 500) : []
        }
        #expect(line == JSONLinesPieces.Piece(bytes: [], line: 1) && reads == 10_001)
        #expect(pieces.heldBytes <= 1_500)
    }

    @Test("There are more articles than one file may have, and none is left out")
    func many() {
        let count = FormatLimits().articles + 2 * JSONLinesPieces.mostLines + 1
        let text = String(repeating: "{\"title\":\"x\"}\n", count: count)
        let pieces = Self.pieces(Array(text.utf8), piece: 2 << 20, read: 1 << 20)
        #expect(pieces.map { $0.bytes.count { $0 == 0x0A } }.reduce(0, +) == count)
        #expect(pieces.allSatisfy { $0.bytes.count { $0 == 0x0A } <= JSONLinesPieces.mostLines })
        #expect(pieces.map(\.line) == Array(stride(from: 1, through: count, by: JSONLinesPieces.mostLines)))
    }

    @Test("What is cut anywhere is read as at once")
    func random() throws {
        var random = SplitMix64(seed: 20_261_124)
        let lines = ["", " ", "x", "{}", "{\"title\":\"a\",\"text\":\"b\"}", "\u{FEFF}", Self.line(1, size: 60), Self.line(2, size: 300), "\r"]
        for _ in 0..<Soak.pick(sample: 200, full: 20_000) {
            var text = (0..<Int.random(in: 1...12, using: &random)).compactMap { _ in lines.randomElement(using: &random) }.joined(separator: "\n")
            text = Self.line(0) + "\n" + text
            let size = Int.random(in: 1...400, using: &random)
            let limit = Int.random(in: 60...400, using: &random)
            let found = Self.results(text, piece: size, line: limit, read: Int.random(in: 1...500, using: &random))
            #expect(found == (try Self.atOnce(text, line: limit)), "\(text)")
        }
    }
}
