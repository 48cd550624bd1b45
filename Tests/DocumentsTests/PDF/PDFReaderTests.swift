import Articles
import CConfine
import Formats
import Foundation
import Glibc
import TestSupport
import Testing
import Text

@testable import Documents

/// PDF documents read by the program itself, and programs that do not what they should.
/// One after the other: a test counts the open descriptors of the process, and each of these opens some.
@Suite(.serialized) struct PDFReaderTests {
    private static let needsProgram: any SuiteTrait & TestTrait = ConditionTrait.enabled(if: PDFReader.isInstalled, "pdftotext (of poppler-utils) is not installed")

    private static func reading(_ bytes: [UInt8], name: String = "a.pdf") throws -> Reading {
        try PDFReader.reading(of: SourceFile(name: name, bytes: bytes))
    }

    private static var report: PDFMaker {
        var maker = PDFMaker()
        maker.title = "A Report on Fines"
        maker.author = "Ada Example"
        maker.created = "D:20250304101500+01'00'"
        for page in 1...3 {
            let text = [
                "Page \(["one", "two", "three"][page - 1]): the regulator said on Tuesday that the bank had failed for years to look at trans-",
                "fers that its own systems had marked as strange, and that it would be fined.",
            ]
            maker.pages.append(
                [PDFMaker.Line(text: "The Ledger", x: 72, y: 30), PDFMaker.Line(text: "\(page)", x: 300, y: 770)]
                    + (page == 1 ? [PDFMaker.Line(text: "A Report on Fines", x: 72, y: 90, size: 24)] : []) + PDFMaker.lines(text, y: 150))
        }
        return maker
    }

    @Test(needsProgram) func report() throws {
        let file = SourceFile(name: "a.pdf", bytes: Self.report.bytes)
        #expect(try Formats.format(of: file) == .pdf)
        let reading = try Documents.readings(in: file).map { try $0.get() }[0]
        let article = reading.article
        #expect(reading.notes == [])
        #expect(article.title == "A Report on Fines")
        #expect(article.bylines == ["Ada Example"])
        #expect(article.published == ArticleDate(iso8601: "2025-03-04T10:15:00+01:00"))
        let text = ": the regulator said on Tuesday that the bank had failed for years to look at transfers that its own systems had marked as strange, and that it would be fined."
        #expect(Mail.outline(article.blocks) == ["one", "two", "three"].map { "paragraph: Page \($0)\(text)" })
    }

    /// The date in the name of the file, and the largest line, where the document says nothing of itself.
    @Test(needsProgram) func withoutMetadata() throws {
        var maker = Self.report
        (maker.title, maker.author, maker.created) = (nil, nil, nil)
        let article = try Self.reading(maker.bytes, name: "2025-02-01 report.pdf").article
        #expect(article.title == "A Report on Fines")
        #expect(article.published == ArticleDate(iso8601: "2025-02-01"))
        #expect(article.bylines == [])
    }

    @Test(needsProgram) func columns() throws {
        var maker = PDFMaker()
        let left = ["The first column begins here and", "goes on for some lines of text, as", "columns do, until it comes to the"]
        let right = ["end of its page, and is read before", "the second one, which stands at its", "side and ends here."]
        maker.pages = [PDFMaker.lines(left, y: 150) + PDFMaker.lines(right, x: 330, y: 150)]
        #expect(try Self.reading(maker.bytes).article.text == (left + right).joined(separator: " "))
    }

