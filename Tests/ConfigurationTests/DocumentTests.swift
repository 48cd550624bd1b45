import Configuration
import Foundation
import Testing

/// The document on configuration says what the table says.
@Suite struct DocumentTests {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Documentation/Configuration.md")

    private static func row(_ setting: Setting) -> String {
        let entry = setting.entry
        let variables = entry.variables.map { "`\($0.name)`" }.joined(separator: ", ")
        let standard = entry.standard.map { "`\($0.description)`" } ?? "–"
        return "| `\(setting.name)` | \(entry.kind.expectation) | \(standard) | \(variables.isEmpty ? "–" : variables) | \(entry.sentence) |"
    }

    @Test func everySettingHasItsRow() throws {
        let text = try String(contentsOf: Self.file, encoding: .utf8)
        let rows = text.split(separator: "\n").map(String.init).filter { $0.hasPrefix("| `") }
        let wanted = Setting.allCases.map(Self.row)
        guard ProcessInfo.processInfo.environment["DOSSIER_RECORD"] == "1", rows != wanted, let first = rows.first else {
            #expect(rows == wanted)
            return
        }
        // The rows stand together: the first gives way to all of them.
        let kept = text.components(separatedBy: "\n").flatMap { line in
            line == first ? wanted : rows.contains(line) ? [] : [line]
        }
        try kept.joined(separator: "\n").write(to: Self.file, atomically: true, encoding: .utf8)
    }
}
