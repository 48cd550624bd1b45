import Articles
import Formats
import Glibc
import TestSupport
import Testing

@testable import Workers

/// What goes over the socket comes out as it went in, and what never went in is refused.
@Suite struct WireTests {
    private static func text(_ random: inout SplitMix64) -> String {
        let pieces = ["", "a", "Zürich ", "\u{0}", "\u{1B}[31m", "漢字", "👩‍👩‍👧", "\n", String(repeating: "long ", count: 60)]
        return (0..<Int.random(in: 0...3, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
    }

    private static func optional(_ random: inout SplitMix64) -> String? { Bool.random(using: &random) ? text(&random) : nil }

    private static func texts(_ random: inout SplitMix64) -> [String] {
        (0..<Int.random(in: 0...3, using: &random)).map { _ in text(&random) }
    }

    private static func block(_ random: inout SplitMix64) -> Block {
        let text = text(&random)
        let spans = (0..<Int.random(in: 0...2, using: &random)).map { _ in
            let start = Int.random(in: 0...text.utf8.count, using: &random)
            let kind = Span.Kind.allCases.randomElement(using: &random)!
            let end = Int.random(in: start...text.utf8.count, using: &random)
            // Links elsewhere are refused.
            return Span(kind, start: start, end: end, target: kind == .link ? "https://example.org/\(end)" : optional(&random))
        }
        return Block(
            Block.Kind.allCases.randomElement(using: &random)!, text,
            level: Bool.random(using: &random) ? Int.random(in: 0...300, using: &random) : nil, marker: optional(&random), spans: spans)
    }

    static func article(_ random: inout SplitMix64) -> Article {
        let dates = ["2024", "2024-08", "2024-08-12", "2024-08-12T09:30:00Z", "0999-01-01T00:00:60-11:45", "2024-01-01T00:00:00"]
        let date = { (random: inout SplitMix64) in dates.randomElement(using: &random).flatMap { ArticleDate(iso8601: $0) } }
        return Article(
            id: optional(&random), title: text(&random), deck: optional(&random), kickers: texts(&random),
            bylines: texts(&random), publisher: optional(&random), published: date(&random), updated: nil,
            language: optional(&random), url: optional(&random), tags: texts(&random),
            blocks: (0..<Int.random(in: 0...6, using: &random)).map { _ in block(&random) })
    }

    @Test func articlesComeBack() throws {
        var random = SplitMix64(seed: 8)
        for _ in 0..<500 {
            let reading = Reading(
                article: Self.article(&random),
                notes: Bool.random(using: &random) ? [FormatNote(file: "a", reason: .encodingRepaired(count: 3))] : [])
            #expect(try Frame.answer(.success(reading)).reading() == reading)
        }
    }

    /// A worker that a document took over is not believed about where links lead.
    @Test func linksElsewhereAreRefused() {
        for target in ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"] {
            let block = Block(.paragraph, "text", spans: [Span(.link, start: 0, end: 4, target: target)])
            #expect(throws: WireFault()) { try Frame.answer(.success(Reading(article: Article(title: "x", blocks: [block])))).reading() }
        }
    }

    /// What was cut off, or changed on the way, is refused or read as something else, and never trapped on.
    @Test func trustsNothing() throws {
        var random = SplitMix64(seed: 9)
        let payload = Frame.answer(.success(Reading(article: Self.article(&random)))).payload
        for length in 0..<payload.count {
            #expect(throws: WireFault()) { try Frame(kind: .reading, payload: Array(payload.prefix(length))).reading() }
        }
        for _ in 0..<5_000 {
            var changed = payload
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                changed[Int.random(in: 0..<changed.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            guard let reading = try? Frame(kind: .reading, payload: changed).reading() else { continue }
            for block in reading.article.blocks {
                #expect(block.spans.allSatisfy { $0.start <= $0.end && $0.end <= block.text.utf8.count })
            }
        }
    }

    @Test func errorsComeBack() throws {
        let reasons: [FormatError.Reason] = [
            .empty, .blank, .tooLarge(size: 5, limit: 4), .tooManyLines(limit: 2), .notText(offset: 9), .unread(.image),
            .noReader(.pdf), .readerFailed(.webPage, .tooSlow(seconds: 10)),
        ]
        for reason in reasons {
            let error = FormatError(file: "ä/b\u{0}.html", reason: reason)
            #expect(try Frame.answer(.failure(error)).error() == error)
            #expect(try Frame.refusal(error).error() == error)
        }
    }

    @Test func requestsComeBack() throws {
        var limits = FormatLimits()
        limits.lines = 7
        for modified in [nil, 0, -5, 1_700_000_000] as [Int64?] {
            let file = SourceFile(name: "ä.html", bytes: Array(0...255), modified: modified)
            let request = ReadRequest(file: file, format: .mailbox, limits: limits, seconds: 20)
            let payload = request.preamble(Plain.encode(limits)) + file.bytes
            #expect(try Frame(kind: .request, payload: payload).request() == request)
        }
    }

    @Test func numbersComeBack() throws {
        for number in [0, 1, 127, 128, 300, 1 << 40, Int.max] {
            var writer = WireWriter()
            writer.write(number)
            for signed in [number, -number] { writer.write(signed: signed / 2) }
            try writer.bytes.withUnsafeBytes { bytes in
                var reader = WireReader(bytes)
                #expect(try reader.number() == number)
                #expect(try reader.signedNumber() == number / 2)
                #expect(try reader.signedNumber() == -number / 2)
                try reader.end()
            }
        }
    }

    /// Small frames go with their header, large ones behind it.
    @Test(arguments: [0, 1, 1 << 16, (1 << 16) + 1, 100_000]) func framesOfEverySizeComeBack(size: Int) throws {
        var ends: [Int32] = [-1, -1]
        try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
        let (ours, theirs) = (Pipe(ends[0]), Pipe(ends[1]))
        let payload = (0..<size).map { UInt8(truncatingIfNeeded: $0 * 31 >> 3) }
        let deadline = Deadline(seconds: 5, clock: WorkerOptions.steadyClock)
        try ours.send(Frame(kind: .reading, payload: payload), until: deadline)
        let frame = try theirs.receive(until: deadline)
        #expect(frame.kind == .reading)
        #expect(frame.payload == payload)
    }
}
