import Articles
import Dispatch
import Foundation
import Library
import Testing

@testable import Reader

/// Today's copy of what a person made is kept by the runner, beside the reading, and never before the first screen.
@Suite struct CopyRunnerTests {
    /// A library with one bookmark, and a runner on it that keeps its copy at once.
    private func desk() throws -> (desk: RunnerTests.Desk, runner: EffectRunner) {
        let desk = try RunnerTests.Desk()
        let stored = try desk.article(0)
        try desk.library.toggleBookmark(in: stored.id, range: 0..<14)
        let runner = EffectRunner(
            desk.learning, vocabulary: desk.vocabulary, mailbox: desk.mailbox, keeper: nil, pulse: 1_000, copyDelay: 0)
        return (desk, runner)
    }

    @Test func aCopyIsKeptInTheBackground() throws {
        let (desk, runner) = try desk()
        #expect(try desk.library.copies().isEmpty)
        runner.startBackground()
        // It is in its lane at once; finishing waits for what has begun.
        let end = DispatchTime.now() + 20
        while try desk.library.copies().isEmpty, DispatchTime.now() < end { usleep(2_000) }
        runner.finish()
        let copies = try desk.library.copies()
        #expect(copies.map(\.isDaily) == [true])
        let text = try String(contentsOfFile: try #require(copies.first).path, encoding: .utf8)
        let quote = try #require(try desk.library.passages().first).anchor.quote
        #expect(!quote.isEmpty && text.contains("\"quote\":\"\(quote)\""))
        try desk.library.close()
    }

    @Test func aCopyThatCannotBeWrittenIsANotice() throws {
        let (desk, runner) = try desk()
        let place = desk.library.location.copiesFolder
        try Data().write(to: URL(fileURLWithPath: place))
        runner.startBackground()
        let sentence = desk.wait { answer -> String? in
            if case .failed(let sentence) = answer { return sentence }
            return nil
        }
        #expect(sentence?.contains("backup") == true, "\(sentence ?? "nothing was said")")
        runner.finish()
        try desk.library.close()
    }
}
