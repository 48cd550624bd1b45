/// Numbers as columns, in lines of text: eighths of a block with Unicode, signs of ASCII without.
struct BarChart {
    let values: [Int]
    let height: Int

    /// The lines from the top, each a column for every value.
    func lines(_ glyphs: Glyphs) -> [String] {
        let most = max(1, values.max() ?? 0)
        let steps = glyphs.barSteps
        return (0..<height).map { line in
            let floor = (height - 1 - line) * (steps.count - 1)
            return values.map { value in
                guard value > 0 else { return line == height - 1 ? glyphs.noBar : " " }
                // What is not nothing is seen.
                let filled = max(1, value * height * (steps.count - 1) / most)
                return steps[min(max(0, filled - floor), steps.count - 1)]
            }.joined()
        }
    }
}

extension Glyphs {
    /// From nothing to a full cell.
    var barSteps: [String] {
        switch self {
        case .unicode: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
        case .ascii: [" ", ".", "#"]
        }
    }

    /// A month without any, on the base of the chart.
    var noBar: String {
        switch self {
        case .unicode: "·"
        case .ascii: "-"
        }
    }
}
