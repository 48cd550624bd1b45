import ArgumentParser
import Formats
import Sync
import Text
import Topics

/// `dossier vocabulary check [FILE]`.
struct VocabularyCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Look through your own vocabulary files, or through one, and say what is wrong with them.")

    @Argument(help: "A file to look through instead; - for standard input.")
    var file: String?

    @OptionGroup var arguments: VocabularyArguments
    @OptionGroup var format: FormatArguments

    func run() throws {
        if let file {
            let bytes = try InputFile.read(file, limit: UserVocabulary.byteLimit).bytes
            let name = file == "-" ? "standard input" : file
            let content = UserVocabulary(VocabularyFile(name: name, bytes: bytes))
            let extended = Vocabulary.builtIn.adding([content])
            try VocabularyReport(names: [name], problems: extended.problems, extended: extended).print(asJSON: format.json)
        } else {
            try VocabularyReport(try arguments.vocabulary()).print(asJSON: format.json)
        }
    }
}

/// What is wrong with vocabulary files, and what is remarkable in them.
struct VocabularyReport {
    /// Of the files, as their numbers name them.
    let names: [String]
    let problems: [VocabularyError]
    let extended: VocabularyExtension

    init(names: [String], problems: [VocabularyError], extended: VocabularyExtension) {
        self.names = names
        self.problems = problems
        self.extended = extended
    }

    init(_ all: LibraryVocabulary) {
        self.init(names: all.files.map(\.source.path), problems: all.problems, extended: all.extended)
    }

    /// Prints all; throws where something is wrong.
    func print(asJSON: Bool) throws {
        for problem in problems { Output.line(asJSON ? json(problem).text : problem.message) }
        for remark in extended.remarks() {
            Output.line(asJSON ? json(remark).text : "\(names[remark.place.file]), line \(remark.place.line): \(remark)")
        }
        if !asJSON { Output.line(sentence) }
        if !problems.isEmpty { throw ExitStatus.failed }
    }

    private var sentence: String {
        guard !names.isEmpty || !problems.isEmpty else { return "no vocabulary of your own" }
        let topics = extended.places.keys.count { if case .topic = $0 { true } else { false } }
        let labels = extended.places.keys.count { if case .label = $0 { true } else { false } }
        let faults = problems.isEmpty ? "no faults" : "faults found: \(problems.count)"
        return "\(topics) topic\(topics == 1 ? "" : "s") and \(labels) label\(labels == 1 ? "" : "s") of your own; \(faults)"
    }

    private func json(_ problem: VocabularyError) -> JSONValue {
        .object(present: [
            ("file", .string(problem.file)), ("line", problem.line > 0 ? .number(problem.line) : nil),
            ("severity", .string("error")), ("why", .string(problem.why)), ("remedy", .string(problem.remedy)),
        ])
    }

    private func json(_ remark: VocabularyRemark) -> JSONValue {
        .object([
            ("file", .string(names[remark.place.file])), ("line", .number(remark.place.line)), ("severity", .string("remark")),
            ("kind", .string(remark.kind.rawValue)), ("why", .string("\(remark)")),
        ])
    }
}
