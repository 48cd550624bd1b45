import Foundation
import Glibc

/// A program that a test starts, reads line by line, and may kill. Used by one thread.
public final class ChildProcess {
    private let process = Process()
    private let pipe = Pipe()
    private var buffer: [UInt8] = []

    /// Starts it; what is in the file `input` is what it reads.
    public init(_ program: String, _ arguments: [String], input: String = "/dev/null") throws {
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardInput = FileHandle(forReadingAtPath: input)
        process.standardOutput = pipe
        try process.run()
        // Else the end of what it writes would never come.
        try? pipe.fileHandleForWriting.close()
    }

    deinit { if process.isRunning { kill() } }

    /// The next line that it writes, without its end; nothing when it has ended and all was read.
    public func nextLine() -> String? {
        while true {
            if let end = buffer.firstIndex(of: 10) {
                let line = String(decoding: buffer[..<end], as: UTF8.self)
                buffer.removeSubrange(...end)
                return line
            }
            guard fill() else { return nil }
        }
    }

    /// Reads more of what it wrote; false at the end.
    private func fill() -> Bool {
        var piece = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = read(pipe.fileHandleForReading.fileDescriptor, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            buffer += piece[..<count]
            return true
        }
    }

    /// All lines that were not read yet, to its end.
    public func remainingLines() -> [String] {
        var lines: [String] = []
        while let line = nextLine() { lines.append(line) }
        return lines
    }

    /// `kill -9`.
    public func kill() { Glibc.kill(process.processIdentifier, SIGKILL) }

    /// Waits for its end: its exit status, or 128 and the signal that ended it.
    public func end() -> Int32 {
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
    }
}
