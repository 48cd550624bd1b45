import Foundation
import Testing

/// Screens kept as text files. One that is missing is recorded, and the test fails; `DOSSIER_RECORD=1` records all anew.
enum Snapshot {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Screens")

    /// What was made during the test bears its day; the screens bear one that is always the same.
    private static func withoutToday(_ text: String) -> String {
        let now = Date().timeIntervalSince1970
        return [now, now - 86_400].reduce(text) { text, time in
            text.replacingOccurrences(of: day(time), with: "2026-02-01")
        }
    }

    private static func day(_ time: Double) -> String {
        var seconds = time_t(time)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        return String(format: "%04d-%02d-%02d", Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
    }

    static func expect(_ text: String, equals name: String, location: SourceLocation = #_sourceLocation) throws {
        let file = folder.appendingPathComponent(name + ".txt")
        let shown = Self.withoutToday(text) + "\n"
        let isRecording = ProcessInfo.processInfo.environment["DOSSIER_RECORD"] == "1"
        guard !isRecording, let kept = try? String(contentsOf: file, encoding: .utf8) else {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try shown.write(to: file, atomically: true, encoding: .utf8)
            if !isRecording { Issue.record("recorded \(name); look at it and run again", sourceLocation: location) }
            return
        }
        #expect(shown == kept, "the screen differs from \(name)", sourceLocation: location)
    }
}
