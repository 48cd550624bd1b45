import Articles
import Formats
import Glibc
import TestSupport
import Testing

@testable import Workers

/// The worker's side, in this process: what is no request ends it.
@Suite struct WorkerServiceTests {
    /// What the service answers to `bytes`, behind its greeting.
    private func answer(to bytes: [UInt8]) throws -> [FrameKind] {
        var ends: [Int32] = [-1, -1]
        try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
        let ours = Pipe(ends[0])
        try ours.send(bytes, until: nil)
        shutdown(ends[0], Int32(SHUT_WR))
        WorkerService(descriptor: ends[1]).run { (file, format, limits) throws(FormatError) -> Readings in
            guard file.bytes != Array("refuse".utf8) else { throw FormatError(file: file.name, reason: .blank) }
            return Readings(one: Reading(article: Article(title: file.name)))
        }
        var kinds: [FrameKind] = []
        while let frame = try? ours.receive(until: Deadline(seconds: 5, clock: WorkerOptions.steadyClock)) { kinds.append(frame.kind) }
        return kinds
    }

    private func request(_ text: String) -> [UInt8] {
        let file = SourceFile(name: "a.html", bytes: Array(text.utf8))
        let limits = FormatLimits()
        let preamble = ReadRequest(file: file, format: .webPage, limits: limits, seconds: 1).preamble(Plain.encode(limits))
        return Frame.header(.request, length: preamble.count + file.bytes.count) + preamble + file.bytes
    }

    @Test func answers() throws {
        #expect(try answer(to: []) == [.greeting])
        #expect(try answer(to: request("a") + request("refuse") + request("b")) == [.greeting, .reading, .end, .refusal, .reading, .end])
    }

    @Test func everyPrefixAndGarbage() throws {
        let whole = request("text")
        for length in stride(from: 0, to: whole.count, by: 3) { #expect(try answer(to: Array(whole.prefix(length))) == [.greeting]) }
        var random = SplitMix64(seed: 3)
        for _ in 0..<200 {
            let bytes = (0..<Int.random(in: 1...100, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(try answer(to: bytes) == [.greeting])
        }
    }
}
