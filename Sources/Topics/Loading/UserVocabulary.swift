/// A user's vocabulary file, line by line: what it says, and everything else that stands in it, so that it can be changed
/// and written again without losing a remark.
///
/// A line is a key, a colon and a value, or several values parted by `|`. `topic:` and `treaty:` begin what is said of a
/// topic or a treaty; it ends where the next one begins. Blanks and tabs count alike, case does not matter in keys, and
/// what begins with `#` is a remark. `Documentation/Vocabulary.md` says what each key means.
public struct UserVocabulary: Hashable, Sendable {
    /// What a file may hold at most.
    enum Limit {
        static let bytes = 1 << 20
        static let lines = 50_000
        static let topics = 2_000
        static let labels = 20_000
        static let acronyms = 500
        /// So many faults are named; more would not be read.
        static let faults = 100
        static let acronymBytes = 40
    }

    /// The most bytes that a file may have.
    public static let byteLimit = Limit.bytes

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// As it is named in errors.
    public let name: String
    var lines: [UserLine] = []
    /// The lines that cannot be understood by themselves.
    private(set) var faults: [VocabularyError] = []
    /// That it begins with a byte-order mark, as some editors write it.
    private var hasMark = false
    /// Whether the file was read to its end, so that writing it again loses nothing.
    public private(set) var isWhole = true

    /// Splits and reads the lines. Linear in the file's size.
    public init(_ file: VocabularyFile) {
        name = file.name
        guard file.bytes.count <= Limit.bytes else {
            isWhole = false
            faults = [VocabularyError(file: name, line: 0, problem: .fileTooLarge(bytes: file.bytes.count, limit: Limit.bytes))]
            return
        }
        hasMark = file.bytes.starts(with: Self.mark)
        var start = hasMark ? Self.mark.count : 0
        while start < file.bytes.count {
            guard lines.count < Limit.lines else {
                isWhole = false
                faults.append(VocabularyError(file: name, line: lines.count + 1, problem: .tooManyEntries(limit: Limit.lines)))
                return
            }
            start = take(file.bytes, from: start)
        }
    }

    /// The file as it is to be written.
    public var bytes: [UInt8] {
        var bytes = hasMark ? Self.mark : []
        for line in lines { bytes += line.bytes + line.ending }
        return bytes
    }

    /// The lines that say something, without remarks and layout: equal texts mean equal vocabularies.
    public var gist: String {
        lines.compactMap { $0.entry?.text }.joined(separator: "\n")
    }

    private mutating func take(_ bytes: [UInt8], from start: Int) -> Int {
        let stop = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        let isReturn = stop < bytes.count && stop > start && bytes[stop - 1] == UInt8(ascii: "\r")
        let end = isReturn ? stop - 1 : stop
        let next = min(stop + 1, bytes.count)
        var content = UserLine.Content.other
        switch UserLine.Content.read(bytes[start..<end]) {
        case .success(let read): content = read
        case .failure(let fault): faults.append(VocabularyError(file: name, line: lines.count + 1, problem: fault.problem))
        }
        lines.append(UserLine(bytes: Array(bytes[start..<end]), ending: Array(bytes[end..<next]), content: content))
        return next
    }
}
