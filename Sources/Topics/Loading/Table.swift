/// Rows of cells under named columns, as a vocabulary file holds them. Cells stay bytes until they are asked for.
struct Table {
    /// What a file may hold at most.
    enum Limit {
        static let bytes = 16 << 20
        static let lineBytes = 64 << 10
        static let rows = 20_000
    }

    struct Row {
        /// From 1.
        var line: Int
        /// In the file's bytes; columns at the end of a line may be missing.
        var cells: [Range<Int>]
    }

    let file: VocabularyFile
    private(set) var columns: [String] = []
    private(set) var rows: [Row] = []
    private(set) var problems: [VocabularyError] = []

    /// Splits a file; lines that cannot be used are left out and reported. Linear in its size.
    init(_ file: VocabularyFile) {
        self.file = file
        guard file.bytes.count <= Limit.bytes else {
            report(.fileTooLarge(bytes: file.bytes.count, limit: Limit.bytes), line: 0)
            return
        }
        split()
    }

    /// The text of a cell, empty where the row ends before it.
    func text(_ column: Int?, of row: Row) -> String {
        guard let column, column < row.cells.count else { return "" }
        return String(decoding: file.bytes[row.cells[column]], as: UTF8.self)
    }

    /// The parts of a cell between `|`, without those that are empty.
    func list(_ column: Int?, of row: Row) -> [String] {
        guard let column, column < row.cells.count else { return [] }
        return file.bytes[row.cells[column]].split(separator: UInt8(ascii: "|")).map { String(decoding: $0, as: UTF8.self) }
    }

    private mutating func report(_ problem: VocabularyError.Problem, line: Int) {
        problems.append(VocabularyError(file: file.name, line: line, problem: problem))
    }

    private mutating func split() {
        var line = 0
        var start = 0
        let end = file.bytes.count
        while start < end {
            line += 1
            let stop = file.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? end
            let isReturn = stop > start && file.bytes[stop - 1] == UInt8(ascii: "\r")
            take(start..<(isReturn ? stop - 1 : stop), line: line)
            start = stop + 1
            if rows.count > Limit.rows {
                rows.removeLast()
                return report(.tooManyEntries(limit: Limit.rows), line: line)
            }
        }
        if columns.isEmpty { report(.noColumns, line: 0) }
    }

    private mutating func take(_ range: Range<Int>, line: Int) {
        guard !range.isEmpty, file.bytes[range.lowerBound] != UInt8(ascii: "#") else { return }
        guard range.count <= Limit.lineBytes else {
            return report(.lineTooLong(bytes: range.count, limit: Limit.lineBytes), line: line)
        }
        guard Self.isUTF8(file.bytes[range]) else { return report(.notUTF8, line: line) }
        let row = Row(line: line, cells: cells(in: range))
        guard !columns.isEmpty else {
            columns = row.cells.indices.map { text($0, of: row) }
            return
        }
        guard row.cells.count <= columns.count else {
            return report(.tooManyCells(count: row.cells.count, columns: columns.count), line: line)
        }
        rows.append(row)
    }

    private func cells(in range: Range<Int>) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        cells.reserveCapacity(max(columns.count, 8))
        var start = range.lowerBound
        for index in range where file.bytes[index] == UInt8(ascii: "\t") {
            cells.append(trimmed(start..<index))
            start = index + 1
        }
        cells.append(trimmed(start..<range.upperBound))
        return cells
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while let first = range.first, file.bytes[first] == UInt8(ascii: " ") { range.removeFirst() }
        while let last = range.last, file.bytes[last] == UInt8(ascii: " ") { range.removeLast() }
        return range
    }

    private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
    }
}
