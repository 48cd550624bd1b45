import Foundation
import Terminal
import Testing

/// Compares screens with the text files in `Screens/`. A missing one is written and fails; with `DOSSIER_RECORD=1` in the
/// environment all are written anew.
enum Screens {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Screens")

    static func expect(_ canvas: Canvas, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let shown = description(of: canvas)
        let file = folder.appending(path: name + ".txt")
        let isRecording = ProcessInfo.processInfo.environment["DOSSIER_RECORD"] == "1"
        guard !isRecording, let expected = try? String(contentsOf: file, encoding: .utf8) else {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try shown.write(to: file, atomically: true, encoding: .utf8)
            if !isRecording { Issue.record("\(name) was missing; it is written now, look at it", sourceLocation: sourceLocation) }
            return
        }
        if shown != expected { Issue.record("\(name) differs:\n\(difference(shown, expected))", sourceLocation: sourceLocation) }
    }

    /// The text, then the attributes as letters, then where the cursor is.
    private static func description(of canvas: Canvas) -> String {
        let cursor = canvas.cursor.map { "cursor \($0.column),\($0.row)" } ?? "no cursor"
        return [
            "\(canvas.columns)x\(canvas.rows) \(cursor)", canvas.text, "-- attributes",
            canvas.attributes(), "",
        ].joined(separator: "\n")
    }

    /// The lines that differ, the first few of them.
    private static func difference(_ shown: String, _ expected: String) -> String {
        let (new, old) = (shown.split(separator: "\n", omittingEmptySubsequences: false), expected.split(separator: "\n", omittingEmptySubsequences: false))
        var lines: [String] = []
        for index in 0..<max(new.count, old.count) where lines.count < 24 {
            let (left, right) = (index < old.count ? old[index] : "", index < new.count ? new[index] : "")
            if left != right { lines += ["\(index + 1) - \(left)", "\(index + 1) + \(right)"] }
        }
        return lines.joined(separator: "\n")
    }
}
