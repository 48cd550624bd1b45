/// Logistic regression with a normal prior around given weights, fitted by cyclic coordinate descent with a trust region a
/// coordinate (Genkin, Lewis and Madigan, «Large-scale Bayesian logistic regression for text categorization»,
/// Technometrics 49(3), 2007). Deterministic: the same rows in the same order give the same bits.
struct LogisticFit {
    /// Rows where a feature is not zero.
    struct Column {
        var rows: [Int32] = []
        var values: [Double] = []
        /// The weight that it has unless the data say otherwise, and how strongly.
        var mean = 0.0
        var precision = 1.0
    }

    private static let mostSweeps = 40
    private static let tolerance = 0.01
    /// Smaller steps are left out: a weight that hardly moves would cost as much as one that does.
    private static let leastStep = 3e-4

    var columns: [Column]
    /// Whether each row is accepted.
    let targets: [Bool]

    /// The weight of each column. Linear in the number of values, times at most forty.
    func weights(among rows: [Bool]? = nil) -> [Double] {
        var weights = columns.map(\.mean)
        var scores = [Double](repeating: 0, count: targets.count)
        for (column, weight) in zip(columns, weights) where weight != 0 {
            for (row, value) in zip(column.rows, column.values) { scores[Int(row)] += weight * value }
        }
        var errors = scores.indices.map { error(scores[$0], $0) }
        var trust = [Double](repeating: 1, count: columns.count)
        for _ in 0..<Self.mostSweeps {
            var largest = 0.0
            for place in columns.indices {
                let step = step(columns[place], weights[place], errors, rows, trust[place])
                guard abs(step) > Self.leastStep else { continue }
                weights[place] += step
                trust[place] = max(2 * abs(step), trust[place] / 2)
                largest = max(largest, abs(step) * (columns[place].values.first.map { abs($0) } ?? 0))
                for (row, value) in zip(columns[place].rows, columns[place].values) {
                    let row = Int(row)
                    scores[row] += step * value
                    errors[row] = error(scores[row], row)
                }
            }
            if largest < Self.tolerance { break }
        }
        return weights
    }

    /// The probability less the target.
    private func error(_ score: Double, _ row: Int) -> Double {
        Explanation.probability(logOdds: score) - (targets[row] ? 1 : 0)
    }

    private func step(_ column: Column, _ weight: Double, _ errors: [Double], _ rows: [Bool]?, _ trust: Double) -> Double {
        var gradient = column.precision * (weight - column.mean)
        var curvature = column.precision
        for (row, value) in zip(column.rows, column.values) {
            let row = Int(row)
            if let rows, !rows[row] { continue }
            let error = errors[row]
            gradient += value * error
            curvature += value * value * abs(error) * (1 - abs(error))
        }
        return min(max(-gradient / curvature, -trust), trust)
    }
}