    @Test(needsProgram) func picturesAlone() {
        var maker = PDFMaker()
        maker.pages = [[], []]
        #expect(throws: FormatError(file: "a.pdf", reason: .picturesOnly)) { try Self.reading(maker.bytes) }
        #expect(
            FormatError(file: "a.pdf", reason: .picturesOnly).message
                == "a.pdf: its pages hold no text: they are pictures, as a scanner makes them; have a program recognise the text (such as ocrmypdf), and add what that makes"
        )
    }

    @Test(needsProgram) func noPDF() {
        #expect(throws: FormatError(file: "a.pdf", reason: .notInFormat(.pdf))) { try Self.reading(Array("%PDF-1.4\nno more".utf8)) }
    }

    /// With a password that is not empty: the entries of `/Encrypt` are such that none fits.
    @Test(needsProgram) func encrypted() {
        let key = String(repeating: "ab", count: 32)
        let text = String(decoding: Self.report.bytes, as: UTF8.self)
            .replacing("trailer <<", with: "trailer << /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <\(key)> /U <\(key)> /P -4 >>")
        #expect(throws: FormatError(file: "a.pdf", reason: .encrypted(.pdf))) { try Self.reading(Array(text.utf8)) }
    }

    @Test func notInstalled() {
        let error = FormatError(file: "a.pdf", reason: .programMissing(program: "pdftotext", package: "poppler-utils"))
        #expect(throws: error) { try PDFReader.reading(of: SourceFile(name: "a.pdf", bytes: [0x25]), program: "/nowhere/pdftotext") }
        #expect(error.message == "a.pdf: it is read by the program pdftotext, which is not installed; install poppler-utils")
    }

    // MARK: Programs that do harm

    /// A program of the tests in the place of pdftotext.
    private static func reading(by script: String, seconds: Int = 5, outputSize: Int = 1 << 20, input: Int = 1 << 20) throws -> Reading {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("dossier-\(UUID().uuidString)").path
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(fileURLWithPath: path))
        chmod(path, 0o700)
        defer { unlink(path) }
        var bounds = PDFLimits()
        (bounds.seconds, bounds.outputSize) = (seconds, outputSize)
        let file = SourceFile(name: "a.pdf", bytes: [UInt8](repeating: 0x20, count: input))
        return try PDFReader.reading(of: file, program: path, bounds: bounds, limits: FormatLimits())
    }

    private static func reason(_ reason: FormatError.Reason) -> FormatError { FormatError(file: "a.pdf", reason: reason) }

    private static let harm: [(name: String, script: String, reason: FormatError.Reason)] = [
        ("waits for ever", "exec sleep 100", .readerFailed(.pdf, .tooSlow(seconds: 1))),
        ("spins for ever", "while :; do :; done", .readerFailed(.pdf, .tooSlow(seconds: 1))),
        ("prints for ever", "exec yes", .readerFailed(.pdf, .garbled)),
        ("complains for ever", "exec yes >&2", .readerFailed(.pdf, .tooSlow(seconds: 1))),
        ("closes its input", "exec <&-; exit 0", .notInFormat(.pdf)),
        ("kills itself", "kill -SEGV $$", .readerFailed(.pdf, .ended)),
        ("fails", "echo 'Syntax Error' >&2; exit 1", .notInFormat(.pdf)),
        ("wants a password", "echo 'Command Line Error: Incorrect password' >&2; exit 1", .encrypted(.pdf)),
    ]

    @Test(arguments: harm) func costsASentence(name: String, script: String, reason: FormatError.Reason) {
        #expect(throws: Self.reason(reason), "\(name)") { try Self.reading(by: script, seconds: script == "exec yes" ? 30 : 1) }
    }

    /// What was printed before a fault is kept, with a note.
    @Test func halfOfIt() throws {
        let line = "<page width=\"600\" height=\"800\">\\n<line>\\n<word xMin=\"1\" yMin=\"400\" xMax=\"20\" yMax=\"410\">Half</word>\\n</line>\\n"
        let reading = try Self.reading(by: "printf '\(line)'; kill -SEGV $$")
        #expect(reading.article.text == "Half")
        #expect(reading.notes == [FormatNote(file: "a.pdf", reason: .partsLeftOut)])
    }

    /// Neither side waits for the other: much goes in while much comes out.
    @Test func bothWays() {
        let child = ChildProgram(path: "/bin/cat", arguments: [], seconds: 20, memory: 200_000_000, outputSize: 64 << 20)
        let input = (0..<(8 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        var output: [UInt8] = []
        let end = child.run(input) {
            output += $0
            return true
        }
        #expect(end == .ended(status: 0, errors: ""))
        #expect(output == input)
    }

    @Test func noDescriptorStaysOpen() {
        func count() -> Int { (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").filter { $0 != "" }.count) ?? 0 }
        let child = ChildProgram(path: "/bin/true", arguments: [], seconds: 5, memory: 200_000_000, outputSize: 1)
        _ = child.run([]) { _ in true }
        let before = count()
        let rounds = 100
        for _ in 0..<rounds { _ = child.run([1, 2, 3]) { _ in true } }
        // Other tests of this process open and close some meanwhile; one for each run would be as many as there were runs.
        #expect(count() < before + rounds)
    }

    @Test func limitsOfTheChild() {
        let child = ChildProgram(
            path: "/bin/sh", arguments: ["-c", "read line; ulimit -t; ulimit -d; ulimit -c"], seconds: 3, memory: 100_000_000, outputSize: 1_000)
        var output: [UInt8] = []
        // The limits are set by the time that its input comes.
        _ = child.run(Array("go\n".utf8)) {
            output += $0
            return true
        }
        #expect(String(decoding: output, as: UTF8.self) == "3\n97656\n0\n")
    }

    /// A worker that is killed has no time to end what it started: the system does that.
    @Test func theChildDiesWithItsThread() throws {
        let starter = Starter()
        var thread = pthread_t()
        let pointer = Unmanaged.passUnretained(starter).toOpaque()
        let result = pthread_create(
            &thread, nil,
            { pointer in
                pointer.map { Unmanaged<Starter>.fromOpaque($0).takeUnretainedValue().start() }
                return nil
            }, pointer)
        try #require(result == 0)
        pthread_join(thread, nil)
        try #require(starter.fault == 0 && starter.child > 0)
        var status: Int32 = 0
        #expect(waitpid(starter.child, &status, 0) == starter.child)
        #expect(status & 0x7F == SIGKILL)
        withExtendedLifetime(starter) {}
    }

    @Test func aProgramThatIsNotThere() {
        let child = ChildProgram(path: "/bin/no-such-program", arguments: [], seconds: 5, memory: 200_000_000, outputSize: 1)
        #expect(child.run([]) { _ in true } == .notStarted(ENOENT))
    }

    private final class Starter: @unchecked Sendable {
        var child: pid_t = 0
        var fault: Int32 = -1

        func start() {
            var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("sleep"), strdup("60"), nil]
            defer { for argument in arguments { free(argument) } }
            var environment: [UnsafeMutablePointer<CChar>?] = [nil]
            fault = confine_start(&child, "/bin/sleep", &arguments, &environment, [0, 1, 2], 60, 200_000_000)
        }
    }

    // MARK: Prefixes and mutations

    private static let pieces: [[UInt8]] = ["obj", "endobj", "stream", "endstream", "xref", "<<", ">>", "[", "]", "(", ")", "/Kids [2 0 R]", "/Length 99999999", "0 R", "%%EOF", "\u{0}"].map { Array($0.utf8) }

    @Test(needsProgram) func damagedDocuments() {
        var random = SplitMix64(seed: 20_250_306)
        let bytes = Self.report.bytes
        for round in 0..<(Fuzz.isSoak ? 2_000 : 15) {
            let damaged = round % 2 == 0 ? Array(bytes[..<Int.random(in: 1..<bytes.count, using: &random)]) : Fuzz.mutated(bytes, pieces: Self.pieces, &random)
            Fuzz.check("round \(round)") { () throws(FormatError) in Readings(one: try PDFReader.reading(of: SourceFile(name: "a.pdf", bytes: damaged))) }
        }
    }
}
