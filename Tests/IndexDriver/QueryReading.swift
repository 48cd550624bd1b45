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
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        report("read \(text.utf8.count) bytes: \(size) of words, \(typed.notes.count) notes, \(completions.count) completions, \(strict == nil ? "refused" : "strict")")
        report("microseconds \(end - start)")
        report("memory \(usage.ru_maxrss * 1_024)")
    }

    private func processorTime() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
    }
}
