import ArgumentParser
import Briefings
import Library
import Text
import Topics

/// In which form a briefing is written, and where to.
struct PageArguments: ParsableArguments {
    private static let widths = 20...1_000

    @Option(
        name: .long,
        help: ArgumentHelp("The form: \(BriefingFormat.allCases.map(\.rawValue).joined(separator: ", ")); else as the file's name ends, or text.", valueName: "format"))
    var format: BriefingFormat?

    @Option(name: .shortAndLong, help: ArgumentHelp("The file, which is there whole or not at all; - is standard output.", valueName: "file"))
    var output: String?

    @Flag(name: .long, help: "Write over a file that is there.")
    var force = false

    @Option(name: .long, help: ArgumentHelp("The width of plain text in columns; else 80.", valueName: "columns"))
    var width: Int = 80

    @Option(name: .long, help: ArgumentHelp("Append the map of a treaty, such as UNCC; UNCC:BC sets it beside another one.", valueName: "treaty"))
    var appendix: [String] = []

    func validate() throws {
        if !Self.widths.contains(width) { throw ValidationError("--width takes a number from \(Self.widths.lowerBound) to \(Self.widths.upperBound)") }
    }

    /// Where the page goes. Looked at before anything is gathered, so that nobody waits for what cannot be written.
    func target() throws -> PageTarget {
        let file = output == "-" ? nil : output
        let format = format ?? file.flatMap { BriefingFormat(fileName: $0) } ?? .text
        return try PageTarget(format: format, file: file, isForced: force, width: width)
    }

    func append(to briefing: inout Briefing, _ desk: BriefingDesk) throws {
        for name in appendix {
            let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
            guard let first = parts.first else { continue }
            let treaty = try TreatyArgument.treaty(first, in: desk.vocabulary)
            let other = try parts.dropFirst().first.map { try TreatyArgument.treaty($0, in: desk.vocabulary) }
            try briefing.apply(.append(Briefing.Appendix(treaty: treaty.id, beside: other?.id)))
        }
    }
}

extension BriefingFormat: ExpressibleByArgument {}

/// A page's form and place.
struct PageTarget {
    let format: BriefingFormat
    let file: String?
    let isForced: Bool
    let width: Int
    private let converter: Converter?

    init(format: BriefingFormat, file: String?, isForced: Bool, width: Int) throws {
        self.format = format
        self.file = file
        self.isForced = isForced
        self.width = width
        converter = Converter(for: format, environment: Environment.variables)
        guard !format.isConverted || converter != nil else { throw NoConverter(format) }
        guard !format.isConverted || file != nil || !Output.goesToTerminal else { throw Refusal.binary(format) }
        if let file, !isForced, WholeFile.exists(file) { throw Refusal.exists(file) }
    }

    enum Refusal: ExplainedError {
        case exists(String)
        case binary(BriefingFormat)

        var what: String {
            switch self {
            case .exists(let file): file
            case .binary(let format): "format \(format.rawValue)"
            }
        }

        var why: String {
            switch self {
            case .exists: "there is a file of this name"
            case .binary: "it is not for a terminal"
            }
        }

        var remedy: String {
            switch self {
            case .exists: "name another one, or say --force to write over it"
            case .binary: "name a file with -o"
            }
        }
    }

    func write(_ briefing: Briefing, _ desk: BriefingDesk) throws {
        let page = try desk.page(of: briefing, now: LibraryOptions.systemClock())
        guard let text = page.written(as: format, width: width) else {
            guard let converter else { throw NoConverter(format) }
            let bytes = try converter.convert(page, to: format, folder: Environment.variables["TMPDIR"] ?? "/tmp")
            return try write(bytes)
        }
        guard file != nil else { return Output.text(text) }
        try write(Array(text.utf8))
    }

    private func write(_ bytes: [UInt8]) throws {
        guard let file else { return Output.bytes(bytes) }
        do {
            try WholeFile.write(bytes, to: file, replacing: isForced)
        } catch let failure as FileFailure where failure.isTaken {
            throw Refusal.exists(file)
        }
    }
}
