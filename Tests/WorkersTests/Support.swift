import Formats
import Foundation
import Glibc

@testable import Workers

/// Files of the tests, which the worker understands where it is told to.
enum Hostile {
    /// `articles` are read before `action` is done; each has `words` words, where that is given.
    static func file(_ name: String, _ action: String, after articles: Int = 0, words: Int? = nil) -> SourceFile {
        let text = "<!-- test \(action) \(articles) \(words.map(String.init) ?? "")-->"
        return SourceFile(name: name, bytes: Array(text.utf8))
    }
}

extension WorkerOptions {
    static var tests: WorkerOptions {
        var options = WorkerOptions()
        options.isTesting = true
        options.count = 2
        options.seconds = 1
        return options
    }
}

/// What the system knows of this process.
enum Census {
    static var descriptors: Int { (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0 }

    /// Waits until there are fewer than so many; false where that does not come to be.
    static func descriptorsBecome(fewerThan count: Int) -> Bool {
        for _ in 0..<1_000 {
            if descriptors < count { return true }
            usleep(10_000)
        }
        return false
    }

    /// The workers among this process' children, with their state (`Z` for one that nobody waited for).
    static var workers: [(number: pid_t, state: String)] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { pid_t($0) }.compactMap { number in
            guard let text = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8), text.contains("(dossier-worker)"),
                let fields = text.split(separator: ")").last?.split(separator: " "), fields.count > 1, fields[1] == "\(getpid())"
            else { return nil }
            return (number, String(fields[0]))
        }
    }

    /// Waits until the workers are as `condition` says; false where that does not come to be.
    static func becomes(_ condition: ([(number: pid_t, state: String)]) -> Bool) -> Bool {
        for _ in 0..<1_000 {
            if condition(workers) { return true }
            usleep(10_000)
        }
        return false
    }

    static func becomesEmpty() -> Bool { becomes { $0.isEmpty } }
}
