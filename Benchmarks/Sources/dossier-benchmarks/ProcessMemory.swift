import Foundation

/// What a process uses, as the kernel counts it.
enum ProcessMemory {
    /// The bytes of private memory (`RssAnon`): what is in no file. Nothing where the process has ended.
    static func anonymous(of process: pid_t) -> Int? {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8) else { return nil }
        for line in status.split(separator: "\n") where line.hasPrefix("RssAnon:") {
            return line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }.map { $0 * 1_024 }
        }
        return nil
    }
}
