import Yams

/// The fields of YAML front matter, read by Yams under limits.
enum YAMLFields {
    /// Where the YAML is at fault, as a line counted from 1.
    struct Malformed: Error, Hashable {
        let line: Int
        let problem: String
    }

    /// Levels of nesting; front matter of articles has two.
    private static let mostLevels = 50
    private static let widestIndent = 200

    /// Strings, and the strings in lists, by the name of their field in lower case. Deeper structures are left out.
    static func values(in source: String, limits: FormatLimits) throws(Malformed) -> [String: [String]] {
        if let line = tooDeep(source) { throw Malformed(line: line, problem: "nested too deeply") }
        guard let root = try compose(source) else { return [:] }
        guard let mapping = root.mapping else { throw Malformed(line: 1, problem: "no fields") }
        var values: [String: [String]] = [:]
        for (key, value) in mapping.prefix(1_000) {
            guard let name = key.scalar?.string.lowercased() else { continue }
            values[name] = strings(value, limits)
        }
        return values
    }

    private static func compose(_ source: String) throws(Malformed) -> Node? {
        do {
            // No value needs another type than a string, and finding types costs.
            return try Yams.compose(yaml: source, .basic)
        } catch let error as YamlError {
            throw malformed(error)
        } catch {
            throw Malformed(line: 1, problem: "unreadable")
        }
    }

    private static func malformed(_ error: YamlError) -> Malformed {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            Malformed(line: mark.line, problem: problem)
        case .duplicatedKeysInMapping: Malformed(line: 1, problem: "a field stands twice")
        case .no, .memory, .reader, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            Malformed(line: 1, problem: "unreadable")
        }
    }

    private static func strings(_ node: Node, _ limits: FormatLimits) -> [String] {
        switch node {
        case .scalar(let scalar): return string(scalar).map { [$0] } ?? []
        case .sequence(let sequence):
            return sequence.prefix(limits.listedValues).compactMap { item in
                if let scalar = item.scalar { return string(scalar) }
                return item.mapping?["name"]?.scalar.flatMap { string($0) }
            }
        case .mapping(let mapping): return mapping["name"]?.scalar.flatMap { string($0) }.map { [$0] } ?? []
        case .alias: return []
        }
    }

    private static func string(_ scalar: Node.Scalar) -> String? {
        if scalar.style == .plain, ["", "~", "null", "Null", "NULL"].contains(scalar.string) { return nil }
        return scalar.string.isEmpty ? nil : scalar.string
    }

    /// The line in which more is nested than the parser, which calls itself for each level, should be given.
    private static func tooDeep(_ source: String) -> Int? {
        var brackets = 0
        for (index, line) in source.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let indent = line.prefix { Bytes.isBlank($0) }.count
            let marks = line.dropFirst(indent).prefix { "-? :".utf8.contains($0) }.count
            for byte in line {
                if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { brackets += 1 }
                if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { brackets -= 1 }
                if brackets > mostLevels { return index + 1 }
            }
            if indent > widestIndent || marks > 2 * mostLevels { return index + 1 }
        }
        return nil
    }
}
