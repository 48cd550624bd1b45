/// Makes the code of a topic from its id.
enum TopicCode {
    private static let length = 6

    /// Three letters of each of the first two words, or six of a single one; where that `isTaken`, the same with a number at
    /// its end.
    static func derived(from id: TopicID, isTaken: (String) -> Bool) -> String {
        let words = id.rawValue.uppercased().split(separator: "-")
        let plain = words.count > 1 ? words[..<2].map { $0.prefix(3) }.joined() : String(words.first?.prefix(length) ?? "T")
        guard isTaken(plain) else { return plain }
        var number = 2
        while true {
            let end = String(number)
            let code = String(plain.prefix(max(1, length - end.utf8.count))) + end
            if !isTaken(code) { return code }
            number += 1
        }
    }
}
