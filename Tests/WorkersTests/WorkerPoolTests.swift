import Articles
import Formats
import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing
import Text

@testable import Workers

/// Real processes, which do what hostile files might have them do. One after the other: the workers of this process are counted.
@Suite(.serialized, .timeLimit(.minutes(5))) struct WorkerPoolTests {
    private func titles(_ pool: WorkerPool, _ file: SourceFile) throws -> [String] {
        try pool.readings(in: file).map { result in
            switch result {
            case .success(let reading): reading.article.title
            case .failure(let error): error.message
            }
        }
    }

    private static let sentences: [(String, FormatError.ReaderFailure)] = [
        ("crash", .ended), ("leave", .ended), ("kill", .ended), ("overflow", .ended), ("garbage", .garbled),
        ("hang", .tooSlow(seconds: 1)), ("spin", .tooSlow(seconds: 1)),
    ] + (Sanitizer.isOn ? [] : [("grow", .tooLarge(megabytes: 200)), ("huge", .tooLarge(megabytes: 200))])

    /// Whatever a worker does, at once or behind some articles: it costs that file, and the next one is read.
    @Test(arguments: sentences) func costsOneFile(action: String, failure: FormatError.ReaderFailure) throws {
        let pool = WorkerPool(.tests)
        let error = FormatError(file: "a.html", reason: .readerFailed(.webPage, failure))
        #expect(throws: ReadingFailure.file(error)) { try pool.readings(in: Hostile.file("a.html", action)) }
        #expect(try titles(pool, Hostile.file("a.html", action, after: 2)) == ["a.html 1", "a.html 2", error.message])
        #expect(try titles(pool, Hostile.file("b.html", "end", after: 1)) == ["b.html 1"])
        pool.end()
        #expect(Census.becomesEmpty())
    }

    @Test func sentencesOfFailures() {
        func why(_ failure: FormatError.ReaderFailure) -> String {
            FormatError(file: "a.html", reason: .readerFailed(.webPage, failure)).message
        }
        #expect(why(.ended) == "a.html: the file is a web page, and its reader ended by itself; save the article as text or Markdown")
        #expect(
            why(.tooSlow(seconds: 10))
                == "a.html: the file is a web page, and its reader took more than 10 seconds; split it, or save the article as text or Markdown"
        )
        #expect(
            why(.tooLarge(megabytes: 200))
                == "a.html: the file is a web page, and its reader needed more than 200 MB of memory; split it, or save the article as text or Markdown"
        )
    }

    /// Every fifth of a hundred files is hostile. Four threads read them with two workers.
    @Test func aHundredFiles() throws {
        let before = Census.descriptors
        let pool = WorkerPool(.tests)
        let actions = ["crash", "leave", "garbage", "kill", Sanitizer.isOn ? "crash" : "grow"]
        let results = Monitor([[String]?](repeating: nil, count: 100))
        let next = Atomic(0)
        let threads = (0..<4).compactMap { _ in
            CrewThread {
                while case let index = next.add(1, ordering: .relaxed).oldValue, index < 100 {
                    let action = index % 5 == 4 ? actions[index / 5 % 5] : "end"
                    let file = Hostile.file("\(index).html", action, after: index % 5 == 4 ? 0 : index % 3 + 1)
                    let read = (try? titles(pool, file)) ?? []
                    results.update { $0[index] = read }
                }
            }
        }
        #expect(threads.count == 4)
        for thread in threads { thread.join() }
        let all = results.update { $0 }
        #expect(all.count { $0?.isEmpty == false } == 80)
        for (index, titles) in all.enumerated() {
            #expect(titles == (index % 5 == 4 ? [] : (1...(index % 3 + 1)).map { "\(index).html \($0)" }))
        }
        pool.end()
        #expect(Census.becomesEmpty())
        // Other suites open and close files meanwhile; a descriptor lost for each hostile file would be twenty.
        #expect(Census.descriptorsBecome(fewerThan: before + 10))
    }

    /// Ten thousand articles of one file, taken slowly at first: each is there as soon as it is read, and the worker waits for
    /// who takes them.
    @Test func streams() throws {
        let pool = WorkerPool(.tests)
        var readings = try pool.readings(in: Hostile.file("a.html", "end", after: 10_000, words: 200))
        guard case .success(let first)? = readings.next() else { return #expect(Bool(false), "nothing was read") }
        #expect(first.article.title == "a.html 1")
        usleep(100_000)
        var count = 1
        while case .success? = readings.next() { count += 1 }
        #expect(count == 10_000)
        pool.end()
    }

    /// The largest page there may be is read within what a worker may have: all of it is text, and all of that comes back.
    @Test(.enabled(if: Soak.isOn, "takes a minute; DOSSIER_SOAK=1 runs it")) func largestPage() throws {
        var options = WorkerOptions.tests
        options.seconds = 60
        let pool = WorkerPool(options)
        let line = Array("what was found, by whom, and when, in as many words as it takes to say it ".utf8)
        let count = (FormatLimits().fileSize - 100) / line.count
        let bytes = Array("<html><body>".utf8) + (0..<count).flatMap { _ in line }
        var readings = try pool.readings(in: SourceFile(name: "a.html", bytes: bytes))
        let reading = try #require(try readings.next()?.get())
        #expect(reading.notes == [FormatNote(file: "a.html", reason: .pageAsText)])
        #expect(reading.article.blocks.reduce(0) { $0 + $1.text.utf8.count } > count * (line.count - 1))
        pool.end()
    }

    @Test func isKeptForTheNextFile() throws {
        let pool = WorkerPool(.tests)
        _ = try titles(pool, Hostile.file("a.html", "end", after: 1))
        let first = Census.workers.map(\.number)
        for _ in 0..<10 { _ = try titles(pool, Hostile.file("a.html", "end", after: 1)) }
        #expect(first.count == 1)
        #expect(Census.workers.map(\.number) == first)
        pool.end()
        #expect(Census.becomesEmpty())
    }

    /// One that somebody ended while it had nothing to do is no fault of the next file.
    @Test func endedWhileIdle() throws {
        let pool = WorkerPool(.tests)
        _ = try titles(pool, Hostile.file("a.html", "end", after: 1))
        for worker in Census.workers { kill(worker.number, SIGKILL) }
        #expect(Census.becomes { $0.allSatisfy { $0.state == "Z" } })
        #expect(try titles(pool, Hostile.file("b.html", "end", after: 1)) == ["b.html 1"])
        pool.end()
        #expect(Census.becomesEmpty())
    }

    /// Readings that nobody takes to their end give nothing to the next file.
    @Test func letGoInMidFile() throws {
        let pool = WorkerPool(.tests)
        for _ in 0..<3 {
            var readings = try pool.readings(in: Hostile.file("a.html", "end", after: 5_000, words: 100))
            _ = readings.next()
        }
        #expect(try titles(pool, Hostile.file("b.html", "end", after: 1)) == ["b.html 1"])
        pool.end()
        #expect(Census.becomesEmpty())
    }

    @Test func endsWhatNobodyNeeds() throws {
        var options = WorkerOptions.tests
        options.idleSeconds = 0.05
        let pool = WorkerPool(options)
        _ = try titles(pool, Hostile.file("a.html", "end", after: 1))
        #expect(Census.becomesEmpty())
        #expect(try titles(pool, Hostile.file("b.html", "end", after: 1)) == ["b.html 1"])
        pool.end()
        #expect(Census.becomesEmpty())
    }

    /// Who waits for a file hears at once that the work was called off.
    @Test func interrupts() throws {
        var options = WorkerOptions.tests
        options.seconds = 100
        let pool = WorkerPool(options)
        let outcomes = Monitor([ReadingFailure?]())
        let threads = (0..<3).compactMap { _ in
            CrewThread {
                do throws(ReadingFailure) {
                    _ = try pool.readings(in: Hostile.file("a.html", "hang"))
                    outcomes.update { $0.append(nil) }
                } catch {
                    outcomes.update { $0.append(error) }
                }
            }
        }
        #expect(Census.becomes { $0.count == 2 })
        pool.interrupt()
        for thread in threads { thread.join() }
        #expect(outcomes.update { $0 } == [.interrupted, .interrupted, .interrupted])
        pool.end()
        #expect(Census.becomesEmpty())
    }

    // MARK: What a worker may not do

    @Test(arguments: ["socket", "write", "descriptors"]) func isConfined(action: String) throws {
        let pool = WorkerPool(.tests)
        #expect(try titles(pool, Hostile.file("a.html", action, after: 1)) == ["a.html 1"])
        pool.end()
    }

    @Test func endsWithWhoStartedIt() throws {
        let started = Monitor<WorkerProcess?>(nil)
        let thread = try #require(
            CrewThread {
                let process = try? WorkerProcess.start(.tests)
                try? process?.greet(until: Deadline(seconds: 10, clock: WorkerOptions.steadyClock))
                started.update { $0 = process }
            })
        thread.join()
        let process = try #require(started.update { $0 })
        #expect(process.hasGreeted)
        #expect(process.reap(kills: false) == .other)
        #expect(Census.becomesEmpty())
    }

    // MARK: Without workers

    private func failure(program: String) -> ReadingFailure? {
        var options = WorkerOptions(environment: ["DOSSIER_WORKER": program])
        options.startSeconds = 5
        let pool = WorkerPool(options)
        defer { pool.end() }
        do throws(ReadingFailure) {
            _ = try pool.readings(in: Hostile.file("a.html", "end"))
        } catch {
            let text = SourceFile(name: "a.txt", bytes: Array("Text is read all the same.".utf8))
            #expect((try? titles(pool, text)) == ["A"])
            return error
        }
        return nil
    }

    @Test func missingProgram() {
        let error = WorkersError(program: "/nowhere/dossier-worker", reason: .missing(["/nowhere/dossier-worker"]))
        #expect(failure(program: "/nowhere/dossier-worker") == .workers(error))
        #expect(
            error.message
                == "web pages, feeds, mail, books and PDF documents cannot be read: their reader is not at /nowhere/dossier-worker; install dossier anew, or name its dossier-worker in DOSSIER_WORKER"
        )
    }

    @Test func otherPrograms() throws {
        #expect(failure(program: "/bin/true") == .workers(WorkersError(program: "/bin/true", reason: .silent)))
        let script = NSTemporaryDirectory() + "/dossier-worker-\(getpid()).sh"
        // A greeting of version 99.
        try "#!/bin/sh\nprintf '\\001\\020\\000\\000\\000\\016dossier-worker\\143' >&0\nread x\n".write(
            toFile: script, atomically: true, encoding: .utf8)
        chmod(script, 0o700)
        defer { unlink(script) }
        // A child of another test may hold the script open for writing for a moment, and then it cannot be started.
        let isBusy = ReadingFailure.workers(WorkersError(program: script, reason: .system(ETXTBSY)))
        var found = failure(program: script)
        for _ in 0..<100 where found == isBusy {
            usleep(10_000)
            found = failure(program: script)
        }
        #expect(found == .workers(WorkersError(program: script, reason: .otherVersion)))
        #expect(failure(program: NSTemporaryDirectory()) == .workers(WorkersError(program: NSTemporaryDirectory(), reason: .system(EACCES))))
    }
}
