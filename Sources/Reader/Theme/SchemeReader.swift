import Configuration
import Terminal
import Yams

/// Takes the values of a scheme out of its YAML, and says where one is wrong.
struct SchemeReader {
    let file: String
    private let fields: Node.Mapping
    /// Where the colours are: under `palette`, or beside the other keys in the older form.
    private let palette: Node.Mapping
    private let isFlat: Bool

    init(file: String, root: Node) throws(ThemeError) {
        guard let fields = root.mapping else { throw .notKeysAndValues(file: file, line: root.mark?.line ?? 1) }
        self.file = file
        self.fields = fields
        guard let node = fields["palette"] else {
            palette = fields
            isFlat = true
            return
        }
        guard let mapping = node.mapping else {
            throw .wrongShape(file: file, line: node.mark?.line ?? 1, key: "palette")
        }
        palette = mapping
        isFlat = false
    }

    /// The root of a file's YAML. What a scheme never has and a reader could choke on is refused before it is parsed.
    static func root(of text: String, file: String) throws(ThemeError) -> Node {
        if let line = YAMLGuard.firstInvolvedLine(in: text, limits: .scheme) { throw .tooInvolved(file: file, line: line) }
        do {
            guard let node = try Yams.compose(yaml: text) else { throw ThemeError.notKeysAndValues(file: file, line: 1) }
            return node
        } catch let error as ThemeError {
            throw error
        } catch let error as YamlError {
            throw .notYAML(error, file: file)
        } catch {
            throw .notYAML(file: file, line: nil, problem: "it cannot be read")
        }
    }

    func checkSystem() throws(ThemeError) {
        guard let node = fields["system"] else { return }
        let system = try text("system") ?? ""
        guard system == "base16" || system == "base24" else {
            throw .otherSystem(file: file, line: node.mark?.line ?? 1, system: system)
        }
    }

    func name() throws(ThemeError) -> String {
        if let name = try text("name") { return name }
        if let name = try text("scheme") { return name }
        throw .missing(file: file, key: isFlat ? "scheme" : "name")
    }

    func text(_ key: String) throws(ThemeError) -> String? {
        guard let node = fields[key] else { return nil }
        return try text(of: node, key: key)
    }

    func variant() throws(ThemeError) -> Palette.Variant? {
        guard let node = fields["variant"] else { return nil }
        let value = try text(of: node, key: "variant")
        guard let variant = Palette.Variant(rawValue: value) else {
            throw .notAVariant(file: file, line: node.mark?.line ?? 1, value: value)
        }
        return variant
    }

    /// All sixteen, and those of the other eight that are there.
    func colours() throws(ThemeError) -> [PaletteSlot: Colour] {
        var colours: [PaletteSlot: Colour] = [:]
        for slot in PaletteSlot.allCases {
            if let node = palette[slot.name] {
                colours[slot] = try colour(of: node, key: slot.name)
            } else if slot < .base10 {
                throw .missing(file: file, key: slot.name)
            }
        }
        return colours
    }

    private func colour(of node: Node, key: String) throws(ThemeError) -> Colour {
        let value = try text(of: node, key: key)
        guard let colour = Colour(hexadecimal: value) else {
            throw .notAColour(file: file, line: node.mark?.line ?? 1, key: key, value: value)
        }
        return colour
    }

    private func text(of node: Node, key: String) throws(ThemeError) -> String {
        guard let scalar = node.scalar else { throw .wrongShape(file: file, line: node.mark?.line ?? 1, key: key) }
        return scalar.string
    }
}

extension ThemeError {
    /// What Yams says, without the excerpt it adds.
    static func notYAML(_ error: YamlError, file: String) -> ThemeError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            .notYAML(file: file, line: mark.line, problem: problem)
        case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem), .representer(let problem):
            .notYAML(file: file, line: nil, problem: problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            .notYAML(
                file: file, line: context.mark.line, problem: "the key \(duplicates.sorted().first ?? "") is there twice")
        case .no, .memory, .dataCouldNotBeDecoded:
            .notYAML(file: file, line: nil, problem: "it cannot be read")
        }
    }
}
