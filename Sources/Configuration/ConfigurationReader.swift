import Text
import Yams

/// Reads the file. Each entry at the left edge is read by itself, so that one which is no YAML costs itself alone; where one
/// with entries of its own cannot be read, these are read one by one.
struct ConfigurationReader {
    /// The most bytes that are read.
    static let sizeLimit = 65_536
    /// The most entries, and the most keys of one command.
    static let mostEntries = 2_000
    static let mostKeys = 16
    /// How deep entries are taken apart.
    private static let deepest = 3

    let path: String
    private(set) var values: [(setting: Setting, value: SettingValue, line: Int)] = []
    private(set) var keys: [KeyChange] = []
    private(set) var problems: [ConfigurationProblem] = []
    private var entries = 0

    init(path: String) { self.path = path }

    mutating func read(_ bytes: [UInt8]) {
        guard bytes.count <= Self.sizeLimit else { return note(nil, .tooLarge(size: bytes.count, limit: Self.sizeLimit)) }
        guard var text = String(validating: bytes, as: UTF8.self) else { return note(nil, .notUTF8) }
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.last == "\r" ? $0.dropLast() : $0 }
        for piece in Self.pieces(lines[...], indent: 0) { read(piece, under: [], depth: 1) }
    }

    // MARK: Pieces

    /// Lines that belong together; their indices, from 0, are those of the file.
    private typealias Piece = ArraySlice<Substring>

    /// Takes lines apart at those that begin at this column. What stands before the first is a piece too; lines without anything,
    /// and the marks of documents, are none.
    private static func pieces(_ lines: Piece, indent: Int) -> [Piece] {
        var pieces: [Piece] = []
        var start = lines.startIndex
        for index in lines.indices {
            let line = lines[index]
            let isMark = indent == 0 && (line == "---" || line == "..." || line.hasPrefix("%"))
            guard isMark || Self.indent(line) == indent, index > start || isMark else { continue }
            if index > start { pieces.append(lines[start..<index]) }
            start = isMark ? index + 1 : index
        }
        if start < lines.endIndex { pieces.append(lines[start..<lines.endIndex]) }
        return pieces.filter { piece in piece.contains { Self.indent($0) != nil } }
    }

    /// The blanks before what a line says; nothing where it says nothing.
    private static func indent(_ line: Substring) -> Int? {
        guard let first = line.firstIndex(where: { $0 != " " && $0 != "\t" }), line[first] != "#" else { return nil }
        return line.distance(from: line.startIndex, to: first)
    }

    /// Reads a piece, `heads` being the lines of what it stands under.
    private mutating func read(_ piece: Piece, under heads: [Substring], depth: Int) {
        let text = (heads + piece).joined(separator: "\n")
        // Lines of the text that stand before the piece, less those before it in the file.
        let shift = piece.startIndex - heads.count
        if let line = YAMLGuard.firstInvolvedLine(in: text, limits: .configuration) { return note(line + shift, .tooInvolved) }
        do {
            guard let root = try Yams.compose(yaml: text) else { return }
            take(root, shift: shift)
        } catch let error as YamlError {
            if depth < Self.deepest, readParts(of: piece, under: heads, depth: depth) { return }
            let (problem, line) = Self.words(error)
            let first = piece.firstIndex { Self.indent($0) != nil } ?? piece.startIndex
            // What is never closed is found to be wrong at the end only.
            let last = piece.lastIndex { Self.indent($0) != nil } ?? first
            note(min(max(line.map { $0 + shift } ?? first + 1, first + 1), last + 1), .notYAML(problem))
        } catch {
            note(piece.startIndex + 1, .notYAML("it cannot be read"))
        }
    }

    /// Reads the entries of a piece one by one; false where it has none.
    private mutating func readParts(of piece: Piece, under heads: [Substring], depth: Int) -> Bool {
        guard let first = piece.firstIndex(where: { Self.indent($0) != nil }), Self.opensEntries(piece[first]) else { return false }
        let rest = piece[(first + 1)...]
        guard let indent = rest.lazy.compactMap({ Self.indent($0) }).first, indent > Self.indent(piece[first]) ?? 0 else { return false }
        let parts = Self.pieces(rest, indent: indent)
        for part in parts { read(part, under: heads + [piece[first]], depth: depth + 1) }
        return !parts.isEmpty
    }

    /// Whether nothing but a name stands in the line.
    private static func opensEntries(_ line: Substring) -> Bool {
        let said = line.prefix { $0 != "#" }
        return said.last { $0 != " " && $0 != "\t" } == ":"
    }

    private static func words(_ error: YamlError) -> (String, line: Int?) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            (problem, mark.line)
        case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem), .representer(let problem): (problem, nil)
        case .duplicatedKeysInMapping(let duplicates, let context):
            ("\(duplicates.map { "\($0)" }.sorted().first ?? "a name") is there twice", context.mark.line)
        case .no, .memory, .dataCouldNotBeDecoded: ("it cannot be read", nil)
        }
    }

    // MARK: Entries

    private mutating func take(_ root: Node, shift: Int) {
        guard let mapping = root.mapping else {
            if root.scalar?.string.isEmpty == true { return }
            return note(line(root, shift), .notYAML("it is no name with a value"))
        }
        for (key, node) in mapping {
            guard count() else { return }
            let name = key.scalar?.string ?? ""
            let line = line(key, shift)
            if name == Self.keysName { takeKeys(node, shift: shift); continue }
            guard let setting = Setting(rawValue: name) else {
                note(line, .notASetting(name, nearest: Nearest.name(to: name, among: Setting.allCases.map(\.name) + [Self.keysName])))
                continue
            }
            take(node, for: setting, line: line)
        }
    }

    /// Under what name keys are changed.
    static let keysName = "keys"

    private mutating func take(_ node: Node, for setting: Setting, line: Int) {
        let kind = setting.entry.kind
        let value: SettingValue?
        if let words = Self.strings(node), kind == .program {
            value = kind.value(of: words)
        } else if let scalar = node.scalar {
            value = kind.value(of: scalar.string)
        } else {
            return note(line, .wrongShape(setting: setting.name, expected: kind.expectation))
        }
        guard let value else {
            let text = node.scalar?.string ?? ""
            var nearest: String?
            if case .choice(let words) = kind { nearest = Nearest.name(to: text, among: words) }
            return note(line, .wrongValue(text, setting: setting.name, expected: kind.expectation, nearest: nearest))
        }
        if let old = values.first(where: { $0.setting == setting }) {
            note(line, .twice(setting.name, line: old.line))
            values.removeAll { $0.setting == setting }
        }
        values.append((setting, value, line))
    }

    // MARK: Keys

    private mutating func takeKeys(_ node: Node, shift: Int) {
        guard let mapping = node.mapping else {
            if node.scalar?.string.isEmpty == true { return }
            return note(line(node, shift), .wrongShape(setting: Self.keysName, expected: "commands with their keys under it, one a line"))
        }
        for (key, value) in mapping {
            guard count() else { return }
            let name = key.scalar?.string ?? ""
            guard let view = value.mapping else {
                takeKeys(of: name, value, in: nil, line: line(key, shift))
                continue
            }
            for (command, value) in view {
                guard count() else { return }
                takeKeys(of: command.scalar?.string ?? "", value, in: name, line: line(command, shift))
            }
        }
    }

    private mutating func takeKeys(of command: String, _ node: Node, in view: String?, line: Int) {
        let names = node.scalar.map { [$0.string] } ?? Self.strings(node)
        guard let names, names.count <= Self.mostKeys else {
            return note(line, .wrongShape(setting: command, expected: "a key, or a list of up to \(Self.mostKeys) keys"))
        }
        let isNone = names.count == 1 && (names[0] == "none" || names[0].isEmpty) || names.isEmpty
        keys.append(KeyChange(view: view, command: command, keys: isNone ? [] : names, line: line))
    }

    // MARK: Helpers

    private static func strings(_ node: Node) -> [String]? {
        guard let sequence = node.sequence else { return nil }
        let words = sequence.compactMap { $0.scalar?.string }
        return words.count == sequence.count ? words : nil
    }

    private func line(_ node: Node, _ shift: Int) -> Int { (node.mark?.line ?? 1) + shift }

    private mutating func count() -> Bool {
        entries += 1
        if entries == Self.mostEntries + 1 { note(nil, .tooInvolved) }
        return entries <= Self.mostEntries
    }

    private mutating func note(_ line: Int?, _ kind: ConfigurationProblem.Kind) {
        guard problems.count < Self.mostEntries else { return }
        problems.append(ConfigurationProblem(source: path, line: line, kind: kind))
    }
}
