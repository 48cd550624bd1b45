import Corpus
import Foundation

/// A worker that runs, seen from outside.
final class WorkerProcess {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var unread: [UInt8] = []

    init(_ command: [String]) throws {
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
    }

    deinit { if process.isRunning { process.terminate() } }

    var identifier: Int32 { process.processIdentifier }

    func ask(_ request: WorkerRequest) throws -> WorkerAnswer {
        try send(Array(JSONEncoder().encode(request)) + [10])
        return try answer(WorkerAnswer.self)
    }

    func send(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { write(input.fileHandleForWriting.fileDescriptor, $0.baseAddress.unsafelyUnwrapped + sent, $0.count - sent) }
            guard count > 0 || errno == EINTR else { throw WorkerFailed(reason: "the worker does not read any more") }
            sent += max(count, 0)
        }
    }

    func endInput() throws { try input.fileHandleForWriting.close() }

    /// The next line that the worker says. Waits for it.
    func answer<Answer: Decodable>(_ type: Answer.Type) throws -> Answer {
        while true {
            if let end = unread.firstIndex(of: 10) {
                defer { unread.removeSubrange(...end) }
                return try JSONDecoder().decode(type, from: Data(unread[..<end]))
            }
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { throw WorkerFailed(reason: "the worker ended without an answer") }
            unread += more
        }
    }

    func end() throws {
        try? endInput()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw WorkerFailed(reason: "the worker ended with status \(process.terminationStatus)") }
    }

    /// Private memory in bytes: what is neither a mapped file nor shared.
    var privateMemory: Int { Self.privateMemory(of: identifier) }

    static func privateMemory(of process: Int32) -> Int {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8) else { return 0 }
        let line = status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") }
        return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 1_024
    }
}

struct WorkerFailed: Error {
    var reason: String
}

/// Looks at a process's private memory every few milliseconds, and keeps the most.
final class MemoryWatch: Sendable {
    private let state = LockedState()

    init(_ process: Int32) {
        let state = state
        Thread.detachNewThread {
            while !state.isOver {
                state.see(WorkerProcess.privateMemory(of: process))
                usleep(20_000)
            }
        }
    }

    /// Ends the watch.
    func most() -> Int { state.end() }

    private final class LockedState: @unchecked Sendable {
        private let lock = NSLock()
        private var most = 0
        private var over = false

        var isOver: Bool { lock.withLock { over } }
        func see(_ value: Int) { lock.withLock { most = max(most, value) } }
        func end() -> Int {
            lock.withLock {
                over = true
                return most
            }
        }
    }
}
