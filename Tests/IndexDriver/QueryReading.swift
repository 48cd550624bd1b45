import Glibc
import Search

/// Reads one query, all of standard input, in every way there is, and says what that cost: processor time in microseconds, and
/// the most memory that the process ever had, in bytes.
struct QueryReading {
    func run() {
        var text = ""
        while let line = readLine(strippingNewline: false) { text += line }
        let start = processorTime()
        let typed = Query.typed(text, capabilities: .everything)
        let strict = try? Question(text, capabilities: .everything)
        let completions = Completion.at(text.utf8.count, of: text, from: NoCompletions(), capabilities: .everything)
        let size = typed.query.explanation.utf8.count + typed.query.description.utf8.count
        let end = processorTime()
        report("read \(text.utf8.count) bytes: \(size) of words, \(typed.notes.count) notes, \(completions.count) completions, \(strict == nil ? "refused" : "strict")")
        report("microseconds \(end - start)")
        report("memory \(peakMemory())")
    }

    /// Of this program alone: `getrusage` counts what the process had before it became this program.
    private func peakMemory() -> Int {
        guard let file = fopen("/proc/self/status", "r") else { return .max }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, Int32(line.count), file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            guard text.hasPrefix("VmHWM:") else { continue }
            return (Int(text.filter(\.isNumber)) ?? .max >> 10) << 10
        }
        return .max
    }

    private func processorTime() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
    }
}
