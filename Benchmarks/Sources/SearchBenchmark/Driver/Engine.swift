import ArgumentParser
import Foundation

/// What is compared.
enum Engine: String, CaseIterable, Codable, Sendable, ExpressibleByArgument {
    case ours, fts5, fts5newest, tantivy, xapian, ripgrep

    /// What is special about it, for the report.
    var note: String {
        switch self {
        case .ours: "the project's index: fields, written forms and stems"
        case .fts5: "SQLite's FTS5: one column, porter, positions, no prefix lists; optimized after building"
        case .fts5newest: "FTS5 without positions, prefix='1 5': no ranking and no phrases"
        case .tantivy: "tantivy: one field, en_stem, positions; prefixes are regular expressions over stems and score alike"
        case .xapian: "Xapian: words by stem, phrases and prefixes by written form"
        case .ripgrep: "ripgrep over a file an article: written forms, all hits without an order"
        }
    }

    /// Beyond this many articles it takes hours.
    var mostArticles: Int {
        switch self {
        case .ours, .fts5, .fts5newest, .tantivy: .max
        case .xapian, .ripgrep: 100_000
        }
    }

    /// The script that drives it and the module it needs, for what is not linked into this program.
    private var script: (name: String, module: String)? {
        switch self {
        case .ours, .fts5, .fts5newest: nil
        case .tantivy: ("tantivy_worker.py", "tantivy")
        case .xapian: ("xapian_worker.py", "xapian")
        case .ripgrep: ("ripgrep_worker.py", "json")
        }
    }

    /// How its worker is started, or why it cannot be.
    func command(_ tools: EngineTools) -> Result<[String], Missing> {
        guard let script else { return .success([tools.program, "search-worker", rawValue]) }
        if self == .ripgrep, !tools.runs(["/usr/bin/env", "rg", "--version"]) {
            return .failure(Missing(reason: "ripgrep is left out: no rg in PATH (Debian: ripgrep)"))
        }
        guard let python = tools.pythons.first(where: { tools.runs([$0, "-c", "import \(script.module)"]) }) else {
            let source = self == .xapian ? "Debian: python3-xapian" : "pip install tantivy"
            return .failure(Missing(reason: "\(rawValue) is left out: no Python among \(tools.pythons.joined(separator: ", ")) has the module \(script.module) (\(source))"))
        }
        return .success([python, tools.scripts + "/" + script.name])
    }
}

/// Why an engine is not part of a run, as a sentence.
struct Missing: Error {
    var reason: String
}

/// Where the programs are found that a comparison needs.
struct EngineTools {
    /// This program.
    var program: String
    var scripts: String
    var pythons: [String]

    func runs(_ command: [String]) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
