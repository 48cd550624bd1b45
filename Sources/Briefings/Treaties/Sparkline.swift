/// Numbers as a line of small columns.
public enum Sparkline {
    /// What the columns are made of.
    public enum Style: Hashable, Sendable {
        case blocks
        /// Where the terminal shows no blocks.
        case digits
    }

    private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    /// One character for each number, the greatest as the highest column; what is nothing is a dot, and nothing else is. Negative
    /// numbers count as nothing.
    public static func text(_ numbers: [Int], style: Style = .blocks) -> String {
        let most = max(1, numbers.max() ?? 0)
        return String(numbers.map { number -> Character in
            guard number > 0 else { return style == .blocks ? "·" : "." }
            let (share, rest) = number.multipliedReportingOverflow(by: 7)
            let height = rest ? 7 : (share + most / 2) / most
            return style == .blocks ? blocks[min(7, height)] : Character(String(min(9, 1 + height)))
        })
    }
}
